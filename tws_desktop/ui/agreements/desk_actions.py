"""What a person does at the desk, as use cases: one action, one undo step, one sentence in the toast."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import Unit
from tws_desktop.domain.keeping import in_agreement
from tws_desktop.services.agreements import clauses, editing, fields, moving
from tws_desktop.services.agreements.fields import Suggestion
from tws_desktop.services.agreements.proposals import Proposal
from tws_desktop.services.agreements.runs import Runs
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.versions import freeze
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.decisions import renumbered
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.words import tr

Told = Callable[[str, Callable[[], None] | None], None]
_THING = "agreement"


class DeskActions:
    """Writes for one agreement at a time; `told(sentence, undo)` shows the toast."""

    def __init__(self, desk: Desk, told: Told) -> None:
        self._desk = desk
        self._told = told
        self.agreement_id: UUID | None = None

    @property
    def shelf(self) -> Shelf:
        """The catalogue."""
        return self._desk.catalog

    def insert(
        self, proposal: Proposal | None, key: str, variant: str, slot: str | None, then: Callable[[UUID], None]
    ) -> None:
        """Takes a clause into the text with what speaks for it; `then` gets its first Absatz."""
        agreement = self._here()
        evidence = proposal.evidence if proposal is not None else ()

        def use_case(work: Work) -> tuple[Unit, ...]:
            return clauses.insert_clause(work, self.shelf, agreement, key, variant, slot=slot, evidence=evidence)

        title = self.shelf.clauses[key].title

        def done(units: tuple[Unit, ...]) -> None:
            self._say(tr("„{title}“ eingesetzt.").format(title=title))
            then(units[0].id)

        self._desk.calls.write(use_case, done)

    def variant(self, key: str, variant: str, *, discard: bool) -> None:
        """Puts another variant of a clause into its place."""
        agreement = self._here()
        self._do(
            lambda work: clauses.choose_variant(work, self.shelf, agreement, key, variant, discard_edits=discard),
            tr("Der Text des Bausteins steht jetzt da.") if discard else tr("Fassung gewechselt."),
        )

    def option(self, key: str, option: str) -> None:
        """Puts an optional sentence or Absatz in or takes it out."""
        agreement = self._here()
        self._do(lambda work: clauses.toggle_option(work, self.shelf, agreement, key, option), tr("Wahl geändert."))

    def text(self, unit_id: UUID, text: str, parts: Runs, failed: Callable[[str], None]) -> None:
        """Stores an edited text whose markers stand for `parts`; the draft is done with."""
        agreement = self._here()

        def use_case(work: Work) -> None:
            now = editing.editable(work, unit_id).parts
            editing.edit_text(work, unit_id, renumbered(text, parts, now))
            work.keep_draft(_THING, str(agreement), str(unit_id), "")

        self._desk.calls.write(use_case, None, failed)

    def title(self, unit_id: UUID, title: str, failed: Callable[[str], None]) -> None:
        """Gives a § another heading."""
        self._desk.calls.write(lambda work: editing.edit_title(work, unit_id, title), None, failed)

    def draft(self, unit_id: UUID, text: str) -> None:
        """Keeps unsettled keystrokes."""
        agreement = self._here()
        self._desk.calls.write(lambda work: work.keep_draft(_THING, str(agreement), str(unit_id), text))

    def add_absatz(self, section_id: UUID, after: UUID | None, then: Callable[[UUID], None]) -> None:
        """An empty Absatz of one's own; `then` opens it."""
        self._desk.calls.write(lambda work: editing.add_below(work, section_id, "", after), lambda unit: then(unit.id))

    def add_section(
        self, part_id: UUID, title: str, after: UUID | None, then: Callable[[UUID], None], failed: Callable[[str], None]
    ) -> None:
        """A § of one's own."""

        def done(unit: Unit) -> None:
            self._say(tr("Paragraf eingefügt."))
            then(unit.id)

        self._desk.calls.write(lambda work: editing.add_section(work, part_id, title, after), done, failed)

    def move(self, unit_id: UUID, by: int) -> None:
        """Moves a § or Absatz."""

        def done(moved: bool) -> None:
            if moved:
                self._say(tr("Verschoben."))

        self._desk.calls.write(lambda work: moving.move_absatz(work, unit_id, by), done)

    def right(self, unit_id: UUID, right: str) -> None:
        """Says how far the council can enforce an Absatz of one's own."""
        self._do(lambda work: editing.mark_right(work, unit_id, right), tr("Recht gekennzeichnet."))

    def delete(self, unit_id: UUID) -> None:
        """Deletes a § or Absatz; the toast brings it back."""
        self._do(lambda work: editing.delete_unit(work, unit_id), tr("Gelöscht."))

    def fill(self, field_id: UUID, typed: str, then: Callable[[], None], failed: Callable[[str], None]) -> None:
        """Fills a field with what was typed."""
        today = self._desk.today()

        def done(shown: str) -> None:
            self._say(tr("Eingetragen: {value}").format(value=_short(shown)))
            then()

        self._desk.calls.write(lambda work: fields.fill_field(work, field_id, typed, today), done, failed)

    def accept(self, suggestion: Suggestion, then: Callable[[], None]) -> None:
        """Fills a gap with a value that was proposed."""
        today = self._desk.today()

        def done(shown: str) -> None:
            self._say(tr("Übernommen: {value}").format(value=_short(shown)))
            then()

        self._desk.calls.write(lambda work: fields.accept_suggestion(work, suggestion, today), done)

    def clear(self, field_id: UUID) -> None:
        """Makes a field a gap again."""
        self._do(lambda work: fields.clear_field(work, field_id), tr("Die Lücke ist wieder offen."))

    def freeze(self, then: Callable[[], None]) -> None:
        """Keeps the present text as a version that never changes."""
        agreement = self._here()

        def done(version: Any) -> None:
            self._told(
                tr("Fassung {number} festgehalten. Was davor war, lässt sich nicht mehr rückgängig machen.").format(
                    number=version.number
                ),
                None,
            )
            then()

        self._desk.calls.write(lambda work: freeze(work, agreement), done)

    def undo(self) -> None:
        """Takes the last action at this agreement back."""
        scope = in_agreement(self._here())
        self._desk.calls.write(
            lambda work: work.undo(scope),
            lambda what: self._told(tr("Rückgängig gemacht: {what}").format(what=what), None),
            lambda sentence: self._told(sentence, None),
        )

    def redo(self) -> None:
        """Does again what was taken back."""
        scope = in_agreement(self._here())
        self._desk.calls.write(
            lambda work: work.redo(scope),
            lambda what: self._told(tr("Wiederhergestellt: {what}").format(what=what), None),
            lambda sentence: self._told(sentence, None),
        )

    def _do(self, use_case: Callable[[Work], Any], sentence: str) -> None:
        self._desk.calls.write(use_case, lambda _: self._say(sentence))

    def _say(self, sentence: str) -> None:
        self._told(sentence, self.undo)

    def _here(self) -> UUID:
        if self.agreement_id is None:
            message = "no agreement is open"
            raise RuntimeError(message)
        return self.agreement_id


def _short(text: str) -> str:
    words = "; ".join(" ".join(line.split()) for line in text.split("\n"))
    return words if len(words) <= 60 else f"{words[:59]}…"
