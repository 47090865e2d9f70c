"""A workshop: prepared, run, its photos, and what of it the beamer shows."""
