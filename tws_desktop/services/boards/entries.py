"""Cards and clusters: add, edit, move, stack, strike, mark; each call is one undo step of the workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.german.dates import show_date
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.text import cleaned
from tws_desktop.domain.workshops import (
    Entry,
    EntryKind,
    EntryTopic,
    Release,
    Source,
    Step,
    Workshop,
    starting_level,
)
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import behind, last_rank, place


def add_entry(
    work: Work,
    step_id: UUID,
    board: str,
    text: str,
    *,
    kind: EntryKind = EntryKind.CARD,
    symbol: str = "",
    parent_id: UUID | None = None,
    data: Mapping[str, Any] | None = None,
) -> Entry:
    """A new entry at the end of its column; its level is that of the phase, else of the workshop."""
    step = work.get(Step, step_id)
    workshop = work.get(Workshop, step.workshop_id)
    work.action("Spalte angelegt" if kind is EntryKind.CLUSTER else "Karte angelegt", in_workshop(workshop.id))
    entry = Entry(
        uuid4(),
        workshop.id,
        kind,
        _needed(text),
        step_id=step_id,
        board=board,
        parent_id=parent_id,
        data=dict(data or {}),
        symbol=symbol,
        level=starting_level(workshop, step),
    )
    last = work.last(Entry, workshop_id=entry.workshop_id, step_id=step_id, board=board, parent_id=parent_id)
    return work.add(replace(entry, rank=behind(last)))


def _needed(text: str) -> str:
    clean = cleaned(text).strip()
    if not clean:
        raise InputRefused("Die Karte ist leer. Bitte einen Text eingeben.")
    return clean


def park(work: Work, workshop_id: UUID, text: str, step_id: UUID | None = None) -> Entry:
    """A line for the parking lot (Themenspeicher); `step_id` is the phase it came up in."""
    return _aside(work, workshop_id, text, step_id, EntryKind.PARKED, "In den Themenspeicher gelegt")


def note_privately(work: Work, workshop_id: UUID, text: str, step_id: UUID | None = None) -> Entry:
    """A note for the facilitator alone: never on the beamer, in no paper."""
    return _aside(work, workshop_id, text, step_id, EntryKind.PRIVATE_NOTE, "Private Notiz geschrieben")


def _aside(work: Work, workshop_id: UUID, text: str, step_id: UUID | None, kind: EntryKind, what: str) -> Entry:
    workshop = work.get(Workshop, workshop_id)
    work.action(what, in_workshop(workshop_id))
    rank = behind(work.last(Entry, workshop_id=workshop_id, kind=kind))
    step = work.get(Step, step_id) if step_id else None
    level = Level.NEGOTIATION if kind is EntryKind.PRIVATE_NOTE else starting_level(workshop, step)
    return work.add(
        Entry(
            uuid4(), workshop_id, kind, _needed(text), step_id=step_id, rank=rank, level=level, source=Source.MODERATOR
        )
    )


def edit_text(work: Work, entry_id: UUID, text: str) -> Entry:
    """Change what an entry says."""
    entry = work.get(Entry, entry_id)
    work.action("Text geändert", in_workshop(entry.workshop_id))
    return work.change(entry, text=_needed(text))


def edit(work: Work, entry_id: UUID, what: str, **values: Any) -> Entry:
    """Change columns of an entry under the name `what` of the undo step."""
    entry = work.get(Entry, entry_id)
    work.action(what, in_workshop(entry.workshop_id))
    return work.change(entry, **values)


def set_symbol(work: Work, entry_id: UUID, symbol: str) -> Entry:
    """Change the kind of a card (Aussage, Problem, ...)."""
    return edit(work, entry_id, "Art der Karte geändert", symbol=symbol)


def set_data(work: Work, entry_id: UUID, key: str, value: Any) -> Entry:
    """Change one field of a card; an empty value removes it."""
    entry = work.get(Entry, entry_id)
    data = {name: old for name, old in entry.data.items() if name != key}
    if value not in ("", None):
        data[key] = cleaned(value) if isinstance(value, str) else value
    return edit(work, entry_id, "Angabe zur Karte geändert", data=data)


def set_note(work: Work, entry_id: UUID, note: str) -> Entry:
    """Change the longer note of an entry."""
    return edit(work, entry_id, "Notiz zur Karte geändert", note=cleaned(note))


def move(work: Work, entry_id: UUID, parent_id: UUID | None, index: int | None = None) -> Entry:
    """Put a card into a cluster (None: the tray) at a place; the end without `index`."""
    entry = work.get(Entry, entry_id)
    work.action("Karte verschoben", in_workshop(entry.workshop_id))
    column = work.all(
        Entry, workshop_id=entry.workshop_id, step_id=entry.step_id, board=entry.board, parent_id=parent_id
    )
    column = tuple(sibling for sibling in column if sibling.kind is entry.kind)
    moved: Entry = place(work, entry, column, len(column) if index is None else index, parent_id=parent_id)
    return moved


def also_belongs(work: Work, entry_id: UUID, cluster_id: UUID | None) -> Entry:
    """A second link „gehört auch zu“."""
    return edit(work, entry_id, "„Gehört auch zu“ geändert", also_parent_id=cluster_id)


def stack(work: Work, entry_id: UUID, on_id: UUID) -> Entry:
    """Lay a double on the card that says the same; it is not thrown away."""
    on = work.get(Entry, on_id)
    if entry_id in {on.id, on.parent_id}:
        raise InputRefused("Eine Karte kann nicht auf sich selbst liegen. Bitte eine andere wählen.")
    return edit(work, entry_id, "Karten übereinandergelegt", parent_id=on_id)


def merge_clusters(work: Work, gone_id: UUID, into_id: UUID) -> Entry:
    """Move all cards of a column into another and drop the empty one."""
    gone, into = work.get(Entry, gone_id), work.get(Entry, into_id)
    work.action("Spalten zusammengelegt", in_workshop(gone.workshop_id))
    rank = last_rank(work.all(Entry, parent_id=into_id))
    for number, card in enumerate(work.all(Entry, parent_id=gone_id)):
        work.change(card, parent_id=into_id, rank=rank + number * 1024)
    for card in work.all(Entry, also_parent_id=gone_id):
        work.change(card, also_parent_id=into_id)
    _drop(work, gone)
    return into


def _drop(work: Work, cluster: Entry) -> None:
    for topic in work.all(EntryTopic, entry_id=cluster.id):
        work.remove(topic)
    work.remove(cluster)


def dissolve_cluster(work: Work, cluster_id: UUID) -> None:
    """Drop a column; its cards go back to the tray."""
    cluster = work.get(Entry, cluster_id)
    work.action("Spalte aufgelöst", in_workshop(cluster.workshop_id))
    for card in work.all(Entry, parent_id=cluster_id):
        work.change(card, parent_id=None)
    for card in work.all(Entry, also_parent_id=cluster_id):
        work.change(card, also_parent_id=None)
    _drop(work, cluster)


def strike(work: Work, entry_id: UUID, struck: bool = True) -> Entry:
    """Strike an entry out, or bring it back; struck entries appear nowhere but in the history."""
    return edit(work, entry_id, "Karte gelöscht" if struck else "Karte zurückgeholt", struck=struck)


def set_level(work: Work, entry_id: UUID, level: Level, secret_by: str = "", secret_on: date | None = None) -> Entry:
    """Change who may see an entry; § 79 needs who declared the secret and when."""
    if level is Level.SECRET79 and not (secret_by.strip() and secret_on):
        raise InputRefused("Für § 79 fehlt, wer das Geheimnis wann erklärt hat. Bitte beides eintragen.")
    keep = level is Level.SECRET79
    return edit(
        work,
        entry_id,
        "Vertraulichkeit geändert",
        level=level,
        secret_by=cleaned(secret_by) if keep else "",
        secret_on=secret_on if keep else None,
    )


def secret_text(by: str, on: date) -> str:
    """What is kept of a secret when its content is not: who declared it and when."""
    return f"Geheimnis, erklärt am {show_date(on)} von {by}"


def set_topics(work: Work, entry_id: UUID, keys: tuple[str, ...]) -> None:
    """Say which topics an entry speaks of."""
    entry = work.get(Entry, entry_id)
    work.action("Themen zugeordnet", in_workshop(entry.workshop_id))
    old = {topic.topic_key: topic for topic in work.all(EntryTopic, entry_id=entry_id)}
    for key, topic in old.items():
        if key not in keys:
            work.remove(topic)
    for key in keys:
        if key not in old:
            work.add(EntryTopic(uuid4(), entry_id, key))


def release(work: Work, workshop_id: UUID, thing: str, thing_id: UUID, audience: Audience, by_role: str) -> Release:
    """Release a thing for an audience; by whom is a role, the day is today."""
    work.action(f"Freigegeben für {audience.german}", in_workshop(workshop_id))
    found = work.find(Release, thing=thing, thing_id=thing_id, audience=audience)
    return found or work.add(Release(uuid4(), thing, thing_id, audience, cleaned(by_role), work.now().date()))


def withdraw(work: Work, workshop_id: UUID, thing: str, thing_id: UUID, audience: Audience) -> None:
    """Take a release back."""
    work.action(f"Freigabe für {audience.german} zurückgenommen", in_workshop(workshop_id))
    for found in work.all(Release, thing=thing, thing_id=thing_id, audience=audience):
        work.remove(found)


def released(work: Work, thing: str) -> dict[UUID, frozenset[Audience]]:
    """The audiences each thing of a table is released for."""
    found: dict[UUID, frozenset[Audience]] = {}
    for item in work.all(Release, thing=thing):
        found[item.thing_id] = found.get(item.thing_id, frozenset()) | {item.audience}
    return found
