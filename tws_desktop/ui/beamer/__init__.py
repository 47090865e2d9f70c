"""The second window: what the room sees, painted from plain values alone."""
