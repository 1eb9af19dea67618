"""The only rooms with a door to the street: what knows an engine."""
