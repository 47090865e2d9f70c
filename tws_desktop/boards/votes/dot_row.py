"""An option of a dot query: rank, dots, counted sum, share."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tws_desktop.boards.count_field import CountField
from tws_desktop.boards.votes.dots_strip import DotsStrip
from tws_desktop.boards.votes.option_line import SIDE, WORDS, Change, OptionRow
from tws_desktop.boards.votes.ranking import places
from tws_desktop.domain.results import VoteOption
from tws_desktop.services.boards import votes
from tws_desktop.services.boards.votes import DOTS, VoteState
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import icon_button
from tws_desktop.ui.kit.labels import PlainLabel
from tws_desktop.ui.kit.paint import follow_style
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_RANK, _SHARE = 30, 48


class DotHead(QWidget):
    """The heads of the table's columns, as wide as in the rows below."""

    def __init__(self) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(style().space("x4"), style().space("x2"), style().space("x3"), style().space("x2"))
        line.setSpacing(style().space("x3"))
        side = QHBoxLayout()
        points, share = _caption(tr("Summe")), _caption(tr("Anteil"))
        points.setAlignment(Qt.AlignmentFlag.AlignCenter)
        points.setFixedWidth(CountField("").sizeHint().width())
        share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        share.setFixedWidth(style().px(_SHARE))
        rank = _caption(tr("Rang"))
        rank.setMinimumWidth(style().px(_RANK))
        side.addWidget(_caption(tr("Punkte")), 1)
        side.addWidget(points)
        side.addWidget(share)
        menu = icon_button("", "ellipsis")
        line.addWidget(rank)
        line.addWidget(_caption(tr("Thema")), WORDS)
        line.addLayout(side, SIDE)
        line.addSpacing(menu.sizeHint().width())


def _caption(words: str) -> PlainLabel:
    return PlainLabel(words, "caption", "text_2")


class DotRow(OptionRow):
    """Typed digits and Enter go down the list."""

    def __init__(self, desk: Desk, option: VoteOption, paths: tuple[str, ...], change: Change) -> None:
        super().__init__(desk, option, paths, change)
        self._rank = PlainLabel("–", "title", "text_3")
        self._rank.setMinimumWidth(style().px(_RANK))
        self.lead.addWidget(self._rank, 0, Qt.AlignmentFlag.AlignVCenter)
        self._dots = DotsStrip()
        self.count = CountField(tr("Punkte für {text}").format(text=option.text))
        self._share = PlainLabel("", "caption", "text_2")
        self._share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._share.setFixedWidth(style().px(_SHARE))
        self.side.addWidget(self._dots, 1)
        self.side.addWidget(self.count)
        self.side.addWidget(self._share)
        self.count.counted.connect(
            lambda count: change(lambda work: votes.set_total(work, option.vote_id, option.id, DOTS, count))
        )
        self.count.onward.connect(lambda by: self.onward.emit(self.count.field, by))
        follow_style(self)

    @property
    def inputs(self) -> tuple[QWidget, ...]:
        """The one field."""
        return (self.count.field,)

    def show_state(self, state: VoteState, place: int, *, locked: bool) -> str:  # noqa: ARG002
        """Rank, dots, share."""
        found = next(each for each in places(state) if each.option.id == self.option.id)
        counted = state.dots_given > 0
        self._rank.setText(str(found.rank) if counted else "–")
        self._rank.setAccessibleName(tr("Rang {rank}").format(rank=found.rank) if counted else tr("noch kein Rang"))
        self._rank.set_tone("accent_text" if counted and found.rank <= 3 else "text_3")
        most = max(state.dots(each.id) for each in state.options)
        self._dots.show_dots(found.dots, most, strong=found.rank <= 3)
        self.count.set_value(found.dots)
        self.count.setEnabled(not locked)
        self._share.setText(f"{found.share}\u00a0%" if counted else "")
        self.set_tint("warn_soft" if found.tied else "")
        return tr("Gleichstand") if found.tied else ""
