"""Bibliothek: formats, methods, questionnaires, clauses and own templates, found by typing."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.domain.agreements import Template
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.services import own_templates
from tws_desktop.services.trash import put_away
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.breadth import Breadth
from tws_desktop.ui.kit.buttons import outlined, quiet
from tws_desktop.ui.kit.chips import Chip
from tws_desktop.ui.kit.columns import Column, SideColumn, SplitColumns
from tws_desktop.ui.kit.fields import CheckField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.text_viewer import TextViewer
from tws_desktop.ui.library.library_presenter import KINDS, Item, Kind, detail, found, items, row
from tws_desktop.ui.page import HeaderState
from tws_desktop.ui.place_page import View
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class LibraryView(View):
    """The library. `show_method(key)` opens a method's help."""

    tables = frozenset({"templates"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._templates: tuple[Template, ...] = ()
        self._items: tuple[Item, ...] = ()
        self._key = ""
        self.kinds = {kind: CheckField(tr(words), on=True) for kind, (words, _) in KINDS.items()}
        self.search = TextField(tr("Suchen"), placeholder=tr("Tippen und finden"), icon_name="search", lead=True)
        self.count = WrapLabel("", "label")
        self.list = RowList(tr("Treffer"), fit=True)
        self.heading, self.chips, self.text = Heading(), FlowRow(), TextViewer(tr("Inhalt"))
        self.title = TextField(tr("Name der Vorlage"))
        self.title_row = FormRow(tr("Name der Vorlage"), self.title)
        self.use_button, self.away_button = (
            outlined(tr("Neuer Workshop daraus"), "plus"),
            quiet(tr("In den Papierkorb"), "trash-2"),
        )
        self._own = QWidget()
        self.columns = SplitColumns(
            Column(self._middle(), tr("Treffer"), "bg"),
            left=SideColumn(Column(self._left(), tr("Filter")), tr("Filter"), "funnel", 220),
            right=SideColumn(self._right(), tr("Inhalt"), "file-text", 400),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        for box in self.kinds.values():
            box.toggled.connect(lambda _on: self._paint())
        self.search.textChanged.connect(self._paint)
        self.list.current_changed.connect(self.open_item)
        self.list.opened.connect(self._open_drawer)
        self.title.returnPressed.connect(self._rename)
        self.use_button.clicked.connect(self._use)
        self.away_button.clicked.connect(self._put_away)

    def refresh(self) -> None:
        """Read the own templates again."""
        self.desk.calls.read(own_templates.own_templates, self._show)

    def header(self) -> HeaderState:
        """What is here."""
        return HeaderState(tr("Bibliothek"), (tr("Mitgeliefert und eigen"),))

    def show_method(self, key: str) -> None:
        """Open the help of a method."""
        self.search.clear()
        self.kinds[Kind.METHOD].setChecked(True)
        self.list.select(f"{Kind.METHOD.value}:{key}")
        self.open_item(f"{Kind.METHOD.value}:{key}")

    def open_item(self, key: str) -> None:
        """Show one thing at the right."""
        self._key = key
        shown = detail(self.desk.catalog, self._templates, key)
        self.chips.clear()
        if shown is None:
            self.heading.setText(tr("Nichts gewählt"))
            self.text.show_text("")
            self._own.hide()
            return
        self.heading.setText(shown.title)
        for words, tone in shown.chips:
            self.chips.add(Chip(words, "", tone))
        self.text.show_paragraphs(shown.paragraphs)
        template = self._template()
        self._own.setVisible(template is not None)
        if template is not None:
            self.title_row.clear_fault()
            self.title.setText(template.title)
            self.use_button.setVisible(template.kind == "workshop")

    def _show(self, templates: tuple[Template, ...]) -> None:
        self._templates = templates
        self._items = items(self.desk.catalog, templates)
        for kind, box in self.kinds.items():
            box.setText(f"{tr(KINDS[kind][0])} ({sum(1 for item in self._items if item.kind is kind)})")
        self.kinds[Kind.TEMPLATE].setVisible(bool(templates))
        self._paint()
        self.header_changed.emit()

    def _paint(self) -> None:
        kinds = {kind for kind, box in self.kinds.items() if box.isChecked()}
        hits = found(self._items, kinds, self.search.text())
        self.list.set_rows([row(item) for item in hits])
        typed = self.search.text().strip()
        words = tr("{count} Treffer").format(count=len(hits))
        self.count.setText(words if hits else tr("Nichts gefunden zu „{typed}“.").format(typed=typed))
        if self.list.current_key() != self._key or not self._key:
            self.open_item(self.list.current_key() or (hits[0].key if hits else ""))
        else:
            self.open_item(self._key)

    def _template(self) -> Template | None:
        return next((t for t in self._templates if f"{Kind.TEMPLATE.value}:{t.id}" == self._key), None)

    def _rename(self) -> None:
        template, title = self._template(), self.title.text()
        if template is not None:
            self.desk.calls.write(
                lambda work: own_templates.rename(work, template.id, title),
                lambda _done: self.title_row.clear_fault(),
                self.title_row.set_fault,
            )

    def _put_away(self) -> None:
        template = self._template()
        if template is not None:
            self.desk.calls.write(
                lambda work: put_away(work, work.get(Template, template.id)),
                lambda _done: self.told.emit(
                    tr("„{title}“ liegt im Papierkorb").format(title=template.title),
                    lambda: self.desk.calls.write(lambda work: work.undo(IN_STORE)),
                ),
            )

    def _use(self) -> None:
        self.desk.open("new_workshop", None)

    def _open_drawer(self, key: str) -> None:
        self.open_item(key)
        if self.columns.breadth is not Breadth.WIDE:
            self.columns.right_drawer.open()

    def _left(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(WrapLabel(tr("Art"), "label", "text_2"))
        for box in self.kinds.values():
            column.addWidget(box)
        column.addStretch(1)
        side = style().space("x4")
        column.setContentsMargins(side, side, side, side)
        return page

    def _middle(self) -> QWidget:
        page, panel = QWidget(), Panel()
        page.setProperty("ground", "bg")
        panel.add_wide(self.list)
        column = QVBoxLayout(page)
        for fault in self.desk.catalog.faults:
            more = tr("{file}, Feld {field}").format(file=fault.file, field=fault.field)
            column.addWidget(InlineMessage("error", fault.sentence, more))
        for widget in (self.search, self.count, panel):
            column.addWidget(widget)
        column.addStretch(1)
        side = style().space("x4")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x3"))
        return page

    def _right(self) -> QWidget:
        page = QWidget()
        page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        own, buttons = QVBoxLayout(self._own), QHBoxLayout()
        own.setContentsMargins(0, 0, 0, 0)
        save = outlined(tr("Umbenennen"), "check")
        save.clicked.connect(self._rename)
        buttons.addWidget(save)
        buttons.addWidget(self.away_button)
        buttons.addStretch(1)
        own.addWidget(self.title_row)
        own.addLayout(buttons)
        own.addWidget(self.use_button)
        column = QVBoxLayout(page)
        column.addWidget(self.heading)
        column.addWidget(self.chips)
        column.addWidget(self.text, 1)
        column.addWidget(self._own)
        side = style().space("x4")
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(style().space("x3"))
        return page
