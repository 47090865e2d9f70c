"""Photos of a workshop's phases: a strip beside the board, one photo large, and a page for after the day."""
