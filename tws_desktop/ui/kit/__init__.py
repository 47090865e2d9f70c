"""Widgets without meaning of their own, all painted from the tokens."""
