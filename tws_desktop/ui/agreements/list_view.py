"""The list of agreements, and the form for a new one."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from tws_desktop.services.agreements.drafting import create_agreement, restore_agreement, trash_agreement
from tws_desktop.services.agreements.templates import new_from_template
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.listing import Listing, listing_rows, read_listing
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import filled, icon_button
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import CheckField, ChoiceField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import EmptyState
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_SHOWN = frozenset(("agreements", "projects", "plants", "templates", "units", "fields", "parts", "trades", "measures"))


class NewAgreement(Panel):
    """Project, type, title; with the required clauses, without, or from a template."""

    made = Signal(object)
    """The id of the new agreement."""
    turned = Signal()
    """The form came or went."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tr("Neue Vereinbarung"), "file-pen-line")
        self._desk = desk
        close = icon_button(tr("Schließen"), "x")
        close.clicked.connect(self.hide)
        self.head_row.addWidget(close)
        types = desk.catalog.agreement_types
        self.project = ChoiceField(tr("Vorhaben"))
        self.type = ChoiceField(
            tr("Art"), tuple((key, one.title, "") for key, one in types.items()), next(iter(types), "")
        )
        self.template = ChoiceField(tr("Vorlage"))
        self.title_field = TextField(tr("Titel"), placeholder=tr("leer: Name der Art"))
        self.required = CheckField(tr("Mit den Bausteinen, die diese Art braucht"), on=True)
        self.project_row = FormRow(tr("Vorhaben"), self.project)
        self._type_row = FormRow(tr("Art"), self.type)
        self._template_row = FormRow(tr("Vorlage"), self.template)
        self.make = filled(tr("Vereinbarung anlegen"), "plus")
        self.make.clicked.connect(self._make)
        self.template.chosen.connect(lambda _: self._follow())
        notice = desk.catalog.disclaimers.get("D-START")
        for part in (
            self.project_row,
            self._template_row,
            self._type_row,
            FormRow(tr("Titel"), self.title_field),
            self.required,
            WrapLabel(notice.text if notice is not None else "", "caption", "text_2"),
            FlowRow(self.make),
        ):
            self.add(part)
        self.title_field.returnPressed.connect(self._make)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Tells that the form is there."""
        super().showEvent(event)
        self.turned.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Tells that the form is gone."""
        super().hideEvent(event)
        self.turned.emit()

    def open_with(self, listing: Listing) -> None:
        """Shows the form with the projects there are."""
        first = str(listing.projects[0][0]) if listing.projects else ""
        key = self.project.key
        self.project.set_choices(tuple((str(one), words, "") for one, words in listing.projects), key or first)
        none = ("", tr("ohne Vorlage"), "")
        self.template.set_choices((none, *((str(one), words, "") for one, words in listing.templates)), "")
        self.template.setCurrentIndex(0)
        self._template_row.setVisible(bool(listing.templates))
        self.project_row.clear_fault()
        self._follow()
        self.show()
        self.project.setFocus()

    def _follow(self) -> None:
        own = not self.template.key
        self._type_row.setVisible(own)
        self.required.setVisible(own)

    def _make(self) -> None:
        if not self.project.key:
            self.project_row.set_fault(tr("Es gibt noch kein Vorhaben. Bitte zuerst unter Betriebe eines anlegen."))
            return
        project, title = UUID(self.project.key), self.title_field.text()
        template, type_key, required = self.template.key, self.type.key, self.required.isChecked()
        catalog = self._desk.catalog

        def use_case(work: Work) -> UUID:
            if template:
                return new_from_template(work, catalog, UUID(template), project, title).id
            return create_agreement(work, catalog, project, type_key, title, with_required=required).id

        def done(made: UUID) -> None:
            self.hide()
            self.title_field.setText("")
            self.made.emit(made)

        self._desk.calls.write(use_case, done, self.project_row.set_fault)


class AgreementList(QWidget):
    """`opened(id)` when one is chosen; the empty state leads to the form."""

    opened = Signal(object)
    plants_wanted = Signal()
    told = Signal(str, object)
    shown = Signal()
    """The list was read again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._live = False
        self.listing = Listing()
        self.new = NewAgreement(desk)
        self.new.made.connect(self.opened)
        self.new.turned.connect(self.shown)
        self.rows = RowList(tr("Vereinbarungen"), fit=True)
        self.rows.opened.connect(lambda key: self.opened.emit(UUID(key)))
        self.rows.action_pressed.connect(lambda key: self.opened.emit(UUID(key)))
        self.rows.context_wanted.connect(self._menu)
        self._panel = Panel(tr("Vereinbarungen"))
        self._panel.add_wide(self.rows)
        self.empty = EmptyState(
            "file-pen-line",
            tr("Noch keine Vereinbarung. Legen Sie die erste an."),
            tr("Neue Vereinbarung"),
            tr("Betriebe und Vorhaben"),
            "plus",
        )
        self.empty.step_pressed.connect(self.open_form)
        self.empty.link_pressed.connect(self.plants_wanted)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.addWidget(self.new)
        self._column.addWidget(self._panel)
        self._column.addWidget(self.empty, 1)
        self._column.addStretch(0)
        self._panel.hide()
        self.empty.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Column(content, tr("Vereinbarungen"), "bg"))
        self._space()
        style().changed.connect(self._space)
        desk.calls.changed.connect(self._heard)

    def enter(self) -> None:
        """Shows the list as it now is."""
        self._live = True
        self.refresh()

    def leave(self) -> None:
        """No longer follows changes."""
        self._live = False

    def open_form(self) -> None:
        """Shows the form for a new agreement."""
        self.new.open_with(self.listing)

    def refresh(self) -> None:
        """Reads the list again."""
        catalog = self._desk.catalog
        self._desk.calls.read(lambda work: read_listing(work, catalog), self._show)

    def trash(self, agreement_id: UUID) -> None:
        """Puts an agreement into the Papierkorb; the toast brings it back."""

        def done(_: None) -> None:
            self.told.emit(tr("In den Papierkorb gelegt."), lambda: self._restore(agreement_id))

        self._desk.calls.write(lambda work: trash_agreement(work, agreement_id), done)

    def _restore(self, agreement_id: UUID) -> None:
        self._desk.calls.write(lambda work: restore_agreement(work, agreement_id))

    def _menu(self, key: str, point: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(tr("Öffnen")).triggered.connect(lambda: self.opened.emit(UUID(key)))
        menu.addAction(tr("In den Papierkorb")).triggered.connect(lambda: self.trash(UUID(key)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _show(self, listing: Listing) -> None:
        self.listing = listing
        self.rows.set_rows(listing_rows(listing.lines))
        self._panel.setVisible(bool(listing.lines))
        self.empty.setVisible(not listing.lines)
        self._column.setStretch(3, 1 if listing.lines else 0)
        self.shown.emit()

    def _heard(self, tables: frozenset[str]) -> None:
        if self._live and tables & _SHOWN:
            self.refresh()

    def _space(self) -> None:
        side = style().space("x5")
        self._column.setContentsMargins(side, side, side, side)
        self.new.setMaximumWidth(style().px(760))
        self._column.setSpacing(style().space("x4"))
