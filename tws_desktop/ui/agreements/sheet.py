"""The agreement as blocks for the desk's paper: the document's own lines, each with the unit and fields behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from tws_desktop.documents.screen import LineStyle, Mood, Piece, ScreenLine
from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.clause_fields import Right
from tws_desktop.services.agreements.document import RIGHT_NAMES
from tws_desktop.services.agreements.outline import Outline
from tws_desktop.services.agreements.text_spans import SpanWriter
from tws_desktop.ui.words import tr

_LEFT_TO_THE_OUTLINE = frozenset({LineStyle.CONTENTS, LineStyle.CONTENTS_TITLE, LineStyle.PAGE, LineStyle.MARGIN})
HEADS = frozenset({LineStyle.SECTION, LineStyle.ANNEX, LineStyle.HEADING_1})
CLAUSE = "clause:"
ANNEX = "anlage_"
_FRAME = frozenset({LineStyle.TITLE, LineStyle.SUBTITLE, LineStyle.PARTY, LineStyle.RIGHT, LineStyle.SIGNATURE})
_MOST_NORMS = 2


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of text; a value or gap names its field (a missing clause: „clause:KEY“), a reference its mark."""

    text: str
    mood: Mood = Mood.PLAIN
    field: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ChipAt:
    """A chip of origin below an Absatz."""

    text: str
    icon: str = ""
    tone: str = "neutral"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the paper. `unit_id` is what can be selected and edited; `side` stands right of a head.

    `adds` marks the line behind a § that takes a new Absatz.
    """

    key: str
    style: LineStyle
    number: str = ""
    bits: tuple[Bit, ...] = ()
    unit_id: UUID | None = None
    section_id: UUID | None = None
    side: str = ""
    chips: tuple[ChipAt, ...] = ()
    warning: str = ""
    cells: tuple[tuple[Bit, ...], ...] = ()
    mark: str = ""
    adds: bool = False

    @property
    def text(self) -> str:
        """The block's words without its number."""
        return "".join(bit.text for bit in self.bits)

    @property
    def opens(self) -> bool:
        """Whether a click opens title, parties or an annex that is filled by hand."""
        return self.unit_id is None and (self.style in _FRAME or self.mark.startswith(ANNEX))

    @property
    def is_head(self) -> bool:
        """Whether it is the heading of a §, the preamble or an annex."""
        return self.style in HEADS


def blocks_of(
    lines: Iterable[ScreenLine],
    outline: Outline,
    chips: Mapping[UUID, tuple[ChipAt, ...]],
    warnings: Mapping[UUID, str],
    spans: SpanWriter,
) -> tuple[Block, ...]:
    """The paper of the desk from the lines of the document, in the same order and with the same numbers."""
    return tuple(_Walk(outline, chips, warnings, spans).blocks(lines))


class _Walk:
    def __init__(
        self,
        outline: Outline,
        chips: Mapping[UUID, tuple[ChipAt, ...]],
        warnings: Mapping[UUID, str],
        spans: SpanWriter,
    ) -> None:
        self._outline, self._chips, self._warnings, self._spans = outline, chips, warnings, spans
        self._by_mark = {unit.word_mark: unit for unit in outline.all_units() if unit.word_mark}
        self._slots = {f"{ANNEX}{unit.slot}": unit for unit in outline.sections() if unit.kind is UnitKind.ANNEX}
        self._section: Unit | None = None
        self._unmarked: list[Unit] = []
        self._annex = ""

    def blocks(self, lines: Iterable[ScreenLine]) -> Iterator[Block]:
        for number, line in enumerate(lines):
            if line.style in _LEFT_TO_THE_OUTLINE:
                continue
            unit = self._unit(line)
            if self._leaves(line, unit):
                yield from self._adding()
                self._section = None
            if unit is not None and unit.parent_id is None:
                self._enter(unit)
            if line.style in HEADS:
                self._annex = line.mark or "" if line.style is LineStyle.ANNEX else ""
            yield self._block(number, line, unit)
        yield from self._adding()

    def _unit(self, line: ScreenLine) -> Unit | None:
        mark = line.mark or ""
        found = self._by_mark.get(mark) or self._slots.get(mark)
        if found is None and line.style is LineStyle.BODY and self._unmarked:
            return self._unmarked.pop(0)
        return found

    def _leaves(self, line: ScreenLine, unit: Unit | None) -> bool:
        if self._section is None:
            return False
        return line.style in HEADS or (unit is None and not line.cells)

    def _enter(self, section: Unit) -> None:
        self._section = section
        without_marks = section.kind in {UnitKind.PREAMBLE, UnitKind.ANNEX}
        children = self._outline.children(section) if without_marks else ()
        self._unmarked = [unit for unit in children if not self._outline.hidden(unit)]

    def _adding(self) -> Iterator[Block]:
        if self._section is not None:
            yield Block(
                f"add:{self._section.id}",
                LineStyle.CONTINUED,
                bits=(Bit(tr("Absatz anfügen oder aus der Bibliothek holen")),),
                section_id=self._section.id,
                adds=True,
            )

    def _block(self, number: int, line: ScreenLine, unit: Unit | None) -> Block:
        bits = bits_of(line.pieces, unit, self._spans)
        cells = tuple(tuple(Bit(piece.text, piece.mood) for piece in cell) for cell in line.cells)
        if unit is None:
            key = f"line:{number}"
            mark = line.mark or (self._annex if cells else "")
            return Block(key, line.style, line.number, bits, cells=cells, mark=mark)
        return Block(
            str(unit.id),
            line.style,
            line.number,
            bits,
            unit.id,
            self._outline.section_of(unit).id,
            side=side_of(self._outline, unit) if unit.kind is UnitKind.SECTION else "",
            chips=self._chips.get(unit.id, ()) if unit.kind is UnitKind.ABSATZ else (),
            warning=self._warnings.get(unit.id, ""),
            mark=line.mark or "",
        )


def bits_of(pieces: tuple[Piece, ...], unit: Unit | None, spans: SpanWriter) -> tuple[Bit, ...]:
    """The pieces of a line with the fields they show; without them if line and unit do not match."""
    fields = [""] * len(pieces) if unit is None or not unit.parent_id else _fields(unit, spans)
    if len(fields) != len(pieces):
        fields = [""] * len(pieces)
    return tuple(Bit(piece.text, piece.mood, field, piece.mark) for piece, field in zip(pieces, fields, strict=True))


def _fields(unit: Unit, spans: SpanWriter) -> list[str]:
    """The field of each piece: a run may be written in several, a list of §§ for instance."""
    found: list[str] = []
    for run in unit.text:
        key = ""
        if isinstance(run, dict):
            key = f"{CLAUSE}{run['clause']}" if "clause" in run else run.get("field", "")
        found.extend([key] * len(spans.spans(replace(unit, text=(run,)))))
    return found


def side_of(outline: Outline, section: Unit) -> str:
    """„§§ 96–98 BetrVG · erzwingbar“: norms and right of the clauses in a §, short."""
    units = outline.children(section)
    norms = tuple(dict.fromkeys(norm for unit in units for norm in unit.norms))
    rights = {unit.right for unit in units if unit.right}
    words = [", ".join(norms[:_MOST_NORMS]) + (" …" if len(norms) > _MOST_NORMS else "")]
    if len(rights) == 1:
        words.append(RIGHT_NAMES[Right(rights.pop())])
    elif rights:
        words.append(tr("teils erzwingbar"))
    return " · ".join(word for word in words if word)
