"""Papierkorb: what was put away, and taking it back."""
