"""Free editing of the text: a plain text with numbered markers for fields and references, nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import Part, Unit, UnitKind
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import Scope, in_agreement
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.services.agreements.clause_units import drop_unused_fields, hand_on, remove_unit, word_mark
from tws_desktop.services.agreements.clauses import ClauseRefused
from tws_desktop.services.agreements.outline import Outline, outline_of_unit, read_outline
from tws_desktop.services.agreements.ranks import ranks_between
from tws_desktop.services.agreements.runs import Run, Runs, fields_in, joined
from tws_desktop.services.ports import Work

OPEN, CLOSE = "⟦", "⟧"
_MARKER = re.compile(rf"{OPEN}{OPEN}|{OPEN}([1-9]\d*){CLOSE}")


@dataclass(frozen=True, slots=True)
class Editable:
    """A unit's text to edit: ⟦1⟧ stands for `parts[0]`; a typed ⟦ stands there twice."""

    text: str
    parts: Runs


def editable_runs(runs: Iterable[Run]) -> Editable:
    """The projection of runs to a plain text that `edited_runs` reads back as they were."""
    words: list[str] = []
    parts: list[Run] = []
    for run in runs:
        if isinstance(run, str):
            words.append(run.replace(OPEN, OPEN * 2))
            continue
        if run not in parts:
            parts.append(run)
        words.append(f"{OPEN}{parts.index(run) + 1}{CLOSE}")
    return Editable("".join(words), tuple(parts))


def edited_runs(parts: Runs, text: str) -> Runs:
    """The runs of an edited text; refuses a marker that stands for nothing."""
    runs: list[Run] = []
    at = 0
    for found in _MARKER.finditer(text):
        runs.append(text[at : found.start()])
        at = found.end()
        if found[1] is None:
            runs.append(OPEN)
        elif int(found[1]) <= len(parts):
            runs.append(parts[int(found[1]) - 1])
        else:
            raise InputRefused(f"Für die Marke {found[0]} gibt es in diesem Absatz kein Feld. Bitte die Marke löschen.")
    runs.append(text[at:])
    return joined(runs)


def editable(work: Work, unit_id: UUID) -> Editable:
    """A unit's text as a plain text to edit."""
    return editable_runs(work.get(Unit, unit_id).text)


def edited(unit: Unit, text: str) -> Runs:
    """The runs of a unit after its text was edited; text is cleaned, refused signs are named."""
    return edited_runs(editable_runs(unit.text).parts, cleaned(text, TextKind.LONG))


def edit_text(work: Work, unit_id: UUID, text: str) -> Unit:
    """Stores an edited text; the unit counts as own text from then on. An unchanged text changes nothing."""
    outline, unit = outline_of_unit(work, unit_id)
    runs = edited(unit, text)
    if runs == joined(unit.text):
        return unit
    work.action("Text geändert", _scope(outline))
    before = frozenset(fields_in(unit.text))
    done = work.change(unit, text=runs, own_text=True)
    after = read_outline(work, outline.agreement.id)
    unfilled = frozenset(key for key in before if key in after.fields and after.fields[key].value is None)
    drop_unused_fields(work, after, unfilled)
    return done


def mark_right(work: Work, unit_id: UUID, right: str) -> Unit:
    """Says of an Absatz of one's own how far the council can enforce it; empty takes the mark away."""
    outline, unit = outline_of_unit(work, unit_id)
    if unit.kind is not UnitKind.ABSATZ or unit.clause_key:
        raise ClauseRefused("Das Recht dieses Absatzes nennt sein Baustein. Bitte einen eigenen Absatz wählen.")
    work.action("Recht gekennzeichnet", _scope(outline))
    return work.change(unit, right=str(Right(right)) if right else "")


def edit_title(work: Work, unit_id: UUID, title: str) -> Unit:
    """Gives a §, the preamble or an annex another title."""
    outline, unit = outline_of_unit(work, unit_id)
    new = cleaned(title, TextKind.LINE).strip()
    if unit.parent_id is not None or not new:
        raise InputRefused("Die Überschrift ist leer. Bitte eine eintragen.")
    work.action("Überschrift geändert", _scope(outline))
    return work.change(unit, title=new)


def add_section(work: Work, part_id: UUID, title: str, after: UUID | None = None) -> Unit:
    """A § of one's own behind the § `after`, or behind the last one."""
    from_part = work.all(Unit, part_id=part_id, parent_id=None)
    new_title = cleaned(title, TextKind.LINE).strip()
    if not new_title:
        raise InputRefused("Der Paragraf hat keine Überschrift. Bitte eine eintragen.")
    sections = [unit for unit in from_part if unit.kind is not UnitKind.ANNEX]
    place = next((number for number, unit in enumerate(sections, start=1) if unit.id == after), len(sections))
    work.action(f"Paragraf eingefügt: {new_title}", in_agreement(_agreement_of(work, part_id)))
    [rank] = ranks_between(work, from_part, place, 1)
    new = uuid4()
    return work.add(
        Unit(new, part_id, UnitKind.SECTION, rank, title=new_title, own_text=True, word_mark=word_mark(new))
    )


_BELOW = {
    UnitKind.SECTION: UnitKind.ABSATZ,
    UnitKind.PREAMBLE: UnitKind.ABSATZ,
    UnitKind.ANNEX: UnitKind.ABSATZ,
    UnitKind.ABSATZ: UnitKind.NUMMER,
    UnitKind.NUMMER: UnitKind.BUCHSTABE,
}


def add_below(work: Work, parent_id: UUID, text: str = "", after: UUID | None = None) -> Unit:
    """Own text below a unit (§: Absatz, Absatz: Nummer, Nummer: Buchstabe), behind `after` or at the end."""
    outline, parent = outline_of_unit(work, parent_id)
    kind = _BELOW.get(parent.kind)
    if kind is None:
        raise ClauseRefused("Unter einem Buchstaben geht es nicht tiefer. Bitte einen neuen Absatz anlegen.")
    siblings = outline.children(parent)
    place = next((number for number, unit in enumerate(siblings, start=1) if unit.id == after), len(siblings))
    work.action("Eigener Text eingefügt", _scope(outline))
    [rank] = ranks_between(work, siblings, place, 1)
    new = uuid4()
    runs = edited_runs((), cleaned(text, TextKind.LONG))
    return work.add(
        Unit(new, parent.part_id, kind, rank, parent.id, text=runs, own_text=True, word_mark=word_mark(new))
    )


def delete_unit(work: Work, unit_id: UUID) -> None:
    """Deletes a unit and what is below it; the rest of its clause keeps what the clause rests on."""
    outline, unit = outline_of_unit(work, unit_id)
    work.action("Text gelöscht", _scope(outline))
    keys = frozenset(key for one in outline.walk(unit) for key in fields_in(one.text))
    if unit.kind is UnitKind.ABSATZ and unit.clause_key:
        rest = [one for one in outline.clause_units(unit.clause_key) if one.id != unit.id]
        if rest:
            hand_on(work, unit, rest[0])
    remove_unit(work, outline, unit)
    after = read_outline(work, outline.agreement.id)
    drop_unused_fields(work, after, keys)
    if unit.parent_id is not None and unit.kind is UnitKind.ABSATZ:
        section = after.units[unit.parent_id]
        if not after.children(section) and not section.own_text:
            remove_unit(work, after, section)


def _scope(outline: Outline) -> Scope:
    return in_agreement(outline.agreement.id)


def _agreement_of(work: Work, part_id: UUID) -> UUID:
    return work.get(Part, part_id).agreement_id
