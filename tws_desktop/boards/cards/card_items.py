"""What the board of cards shows, made of its rows: columns and tray with their cards; no toolkit in here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from tws_desktop.domain.confidentiality import Level, beamer_ceiling, on_beamer
from tws_desktop.domain.workshops import Entry, EntryKind
from tws_desktop.services.boards import Content

COVERED = "Verdeckt"
"""What stands on a card whose words the room must not see."""


@dataclass(frozen=True, slots=True)
class CardItem:
    """One card as it is painted. `lock` is its level where that differs from the workshop's, else empty."""

    id: UUID
    text: str
    kind: str = "aussage"
    meta: str = ""
    lock: str = ""
    pending: bool = False

    @property
    def sized_by(self) -> tuple[str, str, str]:
        """What the height of the card depends on."""
        return self.text, self.meta, self.lock


@dataclass(frozen=True, slots=True)
class ColumnItem:
    """A column: its key number, its title, its topics by short name, its cards."""

    id: UUID
    number: int
    title: str
    topics: tuple[str, ...]
    cards: tuple[CardItem, ...]


@dataclass(frozen=True, slots=True)
class BoardItems:
    """Everything on the board."""

    columns: tuple[ColumnItem, ...]
    tray: tuple[CardItem, ...]

    @property
    def count(self) -> int:
        """How many cards lie on the board."""
        return len(self.tray) + sum(len(column.cards) for column in self.columns)


def board_items(content: Content, short_topics: Mapping[str, str], *, covered: bool = False) -> BoardItems:
    """Columns and tray of `content`; a card whose column or stack is gone lies in the tray.

    `covered`: the room may see this screen, so cards above the beamer's ceiling show no words.
    """
    maker = _Maker(content, covered)
    columns = tuple(
        ColumnItem(
            cluster.id,
            number,
            maker.words(cluster),
            tuple(short_topics.get(key, key) for key in content.topics.get(cluster.id, ())),
            maker.cards_of(cluster.id),
        )
        for number, cluster in enumerate(content.clusters, start=1)
    )
    return BoardItems(columns, maker.loose())


class _Maker:
    def __init__(self, content: Content, covered: bool) -> None:
        self._content = content
        workshop = content.workshop
        self._ceiling = beamer_ceiling(workshop.default_level, workshop.room_audience) if covered else None
        fields = content.board.cards.fields if content.board.cards else ()
        self._fields = tuple(field.key for field in fields)
        self._titles = {cluster.id: cluster.text for cluster in content.clusters}
        self._below: dict[UUID | None, list[Entry]] = {}
        cards = [entry for entry in content.entries if entry.kind is EntryKind.CARD]
        known = {entry.id for entry in content.entries}
        for card in cards:
            parent = card.parent_id if card.parent_id in known else None
            self._below.setdefault(parent, []).append(card)

    def cards_of(self, parent_id: UUID) -> tuple[CardItem, ...]:
        return tuple(self._item(card) for card in self._below.get(parent_id, ()))

    def loose(self) -> tuple[CardItem, ...]:
        return tuple(self._item(card) for card in self._below.get(None, ()))

    def words(self, entry: Entry) -> str:
        if self._ceiling is not None and not on_beamer(entry.level, self._ceiling):
            return COVERED
        return entry.text

    def _item(self, card: Entry) -> CardItem:
        default = self._content.level
        lock = "" if card.level is default else card.level.value
        words = self.words(card)
        meta = self._meta(card) if words == card.text else ""
        return CardItem(card.id, words, card.symbol or "aussage", meta, lock)

    def _meta(self, card: Entry) -> str:
        parts = [str(card.data[key]) for key in self._fields if card.data.get(key)]
        if card.also_parent_id in self._titles:
            parts.append(f"auch: {self._titles[card.also_parent_id]}")
        doubles = len(self._below.get(card.id, ()))
        if doubles:
            parts.append("1 gleiche darunter" if doubles == 1 else f"{doubles} gleiche darunter")
        if card.note:
            parts.append("mit Notiz")
        return " · ".join(parts)


def hides_something(content: Content) -> bool:
    """Whether a card or column lies above the beamer's ceiling."""
    ceiling = beamer_ceiling(content.workshop.default_level, content.workshop.room_audience)
    return any(not on_beamer(entry.level, ceiling) for entry in content.entries)


def count_line(items: BoardItems) -> str:
    """`14 Karten in 4 Spalten, 2 noch ohne Spalte`."""
    cards = "1 Karte" if items.count == 1 else f"{items.count} Karten"
    if not items.columns:
        return cards if items.count else ""
    columns = "1 Spalte" if len(items.columns) == 1 else f"{len(items.columns)} Spalten"
    rest = f", {len(items.tray)} noch ohne Spalte" if items.tray else ""
    return f"{cards} in {columns}{rest}"


def level_sentence(level: Level) -> str:
    """What the toast says after a change of level."""
    return f"Karte ist jetzt „{level.german}“."
