"""What a facilitator says and does: ground rules, sentences per moment, help in difficult moments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tws_desktop.domain.form_fields import Status, refuse_doubles
from tws_desktop.domain.formats import PLACEHOLDERS, placeholders


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence to say at a moment; placeholders as in a phase's sentences."""

    key: str
    moment: str
    say: str


@dataclass(frozen=True, slots=True)
class DifficultMoment:
    """A situation, what helps, what to say, and what the program offers."""

    key: str
    situation: str
    help: str
    say: str = ""
    program: str = ""


@dataclass(frozen=True, slots=True)
class Moderation:
    """The script every workshop shares."""

    key: str
    version: int
    title: str
    stand: date
    quelle: str
    status: Status
    ground_rules: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    difficult: tuple[DifficultMoment, ...]

    def __post_init__(self) -> None:
        """Refuses moments named twice and unknown placeholders."""
        refuse_doubles(tuple(sentence.key for sentence in self.sentences), "Satz")
        refuse_doubles(tuple(moment.key for moment in self.difficult), "Lage")
        for sentence in self.sentences:
            for name in placeholders((sentence.say,)):
                if name not in PLACEHOLDERS:
                    raise ValueError(f"Satz {sentence.key}: Platzhalter {{{name}}} ist unbekannt")

    def sentence(self, key: str) -> Sentence:
        """The sentence with this key; raises KeyError."""
        for sentence in self.sentences:
            if sentence.key == key:
                return sentence
        raise KeyError(key)
