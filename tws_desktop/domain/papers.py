"""Papers that come out of a workshop: their sections, texts and style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tws_desktop.domain.form_fields import Status, refuse_doubles

PaperAudience = Literal["verhandlung", "gremium", "teilnehmende", "belegschaft", "arbeitgeber", "oeffentlich"]


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


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section; `must` sections appear even when empty, with `empty` as their text."""

    key: str
    title: str
    must: bool = True
    empty: str = ""
    internal: bool = False
    reads: tuple[str, ...] = ()


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
    audience: PaperAudience
    audiences: tuple[PaperAudience, ...]
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
