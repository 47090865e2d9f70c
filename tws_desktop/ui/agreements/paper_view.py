"""The agreement on one long white page: painted blocks, one of them selected with its tools or its editor over it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from tws_desktop.ui.agreements.paper_block import LaidBlock, paint_selection
from tws_desktop.ui.agreements.sheet import Block
from tws_desktop.ui.kit.paint import announce, draw_box, plain_tip, smooth
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style

_WIDEST = 760
_LEAST_ABOVE = 12


class PaperView(QAbstractScrollArea):
    """Shows blocks; `select(unit_id)` rings one. What lies over it (`lay_over`) is placed below its words or on
    them.
    """

    chosen = Signal(object)
    """A block was selected by a person: its unit."""
    edit_wanted = Signal(object)
    field_wanted = Signal(str)
    origin_wanted = Signal(object)
    add_wanted = Signal(object)
    move_wanted = Signal(object, int)
    delete_wanted = Signal(object)
    mark_wanted = Signal(str)
    line_wanted = Signal(object)
    """A line that belongs to no unit was clicked (title, party, annex): its block."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._blocks: tuple[Block, ...] = ()
        self._laid: list[LaidBlock] = []
        self._tops: list[float] = []
        self._cache: dict[tuple[Block, float], LaidBlock] = {}
        self._selected: UUID | None = None
        self._tools: QWidget | None = None
        self._editor: QWidget | None = None
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        self.viewport().setProperty("ground", "bg")
        style().changed.connect(self._again)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What the page shows."""
        return self._blocks

    @property
    def selected(self) -> UUID | None:
        """The selected unit."""
        return self._selected

    def show_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Shows other blocks; the selected block stays where it is on the screen."""
        before = self._screen_top(self._selected)
        self._blocks = blocks
        self._lay()
        after = self._screen_top(self._selected)
        if before is not None and after is not None:
            bar = self.verticalScrollBar()
            bar.setValue(round(bar.value() + after - before))

    def select(self, unit_id: UUID | None, *, reveal: bool = True) -> None:
        """Rings the unit's block; with `reveal` the page scrolls so that it is seen."""
        self._selected = unit_id
        block = self._block(unit_id)
        self.setAccessibleName(f"{self._name}: {block.number} {block.text}" if block else self._name)
        if block is not None and self.hasFocus():
            announce(self, f"{block.number} {block.text}")
        self._lay()
        if reveal:
            self.reveal(unit_id)

    def reveal(self, unit_id: UUID | None, *, at_top: bool = False) -> None:
        """Scrolls so that the block is seen, a heading near the top."""
        place = self._place(unit_id)
        if place < 0:
            return
        top = self._tops[place]
        bottom = top + self._height(place)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if at_top or self._blocks[place].is_head:
            bar.setValue(round(top - style().px(_LEAST_ABOVE)))
        elif top < bar.value() or bottom > bar.value() + room:
            bar.setValue(round(min(top - style().px(_LEAST_ABOVE), max(bottom - room + style().px(24), 0))))
            if bottom - top > room:
                bar.setValue(round(top - style().px(_LEAST_ABOVE)))

    def reveal_mark(self, mark: str) -> UUID | None:
        """Scrolls to what a reference leads to; its unit, if it can be selected."""
        block = next((one for one in self._blocks if one.mark == mark), None)
        if block is None:
            return None
        place = self._blocks.index(block)
        self.verticalScrollBar().setValue(round(self._tops[place] - style().px(_LEAST_ABOVE)))
        return block.unit_id

    def lay_over(self, tools: QWidget | None, editor: QWidget | None = None) -> None:
        """Puts tools below the selected block's chips and an editor on its words; None takes them away."""
        for old, new in ((self._tools, tools), (self._editor, editor)):
            if old is not None and old is not new:
                old.hide()
        self._tools, self._editor = tools, editor
        for widget in (tools, editor):
            if widget is not None and widget.parentWidget() is not self.viewport():
                widget.setParent(self.viewport())
        self._lay()

    def relay(self) -> None:
        """Places everything again, after a tool or the editor has another height."""
        self._lay()

    def sizeHint(self) -> QSize:
        """A comfortable page."""
        return QSize(style().px(660), style().px(600))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sets the text into the new width."""
        super().resizeEvent(event)
        self._lay()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002
        """Moves what lies over the page along."""
        self._place_over()
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selects the first block that can be, if none is."""
        super().focusInEvent(event)
        self.viewport().update()
        if self._selected is None and event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }:
            self.step(1)

    def step(self, by: int) -> None:
        """Selects the next (1) or previous (-1) block that can be selected."""
        places = [place for place, block in enumerate(self._blocks) if block.unit_id is not None]
        if not places:
            return
        here = self._place(self._selected)
        later = [place for place in places if place > here] if by > 0 else [place for place in places if place < here]
        if later:
            self._choose(self._blocks[later[0] if by > 0 else later[-1]].unit_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows select, Enter edits, Alt+arrows move, Entf deletes."""
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(key), 0)
        if step and alt and self._selected is not None:
            self.move_wanted.emit(self._selected, step)
        elif step:
            self.step(step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and self._selected is not None:
            self.edit_wanted.emit(self._selected)
        elif key == Qt.Key.Key_Delete and self._selected is not None:
            self.delete_wanted.emit(self._selected)
        elif key == Qt.Key.Key_Home:
            self._selected = None
            self.step(1)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + (1 if key == Qt.Key.Key_PageDown else -1) * bar.pageStep())
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click selects; on a gap, value, reference or chip it opens what lies behind."""
        found = self._at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        laid, point = found
        block = laid.block
        if block.adds:
            self.add_wanted.emit(block.section_id)
            return
        if block.unit_id is None:
            self.line_wanted.emit(block)
            return
        if block.unit_id != self._selected:
            self._choose(block.unit_id)
        editing = self._editor_height(block)
        if laid.chip_at(point, editing) is not None:
            self.origin_wanted.emit(block.unit_id)
            return
        bit = laid.bit_at(point)
        if bit is not None and bit.field:
            self.field_wanted.emit(bit.field)
        elif bit is not None and bit.mark:
            self.mark_wanted.emit(bit.mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits."""
        found = self._at(event.position())
        if found is not None and found[0].block.unit_id is not None:
            self.edit_wanted.emit(found[0].block.unit_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The hand where a click opens something."""
        found = self._at(event.position())
        hand = False
        if found is not None:
            laid, point = found
            bit = laid.bit_at(point)
            hand = (
                laid.block.adds or laid.block.opens or laid.chip_at(point, self._editor_height(laid.block)) is not None
            )
            hand = hand or (bit is not None and bool(bit.field or bit.mark))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """The tooltip of a long side note."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._at(QPointF(event.pos()))
            tip = found[0].block.side if found is not None else ""
            QToolTip.showText(event.globalPos(), plain_tip(tip), self)
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page, wherever the pointer is."""
        super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the page and the blocks that are seen."""
        painter = QPainter(self.viewport())
        smooth(painter)
        colour = style().colour
        painter.fillRect(event.rect(), colour("bg"))
        page = self._page()
        shown = QRectF(page).translated(0, -self.verticalScrollBar().value())
        draw_box(painter, shown, colour("surface"), colour("line"), style().px(tokens().radius["control"]))
        offset = self.verticalScrollBar().value()
        left = self._left()
        for laid, top in zip(self._laid, self._tops, strict=True):
            at = top - offset
            height = self._height_of(laid)
            if at + height < event.rect().top() or at > event.rect().bottom():
                continue
            if laid.block.unit_id is not None and laid.block.unit_id == self._selected:
                side = style().px(27)
                above = laid.top_room
                box = QRectF(
                    page.left() + style().px(17), at + above, page.width() - 2 * style().px(17), height - above
                )
                paint_selection(painter, box, focused=self.hasFocus() or side == 0)
            laid.paint(painter, QPointF(left, at), editing=self._editor_height(laid.block))
        painter.end()

    def _choose(self, unit_id: UUID | None) -> None:
        self.chosen.emit(unit_id)

    def _block(self, unit_id: UUID | None) -> Block | None:
        place = self._place(unit_id)
        return self._blocks[place] if place >= 0 else None

    def _place(self, unit_id: UUID | None) -> int:
        if unit_id is None:
            return -1
        return next((place for place, block in enumerate(self._blocks) if block.unit_id == unit_id), -1)

    def _screen_top(self, unit_id: UUID | None) -> float | None:
        place = self._place(unit_id)
        if not 0 <= place < len(self._tops):
            return None
        return self._tops[place]

    def _page(self) -> QRectF:
        gap = style().px(24 if self.viewport().width() > style().px(560) else 8)
        width = min(self.viewport().width() - 2 * gap, style().px(_WIDEST))
        left = (self.viewport().width() - width) / 2
        height = (self._tops[-1] + self._height(len(self._laid) - 1) if self._laid else 0.0) + style().px(32)
        return QRectF(left, style().px(15), width, max(height, float(self.viewport().height())))

    def _left(self) -> float:
        return self._page().left() + style().px(44 if self._page().width() > style().px(480) else 28)

    def _text_width(self) -> float:
        page = self._page()
        side = 44 if page.width() > style().px(480) else 28
        return page.width() - style().px(side) - style().px(28)

    def _height(self, place: int) -> float:
        return self._height_of(self._laid[place])

    def _height_of(self, laid: LaidBlock) -> float:
        tools = self._tools_height() if laid.block.unit_id == self._selected and self._selected is not None else 0.0
        return laid.height(self._editor_height(laid.block), tools)

    def _tools_height(self) -> float:
        if self._tools is None:
            return 0.0
        width = round(self._tools_width())
        return float(max(self._tools.heightForWidth(width), self._tools.minimumSizeHint().height()))

    def _tools_width(self) -> float:
        return self._text_width() - style().px(40)

    def _editor_height(self, block: Block) -> float | None:
        if self._editor is None or block.unit_id is None or block.unit_id != self._selected:
            return None
        return float(self._editor.sizeHint().height())

    def _again(self) -> None:
        self._cache.clear()
        self._lay()

    def _lay(self) -> None:
        width = self._text_width()
        fresh: dict[tuple[Block, float], LaidBlock] = {}
        self._laid = []
        for block in self._blocks:
            key = (block, width)
            laid = self._cache.get(key) or LaidBlock(block, width)
            fresh[key] = laid
            self._laid.append(laid)
        self._cache = fresh
        self._tops = []
        top = float(style().px(24))
        for laid in self._laid:
            self._tops.append(top)
            top += self._height_of(laid)
        room = self.viewport().height()
        self.verticalScrollBar().setRange(0, max(0, round(top + style().px(64)) - room))
        self.verticalScrollBar().setPageStep(room)
        self.verticalScrollBar().setSingleStep(style().px(40))
        self._place_over()
        self.viewport().update()

    def _place_over(self) -> None:
        place = self._place(self._selected)
        for widget in (self._tools, self._editor):
            if widget is not None:
                widget.setVisible(place >= 0)
        if place < 0:
            return
        laid, offset = self._laid[place], self.verticalScrollBar().value()
        editing = self._editor_height(laid.block)
        top = self._tops[place] - offset
        left = round(self._left() + style().px(40))
        width = round(self._tools_width())
        if self._editor is not None and editing is not None:
            self._editor.setGeometry(left, round(top + laid.text_top), width, round(editing))
        if self._tools is not None:
            self._tools.setGeometry(left, round(top + laid.tools_top(editing)), width, round(self._tools_height()))

    def _at(self, point: QPointF) -> tuple[LaidBlock, QPointF] | None:
        spot = QPoint(round(point.x()), round(point.y() + self.verticalScrollBar().value()))
        for laid, top in zip(self._laid, self._tops, strict=True):
            if top <= spot.y() < top + self._height_of(laid):
                return laid, QPointF(point.x() - self._left(), spot.y() - top)
        return None
