"""Use cases as functions over a transaction; no Qt, no SQL, no file format."""
