"""Workshops: the list and a new one."""
