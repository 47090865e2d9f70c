"""The encrypted store: tables, journal, key slots, the thread that owns the connection."""
