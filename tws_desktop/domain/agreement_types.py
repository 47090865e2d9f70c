"""Kinds of agreements: their parts, slots in order, annexes, signatures and notices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tws_desktop.domain.clause_text import fields_of
from tws_desktop.domain.clauses import Source, VariantId


class LegalSource(StrEnum):
    """The source of law of a part; each part has its own parties and signatures (BAG, 1 AZR 86/07)."""

    BV = "bv"
    TV = "tv"
    INTENT = "absicht"
    INTERESSENAUSGLEICH = "ia"
    SOZIALPLAN = "sp"


class Side(StrEnum):
    """Who a party is."""

    EMPLOYER = "ag"
    COUNCIL = "br"
    UNION = "ig"
    ASSOCIATION = "vb"


class AnnexKind(StrEnum):
    """What an annex holds."""

    MEASURES = "measures"
    TABLE = "table"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PartySlot:
    """A party to be named: its heading in the paper and how it is called in the text."""

    side: Side
    label: str
    called: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A section of the outline; without a clause or own text it does not appear."""

    key: str
    title: str
    clauses: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    preamble: bool = False

    def __post_init__(self) -> None:
        if missing := set(self.required) - set(self.clauses):
            raise ValueError(
                f"Abschnitt {self.key}: Pflichtbaustein {', '.join(sorted(missing))} steht nicht in der Liste"
            )


@dataclass(frozen=True, slots=True)
class AnnexSlot:
    """An annex the clauses may refer to; it appears when referred to or filled."""

    key: str
    title: str
    kind: AnnexKind
    columns: tuple[str, ...] = ()
    binding: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        if (self.kind is AnnexKind.TABLE) != bool(self.columns):
            raise ValueError(f"Anlage {self.key}: eine Tabelle braucht Spalten, andere Anlagen haben keine")


@dataclass(frozen=True, slots=True)
class SignatureSlot:
    """One line to sign: which side and in which function."""

    side: Side
    function: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an agreement with one source of law."""

    title: str
    legal_source: LegalSource
    author: str
    parties: tuple[PartySlot, ...]
    slots: tuple[Slot, ...]
    signatures: tuple[SignatureSlot, ...]

    def __post_init__(self) -> None:
        sides = {party.side for party in self.parties}
        if self.legal_source is LegalSource.BV and not sides <= {Side.EMPLOYER, Side.COUNCIL}:
            raise ValueError(
                f"Teil {self.title}: Partei einer Betriebsvereinbarung sind nur Arbeitgeber und Betriebsrat"
            )
        if {line.side for line in self.signatures} != sides:
            raise ValueError(f"Teil {self.title}: jede Partei unterschreibt, und nur sie")


@dataclass(frozen=True, slots=True)
class AgreementType:
    """A kind of agreement; variants: the text a clause is taken in with, `komp` for those not named."""

    key: str
    version: int
    title: str
    subtitle: str
    stand: date
    geprueft_am: date
    status: str
    hint: str
    quelle: tuple[Source, ...]
    parts: tuple[Part, ...]
    annexes: tuple[AnnexSlot, ...] = ()
    disclaimers: tuple[str, ...] = ()
    variants: Mapping[str, VariantId] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keys = [key for slot in self.slots() for key in slot.clauses]
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise ValueError(f"{self.key}: Baustein {', '.join(sorted(twice))} steht in zwei Abschnitten")
        if stray := set(self.variants) - set(keys):
            raise ValueError(
                f"{self.key}: Fassung für {', '.join(sorted(stray))}, der Baustein steht in keinem Abschnitt"
            )
        if len({annex.key for annex in self.annexes}) < len(self.annexes):
            raise ValueError(f"{self.key}: eine Anlage gibt es zweimal")

    def slots(self) -> Iterator[Slot]:
        """All slots of all parts in order."""
        for part in self.parts:
            yield from part.slots

    def slot_of(self, clause_key: str) -> Slot | None:
        """The slot a clause belongs to, None if this type has no place for it."""
        return next((slot for slot in self.slots() if clause_key in slot.clauses), None)

    def required(self) -> tuple[str, ...]:
        """The clauses every agreement of this type starts with, in order."""
        return tuple(key for slot in self.slots() for key in slot.clauses if key in slot.required)

    def variant_for(self, clause_key: str) -> VariantId:
        """The variant proposed for a clause of this type."""
        return self.variants.get(clause_key, VariantId.KOMP)


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A notice; `{datum}` and `{fassung}` are filled when it is printed or shown."""

    key: str
    title: str
    text: str
    stand: date
    status: str
    quelle: tuple[Source, ...]
    where: str

    def __post_init__(self) -> None:
        if unknown := set(fields_of(self.text)) - {"datum", "fassung"}:
            raise ValueError(f"{self.key}: unbekannte Angabe {', '.join(sorted(unknown))}")
