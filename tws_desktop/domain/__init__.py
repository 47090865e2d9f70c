"""What exists and the rules about it; standard library only."""
