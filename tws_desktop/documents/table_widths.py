"""How wide the columns of a table are: as its author wants, but no word is cut that fits."""

from __future__ import annotations

import re
from typing import Final

from tws_desktop.documents.binding import loosened
from tws_desktop.documents.blocks import Filled, Gap, Spans, Table, Text
from tws_desktop.documents.fonts import width

_SIZE: Final = 9.0
_PADDING: Final = 11.0
_LONGEST_LINE: Final = 150.0
_OF_THE_REST: Final = 0.15
_MOST_SIGNS: Final = 300
_MEASURED: Final = 3
_WORDS: Final = re.compile(r"(?:[^\s\-–/]|\u00a0)+[\-–/]?")


def fitted(table: Table, room: float, stretch: float = 1.0) -> tuple[Table, list[float]]:
    """The table and its widths in points, which fill `room`; `stretch` says how much wider letters run than ours.

    Where there is no room to keep a number beside its unit, lines may break there again.
    """
    least = _least(table, room, stretch)
    if sum(least) >= room:
        table = loosened(table)
        least = _least(table, room, stretch)
    return table, _widths(table, least, room, stretch)


def _least(table: Table, room: float, stretch: float) -> list[float]:
    columns = zip(table.header, *table.rows, strict=True)
    return [min(_longest_word(column) * stretch + _PADDING, room / 2) for column in columns]


def _widths(table: Table, least: list[float], room: float, stretch: float) -> list[float]:
    if sum(least) >= room:
        return _shared(least, room)
    cells = zip(table.header, *table.rows, strict=True)
    wanted = table.widths or tuple(
        max(one, _longest_line(column) * stretch) for one, column in zip(least, cells, strict=True)
    )
    return _filled(least, wanted, room)


def _shared(least: list[float], room: float) -> list[float]:
    """Narrow columns keep what they need; those whose words fit nowhere have the rest in equal parts."""
    widths: dict[int, float] = {}
    left = room
    for place in sorted(range(len(least)), key=least.__getitem__):
        widths[place] = min(least[place], left / (len(least) - len(widths)))
        left -= widths[place]
    return [widths[place] for place in range(len(least))]


def _filled(least: list[float], wanted: tuple[float, ...], room: float) -> list[float]:
    """Shares of the room as wanted, none below its least; who gets more takes it from the others."""
    fixed: dict[int, float] = {}
    while True:
        free = room - sum(fixed.values())
        total = sum(share for place, share in enumerate(wanted) if place not in fixed)
        short = {
            place: least[place]
            for place, share in enumerate(wanted)
            if place not in fixed and free * share / total < least[place]
        }
        if not short:
            return [fixed.get(place, free * share / total) for place, share in enumerate(wanted)]
        fixed |= short


def _longest_word(column: tuple[Spans, ...]) -> float:
    head, *rows = column
    found = {word for cell in rows for word in _WORDS.findall(_text(cell))}
    longest = sorted(found, key=len, reverse=True)[:_MEASURED]
    return max(
        *(width(word, _SIZE, bold=True) for word in _WORDS.findall(_text(head))),
        *(width(word, _SIZE) for word in longest),
        0.0,
        0.0,
    )


def _longest_line(column: tuple[Spans, ...]) -> float:
    """What the longest cell would like; cells of many lines get more, so that rows do not grow tall."""
    longest = max((_text(cell) for cell in column), key=len)
    wanted = width(longest[:_MOST_SIGNS], _SIZE) + _PADDING
    return min(wanted, _LONGEST_LINE) + _OF_THE_REST * max(0.0, wanted - _LONGEST_LINE)


def _text(spans: Spans) -> str:
    words = []
    for span in spans:
        match span:
            case Text() | Filled():
                words.append(span.text)
            case Gap():
                words.append(f"[{span.label}]")
            case _:
                words.append(" § 00 Abs. 0 ")
    return "".join(words)
