"""The list of plants, and a new one."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant
from tws_desktop.services import plants
from tws_desktop.services.overview import PlantLine, plant_lines
from tws_desktop.services.samples import remove_sample
from tws_desktop.services.trash import put_away
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined, quiet
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.empty_or import EmptyOr
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.messages import EmptyState, InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.plants.plants_presenter import plant_row
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class PlantsView(View):
    """All plants. `take_sample` brings the sample project; without it there is no link."""

    tables = frozenset({"plants", "areas", "projects", "workshops", "project_steps", "steps"})

    def __init__(
        self,
        desk: Desk,
        take_sample: Callable[[], None] | None = None,
        take_package: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(desk)
        self._take_package = take_package
        self._lines: tuple[PlantLine, ...] = ()
        self.empty = EmptyState(
            "factory",
            tr("Noch kein Betrieb angelegt. Legen Sie den ersten an oder öffnen Sie das Beispiel Musterwerk Saar."),
            tr("Betrieb anlegen"),
            tr("Beispiel Musterwerk Saar öffnen") if take_sample else "",
            "plus",
        )
        self.empty.step_pressed.connect(self.begin)
        self.empty.link_pressed.connect(lambda: take_sample() if take_sample else None)
        self.list = RowList(tr("Betriebe"), fit=True)
        self.list.opened.connect(lambda key: self.desk.open("plant", UUID(key)))
        self.list.action_pressed.connect(lambda key: self.desk.open("plant", UUID(key)))
        self.list.context_wanted.connect(self._menu)
        self.sample_note = InlineMessage(
            "info",
            tr("Das Beispiel ist erfunden. Sie können es jederzeit mit einem Klick entfernen."),
            action=tr("Beispiel entfernen"),
        )
        self.sample_note.action_pressed.connect(self.remove_sample)
        self.name = TextField(tr("Name des Betriebs"), placeholder=tr("zum Beispiel Gießerei Nordsaar"))
        self._name_row = FormRow(tr("Name des Betriebs"), self.name)
        self.name.returnPressed.connect(self.make)
        self._new = Panel(tr("Neuer Betrieb"))
        self._stack = EmptyOr(self.empty, Column(self._page(), tr("Betriebe"), "bg"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def refresh(self) -> None:
        """Read the plants again."""
        self.desk.calls.read(plant_lines, self._show)

    def header(self) -> HeaderState:
        """A new plant is the next step."""
        new = Action(tr("Neuer Betrieb"), self.begin, "plus") if self._lines else None
        read = (Action(tr("Paket einlesen"), self._take_package, "file-up"),) if self._take_package else ()
        return HeaderState(tr("Betriebe"), actions=read, filled=new)

    def begin(self) -> None:
        """Ask for the name of a new plant."""
        self._stack.show_content(there=True)
        self._new.show()
        self.name.setFocus()

    def make(self) -> None:
        """Make the plant and open its page; a refusal stands at the field."""
        name = self.name.text()

        def made(plant: Plant) -> None:
            self._end()
            self.desk.open("plant", plant.id)

        self.desk.calls.write(lambda work: plants.add_plant(work, name), made, self._name_row.set_fault)

    def remove_sample(self) -> None:
        """Take the whole sample away."""
        self.desk.calls.write(remove_sample, lambda _rows: self.told.emit(tr("Das Beispiel ist entfernt"), None))

    def trash(self, key: str) -> None:
        """Put a plant into the trash; the toast takes it back."""
        self.desk.calls.write(
            lambda work: put_away(work, work.get(Plant, UUID(key))),
            lambda _done: self.told.emit(
                tr("Der Betrieb liegt im Papierkorb"), lambda: self.desk.calls.write(lambda work: work.undo(IN_STORE))
            ),
        )

    def _end(self) -> None:
        self.name.clear()
        self._name_row.clear_fault()
        self._new.hide()
        self._stack.show_content(there=bool(self._lines))

    def _show(self, lines: tuple[PlantLine, ...]) -> None:
        self._lines = lines
        self.list.set_rows([plant_row(line, self.desk.catalog.choices) for line in lines])
        self.sample_note.setVisible(any(line.plant.sample for line in lines))
        self._stack.show_content(there=bool(lines) or not self._new.isHidden())
        self._list_panel.setVisible(bool(lines))
        self.header_changed.emit()

    def _menu(self, key: str, at: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Öffnen")).triggered.connect(lambda: self.desk.open("plant", UUID(key)))
        menu.addAction(tr("In den Papierkorb")).triggered.connect(lambda: self.trash(key))
        menu.popup(at)

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("ground", "bg")
        self._list_panel = Panel()
        self._list_panel.add_wide(self.list)
        buttons = QHBoxLayout()
        make, stop = outlined(tr("Betrieb anlegen"), "check"), quiet(tr("Abbrechen"))
        make.clicked.connect(self.make)
        stop.clicked.connect(self._end)
        buttons.addWidget(make)
        buttons.addWidget(stop)
        buttons.addStretch(1)
        self._new.add(self._name_row)
        self._new.add_layout(buttons)
        self._new.hide()
        column = QVBoxLayout(page)
        for widget in (self._new, self._list_panel, self.sample_note):
            column.addWidget(widget)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x4"))
        return page
