"""The Papierkorb: what was put away, and taking it back."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.domain.german.dates import show_date_long
from tws_desktop.services.trash import Trashable, TrashLine, in_trash, take_back, title_of
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.empty_or import EmptyOr
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import EmptyState
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.page import Action, HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_ICONS = {
    "Betrieb": "factory",
    "Vorhaben": "waypoints",
    "Workshop": "presentation",
    "Vereinbarung": "file-pen-line",
    "Vorlage": "layers",
}


def trash_row(line: TrashLine, now: datetime) -> Row:
    """One thing that was put away."""
    since = tr("seit {day}").format(day=show_date_long(line.since.astimezone(now.tzinfo).date()))
    meta = " · ".join(part for part in (tr(line.kind), line.plant, since) if part)
    return Row(str(line.id), line.title, meta, _ICONS[line.kind], action=tr("Zurückholen"))


class TrashView(View):
    """The list of what lies in the trash."""

    tables = frozenset({"plants", "projects", "workshops", "agreements", "templates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RowList(tr("Papierkorb"), fit=True)
        self.list.opened.connect(self.take_back)
        self.list.action_pressed.connect(self.take_back)
        empty = EmptyState("trash-2", tr("Der Papierkorb ist leer."), tr("Zu Heute"))
        empty.step_pressed.connect(lambda: desk.open("today", None))
        self._stack = EmptyOr(empty, Column(self._page(), tr("Papierkorb"), "bg"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def refresh(self) -> None:
        """Read what lies there again."""
        self.desk.calls.read(in_trash, self._show)

    def header(self) -> HeaderState:
        """Back to the settings."""
        back = Action(tr("Zu den Einstellungen"), lambda: self.desk.open("settings", None), "arrow-left")
        return HeaderState(tr("Papierkorb"), (tr("Einstellungen"),), actions=(back,))

    def take_back(self, key: str) -> None:
        """Take a thing out of the trash."""

        def done(thing: Trashable) -> None:
            self.told.emit(tr("„{title}“ ist wieder da").format(title=title_of(thing)), None)

        self.desk.calls.write(lambda work: take_back(work, UUID(key)), done)

    def _show(self, lines: tuple[TrashLine, ...]) -> None:
        now = self.desk.now().astimezone()
        self.list.set_rows([trash_row(line, now) for line in lines])
        self._stack.show_content(there=bool(lines))

    def _page(self) -> QWidget:
        page, panel = QWidget(), Panel()
        page.setProperty("ground", "bg")
        words = tr("Hier liegt, was Sie weggelegt haben, mit allem, was dazugehört. Gelöscht ist nichts.")
        panel.add_wide(self.list)
        column = QVBoxLayout(page)
        column.addWidget(WrapLabel(words, "body", "text_2"))
        column.addWidget(panel)
        column.addStretch(1)
        side = style().space("x5")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x3"))
        return page
