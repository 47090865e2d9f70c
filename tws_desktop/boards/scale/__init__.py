"""One dot per person on a scale."""
