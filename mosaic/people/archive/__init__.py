"""Taking everything along and bringing it back: one ZIP that a person can read and Mosaic can take in again."""
