"""Starts, wires and reports; the only place that knows every implementation."""
