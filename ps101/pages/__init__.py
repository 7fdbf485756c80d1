"""What the discovery pages show."""
