"""What can be done with cards and columns: each asks the store for one change and says what was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from random import SystemRandom
from typing import Any
from uuid import UUID

from tws_desktop.boards.cards.card_items import level_sentence
from tws_desktop.domain.confidentiality import Audience, Level, next_level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Entry, EntryKind
from tws_desktop.services.boards import entries
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.palette import card_kind
from tws_desktop.ui.words import tr

Tell = Callable[[str], None]


class CardActs:
    """The acts of one board. `tell` gets the sentence for the toast, `refused` the one of a refusal."""

    def __init__(self, desk: Desk, content: Callable[[], Content], tell: Tell, refused: Tell) -> None:
        self._desk, self._content, self._tell, self._refused = desk, content, tell, refused

    def entry(self, entry_id: UUID | None) -> Entry | None:
        """The row of a card or column."""
        return next((entry for entry in self._content().entries if entry.id == entry_id), None)

    def write(self, use_case: Callable[[Work], Any], told: str = "") -> None:
        """Runs a use case; `told` follows its commit."""
        then = (lambda _: self._tell(told)) if told else None
        self._desk.calls.write(use_case, then, self._refused)

    def move(self, card_id: UUID, column_id: UUID | None, index: int | None = None) -> None:
        """Into a column (None: the tray)."""
        card, column = self.entry(card_id), self.entry(column_id)
        if card is None:
            return
        if column is None:
            told = tr("„{text}“ liegt ohne Spalte.").format(text=card.text)
        else:
            numbers = [cluster.id for cluster in self._content().clusters]
            told = tr("„{text}“ liegt in Spalte {number}.").format(text=card.text, number=numbers.index(column.id) + 1)
        self.write(lambda work: entries.move(work, card_id, column_id, index), told)

    def strike(self, card_id: UUID) -> None:
        """Takes a card off the board; undo brings it back."""
        self.write(lambda work: entries.strike(work, card_id), tr("Karte gelöscht."))

    def set_kind(self, card_id: UUID, kind: str) -> None:
        """Another kind of card."""
        told = tr("Karte ist jetzt „{kind}“.").format(kind=card_kind(kind).name)
        self.write(lambda work: entries.set_symbol(work, card_id, kind), told)

    def next_level(self, card_id: UUID) -> None:
        """The next level of confidentiality; § 79 is set in its own panel."""
        entry = self.entry(card_id)
        if entry is not None and entry.level is not Level.SECRET79:
            level = next_level(entry.level)
            self.write(lambda work: entries.set_level(work, card_id, level), level_sentence(level))

    def set_level(self, card_id: UUID, level: Level) -> None:
        """One level, chosen by hand."""
        self.write(lambda work: entries.set_level(work, card_id, level), level_sentence(level))

    def set_secret(self, card_id: UUID, by: str, on: date, *, keep_text: bool) -> None:
        """A secret under § 79; without its content only who declared it and when is kept."""

        def act(work: Work) -> None:
            work.action(tr("Als § 79 vermerkt"), in_workshop(self._content().workshop.id))
            if not keep_text:
                entries.edit_text(work, card_id, entries.secret_text(by, on))
            entries.set_level(work, card_id, Level.SECRET79, by, on)

        self.write(act, level_sentence(Level.SECRET79))

    def set_released(self, card_id: UUID, audience: Audience, *, on: bool) -> None:
        """Releases for an audience, or takes it back."""
        workshop = self._content().workshop.id
        name = audience.german
        if on:
            told = tr("Freigegeben für {name}.").format(name=name)
            self.write(lambda w: entries.release(w, workshop, "entries", card_id, audience, "Moderation"), told)
        else:
            told = tr("Freigabe für {name} zurückgenommen.").format(name=name)
            self.write(lambda w: entries.withdraw(w, workshop, "entries", card_id, audience), told)

    def set_data(self, card_id: UUID, key: str, value: str) -> None:
        """One field of a card."""
        self.write(lambda work: entries.set_data(work, card_id, key, value))

    def set_note(self, card_id: UUID, note: str) -> None:
        """The longer note."""
        self.write(lambda work: entries.set_note(work, card_id, note))

    def set_also(self, card_id: UUID, column_id: UUID | None) -> None:
        """A second column it belongs to."""
        self.write(lambda work: entries.also_belongs(work, card_id, column_id))

    def stack(self, card_id: UUID, on_id: UUID) -> None:
        """Lays a double on another card."""
        on = self.entry(on_id)
        told = tr("Liegt jetzt unter „{text}“.").format(text=on.text if on else "")
        self.write(lambda work: entries.stack(work, card_id, on_id), told)

    def unstack(self, card_id: UUID) -> None:
        """Takes the doubles off a card again."""
        card = self.entry(card_id)
        below = [entry.id for entry in self._content().entries if entry.parent_id == card_id]
        if card is None or not below:
            return

        def act(work: Work) -> None:
            work.action(tr("Doppelte wieder einzeln"), in_workshop(self._content().workshop.id))
            for double in below:
                entries.move(work, double, card.parent_id)

        self.write(act, tr("Die Karten liegen wieder einzeln."))

    def new_column(self, title: str, done: Callable[[Entry], None], failed: Tell) -> None:
        """A new column behind the last."""
        content = self._content()
        self._desk.calls.write(
            lambda work: entries.add_entry(work, content.step.id, content.board.key, title, kind=EntryKind.CLUSTER),
            done,
            failed,
        )

    def rename(self, entry_id: UUID, text: str, failed: Tell) -> None:
        """Other words for a card or a column's title."""
        self._desk.calls.write(lambda work: entries.edit_text(work, entry_id, text), None, failed)

    def set_topics(self, column_id: UUID, keys: tuple[str, ...]) -> None:
        """The topics a column speaks of."""
        self.write(lambda work: entries.set_topics(work, column_id, keys))

    def merge(self, gone_id: UUID, into_id: UUID) -> None:
        """Puts one column's cards into another."""
        into = self.entry(into_id)
        told = tr("Spalten zusammengelegt: „{title}“.").format(title=into.text if into else "")
        self.write(lambda work: entries.merge_clusters(work, gone_id, into_id), told)

    def dissolve(self, column_id: UUID) -> None:
        """Drops a column; its cards go back to the tray."""
        self.write(lambda work: entries.dissolve_cluster(work, column_id), tr("Spalte aufgelöst, Karten bleiben."))

    def add_shuffled(self, cards: tuple[tuple[str, str], ...], done: Callable[[], None]) -> None:
        """Writes cards typed on the passed-round laptop in an order nobody can trace."""
        content, mixed = self._content(), list(cards)
        SystemRandom().shuffle(mixed)

        def act(work: Work) -> None:
            work.action(tr("Karten vom Laptop übernommen"), in_workshop(content.workshop.id))
            for text, symbol in mixed:
                entries.add_entry(work, content.step.id, content.board.key, text, symbol=symbol)

        count = len(mixed)
        told = (
            tr("1 Karte übernommen.") if count == 1 else tr("{count} Karten gemischt übernommen.").format(count=count)
        )

        def finish(_: object) -> None:
            done()
            self._tell(told)

        self._desk.calls.write(act, finish, self._refused)
