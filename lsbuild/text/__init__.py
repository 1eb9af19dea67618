"""Words and where they stand."""
