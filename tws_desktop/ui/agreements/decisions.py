"""What the desk decides about texts and buttons, without a widget: variants, markers while editing, the next gap."""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.agreements import FieldValue, UnitKind
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.clauses import VARIANT_NAMES, Clause, VariantId
from tws_desktop.services.agreements.clauses import options_of
from tws_desktop.services.agreements.document import RIGHT_NAMES
from tws_desktop.services.agreements.editing import CLOSE, OPEN
from tws_desktop.services.agreements.findings import Finding, Severity
from tws_desktop.services.agreements.outline import Outline
from tws_desktop.services.agreements.proposals import Proposal
from tws_desktop.services.agreements.runs import Runs
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.values import shown
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.words import tr

VARIANT_ICONS = {VariantId.MAX: "flag-triangle-right", VariantId.KOMP: "target", VariantId.MIN: "shield"}
_MARKER = re.compile(rf"{OPEN}{OPEN}|{OPEN}([1-9]\d*){CLOSE}")


@dataclass(frozen=True, slots=True)
class VariantChoice:
    """A variant of a clause as a button."""

    id: VariantId
    name: str
    title: str
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ClauseCard:
    """What the tools of a block say of its clause: variants, optional sentences, key, stand and state."""

    key: str
    title: str
    variants: tuple[VariantChoice, ...]
    options: tuple[tuple[str, str, bool], ...]
    stand: str
    variant_title: str
    note: str
    edited: bool

    @property
    def chosen(self) -> VariantId | None:
        """The variant in the text."""
        return next((one.id for one in self.variants if one.chosen), None)

    @property
    def following(self) -> VariantId:
        """The variant behind the chosen one, from the last back to the first."""
        ids = [one.id for one in self.variants]
        return ids[(ids.index(self.chosen) + 1) % len(ids)] if self.chosen in ids and self.chosen else ids[0]


def clause_card(shelf: Shelf, state: DeskState, unit_id: UUID) -> ClauseCard | None:
    """The clause of a unit, None for own text, headings and clauses the catalogue no longer has."""
    unit = state.outline.units.get(unit_id)
    absatz = state.outline.absatz_of(unit) if unit is not None else None
    clause = shelf.clauses.get(absatz.clause_key) if absatz is not None else None
    if absatz is None or clause is None:
        return None
    variants = tuple(
        VariantChoice(one.id, VARIANT_NAMES[one.id], one.title, VARIANT_ICONS[one.id], absatz.variant == one.id)
        for one in clause.variants
    )
    now = next((one for one in clause.variants if one.id == absatz.variant), None)
    return ClauseCard(
        clause.key,
        clause.title,
        variants,
        options_of(shelf, state.outline, clause.key),
        stand_words(clause),
        now.title if now is not None else "",
        now.note if now is not None else "",
        is_edited(state.outline, clause.key),
    )


def own_rights() -> tuple[tuple[str, str, str], ...]:
    """What can be said of the right behind an Absatz of one's own, as choices of a field."""
    none = ("", tr("ohne Kennzeichen"), "")
    return (none, *((str(right), RIGHT_NAMES[right], "") for right in Right if right is not Right.TARIFF))


def own_right(state: DeskState, unit_id: UUID) -> str | None:
    """The mark of an Absatz of one's own in a §, None for everything else."""
    unit = state.outline.units.get(unit_id)
    if unit is None or unit.kind is not UnitKind.ABSATZ or unit.clause_key:
        return None
    return unit.right if state.outline.section_of(unit).kind is UnitKind.SECTION else None


def stand_words(clause: Clause) -> str:
    """„Baustein QUA-03, Stand 10/2026 · eigener Entwurf, ungeprüft“."""
    words = tr("Baustein {key}, Stand {stand}").format(key=clause.key, stand=f"{clause.stand:%m/%Y}")
    return f"{words} · {clause.status}"


def is_edited(outline: Outline, clause_key: str) -> bool:
    """Whether people have changed the clause's text, so that another variant would overwrite it."""
    return any(one.own_text for unit in outline.clause_units(clause_key) for one in outline.walk(unit))


def insert_words(shelf: Shelf, state: DeskState, proposal: Proposal) -> str:
    """„In § 7 einsetzen“, or as a new § where its section is not in the text yet."""
    section = next((unit for unit in state.outline.sections() if unit.slot and unit.slot == proposal.slot), None)
    slot = shelf.agreement_types[state.agreement.type_key].slot_of(proposal.clause_key)
    if slot is not None and slot.preamble:
        return tr("In die Präambel einsetzen")
    if section is None:
        return tr("Als neuen Paragrafen einsetzen")
    return tr("In {number} einsetzen").format(number=state.number_of(section.id))


def proposal_icon(proposal: Proposal) -> tuple[str, str]:
    """Icon and tone of a proposal: in the text already, spoken for in a workshop, or only usual."""
    if proposal.present:
        return "check", "ok"
    return ("lightbulb", "accent_text") if proposal.evidence else ("library", "text_2")


def renumbered(text: str, known: Runs, now: Runs) -> str:
    """The edited text with its markers counted as the store counts them now; a marker that is gone goes."""

    def again(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        place = int(found[1]) - 1
        if place >= len(known):
            return found[0]
        return f"{OPEN}{now.index(known[place]) + 1}{CLOSE}" if known[place] in now else ""

    return _MARKER.sub(again, text)


def marker_legend(state: DeskState, parts: Runs) -> str:
    """„⟦1⟧ Frist festlegen (offen) · ⟦2⟧ § 4“: what the markers of an edited text stand for."""
    return " · ".join(f"{OPEN}{place}{CLOSE} {_stands_for(state, run)}" for place, run in enumerate(parts, start=1))


def _stands_for(state: DeskState, run: object) -> str:
    match run:
        case {"field": str(key)}:
            return _field_words(state.outline.fields.get(key))
        case {"clause": str(key)}:
            units = state.outline.clause_units(key)
            return state.number_of(state.outline.section_of(units[0]).id) if units else tr("Verweis ohne Ziel")
        case {"annex": str(key)}:
            return next((one.number for one in state.items if one.key and key in one.key), tr("Anlage"))
        case _:
            return tr("Verweis")


def _field_words(value: FieldValue | None) -> str:
    if value is None:
        return tr("Feld")
    return (
        f"{value.label}: {shown(value)}" if value.value is not None else tr("{label} (offen)").format(label=value.label)
    )


def next_finding(found: tuple[Finding, ...], after: int) -> int:
    """The place of the finding behind `after`, from the start again at the end; -1 without findings."""
    return (after + 1) % len(found) if found else -1


SEVERITY_LOOK = {
    Severity.FAULT: ("octagon-alert", "error"),
    Severity.WARNING: ("triangle-alert", "warn"),
    Severity.OPEN: ("text-cursor-input", "warn"),
    Severity.NOTE: ("info", "info"),
}
