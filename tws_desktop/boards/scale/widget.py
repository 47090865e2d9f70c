"""A one-dot query in the room: count the dots, see the distribution at once."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.ballots import Choice, Paper
from tws_desktop.boards.chart_view import ChartView
from tws_desktop.boards.count_field import NumberInput
from tws_desktop.boards.counting import CountingBoard
from tws_desktop.boards.dissent import DissentPanel
from tws_desktop.boards.offers_panel import OffersPanel
from tws_desktop.boards.scale.bucket_row import BucketRow
from tws_desktop.boards.scale.report import distribution, one_place, parameters, sentence, spread_sentence
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.scoring.one_dot import Scale, one_dot
from tws_desktop.domain.text import same_words
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import votes
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.offers import Option
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class Widget(CountingBoard):
    """One row of counts, or one per sentence of an earlier phase."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        asked = parameters(content)
        self._scale = Scale(asked.low, asked.high)
        self._per_entry = bool(asked.per_entry)
        self._rows: dict[UUID | None, _Counted] = {}
        self._list = QVBoxLayout()
        self._offers = OffersPanel(tr("Sätze aus einer früheren Phase"), tr("Übernehmen"))
        self._offers.taken.connect(self._take)
        if not self._per_entry:
            self._offers.hide()
        self._people = NumberInput(tr("Personen"), may_be_empty=True)
        self._people.counted.connect(
            lambda number: self.on_vote(lambda work, vote: votes.set_vote(work, vote.id, voters=number))
        )
        self._pass = outlined(tr("Laptop herumgeben"), "user")
        self._pass.clicked.connect(self._start_round)
        self._chart = ChartView()
        self._words = WrapLabel("", "strong")
        self._spread = WrapLabel("", "body", "text_2")
        self._dissent = DissentPanel(
            desk.calls,
            f"{content.step.id}.{content.board.key}",
            lambda text: self.on_vote(lambda work, vote: votes.set_vote(work, vote.id, dissent=text)),
        )
        self._lay_out(asked.question, f"{asked.low} = {asked.low_label}  ·  {asked.high} = {asked.high_label}")
        self.show_content(content)

    def show_content(self, content: Content) -> None:
        """Show the counts as they are stored."""
        super().show_content(content)
        state = self.state
        options: tuple[VoteOption | None, ...] = (None,)
        if self._per_entry:
            options = state.options if state is not None else ()
        self._build(options)
        for option_id, row in self._rows.items():
            row.show_counts(state.counts(option_id) if state else {}, locked=self.closed)
        if not self._people.hasFocus():
            self._people.set_value(state.vote.voters if state else None)
        self._people.setPlaceholderText(str(content.workshop.headcount or ""))
        self._people.setEnabled(not self.closed)
        self._dissent.show_text(state.vote.dissent if state else "")
        known = tuple(option.text for option in options if option is not None)
        self._offers.show_offers(content.offers, known, ticked=True)
        self._offers.setVisible(self._per_entry and bool(self._offers.count) and not self.closed)
        self._pass.setVisible(not self.closed)
        self._pass.set_reason("" if options else tr("Erst Sätze übernehmen."))
        self._show_result()

    def chips(self) -> tuple[ChipState, ...]:
        """How the dots come in, and for how many people they are counted."""
        total, noted = self._voters(), self.people
        if not total:
            count = ChipState(tr("noch keine Punkte"), "users")
        elif noted and total != noted:
            count = ChipState(tr("{n} von {all} Personen").format(n=total, all=noted), "users", "warn")
        else:
            words = tr("1 Person") if total == 1 else tr("{n} Personen").format(n=total)
            count = ChipState(words, "users", "ok")
        shut = (ChipState(tr("nur Summen gespeichert"), "shield-check", "ok"),) if self.closed else ()
        return (self.way_chip, count, *shut)

    def focus_input(self) -> bool:
        """The first count."""
        for row in self._rows.values():
            next(iter(row.buckets.buckets.values())).count.field.setFocus()
            return True
        return False

    def _lay_out(self, question: str, ends: str) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        margin = style().space("x4")
        column.setContentsMargins(0, 0, margin, margin)
        column.setSpacing(style().space("x3"))
        if same_words(question, self.content.step.question):
            question = ""
        if question:
            column.addWidget(WrapLabel(question, "lead"))
        column.addWidget(WrapLabel(ends, "body", "text_2"))
        self._list.setSpacing(style().space("x3"))
        column.addLayout(self._list)
        column.addWidget(self._offers)
        self._result = Panel(tr("Verteilung"), "layout-dashboard", small_head=True)
        for widget in (self._chart, self._words, self._spread):
            self._result.add(widget)
        foot = QHBoxLayout()
        foot.setSpacing(style().space("x3"))
        hint = tr("Lassen Sie das Feld leer, wenn alle da sind, die Sie erwartet haben.")
        foot.addWidget(FormRow(tr("Personen im Raum"), self._people, hint), 1)
        foot.addWidget(self._pass)
        column.addLayout(foot)
        column.addWidget(self._result)
        column.addWidget(self._dissent)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Column(body, self.content.board.title, "bg"))

    def _build(self, options: tuple[VoteOption | None, ...]) -> None:
        wanted = [option.id if option else None for option in options]
        if wanted == list(self._rows):
            return
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        for option in options:
            row = _Counted(self.content, option)
            here = option.id if option else None
            row.buckets.counted.connect(lambda bucket, count, at=here: self.set_total(at, bucket, count))
            self._rows[here] = row
            self._list.addWidget(row)

    def _show_result(self) -> None:
        state = self.state
        self._result.setVisible(not self._per_entry)
        if self._per_entry:
            return
        single = one_dot(state.counts() if state else {}, self._scale)
        self._chart.show_chart(distribution(single), tr("Verteilung der Punkte. ") + sentence(single))
        self._words.setText(sentence(single))
        self._spread.setText(spread_sentence(single))

    def _voters(self) -> int:
        state = self.state
        if state is None:
            return 0
        keys = list(self._rows)
        return max((sum(state.counts(key).values()) for key in keys), default=0)

    def _take(self, options: tuple[Option, ...]) -> None:
        self.on_vote(lambda work, vote: boards.take_options(work, vote.id, options))

    def _start_round(self) -> None:
        asked = parameters(self.content)
        state = self.state
        choices = tuple(Choice(o.id, o.text) for o in state.options) if state and self._per_entry else ()
        buckets = tuple(str(bucket) for bucket in range(asked.low, asked.high + 1))
        ends = f"{asked.low} = {asked.low_label}, {asked.high} = {asked.high_label}"
        self.pass_round(Paper(asked.question, choices or (Choice(None, ""),), buckets, note=ends))


class _Counted(Panel):
    """One row of counts, with the sentence it is about and its mean."""

    def __init__(self, content: Content, option: VoteOption | None) -> None:
        super().__init__()
        asked = parameters(content)
        self._scale = Scale(asked.low, asked.high)
        self._mean = Chip("", "circle-dot")
        self.buckets = BucketRow(asked, option.text if option else "")
        if option is not None:
            line = QHBoxLayout()
            line.addWidget(WrapLabel(option.text, "strong"), 1)
            line.addWidget(self._mean)
            self.add_layout(line)
        self.add(self.buckets)

    def show_counts(self, counts: dict[int, int], *, locked: bool) -> None:
        """Show what is stored."""
        self.buckets.show_counts(counts, locked=locked)
        result = one_dot(counts, self._scale)
        if result.mean is None:
            self._mean.set_chip(tr("noch keine Punkte"), "circle-dot")
        else:
            words = tr("Mittelwert {mean}, {n} Personen").format(mean=one_place(result.mean), n=result.voters)
            self._mean.set_chip(words, "circle-dot", "ok")
