"""The list of workshops."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.overview import WorkshopLine, workshop_lines
from tws_desktop.services.trash import put_away
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.empty_or import EmptyOr
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import EmptyState
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.tabs import TabBar
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr
from tws_desktop.ui.workshops.workshops_presenter import PAGES, rows, tabs


class WorkshopsView(View):
    """All workshops by state; typing filters."""

    tables = frozenset({"workshops", "steps", "projects", "plants"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines: tuple[WorkshopLine, ...] = ()
        self.state = TabBar(tr("Stand"))
        self.state.chosen.connect(lambda _key: self._paint())
        self.search = TextField(tr("Filtern"), placeholder=tr("Nach Titel oder Betrieb filtern"), icon_name="search")
        self.search.textChanged.connect(self._paint)
        self.list = RowList(tr("Workshops"), fit=True)
        self.list.opened.connect(lambda key: self.desk.open("workshop", UUID(key)))
        self.list.action_pressed.connect(self._act)
        self.list.context_wanted.connect(self._menu)
        self.nothing = WrapLabel(tr("Kein Workshop passt zum Filter."), "body", "text_2")
        self.empty = EmptyState(
            "presentation",
            tr("Noch kein Workshop. Wählen Sie Betrieb und Format, der Ablauf steht dann schon."),
            tr("Workshop anlegen"),
            step_icon="plus",
        )
        self.empty.step_pressed.connect(self._new)
        self._stack = EmptyOr(self.empty, Column(self._page(), tr("Workshops"), "bg"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def refresh(self) -> None:
        """Read the workshops again."""
        self.desk.calls.read(workshop_lines, self._show)

    def header(self) -> HeaderState:
        """New workshop is the next step."""
        new = Action(tr("Neuer Workshop"), self._new, "plus") if self._lines else None
        return HeaderState(tr("Workshops"), filled=new)

    def _page(self) -> QWidget:
        page, panel = QWidget(), Panel()
        page.setProperty("ground", "bg")
        panel.add_wide(self.list)
        panel.add(self.nothing)
        column = QVBoxLayout(page)
        for widget in (self.search, self.state, panel):
            column.addWidget(widget)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x3"))
        return page

    def _show(self, lines: tuple[WorkshopLine, ...]) -> None:
        self._lines = lines
        self.state.set_tabs(tabs(lines))
        self._stack.show_content(there=bool(lines))
        self._paint()
        self.header_changed.emit()

    def _paint(self) -> None:
        found = rows(self._lines, self.desk.today(), self.state.key, self.search.text())
        self.list.set_rows(found)
        self.nothing.setVisible(not found)

    def _new(self) -> None:
        self.desk.open("new_workshop", None)

    def _line(self, key: str) -> WorkshopLine | None:
        return next((line for line in self._lines if str(line.workshop.id) == key), None)

    def _act(self, key: str) -> None:
        line = self._line(key)
        if line is not None:
            self.desk.open(PAGES[line.workshop.state], line.workshop.id)

    def _menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self)
        for page, words in (("workshop", tr("Vorbereiten")), ("room", tr("Raum öffnen")), ("papers", tr("Dokumente"))):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, page=page: self.desk.open(page, UUID(key)))
        menu.addSeparator()
        menu.addAction(tr("In den Papierkorb")).triggered.connect(lambda: self.trash(key))
        menu.popup(at)

    def trash(self, key: str) -> None:
        """Put a workshop into the trash; the toast takes it back."""
        line = self._line(key)
        if line is None:
            return
        title = line.workshop.title
        self.desk.calls.write(
            lambda work: put_away(work, work.get(Workshop, UUID(key))),
            lambda _done: self.told.emit(
                tr("„{title}“ liegt im Papierkorb").format(title=title),
                lambda: self.desk.calls.write(lambda work: work.undo(IN_STORE)),
            ),
        )
