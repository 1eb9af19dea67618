"""What the authors did write."""
