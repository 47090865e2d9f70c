"""Bibliothek: what is shipped and what is one's own."""
