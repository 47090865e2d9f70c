"""Papers of a workshop or project, and writing them."""
