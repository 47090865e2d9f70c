"""Numbers and references of a document, settled once before any writer.

§ n runs through the document and anew in each Anlage. An Absatz has a number only if its § has more than one.
References read as German law cites: „§ 4 Abs. 2 Satz 1 Nr. 3 Buchst. b“, „Anlage 1“.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tws_desktop.documents.binding import BOUND, bound
from tws_desktop.documents.blocks import (
    Absatz,
    Annex,
    Block,
    Buchstabe,
    Document,
    Heading,
    Nummer,
    Ref,
    RefForm,
    Section,
    spans_of,
)

_DEPTH = {
    RefForm.ANNEX: 0,
    RefForm.SECTION: 1,
    RefForm.ABSATZ: 2,
    RefForm.NUMMER: 3,
    RefForm.BUCHSTABE: 4,
}


@dataclass(frozen=True, slots=True)
class Place:
    """The way to a unit; 0 or an empty word where the way has no such step or none is printed."""

    form: RefForm
    block: int
    heading: str = ""
    annex: int = 0
    annex_block: int = -1
    section: int = 0
    section_block: int = -1
    absatz: int = 0
    nummer: int = 0
    buchstabe: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reference text; `block` names the § or Anlage whose own number it repeats, or is -1."""

    text: str
    block: int = -1


@dataclass(frozen=True, slots=True)
class RefFault:
    """A reference or mark that leads nowhere; the sentence is shown, the place is the block's index."""

    mark: str
    block: int
    sentence: str

    def __str__(self) -> str:
        """The sentence."""
        return self.sentence


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document with its numbers: one text per block (empty without number), places by mark, faults."""

    document: Document
    numbers: tuple[str, ...]
    places: Mapping[str, Place]
    faults: tuple[RefFault, ...]

    def number(self, mark: str) -> str:
        """The number as printed before the unit („§ 4“, „(2)“), empty for one without number."""
        return self.numbers[self.places[mark].block]

    def reference(self, ref: Ref) -> str:
        """The reference as German law cites it; one that leads nowhere reads as a visible gap."""
        return "".join(piece.text for piece in self.pieces(ref))

    def pieces(self, ref: Ref) -> tuple[Piece, ...]:
        """The reference in parts, so that a writer can keep § and Anlage alive."""
        fault = _fault(self.places.get(ref.mark), ref)
        return (Piece(f"[{fault}]"),) if fault else _cited(self.places[ref.mark], ref)

    def is_broken(self, ref: Ref) -> bool:
        """Whether the reference leads nowhere."""
        return _fault(self.places.get(ref.mark), ref) is not None


def letters(number: int) -> str:
    """1 is a, 26 is z, 27 is aa, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def resolve(document: Document) -> Resolved:
    """Numbers every unit, ties numbers to their words, checks every reference; faults are named, none is swallowed."""
    document = bound(document)
    counted = _counted(document.blocks)
    numbers = tuple("" if place is None else _printed(place) for place in counted)
    places: dict[str, Place] = {}
    faults: list[RefFault] = []
    for index, (block, place) in enumerate(zip(document.blocks, counted, strict=True)):
        mark = getattr(block, "mark", None)
        if mark is None or place is None:
            continue
        if mark in places:
            faults.append(RefFault(mark, index, f"Die Marke „{mark}“ steht zweimal im Text. Bitte eine davon ändern."))
            continue
        places[mark] = place
    faults += [
        RefFault(span.mark, index, f"{fault}. Bitte den Verweis neu setzen oder entfernen.")
        for index, block in enumerate(document.blocks)
        for span in spans_of(block)
        if isinstance(span, Ref) and (fault := _fault(places.get(span.mark), span))
    ]
    return Resolved(document, numbers, MappingProxyType(places), tuple(faults))


