"""What the bridge's pages show."""
