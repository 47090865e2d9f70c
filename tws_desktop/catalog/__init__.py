"""forms/ and resources/ as typed values."""
