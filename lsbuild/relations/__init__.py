"""What the entries mean together."""
