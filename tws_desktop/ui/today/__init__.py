"""Heute: what is running, due, overdue, and where to go on."""
