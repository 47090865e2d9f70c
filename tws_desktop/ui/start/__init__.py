"""First start and unlocking: nothing here knows the store."""
