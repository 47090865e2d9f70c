"""An agreement as a paper: title, Rubrum, contents, §§, signatures, annexes, in a clean and an internal edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from tws_desktop.documents.blocks import (
    Absatz,
    Block,
    Buchstabe,
    Contents,
    Document,
    Gap,
    Heading,
    MarginNote,
    Notice,
    Nummer,
    Paragraph,
    Parties,
    Party,
    Section,
    Signature,
    Signatures,
    Span,
    Text,
    Title,
)
from tws_desktop.domain import agreements as rows
from tws_desktop.domain.agreement_types import AgreementType, PartySlot, Side
from tws_desktop.domain.agreement_types import Part as PartForm
from tws_desktop.domain.agreements import Unit, UnitKind
from tws_desktop.domain.clause_fields import Right
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import Refused
from tws_desktop.domain.german import show_date
from tws_desktop.domain.text import shortened
from tws_desktop.services.agreements.annexes import AnnexContent, annex_blocks, read_annexes, shown_annexes
from tws_desktop.services.agreements.origin import NO_ORIGIN, Node, Origin, counted, origins
from tws_desktop.services.agreements.origin_list import origin_blocks, seen
from tws_desktop.services.agreements.outline import Outline, read_outline
from tws_desktop.services.agreements.shelf import Shelf, agreement_type
from tws_desktop.services.agreements.text_spans import SpanWriter
from tws_desktop.services.agreements.versions import content_hash
from tws_desktop.services.ports import Work

RIGHT_NAMES = {
    Right.ENFORCEABLE: "erzwingbar",
    Right.PARTLY: "teilweise erzwingbar",
    Right.VOLUNTARY: "freiwillig",
    Right.TARIFF: "nur mit tariflicher Öffnung",
    Right.FRAME: "Rahmenregelung",
}
_INSIDE = frozenset({Audience.VERHANDLUNG, Audience.GREMIUM})
_MARGIN_SIGNS = 60
_LEADS = ("zwischen", "und")
_ARTICLES = {"Arbeitgeber": "den", "Betriebsrat": "den", "Gesamtbetriebsrat": "den", "Gewerkschaft": "die"}


class Edition(StrEnum):
    """The text alone, or with origin and legal basis in the margin."""

    CLEAN = "clean"
    INTERNAL = "internal"


class EditionRefused(Refused):
    """The edition is not for this audience."""


@dataclass(frozen=True, slots=True)
class _Frame:
    shelf: Shelf
    outline: Outline
    type_: AgreementType
    writer: SpanWriter
    content: AnnexContent
    origins: dict[UUID, Origin]
    audience: Audience


def agreement_document(
    work: Work, shelf: Shelf, agreement_id: UUID, edition: Edition, audience: Audience, today: date
) -> Document:
    """The agreement as a document for every writer; the internal edition only for team and council.

    A reference to a clause that is not in the text and every open field are visible gaps.
    """
    if edition is Edition.INTERNAL and audience not in _INSIDE:
        raise EditionRefused(
            f"Die interne Ausgabe zeigt Herkunft und Positionen und ist nicht für „{audience.german}“. "
            "Bitte die Reinfassung wählen oder den Empfängerkreis ändern."
        )
    outline = read_outline(work, agreement_id)
    agreement = outline.agreement
    type_ = agreement_type(shelf, agreement.type_key)
    content = read_annexes(work, outline, audience)
    annexes = shown_annexes(type_, outline, content)
    writer = SpanWriter(outline, shelf.clauses, frozenset(slot.key for slot in annexes))
    found = origins(work, agreement_id) if edition is Edition.INTERNAL else {}
    frame = _Frame(shelf, outline, type_, writer, content, found, audience)
    blocks: list[Block] = [Title(agreement.title, agreement.subtitle)]
    blocks.extend(_notices(shelf, agreement, edition, today))
    for number, (part, form) in enumerate(zip(outline.parts, type_.parts, strict=False)):
        blocks.extend(_part(work, frame, part, form, number))
    blocks.extend(annex_blocks(shelf, outline, content, annexes, writer))
    if edition is Edition.INTERNAL:
        blocks.extend(origin_blocks(outline, found, audience))
    inside = "Intern, nicht an den Arbeitgeber · " if edition is Edition.INTERNAL else ""
    return Document(
        agreement.title,
        tuple(blocks),
        today,
        subtitle=agreement.subtitle,
        subject=type_.title,
        header_left=_header(outline, agreement.title, work),
        header_right=f"ENTWURF {agreement.version} · nicht unterschriftsreif",
        footer_left=f"{inside}Stand {show_date(today)} · Textstand {content_hash(work, agreement_id)[:8]}",
    )


def _header(outline: Outline, title: str, work: Work) -> str:
    """„Betriebliche Zukunftsvereinbarung · Musterwerk Saar GmbH“."""
    parties = work.all(rows.Party, part_id=outline.parts[0].id) if outline.parts else ()
    employer = next((one.legal_name for one in parties if one.side == Side.EMPLOYER), "")
    return f"{title} · {employer}" if employer and employer not in title else title


def left_out(work: Work, agreement_id: UUID, audience: Audience) -> int:
    """How many measures and tariff facts the paper for `audience` leaves out; told to the facilitator only."""
    return read_annexes(work, read_outline(work, agreement_id), audience).left_out


def _notices(shelf: Shelf, agreement: rows.Agreement, edition: Edition, today: date) -> Iterator[Block]:
    for key in ("D-EXPORT", *(("D-DATEN",) if edition is Edition.INTERNAL else ())):
        found = shelf.disclaimers.get(key)
        if found is not None:
            text = found.text.replace("{datum}", show_date(today)).replace("{fassung}", str(agreement.version))
            yield Notice(text)


def _part(work: Work, frame: _Frame, part: rows.Part, form: PartForm, number: int) -> Iterator[Block]:
    if len(frame.type_.parts) > 1:
        yield Heading(part.title)
    parties = work.all(rows.Party, part_id=part.id)
    slots = {str(slot.side): slot for slot in form.parties}
    yield Parties(tuple(_party(place, one, slots.get(one.side)) for place, one in enumerate(parties)))
    if number == 0:
        yield Contents()
    for unit in frame.outline.top(part.id):
        if unit.kind is not UnitKind.ANNEX:
            yield from _section(frame, unit)
    yield Signatures(tuple(_signatures(form, parties)))


def _party(place: int, one: rows.Party, slot: PartySlot | None) -> Party:
    detail: list[Span] = [] if one.legal_name else [Gap("Name der Partei angeben")]
    if one.seat and one.seat not in one.legal_name:
        detail.append(Text(f", {one.seat}"))
    detail.append(Text(", vertreten durch "))
    detail.append(Text(one.represented_by) if one.represented_by else Gap("Vertretung angeben"))
    called = slot.called if slot is not None else ""
    return Party(_LEADS[min(place, 1)], one.legal_name, tuple(detail), called)


def _signatures(form: PartForm, parties: tuple[rows.Party, ...]) -> Iterator[Signature]:
    named = {one.side: one for one in parties}
    called = {party.side: party.called for party in form.parties}
    for line in form.signatures:
        party = named.get(str(line.side))
        if party is None:
            yield Signature(_for(called[line.side]), function=line.function)
        else:
            yield Signature(_for(called[line.side]), party.legal_name, function=line.function)


def _for(called: str) -> str:
    """„Für den Arbeitgeber“; the names of other parties stand without an article."""
    return f"Für {_ARTICLES[called]} {called}" if called in _ARTICLES else f"Für: {called}"


def _section(frame: _Frame, section: Unit) -> Iterator[Block]:
    preamble = section.kind is UnitKind.PREAMBLE
    yield Heading(section.title, mark=section.word_mark) if preamble else Section(section.title, section.word_mark)
    noted = ""
    before: tuple[Node, ...] | None = None
    for unit in frame.outline.children(section):
        if frame.outline.hidden(unit):
            continue
        spans = frame.writer.spans(unit)
        yield Paragraph(spans) if preamble else Absatz(spans, unit.word_mark)
        yield from _items(frame, unit)
        if frame.origins and (unit.clause_key != noted or not noted):
            nodes = tuple(node for top in frame.origins[unit.id].nodes for node in seen(top, frame.audience))
            yield MarginNote(_margin(unit, nodes, repeated=bool(nodes) and nodes == before))
            before = nodes
        noted = unit.clause_key


def _items(frame: _Frame, absatz: Unit) -> Iterator[Block]:
    for nummer in frame.outline.children(absatz):
        yield Nummer(frame.writer.spans(nummer), nummer.word_mark)
        for buchstabe in frame.outline.children(nummer):
            yield Buchstabe(frame.writer.spans(buchstabe), buchstabe.word_mark)


def _margin(unit: Unit, nodes: tuple[Node, ...], *, repeated: bool) -> tuple[str, ...]:
    """Short lines for the margin: how far the right goes, what it rests on, when that was said.

    The list behind the text says the rest.
    """
    right = RIGHT_NAMES[Right(unit.right)] if unit.right else "eigener Text"
    last = ", ".join((right, *unit.norms[:1]))
    if repeated:
        return ("Herkunft wie zuvor", last)
    if not nodes:
        return (NO_ORIGIN, last)
    days = sorted({node.on for top in nodes for node in top.walk() if node.workshop and node.on is not None})
    said = (f"gesagt am {' und '.join(show_date(day) for day in days)}",) if days else ()
    return (shortened(nodes[0].text, _MARGIN_SIGNS), re.sub(r"(\d) ", "\\1\u00a0", counted(nodes)), *said, last)
