"""What boards that count have in common: the newest vote, changes on it, the laptop going round."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from tws_desktop.boards.ballots import Ballots, Paper
from tws_desktop.boards.pass_round import PassRound
from tws_desktop.domain.board_parameters import VoteWay
from tws_desktop.domain.results import Vote
from tws_desktop.services.boards import votes
from tws_desktop.services.boards.content import Content
from tws_desktop.services.boards.votes import VoteState
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.slides import LinesSlide, Slide
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.words import tr

WAY_NAMES = {
    VoteWay.COUNTED: ("geklebt, hier gezählt", "hand"),
    VoteWay.PAPER: ("auf Zetteln, hier gezählt", "file-text"),
    VoteWay.PASSED: ("Laptop geht herum", "user"),
    VoteWay.HANDS: ("mit Handzeichen", "hand"),
}


class CountingBoard(BoardView):
    """A board with one open vote: totals typed by hand, or from a passed-round laptop."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        self.round: PassRound | None = None

    @property
    def state(self) -> VoteState | None:
        """The newest round; None before anything was counted."""
        return self.content.votes[-1] if self.content.votes else None

    @property
    def closed(self) -> bool:
        """Whether the newest round's totals stand for good."""
        state = self.state
        return state is not None and state.vote.state == "closed"

    @property
    def people(self) -> int | None:
        """How many vote: as noted at the vote, else as many as the workshop expects."""
        state = self.state
        if state is not None and state.vote.voters is not None:
            return state.vote.voters
        return self.content.workshop.headcount

    @property
    def way_chip(self) -> ChipState:
        """How votes come in."""
        ways = self.content.board.votes.ways if self.content.board.votes else (VoteWay.COUNTED,)
        words, icon = WAY_NAMES[self.state.vote.way if self.state else ways[0]]
        return ChipState(tr(words), icon)

    def on_vote(self, change: Callable[[Work, Vote], Any], then: Callable[[Any], None] | None = None) -> None:
        """Change the newest vote; the first change makes it."""
        step_id, board, state = self.content.step.id, self.content.board, self.state

        def use_case(work: Work) -> Any:
            vote = work.get(Vote, state.vote.id) if state is not None else votes.begin(work, step_id, board)
            return change(work, vote)

        self.desk.calls.write(use_case, then, self.refuse)

    def refuse(self, sentence: str) -> None:
        """Say why a change was refused; shows what is stored again."""
        self.said.emit(sentence)
        QTimer.singleShot(0, self, lambda: self.show_content(self.content))

    def set_total(self, option_id: Any, bucket: str, count: int) -> None:
        """Write a total typed by hand."""
        self.on_vote(lambda work, vote: votes.set_total(work, vote.id, option_id, bucket, count))

    def pass_round(self, paper: Paper) -> None:
        """Let the laptop go round."""
        if self.round is not None:
            return
        self.round = PassRound(self.window(), paper)
        self.round.kept.connect(self._keep)
        self.round.closed.connect(self._end_round)
        self.slide_wanted.emit()

    def hold(self) -> bool:
        """Whether the laptop is going round: what was cast is in memory only."""
        return self.round is not None

    def alone(self) -> bool:
        """Whether the laptop is going round."""
        return self.round is not None

    def own_slide(self) -> Slide | None:
        """While the laptop goes round, only the question; no number, no name."""
        if self.round is None:
            return None
        return Slide(LinesSlide(self.round.ballots.paper.question, (tr("Die Abstimmung läuft."),)))

    def _keep(self, ballots: Ballots) -> None:
        passed = self.round
        step_id, board = self.content.step.id, self.content.board

        def write(work: Work) -> Vote:
            return votes.keep_round(work, step_id, board, ballots.voters, ballots.totals)

        def done(_: Vote) -> None:
            if passed is not None:
                passed.shut()
            self.said.emit(tr("Abstimmung geschlossen, Summen gespeichert."))

        self.desk.calls.write(write, done, passed.tell if passed is not None else None)

    def _end_round(self) -> None:
        self.round = None
        self.slide_wanted.emit()
