"""Whatever can be typed into a board is read by a paper or by a later phase: nothing is asked for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tws_desktop import boards as board_parts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.board_parameters import Board, BoardKind, RecordKind, SheetMode, VoteKind
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.form_fields import Field, FieldKind
from tws_desktop.domain.german.dates import show_date, show_date_long
from tws_desktop.domain.questionnaires import ItemKind
from tws_desktop.domain.workshops import EntryKind, Step, StepKind
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, forms, sheets, votes
from tws_desktop.services.papers.choice import Order, workshop_paper
from tws_desktop.services.ports import Work
from tws_desktop.services.typed import shown
from tws_desktop.services.workshops import prepare
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 10, 12)
FORMATS = ("F01", "F05", "K1")
PAPERS = {
    "D01": Audience.VERHANDLUNG,
    "D04": Audience.VERHANDLUNG,
    "D05": Audience.GREMIUM,
    "D07": Audience.VERHANDLUNG,
}


def marked(catalog: Catalog, form: str) -> Catalog:
    """The catalogue with words of their own wherever a person only chooses: options, ways, topics, clauses.

    So a choice counts as read only where its own word is found, never because the format says it too.
    """
    topics = {key: replace(topic, title=f"Merkthema{key}") for key, topic in catalog.topics.items()}
    clauses = {key: replace(clause, title=f"Merkbaustein{key}") for key, clause in catalog.clauses.items()}
    found = catalog.formats[form]
    phases = tuple(
        replace(phase, boards=tuple(_marked(board, phase.number) for board in phase.boards)) for phase in found.phases
    )
    return replace(catalog, topics=topics, clauses=clauses, formats={form: replace(found, phases=phases)})


def _marked(board: Board, number: str) -> Board:
    if board.form is not None:
        fields = tuple(_field(field, f"{number}{board.key}") for field in board.form.fields)
        return replace(board, form=replace(board.form, fields=fields))
    if board.cards is not None:
        fields = tuple(_field(field, f"{number}{board.key}") for field in board.cards.fields)
        return replace(board, cards=replace(board.cards, fields=fields))
    if board.votes is not None and board.votes.path:
        return replace(board, votes=replace(board.votes, path=(*board.votes.path, f"Merkweg{number}{board.key}")))
    return board


def _field(field: Field, place: str) -> Field:
    if field.options:
        return replace(field, options=(*field.options, f"Merkwahl{place}{field.key}"))
    return replace(field, low=None, high=None) if field.high is not None else field


class Typist:
    """Types something of its own into every field and notes where it must be found again."""

    def __init__(self, work: Any, catalog: Catalog, step: Step, number: int) -> None:
        self.work, self.catalog, self.step = work, catalog, step
        self.wanted: dict[str, tuple[str, ...]] = {}
        self.on_paper: set[str] = set()
        """Places that only a paper counts for: every list of topics says a topic."""
        self._numbers = 40_011 + 1_000 * number

    def sentinel(self, place: str) -> str:
        text = f"Merkwort{self._number()}Ende"
        self.wanted[f"{self.step.number}.{place}"] = (text,)
        return text

    def _figure(self) -> str:
        self._numbers += 1
        return str(self._numbers)

    def _number(self) -> str:
        return f"{self.step.rank}x{len(self.wanted)}"

    def board(self, board: Board) -> None:
        content = boards.content(self.work, self.catalog, self.step.id, board.key)
        if content.step.id != self.step.id:
            return
        match board.kind:
            case BoardKind.CARDS:
                self._cards(board)
            case BoardKind.FORM:
                self._form(board, content)
            case BoardKind.SHEET:
                self._sheet(board)
            case _:
                self._vote(board)

    def dissent(self) -> None:
        prepare.change_step(self.work, self.step.id, dissent=self.sentinel("zweite Meinung der Phase"))

    def _cards(self, board: Board) -> None:
        assert board.cards is not None
        column = None
        if board.cards.cluster:
            title = self.sentinel(f"{board.key}.Spalte")
            column = entries.add_entry(self.work, self.step.id, board.key, title, kind=EntryKind.CLUSTER)
        card = entries.add_entry(
            self.work, self.step.id, board.key, self.sentinel(f"{board.key}.Karte"), symbol=board.cards.kinds[0].value
        )
        entries.set_note(self.work, card.id, self.sentinel(f"{board.key}.Notiz"))
        for field in board.cards.fields:
            entries.set_data(self.work, card.id, field.key, self._typed(board, field))
        if column is not None:
            entries.move(self.work, card.id, column.id)

    def _form(self, board: Board, content: boards.Content) -> None:
        form = forms.form_of(board)
        if form.record is RecordKind.FACT:
            self._facts(board, content)
            return
        values = {field.key: self._typed(board, field) for field in form.fields}
        forms.add_row(self.work, self.step.id, board, values, TODAY)

    def _typed(self, board: Board, field: Field) -> str:
        place = f"{board.key}.{field.key}"
        match field.kind:
            case FieldKind.CHOICE:
                text = field.options[-1]
                self.wanted[f"{self.step.number}.{place}"] = (text,)
            case FieldKind.TOPIC:
                text = "T07"
                self.wanted[f"{self.step.number}.{place}"] = (self.catalog.topics[text].title,)
                self.on_paper.add(f"{self.step.number}.{place}")
            case FieldKind.CLAUSES:
                text = next(iter(self.catalog.clauses))
                self.wanted[f"{self.step.number}.{place}"] = (self.catalog.clauses[text].title,)
            case FieldKind.DATE:
                day = TODAY + timedelta(days=31 * self.step.rank // 100 + 40 + len(self.wanted))
                text = show_date(day)
                self.wanted[f"{self.step.number}.{place}"] = (text, show_date_long(day))
            case FieldKind.NUMBER:
                text = self._figure()
                self.wanted[f"{self.step.number}.{place}"] = (shown(field.kind, text),)
            case _:
                text = self.sentinel(place)
        return text

    def _facts(self, board: Board, content: boards.Content) -> None:
        sheet = self.catalog.fact_sheets[forms.form_of(board).fact_sheet]
        for fact in sheet.facts:
            place = f"{self.step.number}.{board.key}.{fact.key}"
            if fact.column == "areas":
                area = self.sentinel(f"{board.key}.{fact.key}")
                heads = self._figure()
                plants.add_area(self.work, content.plant.id, area, int(heads))
                self.wanted[f"{place} (Beschäftigte)"] = (shown(FieldKind.NUMBER, heads),)
            elif fact.column == "council_size":
                size = self._figure()
                plants.change_plant(self.work, content.plant.id, council_size=int(size))
                self.wanted[place] = (size,)
            elif fact.column == "land":
                plants.change_plant(self.work, content.plant.id, land="BB")
                self.wanted[place] = ("Brandenburg",)
            elif fact.column:
                text = self.sentinel(f"{board.key}.{fact.key}")
                plants.change_plant(self.work, content.plant.id, **{fact.column: text})
            elif fact.kind in {FieldKind.NUMBER, FieldKind.MONEY, FieldKind.PERCENT}:
                value = self._figure()
                plants.set_fact(self.work, content.plant.id, fact.key, value, as_of=TODAY)
                self.wanted[place] = (shown(fact.kind, value),)
                self.wanted[f"{place} (Name)"] = (fact.label,)
            else:
                text = self.sentinel(f"{board.key}.{fact.key}")
                source = self.sentinel(f"{board.key}.{fact.key} (Quelle)")
                plants.set_fact(self.work, content.plant.id, fact.key, text, as_of=TODAY, source=source)

    def _sheet(self, board: Board) -> None:
        assert board.sheet is not None
        questionnaire = self.catalog.questionnaires[board.sheet.questionnaire]
        if board.sheet.mode is SheetMode.SINGLE:
            asked = [item for item in questionnaire.items if item.kind is ItemKind.TEXT]
            words = {item.key: self.sentinel(f"{board.key}.{item.key}") for item in asked}
            for _ in range(questionnaire.hidden_below):
                sheets.record_single(self.work, self.step.id, questionnaire, {}, words)
            return
        sheet = sheets.open_sheet(self.work, self.step.id, questionnaire, board.sheet.mode, short=board.sheet.short)
        item = sheet.items_copy[0]
        sheets.answer(self.work, sheet.id, item.key, 2)
        for part in ("reason", "evidence", "dissent"):
            sheets.explain(self.work, sheet.id, item.key, part, self.sentinel(f"{board.key}.{part}"))

    def _vote(self, board: Board) -> None:
        kind = board.votes.kind if board.votes else VoteKind.SCALE
        question = self.sentinel(f"{board.key}.Frage") if board.votes else self.step.question
        vote = votes.open_vote(self.work, self.step.id, board.key, kind, question)
        votes.set_vote(self.work, vote.id, dissent=self.sentinel(f"{board.key}.zweite Meinung"))
        if board.votes is not None:
            path = board.votes.path[-1] if board.votes.path else ""
            text = self.sentinel(f"{board.key}.Möglichkeit")
            option = votes.add_option(self.work, vote.id, text)
            if path:
                votes.change_option(self.work, option.id, path=path)
                self.wanted[f"{self.step.number}.{board.key}.Weg"] = (path,)


def unread(store: OpenStore, catalog: Catalog, form: str) -> list[str]:
    """The fields of a format whose text nothing reads."""
    catalog = marked(catalog, form)

    def act(work: Work) -> list[str]:
        plant = plants.add_plant(work, "Werk")
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, catalog.formats[form], headcount=11, starts_on=TODAY)
        wanted: dict[str, tuple[str, ...]] = {}
        on_paper: set[str] = set()
        steps = [step for step in work.all(Step, workshop_id=workshop.id) if step.kind is StepKind.STEP]
        for number, step in enumerate(steps):
            typist = Typist(work, catalog, step, number)
            for board in step.boards:
                typist.board(board)
            typist.dissent()
            wanted.update(typist.wanted)
            on_paper |= typist.on_paper
        papers = [
            repr(workshop_paper(work, catalog, workshop.id, Order(key, audience, TODAY, board_parts.report)).document)
            for key, audience in PAPERS.items()
        ]
        offered = [
            repr(boards.content(work, catalog, step.id, board.key).offers) for step in steps for board in step.boards
        ]
        printed, whole = "\n".join(papers), "\n".join((*papers, *offered))
        return [
            place
            for place, texts in wanted.items()
            if not any(_said(text) in (printed if place in on_paper else whole) for text in texts)
        ]

    return store.write(act).result()


def _said(text: str) -> str:
    return repr(text)[1:-1]


@pytest.mark.parametrize("form", FORMATS)
def test_every_field_of_a_format_is_read(store: Any, catalog: Catalog, form: str) -> None:
    assert unread(store, catalog, form) == []


def test_the_formats_are_all_of_the_catalogue(catalog: Catalog) -> None:
    assert tuple(sorted(catalog.formats)) == FORMATS


def test_a_field_that_nothing_reads_is_named(store: Any, catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(content: boards.Content, shelf: Any, audience: Audience) -> Any:
        made = real(content, shelf, audience)
        return type(made)(()) if content.board.kind is BoardKind.CARDS else made

    real = board_parts.report
    monkeypatch.setattr(board_parts, "report", silent)
    assert "2.karten.Notiz" in unread(store, catalog, "K1")


@pytest.mark.parametrize(
    ("key", "place"),
    [("priority", "5a.blatt.priority"), ("risk", "6.einwaende.risk"), ("topic", "5a.blatt.topic")],
)
def test_a_choice_or_figure_that_nothing_reads_is_named(
    store: Any, catalog: Catalog, monkeypatch: pytest.MonkeyPatch, key: str, place: str
) -> None:
    def silent(content: boards.Content, shelf: Any, audience: Audience) -> Any:
        form = content.board.form
        if form is None or all(field.key != key for field in form.fields):
            return real(content, shelf, audience)
        kept = replace(form, fields=tuple(field for field in form.fields if field.key != key))
        return real(replace(content, board=replace(content.board, form=kept)), shelf, audience)

    real = board_parts.report
    monkeypatch.setattr(board_parts, "report", silent)
    monkeypatch.setitem(PAPERS, "D07", Audience.ARBEITGEBER)
    assert place in unread(store, catalog, "F05")
