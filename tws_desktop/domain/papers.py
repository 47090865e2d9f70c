"""Papers that come out of a workshop: their sections, texts and style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.form_fields import Status, refuse_doubles


@dataclass(frozen=True, slots=True)
class PaperText:
    """A fixed text with names in braces; an `optional` one is left out when one of them has no value."""

    key: str
    text: str
    optional: bool = False

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names in braces, in order."""
        return tuple(re.findall(r"\{([^{}]*)\}", self.text))


class Reads(StrEnum):
    """What a section is filled from: the records of boards, or the workshop and plant themselves."""

    WORKSHOP = "workshop"
    CARDS = "cards"
    SCALE = "scale"
    VOTES = "votes"
    SHEET = "sheet"
    ENTRY = "entry"
    FACT = "fact"
    TARIFF = "tariff"
    QUESTION = "question"
    MEASURE = "measure"
    POSITION = "position"
    POSITION_SECRET = "position_secret"
    TRADE = "trade"
    DECISION = "decision"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section; `must` sections appear even when empty, with `empty` as their text.

    `internal` sections appear only for the audiences `verhandlung` and `gremium`, as their levels allow.
    """

    key: str
    title: str
    must: bool = True
    empty: str = ""
    internal: bool = False
    reads: tuple[Reads, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperStyle:
    """How texts are worded: quotes by name are never printed, numbers of votes are."""

    address: Literal["Sie", "ihr"] = "Sie"
    sentence_words: int = 20
    draft_until_released: bool = True
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as its file says; `placeholders` is the closed list of names its texts may use."""

    key: str
    version: int
    title: str
    purpose: str
    audience: Audience
    audiences: tuple[Audience, ...]
    length: str
    due: str
    stand: date
    quelle: str
    status: Status
    sections: tuple[PaperSection, ...]
    texts: tuple[PaperText, ...]
    placeholders: tuple[str, ...] = ()
    default_days: int = 0
    style: PaperStyle = PaperStyle()

    def __post_init__(self) -> None:
        """Refuses sections or texts named twice, an audience not allowed and placeholders not listed."""
        refuse_doubles(tuple(section.key for section in self.sections), "Abschnitt")
        refuse_doubles(tuple(text.key for text in self.texts), "Text")
        if self.audience not in self.audiences:
            raise ValueError(f"audience „{self.audience}“ fehlt in audiences")
        for text in self.texts:
            for name in text.placeholders:
                if name not in self.placeholders:
                    raise ValueError(f"Text {text.key}: Platzhalter {{{name}}} fehlt in placeholders")

    def text(self, key: str) -> PaperText:
        """The text with this key; raises KeyError."""
        for text in self.texts:
            if text.key == key:
                return text
        raise KeyError(key)


def filled(text: PaperText, values: Mapping[str, str]) -> str | None:
    """The text with its names filled in; None if it is optional and a value is missing; raises KeyError."""
    missing = [name for name in text.placeholders if not values.get(name)]
    if missing and text.optional:
        return None
    return re.sub(r"\{([^{}]*)\}", lambda found: values[found.group(1)], text.text)
