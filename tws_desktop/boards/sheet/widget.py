"""A questionnaire in the room: filled in together, or typed from the papers of many."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.sheet.agreed_view import AgreedView
from tws_desktop.boards.sheet.single_view import SingleView
from tws_desktop.domain.board_parameters import SheetMode
from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.slides import Slide
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.words import tr


class Widget(BoardView):
    """The sheet of one step."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        asked = content.board.sheet
        self.single = asked is not None and asked.mode is SheetMode.SINGLE
        self.view: AgreedView | SingleView = (SingleView if self.single else AgreedView)(desk, content)
        self.view.told.connect(self.told)
        self.view.slide_wanted.connect(self.slide_wanted)
        if isinstance(self.view, AgreedView):
            self.view.phase_wanted.connect(self.phase_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def show_content(self, content: Content) -> None:
        """Shows the answers as they now are."""
        super().show_content(content)
        self.view.show_content(content)

    def focus_input(self) -> bool:
        """The selected statement's answers."""
        return self.view.focus_input()

    def own_slide(self) -> Slide | None:
        """The block on the screen; on the profile the usual slide."""
        return self.view.own_slide()

    def way(self) -> str:
        """Everybody fills in a sheet of their own."""
        return tr("Fragebogen einzeln") if self.single else ""

    def chips(self) -> tuple[ChipState, ...]:
        """How the sheet is filled in."""
        if self.single:
            return (ChipState(tr("ohne Namen"), "eye-off", "ok"),)
        return (ChipState(tr("gemeinsam ausgefüllt"), "users"),)

    def counts(self) -> str:
        """How much is answered."""
        return self.view.counts()

    def hide_secrets(self, hidden: bool) -> None:
        """Covers answers above the beamer's ceiling."""
        self.view.hide_secrets(hidden)
