"""The board of cards in the room: columns, tray, and an input that is always ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid4

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from tws_desktop.boards.cards.board_panels import BoardPanels, column_told
from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.cards.card_bar import BarActs, CardBar
from tws_desktop.boards.cards.card_input import CardInput
from tws_desktop.boards.cards.card_items import BoardItems, CardItem, board_items, count_line, hides_something
from tws_desktop.boards.cards.card_keys import Act, Pressed, pressed
from tws_desktop.boards.cards.card_list import CardList
from tws_desktop.boards.cards.card_menu import CardMenu
from tws_desktop.boards.cards.card_moves import CardMoves
from tws_desktop.boards.cards.columns_area import ColumnsArea
from tws_desktop.boards.cards.dragging import Dragging
from tws_desktop.boards.cards.edit_in_place import EditInPlace
from tws_desktop.boards.cards.pass_round import PassRound
from tws_desktop.boards.cards.tray_view import TrayView
from tws_desktop.domain.board_parameters import Cards
from tws_desktop.domain.formats import cards_per_person
from tws_desktop.domain.workshops import Entry
from tws_desktop.services import entries
from tws_desktop.services.boards import Content
from tws_desktop.services.ports import Work
from tws_desktop.services.slides import LinesSlide, Slide
from tws_desktop.ui.board_view import BoardView
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.card_painter import CardPainter
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.page import ChipState
from tws_desktop.ui.palette import tokens
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_LOW, _NARROW = 380, 700


class Widget(BoardView):
    """Cards of one step."""

    def __init__(self, desk: Desk, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(desk, content, parent)
        self.selected: UUID | None = None
        self._safe, self._upright = False, False
        self._short = {key: topic.short or topic.title for key, topic in desk.catalog.topics.items()}
        self._fresh: dict[UUID, CardItem] = {}
        self._edit: EditInPlace | None = None
        self._pass: PassRound | None = None
        self._painter = CardPainter.for_window()
        self.acts = CardActs(desk, lambda: self.content, self.told.emit, self._refuse)
        self.columns = ColumnsArea(lambda: self._painter, self._prepare)
        self.tray = TrayView(lambda: self._painter)
        self._dragging = Dragging(self.columns, self.tray, self.acts)
        self.moves = CardMoves(self.columns, self.tray, self.acts, self.told.emit)
        self._prepare(self.tray.cards)
        self.panels = BoardPanels(self, desk, self.acts, lambda: self.content)
        self.panels.closed.connect(self._back_to_card)
        self.panels.changed.connect(self._make_room)
        self.input = CardInput(tuple(kind.value for kind in self._parameters.kinds))
        self.bar = CardBar(self._bar_acts())
        self.message = InlineMessage("error")
        self.message.hide()
        self._build()
        self._keys()
        self._items = BoardItems((), ())
        self.show_content(content)
        desk.calls.read(lambda work: work.drafts("room", str(content.workshop.id)), self._restore)
        style().changed.connect(self._new_painter)

    # -- what the room asks ----------------------------------------------------------------------

    def show_content(self, content: Content) -> None:
        """Shows the rows as they now are; selection, scroll and what is half typed stay."""
        super().show_content(content)
        ids = {entry.id for entry in content.entries}
        self._fresh = {key: item for key, item in self._fresh.items() if item.pending or key not in ids}
        self._items = board_items(content, self._short, covered=self._safe)
        self._place_tray()
        self._show_items()
        if self.selected is not None and self.acts.entry(self.selected) is None:
            self._select(None)
        self.panels.refresh()

    def focus_input(self) -> bool:
        """The cursor into the line for cards."""
        target = self._pass.input if self._pass is not None else self.input
        target.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def own_slide(self) -> Slide | None:
        """While the laptop goes round, the question alone."""
        return Slide(LinesSlide(self.content.step.question)) if self._pass is not None else None

    def place_above_input(self, widget: QWidget) -> bool:
        """The toast stands between tray and input."""
        self.panels.slot.addWidget(widget)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the tray stands beside the columns."""
        super().resizeEvent(event)
        self._place_tray()

    def _place_tray(self) -> None:
        low = self.height() / style().scale < _LOW
        upright = low and bool(self._items.columns)
        if upright != self._upright:
            self._upright = upright
            if upright:
                self._column.removeWidget(self.tray)
                self.columns.set_last(self.tray)
            else:
                self.columns.set_last(None)
                self._column.insertWidget(1, self.tray)
            self.tray.set_upright(upright)
            self._show_items()
        self.input.set_short(self.width() / style().scale < _NARROW)

    def hide_secrets(self, hidden: bool) -> None:
        """Covers cards above the beamer's ceiling."""
        if hidden != self._safe:
            self._safe = hidden
            if hides_something(self.content):
                self.show_content(self.content)

    def chips(self) -> tuple[ChipState, ...]:
        """Whether cards carry names."""
        if self._parameters.anonymous:
            return (ChipState(tr("anonym, gemischt"), "eye-off", "ok"),)
        return ()

    def counts(self) -> str:
        """How many cards in how many columns."""
        return count_line(replace(self._items, tray=self._tray_items()))

    def alone(self) -> bool:
        """While the laptop goes round."""
        return self._pass is not None

    def hold(self) -> bool:
        """Cards that are only in memory."""
        return self._pass is not None and bool(self._pass.cards)

    # -- building --------------------------------------------------------------------------------

    @property
    def _parameters(self) -> Cards:
        return self.content.board.cards or Cards(kinds=())

    def _build(self) -> None:
        self._board = QWidget()
        column = self._column = QVBoxLayout(self._board)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().px(10))
        column.addWidget(self.columns, 1)
        column.addWidget(self.tray)
        column.addLayout(self.panels.slot)
        column.addWidget(self.message)
        column.addWidget(self.bar)
        column.addWidget(self.input)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._board)
        self.bar.hide()
        self.columns.head_pressed.connect(self.panels.column)
        self.tray.new_column.clicked.connect(self.open_new_column)
        self.tray.pass_round.clicked.connect(self.open_pass_round)
        self.input.entered.connect(self.add_card)
        self.input.typed.connect(lambda text: self._keep("card", text))

    def _bar_acts(self) -> BarActs:
        return (
            (tr("Text"), "pencil", tr("F2"), lambda: self._run(Pressed(Act.EDIT))),
            (tr("Angaben"), "list-checks", "A", lambda: self._run(Pressed(Act.FIELDS))),
            (tr("Wer sieht das?"), "eye", "W", lambda: self._run(Pressed(Act.WHO))),
            (tr("Stufe"), "lock", tr("Strg+G"), lambda: self._run(Pressed(Act.LEVEL))),
            (tr("Löschen"), "trash-2", tr("Entf"), lambda: self._run(Pressed(Act.STRIKE))),
        )

    def _keys(self) -> None:
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (("Ctrl+N", self.open_new_column), ("Ctrl+L", self.open_pass_round)):
            QShortcut(QKeySequence(keys), self, act, context=near)
        for place, kind in enumerate(tokens().cards, start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self, lambda k=kind: self._kind_of_input(k), context=near)

    def _prepare(self, cards: CardList) -> None:
        cards.keys = lambda event: self._card_key(cards, event)
        cards.picked.connect(self._select)
        cards.opened.connect(lambda card_id: self._run(Pressed(Act.EDIT)) if card_id else None)
        cards.dragged.connect(lambda _, where: self._dragging.over(where))
        cards.dropped.connect(self._dragging.drop)
        cards.context_wanted.connect(self._menu)

    # -- showing ---------------------------------------------------------------------------------

    def _tray_items(self) -> tuple[CardItem, ...]:
        return (*self._items.tray, *self._fresh.values())

    def _show_items(self) -> None:
        self.columns.show_columns(self._items.columns)
        self.columns.setVisible(bool(self._items.columns))
        self.tray.show_cards(self._tray_items(), whole=not self._items.columns, columns=self._parameters.cluster)
        for cards in self.moves.lists():
            cards.set_selected(self.selected)

    def _new_painter(self) -> None:
        self._painter = CardPainter.for_window()
        for cards in self.moves.lists():
            cards.lay_out()

    def _select(self, card_id: object) -> None:
        self.selected = card_id if isinstance(card_id, UUID) else None
        for cards in self.moves.lists():
            cards.set_selected(self.selected)
        self._make_room()

    # -- typing cards ----------------------------------------------------------------------------

    def add_card(self, text: str) -> None:
        """Paints the card at once and saves it; a refused text goes back into the line."""
        temporary, symbol = uuid4(), self.input.kind
        self._fresh[temporary] = CardItem(temporary, text.strip(), symbol, tr("wird gespeichert"), pending=True)
        self.message.hide()
        self.input.take()
        self.tray.cards.set_items(self._tray_items())
        self.tray.cards.scrollToBottom()
        content = self.content
        place = ("room", str(content.workshop.id), self._field("card"))

        def add(work: Work) -> Entry:
            entry = entries.add_entry(work, content.step.id, content.board.key, text, symbol=symbol)
            work.keep_draft(*place, "")
            return entry

        self.desk.calls.write(
            add, lambda entry: self._saved(temporary, entry), lambda said: self._not_saved(temporary, text, said)
        )

    def _saved(self, temporary: UUID, entry: Entry) -> None:
        self._fresh.pop(temporary, None)
        if self.acts.entry(entry.id) is None:
            self._fresh[entry.id] = CardItem(entry.id, entry.text, entry.symbol or "aussage")
        self.tray.cards.set_items(self._tray_items())
        self.slide_wanted.emit()

    def _not_saved(self, temporary: UUID, text: str, sentence: str) -> None:
        self._fresh.pop(temporary, None)
        self._show_items()
        self.input.put_back(text)
        self._refuse(sentence)

    def _refuse(self, sentence: str) -> None:
        self.message.show_message("error", sentence)

    def _kind_of_input(self, kind: str) -> None:
        target = self._pass.input if self._pass is not None else self.input
        if not target.set_kind(kind):
            self.told.emit(tr("Diese Kartenart gibt es auf dieser Tafel nicht."))

    # -- drafts ----------------------------------------------------------------------------------

    def _field(self, what: str) -> str:
        return f"{what}:{self.content.step.id}:{self.content.board.key}"

    def _keep(self, what: str, text: str) -> None:
        place = ("room", str(self.content.workshop.id), self._field(what))
        self.desk.calls.write(lambda work: work.keep_draft(*place, text))

    def _restore(self, drafts: dict[str, str]) -> None:
        typed = drafts.get(self._field("card"), "")
        if typed and not self.input.field.text():
            self.input.field.setText(typed)
        found = drafts.get(self._field("edit"), "")
        card_id, _, text = found.partition("\n")
        card = next((e for e in self.content.entries if str(e.id) == card_id), None)
        if card is not None:
            self._select(card.id)
            self.edit(card.id, text)

    # -- keys, mouse -----------------------------------------------------------------------------

    def _card_key(self, cards: CardList, event: QKeyEvent) -> bool:
        found = pressed(event)
        if found is None or self.selected is None:
            return False
        if found.act is Act.STEP and cards is self.tray.cards:
            return False
        self._run(found)
        return True

    def _run(self, do: Pressed) -> None:
        card = self.acts.entry(self.selected)
        if card is None:
            return
        acts: dict[Act, Callable[[], None]] = {
            Act.EDIT: lambda: self.edit(card.id),
            Act.STRIKE: lambda: self.acts.strike(card.id),
            Act.LEVEL: lambda: self.acts.next_level(card.id),
            Act.FIELDS: lambda: self.panels.card(card.id),
            Act.WHO: lambda: self.panels.who(card.id),
            Act.KIND: lambda: self.acts.set_kind(card.id, do.kind),
            Act.COLUMN: lambda: self.moves.to_column(card, do.number),
            Act.SHIFT: lambda: self.moves.shift(card, do.number),
            Act.STEP: lambda: self.moves.step(card, do.number),
            Act.TRAY: lambda: self.tray.cards.setFocus(Qt.FocusReason.ShortcutFocusReason),
            Act.LEAVE: self._let_go,
        }
        acts[do.act]()

    def _let_go(self) -> None:
        self.panels.close()
        self._select(None)
        self.focus_input()

    def _menu(self, card_id: object, where: QPoint) -> None:
        if isinstance(card_id, UUID):
            columns = self._items.columns
            CardMenu(self, self._bar_acts(), columns, lambda to: self.acts.move(card_id, to)).popup(where)

    # -- editing and panels ----------------------------------------------------------------------

    def edit(self, card_id: UUID, text: str = "") -> None:
        """The card's text in place; `text` is what was half typed."""
        cards, entry = self.moves.list_of(card_id), self.acts.entry(card_id)
        if cards is None or entry is None or self._edit is not None:
            return
        edit = EditInPlace(cards, card_id, entry.text, lambda which, new: self.acts.rename(which, new, self._refuse))
        edit.typed.connect(lambda typed: self._keep("edit", f"{card_id}\n{typed}"))
        edit.over.connect(lambda: self._edited(cards))
        self._edit = edit
        if text:
            edit.field.setText(text)

    def _edited(self, cards: CardList) -> None:
        self._edit = None
        self._keep("edit", "")
        cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_new_column(self) -> None:
        """The line for a new column."""
        if self._parameters.cluster:
            self.panels.new_column(lambda column: self.told.emit(column_told(column)))

    def open_pass_round(self) -> None:
        """Cards typed on the laptop as it goes round."""
        if self._pass is not None:
            return
        headcount = self.content.workshop.headcount
        each = self._parameters.cards_per_person or (cards_per_person(headcount) if headcount else 0) or 0
        kinds = tuple(kind.value for kind in self._parameters.kinds)
        self._pass = PassRound(self.content.step.question, kinds, self.acts.add_shuffled, each)
        self._pass.over.connect(self._pass_over)
        self._stack.addWidget(self._pass)
        self._stack.setCurrentWidget(self._pass)
        self._pass.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.slide_wanted.emit()

    def _pass_over(self) -> None:
        if self._pass is not None:
            self._stack.setCurrentWidget(self._board)
            self._stack.removeWidget(self._pass)
            self._pass.deleteLater()
            self._pass = None
            self.slide_wanted.emit()
            self.focus_input()

    def _make_room(self) -> None:
        """An open panel takes the room of the tray and of the card's line."""
        open_panel = self.panels.shown is not None
        self.bar.setVisible(self.selected is not None and not open_panel)
        covered = (
            open_panel and not self.tray.whole and not self._upright and self.tray.cards.cards.row_of(self.selected) < 0
        )
        self.tray.setVisible(not covered)

    def _back_to_card(self) -> None:
        cards = self.moves.list_of(self.selected)
        if cards is not None:
            cards.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus_input()
