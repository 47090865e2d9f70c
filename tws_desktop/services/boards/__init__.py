"""What is worked on in a phase: cards, rows, votes, sheets, and what they rest on and leave behind."""
