"""Typed German into values and values back into one written form; `today` is passed in, never read."""

from tws_desktop.domain.german.dates import (
    read_date,
    show_date,
    show_date_long,
    show_stored,
    show_weekday,
)
from tws_desktop.domain.german.numbers import (
    read_money,
    read_number,
    read_percent,
    show_money,
    show_number,
    show_percent,
)
from tws_desktop.domain.german.times import read_minutes, read_time, show_minutes, show_time

__all__ = [
    "read_date",
    "read_minutes",
    "read_money",
    "read_number",
    "read_percent",
    "read_time",
    "show_date",
    "show_date_long",
    "show_minutes",
    "show_money",
    "show_number",
    "show_percent",
    "show_stored",
    "show_time",
    "show_weekday",
]
