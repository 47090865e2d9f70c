"""Keep the agenda as a template: first what stays behind (names and figures of the plant), then its name."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.services.agreements.templates import Going
from tws_desktop.services.agreements.workshop_templates import keep_workshop_as_template, what_would_go_of_workshop
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import outlined, quiet
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class TemplatePanel(QWidget):
    """`kept(title)` after the template is there."""

    kept = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.thing: UUID | None = None
        self.begin_button = quiet(tr("Als Vorlage behalten"), "copy")
        self.begin_button.clicked.connect(self.begin)
        self.going = WrapLabel("", "body", "text_2")
        self.name = TextField(tr("Name der Vorlage"))
        self.row = FormRow(tr("Name der Vorlage"), self.name, tr("Ohne den Namen des Betriebs"))
        self.name.returnPressed.connect(self.keep)
        keep, stop = outlined(tr("Vorlage anlegen"), "check"), quiet(tr("Abbrechen"))
        keep.clicked.connect(self.keep)
        stop.clicked.connect(self.close_form)
        self._form = QWidget()
        inside, buttons = QVBoxLayout(self._form), QHBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(keep)
        buttons.addWidget(stop)
        buttons.addStretch(1)
        inside.addWidget(self.going)
        inside.addWidget(self.row)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x2"))
        column.addWidget(self.begin_button)
        column.addWidget(self._form)
        self._form.hide()
        desk.calls.changed.connect(self._again)

    def begin(self) -> None:
        """Show what would stay behind, and ask for a name."""
        thing = self.thing
        if thing is not None:
            self._desk.calls.read(lambda work: what_would_go_of_workshop(work, thing), self._show)

    def keep(self) -> None:
        """Make the template; a refusal stands at the name."""
        thing, title = self.thing, self.name.text()
        if thing is not None:
            self._desk.calls.write(
                lambda work: keep_workshop_as_template(work, thing, title), self._done, self.row.set_fault
            )

    def close_form(self) -> None:
        """Back to the button; nothing is kept."""
        focused = self.window().focusWidget()
        here = focused is not None and self._form.isAncestorOf(focused)
        self.begin_button.show()
        if here:
            self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._form.hide()
        self.row.clear_fault()

    def _show(self, going: tuple[Going, ...]) -> None:
        self._say(going)
        self._form.show()
        self.begin_button.hide()
        self.name.setFocus()

    def _again(self) -> None:
        """The wording has changed meanwhile."""
        thing = self.thing
        if thing is not None and self._form.isVisible():
            self._desk.calls.read(lambda work: what_would_go_of_workshop(work, thing), self._say)

    def _say(self, going: tuple[Going, ...]) -> None:
        lines = [f"„{each.text}“ ({each.place})" for each in going]
        words = tr("Karten, Stimmen und Ergebnisse bleiben hier. Aus dem Wortlaut fällt weg: {list}.")
        nothing = tr("Karten, Stimmen und Ergebnisse bleiben hier. Im Wortlaut stehen keine Namen und Zahlen.")
        self.going.setText(words.format(list=", ".join(lines)) if lines else nothing)

    def _done(self, _template: object) -> None:
        title = self.name.text()
        self.name.clear()
        self.close_form()
        self.kept.emit(title)