def _counted(blocks: tuple[Block, ...]) -> list[Place | None]:
    """The place of each block that can be referred to."""
    several = _containers_with_several(blocks)
    here = Place(RefForm.SECTION, -1)
    container = sections = annexes = absatz = 0
    found: list[Place | None] = []
    for index, block in enumerate(blocks):
        match block:
            case Annex():
                container, sections, annexes, absatz = container + 1, 0, annexes + 1, 0
                here = Place(RefForm.ANNEX, index, annex=annexes, annex_block=index)
            case Section():
                container, sections, absatz = container + 1, sections + 1, 0
                here = Place(
                    RefForm.SECTION,
                    index,
                    annex=here.annex,
                    annex_block=here.annex_block,
                    section=sections,
                    section_block=index,
                )
            case Heading():
                container, absatz = container + 1, 0
                here = Place(RefForm.SECTION, index, heading=block.text, annex=here.annex, annex_block=here.annex_block)
            case Absatz():
                absatz += 1
                shown = absatz if several[container] else 0
                here = replace(here, form=RefForm.ABSATZ, block=index, absatz=shown, nummer=0, buchstabe=0)
            case Nummer():
                here = replace(here, form=RefForm.NUMMER, block=index, nummer=here.nummer + 1, buchstabe=0)
            case Buchstabe():
                here = replace(here, form=RefForm.BUCHSTABE, block=index, buchstabe=here.buchstabe + 1)
            case _:
                found.append(None)
                continue
        found.append(here)
    return found


def _containers_with_several(blocks: tuple[Block, ...]) -> dict[int, bool]:
    """Whether the n-th §, Anlage or heading has more than one Absatz; 0 is what stands before the first."""
    container = 0
    count: Counter[int] = Counter()
    for block in blocks:
        if isinstance(block, Section | Annex | Heading):
            container += 1
        elif isinstance(block, Absatz):
            count[container] += 1
    return {number: count[number] > 1 for number in range(container + 1)}


def _printed(place: Place) -> str:
    match place.form:
        case RefForm.ANNEX:
            return f"Anlage{BOUND}{place.annex}"
        case RefForm.SECTION:
            return f"§{BOUND}{place.section}" if place.section else ""
        case RefForm.ABSATZ:
            return f"({place.absatz})" if place.absatz else ""
        case RefForm.NUMMER:
            return f"{place.nummer}."
        case _:
            return f"{letters(place.buchstabe)})"


def _fault(place: Place | None, ref: Ref) -> str | None:
    """What is wrong with the reference, or None."""
    if place is None:
        said = "ohne Ziel"
    elif ref.form is RefForm.SATZ and ref.sentence is None:
        said = "ohne Satz"
    elif ref.form is RefForm.ANNEX and not place.annex:
        said = "ohne Anlage"
    elif ref.form is RefForm.SECTION and not (place.section or place.heading):
        said = "ohne Paragraf"
    elif not any((place.annex, place.section, place.heading, place.absatz, place.nummer, place.buchstabe)):
        said = "auf Text ohne Nummer"
    elif ref.form not in {None, RefForm.SATZ} and _DEPTH[ref.form] > _DEPTH[place.form]:
        said = "tiefer als sein Ziel"
    else:
        return None
    return f"Verweis {said}: {ref.mark}"


def _cited(place: Place, ref: Ref) -> tuple[Piece, ...]:
    form = place.form if ref.form in {None, RefForm.SATZ} else ref.form
    depth = _DEPTH[form]
    steps: list[Piece] = []
    if place.annex:
        steps.append(Piece(f"Anlage{BOUND}{place.annex}", place.annex_block))
    if place.section and depth >= 1:
        steps.append(Piece(f"§{BOUND}{place.section}", place.section_block))
    elif place.heading and depth >= 1:
        steps.append(Piece(place.heading))
    if place.absatz and depth >= 2:
        steps.append(Piece(f"Abs.{BOUND}{place.absatz}"))
    if ref.sentence is not None:
        steps.append(Piece(f"Satz{BOUND}{ref.sentence}"))
    if place.nummer and depth >= 3:
        steps.append(Piece(f"Nr.{BOUND}{place.nummer}"))
    if place.buchstabe and depth >= 4:
        steps.append(Piece(f"Buchst.{BOUND}{letters(place.buchstabe)}"))
    spaced = [part for step in steps for part in (Piece(" "), step)]
    return tuple(spaced[1:])
