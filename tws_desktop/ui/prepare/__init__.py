"""A workshop before the day: order, minutes, wording."""
