"""An option with several counts: resistance 0 to 10, or yes, no and abstentions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tws_desktop.boards.count_field import BucketField
from tws_desktop.boards.votes.option_line import Change, OptionRow
from tws_desktop.boards.votes.ranking import incomplete, poll, resistance
from tws_desktop.domain.board_parameters import VoteKind
from tws_desktop.domain.results import VoteOption
from tws_desktop.domain.scoring.consensus import HIGHEST
from tws_desktop.services import votes
from tws_desktop.services.votes import ABSTAIN, NO, YES, VoteState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

MOTION = {YES: "Ja", NO: "Nein", ABSTAIN: "Enthaltung"}
RESISTANCE = {str(value): str(value) for value in range(HIGHEST + 1)}


class CountRow(OptionRow):
    """One count per bucket; Enter goes to the next bucket, then to the next option."""

    def __init__(self, desk: Desk, option: VoteOption, paths: tuple[str, ...], change: Change, kind: VoteKind) -> None:
        super().__init__(desk, option, paths, change)
        self._motion = kind is VoteKind.MOTION
        self._result = FlowRow()
        names = MOTION if self._motion else RESISTANCE
        self._counts: dict[str, BucketField] = {}
        row = FlowRow(gap=6)
        for bucket, title in names.items():
            about = title if self._motion else tr("Widerstand {value}").format(value=title)
            field = BucketField(title, f"{about}: {option.text}")
            field.count.counted.connect(
                lambda count, at=bucket: change(
                    lambda work: votes.set_total(work, option.vote_id, option.id, at, count)
                )
            )
            field.count.onward.connect(lambda by, at=field: self.onward.emit(at.count.field, by))
            self._counts[bucket] = field
            row.add(field)
        self.below.setSpacing(style().space("x2"))
        self.below.addWidget(row)
        self.below.addWidget(self._result)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """All buckets in order."""
        return tuple(field.count.field for field in self._counts.values())

    def show_state(self, state: VoteState, place: int, *, locked: bool) -> str:  # noqa: ARG002
        """Counts and what they come to."""
        given = state.totals.get(self.option.id, {})
        for bucket, field in self._counts.items():
            field.count.set_value(given.get(bucket, 0))
            field.setEnabled(not locked)
        self._result.clear()
        for words, icon, tone in self._chips(state):
            self._result.add(Chip(words, icon, tone))
        return ""

    def _chips(self, state: VoteState) -> list[tuple[str, str, str]]:
        total = sum(state.totals.get(self.option.id, {}).values())
        if self._motion:
            yes, no, abstain = poll(state, self.option)
            words = tr("{yes} Ja, {no} Nein, {abstain} Enthaltung").format(yes=yes, no=no, abstain=abstain)
            return [(words if total else tr("noch keine Stimmen"), "vote", "accent" if total else "neutral")]
        if waiting := incomplete(state):
            most = max(sum(state.counts(option.id).values()) for option in state.options)
            tone = "warn" if any(option.id == self.option.id for option in waiting) else "neutral"
            return [(tr("{n} von {all} Werten").format(n=total, all=most), "clock", tone)]
        found = resistance(state)
        mine = [row for row in found.ranking if row.option == str(self.option.id)] if found else []
        if found is None or not mine:
            return [(tr("noch keine Werte"), "clock", "neutral")]
        result = mine[0]
        percent = f"{result.percent:.0f}\u00a0%"
        chips = [
            (tr("Rang {rank}").format(rank=result.rank), "list-ordered", "accent"),
            (tr("Widerstand {total}, {percent}").format(total=result.total, percent=percent), "weight", "neutral"),
            (tr("höchster Wert {highest}").format(highest=result.highest), "arrow-up", "neutral"),
        ]
        if result.flag:
            chips.append((result.flag, "triangle-alert", "warn"))
        if result.blocked:
            chips.append((tr("Einspruch erreicht"), "octagon-alert", "error"))
        elif result.option in found.winners:
            chips.append((tr("kleinster Widerstand"), "check", "ok"))
        return chips
