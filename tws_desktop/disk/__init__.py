"""The one way to put a file on a disk; standard library only."""
