"""Agenda, clock, drift and the flow of results; standard library only."""
