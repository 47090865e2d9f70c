"""What can be done with a column: title, topics, merge, dissolve; and the line for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from tws_desktop.boards.cards.card_acts import CardActs
from tws_desktop.boards.inline_panel import InlinePanel
from tws_desktop.domain.topics import Topic
from tws_desktop.domain.workshops import Entry
from tws_desktop.services.boards.content import Content
from tws_desktop.ui.kit.buttons import outlined, small
from tws_desktop.ui.kit.fields import ChoiceField, TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.form_row import FormRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class ColumnPanel(InlinePanel):
    """One column."""

    def __init__(self, column: Entry, content: Content, acts: CardActs, topics: Mapping[str, Topic]) -> None:
        number = [cluster.id for cluster in content.clusters].index(column.id) + 1
        super().__init__(tr("Spalte {number}").format(number=number), "list", column.text)
        self._column, self._acts = column, acts
        self._keys = list(content.topics.get(column.id, ()))
        self.title = TextField(tr("Titel als halber Satz"), column.text)
        self._title_row = FormRow(tr("Titel als halber Satz"), self.title)
        self.title.returnPressed.connect(self._rename)
        self.title.editingFinished.connect(self._rename)
        row = QHBoxLayout()
        row.setSpacing(style().px(12))
        row.addWidget(self._title_row, 2)
        others = [cluster for cluster in content.clusters if cluster.id != column.id]
        if others:
            ids = {str(other.id): other.id for other in others}
            into = ChoiceField(tr("Zusammenlegen mit"), tuple((str(o.id), o.text, "") for o in others))
            into.setPlaceholderText(tr("Spalte wählen"))
            into.chosen.connect(lambda key: self._leave(lambda: acts.merge(column.id, ids[key])))
            row.addWidget(FormRow(tr("Zusammenlegen mit"), into), 1)
        self.body.addLayout(row)
        self.body.addWidget(WrapLabel(tr("Themen"), "label"))
        flow = FlowRow(gap=6)
        for key, topic in sorted(topics.items()):
            button = small(topic.short or topic.title)
            button.setCheckable(True)
            button.setChecked(key in self._keys)
            button.setAccessibleName(tr("Thema {key}: {title}").format(key=key, title=topic.title))
            button.clicked.connect(lambda on, chosen=key: self._topic(chosen, on))
            flow.add(button)
        self.body.addWidget(flow)
        dissolve = outlined(tr("Spalte auflösen"), "split")
        dissolve.clicked.connect(lambda: self._leave(lambda: acts.dissolve(column.id)))
        self.body.addWidget(FlowRow(dissolve))
        self.first = self.title

    def _topic(self, key: str, on: bool) -> None:
        if on:
            self._keys.append(key)
        else:
            self._keys.remove(key)
        self._acts.set_topics(self._column.id, tuple(self._keys))

    def _rename(self) -> None:
        text = self.title.text()
        if text != self._column.text:
            self._acts.rename(self._column.id, text, self._title_row.set_fault)

    def _leave(self, act: Callable[[], None]) -> None:
        self.title.blockSignals(True)
        act()
        self.closed.emit()


class NewColumnPanel(InlinePanel):
    """One line: Enter makes the column and stays for the next."""

    def __init__(self, acts: CardActs, made: Callable[[Entry], None]) -> None:
        super().__init__(tr("Neue Spalte"), "plus", tr("Enter legt an, Esc schließt"))
        self._made = made
        self._acts = acts
        self.title = TextField(
            tr("Titel der neuen Spalte"), placeholder=tr("Halber Satz, zum Beispiel: Neue Technik kommt ohne uns")
        )
        self._row = FormRow(tr("Titel der neuen Spalte"), self.title)
        self.title.returnPressed.connect(self._make)
        self.body.addWidget(self._row)
        self.first = self.title

    def _make(self) -> None:
        if not self.title.text().strip():
            self._row.set_fault(tr("Der Titel fehlt. Bitte einen halben Satz eingeben."))
            return
        self._row.clear_fault()
        text = self.title.text()
        self.title.clear()
        self._acts.new_column(text, self._made, self._failed(text))

    def _failed(self, text: str) -> Callable[[str], None]:
        def tell(sentence: str) -> None:
            self._row.set_fault(sentence)
            if not self.title.text():
                self.title.setText(text)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)

        return tell
