"""Papers made from rows for an audience: D01, D04, D05, D07."""
