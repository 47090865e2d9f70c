"""Scorings of questionnaires and votes: pure functions from typed answers to typed results."""
