"""Filling the annexes that no computation fills: rows of a table, paragraphs of a text; party details."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.agreement_types import AnnexKind, AnnexSlot
from tws_desktop.domain.agreements import FieldValue, Part, Party, Unit, UnitKind
from tws_desktop.domain.clause_fields import FieldKind
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.services.agreements.clause_units import remove_unit, word_mark
from tws_desktop.services.agreements.clauses import ClauseRefused
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.runs import joined
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.ports import Work


def annex_field(key: str) -> str:
    """The key of the field that holds the rows of a table annex."""
    return f"annex.{key}"


def annex_rows(outline: Outline, key: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table annex, empty while nobody has filled it."""
    value = outline.fields.get(annex_field(key))
    return tuple(tuple(str(cell) for cell in row) for row in (value.value or ())) if value is not None else ()


def fill_annex_table(work: Work, shelf: Shelf, agreement_id: UUID, key: str, rows: Sequence[Sequence[str]]) -> None:
    """Stores the rows of a table annex; empty rows are dropped, no row at all makes the annex a gap again."""
    outline = read_outline(work, agreement_id)
    slot = _slot(shelf, outline.agreement.type_key, key, AnnexKind.TABLE)
    width = len(slot.columns)
    clean = [[cleaned(cell).strip() for cell in row] for row in rows]
    if any(len(row) > width for row in clean):
        raise ClauseRefused(f"Die Anlage „{slot.title}“ hat {width} Spalten. Bitte die überzähligen Angaben kürzen.")
    kept = [[*row, *[""] * (width - len(row))] for row in clean if any(row)]
    work.action(f"Anlage ausgefüllt: {slot.title}", in_agreement(agreement_id))
    value = outline.fields.get(annex_field(key))
    if value is None:
        label = slot.title[:40]
        value = work.add(FieldValue(uuid4(), agreement_id, annex_field(key), str(FieldKind.TABLE), label))
    work.change(value, value=kept or None)


def write_annex(work: Work, shelf: Shelf, agreement_id: UUID, key: str, text: str) -> Unit | None:
    """Replaces the text of an annex; blank lines part its Absätze. An empty text takes the annex away."""
    outline = read_outline(work, agreement_id)
    slot = _slot(shelf, outline.agreement.type_key, key, None)
    work.action(f"Anlage geschrieben: {slot.title}", in_agreement(agreement_id))
    for unit in outline.sections():
        if unit.kind is UnitKind.ANNEX and unit.slot == key:
            remove_unit(work, outline, unit)
    texts = [part.strip() for part in cleaned(text, TextKind.LONG).split("\n\n") if part.strip()]
    if not texts:
        return None
    part = outline.parts[0]
    last = max((unit.rank for unit in work.all(Unit, part_id=part.id, parent_id=None)), default=0)
    annex = work.add(_unit(part.id, UnitKind.ANNEX, last + 1024, None, title=slot.title, slot=key))
    for number, one in enumerate(texts, start=1):
        work.add(_unit(part.id, UnitKind.ABSATZ, number * 1024, annex.id, text=joined((one,))))
    return annex


def change_party(work: Work, party_id: UUID, **values: str) -> Party:
    """Changes name, seat, representative or function of a party."""
    party = work.get(Party, party_id)
    agreement_id = work.get(Part, party.part_id).agreement_id
    work.action("Vertragspartei geändert", in_agreement(agreement_id))
    return work.change(party, **{name: cleaned(value, TextKind.LINE).strip() for name, value in values.items()})


def change_heading(work: Work, agreement_id: UUID, title: str, subtitle: str = "") -> None:
    """Changes title and subtitle of the agreement."""
    new = cleaned(title, TextKind.LINE).strip()
    if not new:
        raise ClauseRefused("Die Vereinbarung hat keinen Titel. Bitte einen eintragen.")
    work.action("Titel geändert", in_agreement(agreement_id))
    agreement = read_outline(work, agreement_id).agreement
    work.change(agreement, title=new, subtitle=cleaned(subtitle, TextKind.LINE).strip())


def _slot(shelf: Shelf, type_key: str, key: str, kind: AnnexKind | None) -> AnnexSlot:
    for slot in agreement_type(shelf, type_key).annexes:
        if slot.key == key and kind in {None, slot.kind} and slot.kind is not AnnexKind.MEASURES:
            return slot
    raise ClauseRefused(f"Die Anlage „{key}“ lässt sich so nicht ausfüllen. Bitte eine andere wählen.")


def _unit(part_id: UUID, kind: UnitKind, rank: int, parent_id: UUID | None, **values: Any) -> Unit:
    new = uuid4()
    return Unit(new, part_id, kind, rank, parent_id, own_text=True, word_mark=word_mark(new), **values)
