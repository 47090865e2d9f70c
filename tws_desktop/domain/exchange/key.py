"""What a key of a package means; schema and page are made from it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """`says` is the meaning in German; `name` is the key in the file where it cannot be the attribute's name.

    `refers` names the kinds of thing a reference may point to; `bounds` are the least and greatest whole number.
    """

    says: str
    name: str = ""
    refers: tuple[str, ...] = ()
    bounds: tuple[int, int] | None = None
