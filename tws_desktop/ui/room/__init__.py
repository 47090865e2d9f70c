"""The room: a workshop running, with agenda, board and console."""
