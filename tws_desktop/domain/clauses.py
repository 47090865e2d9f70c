"""Clauses of agreements: three variants each, different in substance, with fields, rights and sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tws_desktop.domain.clause_fields import ClauseField, FieldKind, Right
from tws_desktop.domain.clause_text import Ref, annexes_of, fields_of, refs_of


class TariffKind(StrEnum):
    """What § 77 Abs. 3 BetrVG keeps for tariff agreements."""

    PAY = "entgelt"
    HOURS = "arbeitszeit"
    LEAVE = "urlaub"
    SPECIAL_PAYMENT = "sonderzahlung"


class VariantId(StrEnum):
    """The three texts of a clause; a variant is a public text, no position."""

    MAX = "max"
    KOMP = "komp"
    MIN = "min"


VARIANT_NAMES: Mapping[VariantId, str] = {
    VariantId.MAX: "Forderung",
    VariantId.KOMP: "Ziel",
    VariantId.MIN: "Minimum",
}

_BY_ARTICLE = frozenset({"DSGVO", "KI-VO", "GG"})
_KEY = re.compile(r"([A-Z]{2,4})-\d{2}")
_TYPED_NUMBER = re.compile(r"(^|\s)\(\d{1,2}\)(\s|$)|^\s*(\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class Basis:
    """A norm a clause rests on; parts that do not apply are empty."""

    law: str
    paragraph: str
    absatz: str = ""
    nummer: str = ""
    satz: str = ""

    def __str__(self) -> str:
        """German citation with hard spaces, e.g. "§ 87 Abs. 1 Nr. 6 BetrVG"."""
        parts = [f"{'Art.' if self.law in _BY_ARTICLE else '§'}\u00a0{self.paragraph}"]
        for sign, part in (("Abs.", self.absatz), ("Satz", self.satz), ("Nr.", self.nummer)):
            if part:
                parts.append(f"{sign}\u00a0{part}")
        return " ".join([*parts, self.law])


@dataclass(frozen=True, slots=True)
class Source:
    """Where something was read: key of the source list, and what it says."""

    key: str
    what: str


@dataclass(frozen=True, slots=True)
class Buchstabe:
    """A lettered item below a Nummer."""

    text: str


@dataclass(frozen=True, slots=True)
class Nummer:
    """A numbered item below an Absatz."""

    text: str
    buchstaben: tuple[Buchstabe, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionalSentence:
    """A sentence that is added at the end of its Absatz when chosen."""

    id: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Absatz:
    """One Absatz: text, numbered items, sentences to choose.

    An optional Absatz needs id and label and is left out until chosen. right: overrides the clause's right.
    when_filled: a computed list of sections; while the list is empty the Absatz is left out.
    """

    text: str
    nummern: tuple[Nummer, ...] = ()
    sentences: tuple[OptionalSentence, ...] = ()
    id: str = ""
    label: str = ""
    optional: bool = False
    right: Right | None = None
    when_filled: str = ""

    def texts(self) -> Iterator[str]:
        """All its texts in reading order, optional ones included."""
        yield self.text
        for nummer in self.nummern:
            yield nummer.text
            yield from (buchstabe.text for buchstabe in nummer.buchstaben)
        yield from (sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Variant:
    """One public text of a clause; excludes: clauses ("BES-02") or variants ("SCH-01:max") it contradicts."""

    id: VariantId
    title: str
    note: str
    absaetze: tuple[Absatz, ...]
    excludes: tuple[str, ...] = ()

    def texts(self) -> Iterator[str]:
        """All its texts in reading order, optional ones included."""
        for absatz in self.absaetze:
            yield from absatz.texts()

    def field_names(self) -> tuple[str, ...]:
        """The fields it uses, each once, in reading order."""
        return tuple(dict.fromkeys(name for text in self.texts() for name in fields_of(text)))

    def refs(self) -> tuple[Ref, ...]:
        """The clauses it refers to."""
        return tuple(ref for text in self.texts() for ref in refs_of(text))

    def annexes(self) -> tuple[str, ...]:
        """The annexes it refers to, each once."""
        return tuple(dict.fromkeys(key for text in self.texts() for key in annexes_of(text)))


@dataclass(frozen=True, slots=True)
class Clause:
    """A building block of agreements.

    stand: state of the law behind it. geprueft_am: day its sources were last looked at; the review
    state of the wording is status. needs and excludes: clause keys. checks: ids of formal checks.
    """

    key: str
    version: int
    title: str
    area: str
    right: Right
    stand: date
    geprueft_am: date
    status: str
    hint: str
    quelle: tuple[Source, ...]
    variants: tuple[Variant, ...]
    topics: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    tariff_reserved: tuple[TariffKind, ...] = ()
    fields: Mapping[str, ClauseField] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if faults := [*self._head_faults(), *self._variant_faults(), *self._field_faults()]:
            raise ValueError("; ".join(faults))

    def variant(self, id_: VariantId) -> Variant:
        """Its variant of that id."""
        return next(variant for variant in self.variants if variant.id is id_)

    def right_of(self, absatz: Absatz) -> Right:
        """The right of one Absatz: its own, or else the clause's."""
        return absatz.right or self.right

    def _head_faults(self) -> Iterator[str]:
        found = _KEY.fullmatch(self.key)
        if found is None or found[1] != self.area:
            yield f"Schlüssel {self.key} passt nicht zum Bereich {self.area}"
        if self.right is not Right.FRAME and not self.bases:
            yield f"{self.key}: Rechtsgrundlage fehlt; angeben oder als Rahmenregelung (frame) kennzeichnen"
        if not self.quelle or not self.status or not self.hint:
            yield f"{self.key}: Quelle, Status und Hinweis sind Pflicht"
        if self.key in {*self.needs, *self.excludes}:
            yield f"{self.key} verlangt oder sperrt sich selbst"
        if both := set(self.needs) & set(self.excludes):
            yield f"{self.key} verlangt und sperrt zugleich {', '.join(sorted(both))}"

    def _variant_faults(self) -> Iterator[str]:
        if tuple(variant.id for variant in self.variants) != tuple(VariantId):
            yield f"{self.key}: genau drei Fassungen in der Folge max, komp, min sind nötig"
        for variant in self.variants:
            place = f"{self.key}, Fassung {variant.id}"
            if not variant.absaetze or not variant.title or not variant.note:
                yield f"{place}: Titel, Hinweis und mindestens ein Absatz sind nötig"
            if any(ref.clause == self.key for ref in variant.refs()):
                yield f"{place}: verweist auf sich selbst"
            if any(_TYPED_NUMBER.search(text) for text in variant.texts()):
                yield f"{place}: Nummer im Text getippt; als Absatz oder Nummer anlegen"
            ids = [absatz.id for absatz in variant.absaetze if absatz.id]
            ids += [sentence.id for absatz in variant.absaetze for sentence in absatz.sentences]
            if len(set(ids)) < len(ids):
                yield f"{place}: eine Kennung gibt es zweimal"
            for absatz in variant.absaetze:
                yield from self._absatz_faults(absatz, place)

    def _absatz_faults(self, absatz: Absatz, place: str) -> Iterator[str]:
        if absatz.optional and not (absatz.id and absatz.label):
            yield f"{place}: Wahl-Absatz ohne Kennung oder Beschriftung"
        if absatz.nummern and absatz.sentences:
            yield f"{place}: ein Absatz mit Nummern nimmt keine Wahl-Sätze; eigenen Absatz anlegen"
        if any(not (sentence.id and sentence.label) for sentence in absatz.sentences):
            yield f"{place}: Wahl-Satz ohne Kennung oder Beschriftung"
        if absatz.when_filled:
            needed = self.fields.get(absatz.when_filled)
            if needed is None or needed.kind is not FieldKind.SECTIONS_BY_RIGHT:
                yield f"{place}: {absatz.when_filled} ist keine errechnete Liste"

    def _field_faults(self) -> Iterator[str]:
        used = {name for variant in self.variants for name in variant.field_names()}
        for name in sorted(used - set(self.fields)):
            yield f"{self.key}: Feld „{name}“ steht im Text, ist aber nicht beschrieben"
        for name in sorted(set(self.fields) - used):
            yield f"{self.key}: Feld „{name}“ ist beschrieben, steht aber in keiner Fassung"
