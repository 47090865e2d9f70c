"""Dots, resistance, motions."""
