"""What can be done with the rows of a form board: each asks the store for one change and says what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from shiboken6 import isValid

from tws_desktop.boards.form.form_items import title_of
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, evidence, forms
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Option
from tws_desktop.services.ports import Work
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.words import tr

Tell = Callable[[str], None]


class RowActs:
    """The acts of one board. `tell` gets the sentence for the toast, `refused` the one of a refusal.

    What comes back when the board is gone already (left while something was being stored) is for nobody.
    """

    def __init__(self, board: QObject, desk: Desk, content: Callable[[], Content], tell: Tell, refused: Tell) -> None:
        self._board, self._desk, self._content = board, desk, content
        self._tell, self._refused = tell, refused

    def row(self, row_id: UUID | None) -> forms.Row | None:
        """A row by its id."""
        return next((row for row in self._content().rows if row.id == row_id), None)

    def draft_of(self, row_id: UUID | None, key: str) -> tuple[str, str, str]:
        """Where half-typed text of a field is kept; None is the row that does not exist yet."""
        content = self._content()
        place = f"{content.step.id}:{content.board.key}:{row_id or 'new'}:{key}"
        return "room", str(content.workshop.id), f"form:{place}"

    def keep(self, row_id: UUID | None, key: str, text: str) -> None:
        """Keeps half-typed text."""
        place = self.draft_of(row_id, key)
        self._desk.calls.write(lambda work: work.keep_draft(*place, text))

    def add(self, values: Mapping[str, str], made: Callable[[Any], None], failed: Tell, draft: str = "") -> None:
        """A new row; its draft is forgotten with the same commit."""
        content, today = self._content(), self._desk.today()
        places = [self.draft_of(None, key) for key in (*values, draft) if key]

        def act(work: Work) -> Any:
            record = forms.add_row(work, content.step.id, content.board, values, today)
            for place in places:
                work.keep_draft(*place, "")
            return record

        self._run(act, made, failed)

    def set_field(self, row_id: UUID, key: str, text: str, failed: Tell, done: Callable[[], None]) -> None:
        """One field of a row."""
        content, today, place = self._content(), self._desk.today(), self.draft_of(row_id, key)

        def act(work: Work) -> None:
            forms.set_field(work, content.step.id, content.board, row_id, key, text, today=today)
            work.keep_draft(*place, "")

        self._run(act, lambda _: done(), failed)

    def move(self, row_id: UUID, by: int) -> None:
        """One place up or down."""
        content = self._content()
        ids = [row.id for row in content.rows]
        to = ids.index(row_id) + by if row_id in ids else -1
        if 0 <= to < len(ids):
            self._write(lambda work: forms.move_row(work, content.step.id, content.board, row_id, to))

    def remove(self, row_id: UUID) -> None:
        """Takes a row away; undo brings it back."""
        content, row = self._content(), self.row(row_id)
        if row is not None:
            told = tr("„{title}“ gelöscht.").format(title=title_of(content.board, row))
            self._write(lambda work: forms.remove_row(work, content.step.id, content.board, row_id), told)

    def take(self, options: tuple[Option, ...]) -> None:
        """Makes rows of what earlier phases offer."""
        content, today = self._content(), self._desk.today()
        count = len(options)
        told = tr("1 Zeile übernommen.") if count == 1 else tr("{count} Zeilen übernommen.").format(count=count)
        self._write(lambda work: boards.take_rows(work, content.step.id, content.board, options, today), told)

    def set_rest(self, row_id: UUID | None, ground: evidence.Ground, *, on: bool) -> None:
        """Ticks or unticks what a row rests on."""
        row, workshop = self.row(row_id), self._content().workshop.id
        if row is not None:
            self._write(lambda work: evidence.set_rest(work, workshop, row.record, ground, on=on))

    def set_level(self, row_id: UUID, level: Level) -> None:
        """Who may see a row."""
        content = self._content()
        told = tr("Stufe ist jetzt „{level}“.").format(level=level.german)
        self._write(lambda work: forms.set_row_level(work, content.step.id, content.board, row_id, level), told)

    def set_secret(self, row_id: UUID, by: str, on: date, *, keep_text: bool) -> None:
        """A secret under § 79 (entries alone); without its content only who declared it and when is kept."""

        def act(work: Work) -> None:
            work.action(tr("Als § 79 vermerkt"), in_workshop(self._content().workshop.id))
            if not keep_text:
                entries.edit_text(work, row_id, entries.secret_text(by, on))
            entries.set_level(work, row_id, Level.SECRET79, by, on)

        self._write(act, tr("Stufe ist jetzt „{level}“.").format(level=Level.SECRET79.german))

    def set_released(self, row_id: UUID, audience: Audience, *, on: bool) -> None:
        """Releases for an audience, or takes it back."""
        content = self._content()
        workshop, thing = content.workshop.id, forms.thing_of(content.board)
        name = audience.german
        if on:
            told = tr("Freigegeben für {name}.").format(name=name)
            self._write(lambda w: entries.release(w, workshop, thing, row_id, audience, "Moderation"), told)
        else:
            told = tr("Freigabe für {name} zurückgenommen.").format(name=name)
            self._write(lambda w: entries.withdraw(w, workshop, thing, row_id, audience), told)

    def _write(self, use_case: Callable[[Work], Any], told: str = "") -> None:
        self._run(use_case, lambda _: self._tell(told) if told else None, self._refused)

    def _run(self, use_case: Callable[[Work], Any], then: Callable[[Any], None], failed: Tell) -> None:
        self._desk.calls.write(
            use_case,
            lambda made: then(made) if isValid(self._board) else None,
            lambda sentence: failed(sentence) if isValid(self._board) else None,
        )
