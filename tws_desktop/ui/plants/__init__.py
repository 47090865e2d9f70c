"""Betriebe: plants, their facts, projects and chains."""
