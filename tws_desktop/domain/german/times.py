"""Times of day and durations as people write them in German."""

from __future__ import annotations

import re
from datetime import time

from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.numbers import NBSP

LONGEST = 24 * 60
"""Minutes of the longest duration."""

_TIME = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?(?: ?uhr(?: ([0-9]{1,2}))?)?")
_MINUTES = re.compile(r"([0-9]{1,4})(?: ?(?:min|min\.|minute|minuten))?")
_HOUR_WORD = r"(?:h|std|std\.|stunde|stunden)"
_HOURS = re.compile(rf"([0-9]{{1,2}}) ?{_HOUR_WORD}(?: ?([0-9]{{1,2}})(?: ?(?:min|min\.|minuten))?)?")
_CLOCK = re.compile(rf"([0-9]{{1,2}}):([0-9]{{2}})(?: ?{_HOUR_WORD})?")
_FRACTION = re.compile(rf"([0-9]{{1,2}}),(25|5|75) ?{_HOUR_WORD}")


def read_time(text: str) -> time:
    """The time of day in `text`: `8:00`, `08.30`, `8 Uhr`, `8 Uhr 30`, `8`."""
    plain = re.sub(r"\s+", " ", text).strip()
    found = _TIME.fullmatch(plain.lower())
    if found is None or (found[2] and found[3]):
        raise InputRefused(f"„{plain[:40]}“ ist keine Uhrzeit. Bitte zum Beispiel 8:30 eintragen.")
    hour, minute = int(found[1]), int(found[2] or found[3] or 0)
    if hour > 23 or minute > 59:
        raise InputRefused(f"Die Uhrzeit „{plain[:40]}“ gibt es nicht. Bitte 0:00 bis 23:59 eintragen.")
    return time(hour, minute)


def read_minutes(text: str) -> int:
    """The minutes of a duration: `30`, `30 min`, `1 h 15`, `1:15`, `1,5 h`; one minute to 24 hours."""
    plain = re.sub(r"\s+", " ", text).strip()
    minutes = _minutes(plain.lower())
    if minutes is None:
        raise InputRefused(f"„{plain[:40]}“ ist keine Dauer. Bitte Minuten eintragen, zum Beispiel 30 oder 1 h 15.")
    if not 1 <= minutes <= LONGEST:
        raise InputRefused(f"„{plain[:40]}“ geht nicht als Dauer. Bitte 1 Minute bis 24 Stunden eintragen.")
    return minutes


def show_time(moment: time) -> str:
    """`08:30`."""
    return f"{moment:%H:%M}"


def show_minutes(minutes: int) -> str:
    """`30 min`, `1 h`, `1 h 15 min`, without a break inside."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h{NBSP}{rest}{NBSP}min" if rest else f"{hours}{NBSP}h"


def _minutes(typed: str) -> int | None:
    if found := _MINUTES.fullmatch(typed):
        return int(found[1])
    if found := _FRACTION.fullmatch(typed):
        return int(found[1]) * 60 + {"25": 15, "5": 30, "75": 45}[found[2]]
    found = _HOURS.fullmatch(typed) or _CLOCK.fullmatch(typed)
    if found is None or int(found[2] or 0) > 59:
        return None
    return int(found[1]) * 60 + int(found[2] or 0)
