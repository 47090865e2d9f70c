"""A vote in the room: options, counted totals, the ranking at once, a run-off, the laptop going round."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.counting import CountingBoard
from tws_desktop.boards.dissent import DissentPanel
from tws_desktop.boards.offers_panel import OffersPanel
from tws_desktop.boards.order import go_on, show_in
from tws_desktop.boards.votes.count_row import CountRow
from tws_desktop.boards.votes.dot_row import DotHead, DotRow
from tws_desktop.boards.votes.option_line import OptionRow
from tws_desktop.boards.votes.papers import paper
from tws_desktop.boards.votes.ranking import POLL, places, points_each
from tws_desktop.boards.votes.setting_row import SettingRow
from tws_desktop.boards.votes.verdict import Verdict, counted, verdicts
from tws_desktop.boards.votes.verdict_row import VerdictRow
from tws_desktop.domain.board_parameters import VoteKind, VoteWay
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.scoring.dots import Points
from tws_desktop.domain.text import same_words
from tws_desktop.services import boards, votes
from tws_desktop.services.boards import Content
from tws_desktop.services.offers import Option
from tws_desktop.services.votes import VoteState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LOW = 360


class Widget(CountingBoard):
    """The newest round; earlier rounds stand in the papers."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        asked = content.board.votes
        if asked is None:
            raise ValueError(f"{content.board.key} is no vote")
        self._asked = asked
        self._low = False
        self._rows: dict[UUID, OptionRow] = {}
        self._settled: frozenset[str] = frozenset()
        self._question = WrapLabel(asked.criterion, "lead")
        self._settings = SettingRow(content.board, self._set_vote)
        self._table = Panel()
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._head = DotHead()
        if asked.kind is not VoteKind.DOTS:
            self._head.hide()
        self._verdicts = QVBoxLayout()
        self._offers = OffersPanel(tr("Aus früheren Phasen übernehmen"), tr("Auswahl übernehmen"))
        self._offers.taken.connect(self._take)
        self._input = TextField(
            tr("Weitere Möglichkeit"), placeholder=tr("Weitere Möglichkeit, dann Enter"), icon_name="plus"
        )
        self._input.returnPressed.connect(self._add)
        self._make_buttons()
        self._foot = WrapLabel("", "caption", "text_2")
        place = f"{content.step.id}.{content.board.key}"
        self._dissent = DissentPanel(desk.calls, place, lambda text: self._set_vote({"dissent": text}))
        self._lay_out()
        state = self.state
        if state is not None and state.dots_given and self._asked.kind is VoteKind.DOTS:
            self._sort.setChecked(self._complete(state))
        self.show_content(content)
        self._set.setChecked(state is None or not any(state.totals.values()))
        self._settings.setVisible(self._set.isChecked())
        self._more.setChecked(len(self._rows) <= bool(asked.zero_option))

    def show_content(self, content: Content) -> None:
        """Show the options and totals as they are stored; half-typed numbers and words stay."""
        super().show_content(content)
        state = self.state
        points = self._points()
        question = state.vote.question if state else self._asked.criterion
        self._question.setText(question)
        self._question.setHidden(same_words(question, content.step.question))
        options = self._in_order(state)
        self._build(options)
        if state is not None:
            for place, option in enumerate(options):
                self._rows[option.id].show_option(option, state, place, locked=self.closed)
        self._table.setVisible(bool(options))
        self._settings.show_setting(state, content.board, points, content.workshop.headcount, locked=self.closed)
        self._offers.show_offers(content.offers, tuple(o.text for o in options), ticked=False)
        self._offers.setVisible(self._more.isChecked() and self._offers.count > 0 and not self.closed)
        self._more.setText(tr("Aus früheren Phasen ({n})").format(n=self._offers.count))
        self._more.setVisible(self._offers.count > 0 and not self.closed)
        self._input.setVisible(not self.closed and "typed" in self._asked.options_from)
        self._sort.setVisible(self._asked.kind is VoteKind.DOTS and len(options) > 1)
        passed = VoteWay.PASSED in self._asked.ways and not self.closed
        self._pass.setVisible(passed)
        self._pass.set_reason("" if len(options) > 0 else tr("Erst Möglichkeiten aufnehmen."))
        self._dissent.show_text(state.vote.dissent if state else "")
        self._show_verdicts(verdicts(state, self.people, points) if state and options else ())
        self._show_foot(points)

    def chips(self) -> tuple[ChipState, ...]:
        """The way, the round, how much is counted, what stands for good."""
        state, found = self.state, [self.way_chip]
        if state is not None and state.vote.round > 1:
            found.append(ChipState(tr("Stichwahl, Runde {n}").format(n=state.vote.round), "split", "info"))
        if state is not None and self._asked.kind is VoteKind.DOTS and state.options:
            told, tone = counted(state, self.people, self._points())
            found.append(ChipState(told, "circle-check" if tone == "ok" else "circle-dot", tone))
        if self._asked.kind is VoteKind.MOTION:
            found.append(ChipState(POLL.rstrip("."), "vote"))
        veto = state.vote.veto if state is not None else self._asked.veto_from
        if veto:
            found.append(ChipState(tr("Einspruch ab {value}").format(value=veto), "octagon-alert"))
        if self.closed:
            found.append(ChipState(tr("geschlossen, nur Summen gespeichert"), "shield-check", "ok"))
        return tuple(found)

    def focus_input(self) -> bool:
        """The first count, or the line for a further option."""
        fields = self._fields()
        if fields:
            fields[0].setFocus()
        elif self._offers.isVisibleTo(self):
            self._offers.focus_first()
        elif self._input.isVisibleTo(self):
            self._input.setFocus()
        else:
            return False
        return True

    def _make_buttons(self) -> None:
        self._sort = outlined(tr("Nach Rang ordnen"), "list-ordered")
        self._sort.setCheckable(True)
        self._sort.toggled.connect(lambda _: self.show_content(self.content))
        self._more = outlined("", "layers")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._open_offers)
        self._set = outlined(tr("Einstellen"), "settings")
        self._set.setCheckable(True)
        self._set.toggled.connect(self._open_settings)
        self._pass = outlined(tr("Laptop herumgeben"), "user")
        self._pass.clicked.connect(self._start_round)

    def _open_offers(self, on: bool) -> None:
        there = on and self._offers.count > 0
        self._offers.setVisible(there)
        if there and self.isVisible():
            self._offers.focus_first()
            show_in(self._scroll, self._offers)

    def _open_settings(self, on: bool) -> None:
        self._settings.setVisible(on)
        if on:
            show_in(self._scroll, self._settings)

    def _lay_out(self) -> None:
        body = QWidget()
        column = self._inner = QVBoxLayout(body)
        margin = style().space("x4")
        column.setContentsMargins(0, 0, margin, margin)
        column.setSpacing(style().space("x3"))
        holder = QWidget()
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._table.add_wide(holder)
        self._list.addWidget(self._head)
        column.addWidget(self._question)
        column.addWidget(self._settings)
        self._verdicts.setSpacing(style().space("x2"))
        column.addLayout(self._verdicts)
        for widget in (self._offers, self._table, self._foot, self._dissent):
            column.addWidget(widget)
        column.addStretch(1)
        self._scroll = Column(body, self.content.board.title, "bg")
        self._tools = QWidget()
        tools = QVBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(style().space("x2"))
        tools.addWidget(FlowRow(self._more, self._sort, self._set, self._pass))
        tools.addWidget(self._input)
        whole = self._outer = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style().space("x2"))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the tools scroll with the list; else they never scroll away."""
        super().resizeEvent(event)
        low = self.height() / style().scale < _LOW
        if low != self._low:
            self._low = low
            self._tools.setParent(None)
            if low:
                self._inner.insertWidget(self._inner.indexOf(self._table) + 1, self._tools)
            else:
                self._outer.addWidget(self._tools)
            self._tools.show()

    def _in_order(self, state: VoteState | None) -> tuple[VoteOption, ...]:
        if state is None:
            return ()
        if self._sort.isChecked() and state.vote.kind is VoteKind.DOTS:
            return tuple(place.option for place in places(state))
        return state.options

    def _build(self, options: tuple[VoteOption, ...]) -> None:
        wanted = [option.id for option in options]
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        new = [option for option in options if option.id not in self._rows]
        for option in new:
            self._rows[option.id] = self._row(option)
            if self._input.hasFocus():
                show_in(self._scroll, self._rows[option.id])
        order = [self._rows[key] for key in wanted]
        if self._shown_rows() != order:
            here = self.focusWidget()
            for row in order:
                self._list.removeWidget(row)
            for row in order:
                self._list.addWidget(row)
            for before, after in zip(self._fields(), self._fields()[1:], strict=False):
                QWidget.setTabOrder(before, after)
            if here is not None:
                here.setFocus()

    def _row(self, option: VoteOption) -> OptionRow:
        if self._asked.kind is VoteKind.DOTS:
            row: OptionRow = DotRow(self.desk, option, self._asked.path, self._write)
        else:
            row = CountRow(self.desk, option, self._asked.path, self._write, self._asked.kind)
        row.removed.connect(lambda _: self._remove(option))
        row.onward.connect(self._onward)
        return row

    def _fields(self) -> list[QWidget]:
        return [field for row in self._shown_rows() for field in row.inputs]

    def _shown_rows(self) -> list[OptionRow]:
        items = [self._list.itemAt(number) for number in range(self._list.count())]
        rows = [item.widget() for item in items if item is not None]
        return [row for row in rows if isinstance(row, OptionRow)]

    def _onward(self, field: QWidget, by: int) -> None:
        if not go_on(self._fields(), field, by) and by > 0 and self._input.isVisible():
            self._input.setFocus(Qt.FocusReason.TabFocusReason)

    def _points(self) -> Points | None:
        state = self.state
        count = len(state.options) if state else 0
        return points_each(state, self.content.board, count, self.people)

    def _complete(self, state: VoteState) -> bool:
        points = self._points()
        return bool(self.people and points and state.dots_given >= self.people * points.each)

    def _show_verdicts(self, found: tuple[Verdict, ...]) -> None:
        while self._verdicts.count():
            item = self._verdicts.takeAt(0)
            row = item.widget() if item is not None else None
            if row is not None:
                row.hide()
                row.deleteLater()
        for verdict in found:
            if verdict.sentence in self._settled:
                continue
            row = VerdictRow(verdict)
            row.left.connect(lambda at=verdict: self._leave(at))
            row.run_off.connect(lambda at=verdict: self._run_off(at.tied))
            self._verdicts.addWidget(row)

    def _show_foot(self, points: Points | None) -> None:
        parts = []
        if self.people:
            people = tr("1 Person") if self.people == 1 else tr("{n} Personen").format(n=self.people)
            parts.append(people)
        if points is not None:
            parts.append(tr("je {n} Punkte").format(n=points.each))
            state = self.state
            most = state.vote.per_item_max if state else self._asked.per_item_max
            if most:
                parts.append(tr("höchstens {n} auf ein Thema").format(n=most))
        self._foot.setText(f"{', '.join(parts)}. {POLL}" if parts else POLL)

    def _leave(self, verdict: Verdict) -> None:
        self._settled |= {verdict.sentence}
        self.show_content(self.content)

    def _set_vote(self, values: dict[str, object]) -> None:
        self.on_vote(lambda work, vote: votes.set_vote(work, vote.id, **values))

    def _write(self, change: object) -> None:
        if callable(change):
            self.desk.calls.write(change, None, self.refuse)

    def _add(self) -> None:
        text = self._input.text()
        if not text.strip():
            return
        self._input.clear()

        def failed(sentence: str) -> None:
            self._input.setText(text)
            self.said.emit(sentence)

        step_id, board, state = self.content.step.id, self.content.board, self.state
        self.desk.calls.write(
            lambda work: votes.add_option(work, state.vote.id if state else votes.begin(work, step_id, board).id, text),
            None,
            failed,
        )

    def _remove(self, option: VoteOption) -> None:
        told = tr("„{text}“ von der Liste genommen.").format(text=option.text)
        self.desk.calls.write(
            lambda work: votes.remove_option(work, option.id), lambda _: self.told.emit(told), self.refuse
        )

    def _take(self, options: tuple[Option, ...]) -> None:
        self.on_vote(lambda work, vote: boards.take_options(work, vote.id, options))
        self._more.setChecked(False)
        if self._input.isVisible():
            self._input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _run_off(self, tied: tuple[UUID, ...]) -> None:
        state = self.state
        if state is not None:
            told = tr("Stichwahl angelegt.")
            self.desk.calls.write(
                lambda work: votes.run_off(work, state.vote.id, tied), lambda _: self.told.emit(told), self.refuse
            )

    def _start_round(self) -> None:
        state = self.state
        if state is not None:
            self.pass_round(paper(state, self._points()))
