"""The shapes of the discovery part of the API."""
