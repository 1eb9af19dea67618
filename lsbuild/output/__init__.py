"""What happens to a portal after rendering."""
