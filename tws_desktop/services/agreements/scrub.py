"""Names and numbers of a plant found in texts, so that a template carries neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from tws_desktop.domain.plants import Area, Person, Plant, PlantFact
from tws_desktop.services.ports import Work

_LEGAL_FORMS = re.compile(r"\s*\b(?:GmbH\s*&\s*Co\.?\s*KG(?:aA)?|gGmbH|GmbH|AG|SE|KGaA|KG|OHG|UG|e\.\s?G\.|mbH)\b\.?")
_COMMON_WORDS = """
werk werke betrieb betriebe standort gießerei guss stahl motoren technik technologie technologies deutschland saar
saarland gruppe group holding süd nord ost west maschinenbau automotive systems systeme produktion fertigung logistik
verwaltung montage entwicklung instandhaltung qualität einkauf vertrieb versand lager und für der die das betriebsrat
arbeitgeber geschäftsführung geschäftsstelle vorsitz
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_SHORTEST = 4
_COMPOUND = 8
_TOWN = 7

_DATE = r"\b\d{1,2}\.\s?(?:\d{1,2}\.\s?(?:\d{4}|\d{2})\b|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September"
_DATE += r"|Oktober|November|Dezember)(?:\s+\d{4})?)|\b\d{4}-\d{2}-\d{2}\b"
_NUMBER = r"\d+(?:\.\d{3})*(?:,\d+)?"
_UNIT = r"(?:\s?(?:%|€|Prozent|Euro|EUR|Mio\.?|Millionen|Mrd\.?|Tsd\.?))+"
_WRITTEN = r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|tausend"
_CITED = re.compile(r"(?:§§?|Abs\.|Absatz|Art\.|Nr\.|Satz|Buchst\.|Anlage|Ziffer|Rn\.|SGB)[\s\u00a0]*$")
_FIGURE = re.compile(rf"(?P<date>{_DATE})|(?P<amount>\b{_NUMBER}{_UNIT})|(?P<number>\b(?:{_NUMBER}|(?i:{_WRITTEN}))\b)")


class TraceKind(StrEnum):
    """What a trace of the first plant is."""

    NAME = "name"
    DATE = "date"
    AMOUNT = "amount"
    NUMBER = "number"
    VALUE = "value"

    @property
    def german(self) -> str:
        """The name people read."""
        return {
            "name": "Name",
            "date": "Datum",
            "amount": "Betrag",
            "number": "Zahl",
            "value": "Ausgefülltes Feld",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Trace:
    """A name or number found in a text, from `start` to `end`."""

    kind: TraceKind
    text: str
    start: int = 0
    end: int = 0


def names_of(work: Work, plant: Plant, further: Iterable[str] = ()) -> tuple[str, ...]:
    """Every name that points to the plant, longest first: plant, company, site, areas, people, `further`.

    Also what is left of a company's name without its legal form, and its uncommon words: people write short.
    """
    own = [plant.name, plant.company, plant.group_name, plant.site, plant.office]
    words = [
        *own,
        *(_LEGAL_FORMS.sub("", name) for name in own),
        *(one.name for one in work.all(Area, plant_id=plant.id)),
        *(one.name for one in (*work.all(Person, plant_id=plant.id), *work.all(Person, plant_id=None))),
        *further,
    ]
    single = [
        word
        for name in (*own, *further)
        for word in re.findall(r"[^\W\d_]+", _LEGAL_FORMS.sub("", name))
        if len(word) >= _SHORTEST and word[:1].isupper() and word.casefold() not in _COMMON
    ]
    found = {word.strip(" ,.-") for word in (*words, *single)}
    return tuple(
        sorted((one for one in found if one and one.casefold() not in _COMMON), key=lambda one: (-len(one), one))
    )


def numbers_of(work: Work, plant: Plant) -> frozenset[str]:
    """The figures known of a plant: facts and headcounts."""
    facts = [one.value for one in work.all(PlantFact, plant_id=plant.id)]
    heads = [str(one.headcount) for one in work.all(Area, plant_id=plant.id) if one.headcount is not None]
    size = [str(plant.council_size)] if plant.council_size is not None else []
    return frozenset(one.strip() for one in (*facts, *heads, *size) if one.strip())


def names_in(text: str, names: Iterable[str]) -> Iterator[Trace]:
    """Where one of the names stands, in order: as a word of its own, with a German ending, as the people of
    a town („Völklinger“), and a long one also as the beginning of a compound („Musterwerkleitung“).
    """
    pattern = "|".join(piece for name in names for piece in _forms(name))
    if pattern:
        for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            yield Trace(TraceKind.NAME, found.group(), found.start(), found.end())


def _forms(name: str) -> Iterator[str]:
    escaped = re.escape(name)
    yield rf"{escaped}\w*" if len(name) >= _COMPOUND and name[-1].isalpha() else rf"{escaped}(?:e?s|er|en)?"
    if len(name) >= _TOWN and name.endswith("en"):
        yield rf"{re.escape(name[:-2])}er(?:s|in|innen)?"


def figures_in(text: str) -> Iterator[Trace]:
    """Dates, amounts and numbers, in words too, in a text; the numbers of a citation (§ 77 Abs. 3) are none."""
    for found in _FIGURE.finditer(text):
        if not _CITED.search(text[: found.start()]):
            yield Trace(TraceKind(str(found.lastgroup)), found.group(), found.start(), found.end())


def traces_in(text: str, names: Iterable[str], *, figures: bool) -> tuple[Trace, ...]:
    """All traces in a text in order, none inside another; figures only where people have written."""
    found = sorted(
        (*names_in(text, names), *(figures_in(text) if figures else ())), key=lambda one: (one.start, -one.end)
    )
    kept: list[Trace] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
