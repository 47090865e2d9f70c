"""What the keys of sources stand for: statutes, judgments, practice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source: key, title people can read, address or empty."""

    key: str
    title: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class SourceList:
    """The sources by key; stands for forms/sources."""

    key: str
    entries: tuple[SourceEntry, ...]

    def __post_init__(self) -> None:
        keys = [entry.key for entry in self.entries]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise ValueError(f"Quelle {', '.join(sorted(twice))} gibt es zweimal")

    def entry(self, key: str) -> SourceEntry | None:
        """The source of that key, None if unknown."""
        return next((entry for entry in self.entries if entry.key == key), None)
