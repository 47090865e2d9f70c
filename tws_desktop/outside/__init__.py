"""Reading files that others made, in a child process."""
