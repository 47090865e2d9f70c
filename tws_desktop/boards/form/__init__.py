"""Rows with fields: measures, questions, positions, give and take."""
