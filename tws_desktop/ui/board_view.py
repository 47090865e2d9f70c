"""What the room needs of a board's widget, without knowing which one it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.slides import Slide
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.page import ChipState


class BoardView(QWidget):
    """Shows a `Content` and asks the store for changes; it never changes rows itself.

    A subclass overrides `show_content`, and `focus_input` if it has a line to type into.
    """

    told = Signal(str)
    """A sentence for the toast: what was just done, in the past tense."""
    said = Signal(str)
    """A sentence for the toast without a way back: a refusal, or what cannot be undone."""
    slide_wanted = Signal()
    """The board's own state (a chosen block of questions, a page) changed what the beamer should show."""

    phase_wanted = Signal(object)
    """The id of another phase of the workshop where what stands here goes on."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.content = content

    def show_content(self, content: Content) -> None:
        """Show the rows as they now are; keeps selection, scroll position and half-typed text."""
        self.content = content

    def focus_input(self) -> bool:
        """Put the cursor into the board's input; False if it has none."""
        return False

    def own_slide(self) -> Slide | None:
        """A slide instead of the board's usual one (a page, a block, a pass-round screen); None for the usual."""
        return None

    def way(self) -> str:
        """How the group works on the board, where the method's title would say it wrong; else empty."""
        return ""

    def chips(self) -> tuple[ChipState, ...]:
        """States that stand beside the method's name above the board."""
        return ()

    def counts(self) -> str:
        """How much is on the board, in words; asked again after every `show_content`."""
        return ""

    def place_above_input(self, widget: QWidget) -> bool:  # noqa: ARG002
        """Put the room's toast above the board's input; False if it has none, then it stands below the board."""
        return False

    def hide_secrets(self, hidden: bool) -> None:
        """Whether secret fields and what is above the beamer's ceiling stay covered: the room may see this screen."""

    def alone(self) -> bool:
        """Whether the laptop goes round and the board needs the screen for itself: no notes, no agenda beside it."""
        return False

    def hold(self) -> bool:
        """Whether leaving now would lose something only in memory (a pass-round vote under way)."""
        return False
