"""The shapes of the WIMD part of the API."""
