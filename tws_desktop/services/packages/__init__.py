"""Packages: giving work out and taking it over."""
