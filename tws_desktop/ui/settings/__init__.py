"""Settings of this data place."""
