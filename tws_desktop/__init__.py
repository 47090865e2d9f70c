"""TWS Desktop: lead workshops with works councils and draft agreements from what was said."""

__version__ = "0.1.0"
