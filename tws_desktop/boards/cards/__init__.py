"""Card query with columns."""
