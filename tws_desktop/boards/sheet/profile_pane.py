"""What the answers add up to: profile, gap of knowledge, disputed statements, topics by pressure."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tws_desktop.boards.sheet.profile_bars import ProfileBar, ProfileBars
from tws_desktop.boards.sheet.report import one_place, two_places
from tws_desktop.boards.sheet.sheet_state import SheetState
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.questionnaires import Item
from tws_desktop.domain.scoring import q1
from tws_desktop.domain.scoring.answers import Direction
from tws_desktop.ui.kit.buttons import small
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class ProfilePane(QWidget):
    """`item_wanted(key)` when a statement in a list is opened, `questions_wanted` for the phase with the questions."""

    item_wanted = Signal(str)
    questions_wanted = Signal()

    def __init__(self, catalog: Catalog) -> None:
        super().__init__()
        self._catalog = catalog
        self.bars = ProfileBars()
        self._profile = Panel(tr("Profil"), meta=tr("0 bis 100"))
        self._profile.add(self.bars)
        note = tr("A: hoch heißt stark betroffen. B bis J: hoch heißt gut vorbereitet.")
        self._profile.add(WrapLabel(note, "caption", "text_2"))
        self.gap = WrapLabel("", "body", "text_2")
        self.unknown = RowList(tr("Aussagen mit „weiß nicht“"), fit=True, dense=True)
        self._gap = Panel(tr("Wissenslücke"), "circle-question-mark")
        self._gap.add(self.gap)
        self.questions = small("", "arrow-right")
        self.questions.clicked.connect(self.questions_wanted)
        self._gap.add(FlowRow(self.questions))
        self._gap.add_wide(self.unknown)
        self.disputed = RowList(tr("Strittige Aussagen"), fit=True, dense=True)
        self._disputed = Panel(tr("Strittig"), "split")
        self._disputed_words = WrapLabel(tr("Erst besprechen, dann eintragen."), "body", "text_2")
        self._disputed.add(self._disputed_words)
        self._disputed.add_wide(self.disputed)
        self.topics = RowList(tr("Themen nach Druck"), fit=True, dense=True)
        self._topics = Panel(tr("Themen nach Druck"), "list-ordered")
        self._topics.add(WrapLabel(tr("Vorschlag zur Auswahl, keine Entscheidung."), "body", "text_2"))
        self._topics.add_wide(self.topics)
        for rows in (self.unknown, self.disputed):
            rows.opened.connect(self.item_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x3"))
        for panel in (self._profile, self._gap, self._disputed, self._topics):
            column.addWidget(panel)
        column.addStretch(1)

    def show_state(self, state: SheetState, result: q1.Result, asking: str) -> None:
        """Shows the result of the answers as they are; `asking` is the phase that makes questions of the unknown."""
        self.questions.setText(tr("Zur Phase „{title}“").format(title=asking))
        self.questions.setVisible(bool(asking and state.unknown))
        names = {d.key: d.name for d in state.questionnaire.dimensions}
        self.bars.show_bars(tuple(_bar(d, names.get(d.key, "")) for d in result.dimensions))
        self._profile.setVisible(bool(names))
        self._gap.set_title(tr("Wissenslücke {share} %").format(share=one_place(100 * result.unknown_rate)))
        self.gap.setText(_gap_words(state, result))
        self.unknown.set_rows(_rows(state.unknown))
        self.unknown.setVisible(bool(state.unknown))
        disputed = state.disputed
        self._disputed.set_title(
            tr("1 Aussage ist strittig")
            if len(disputed) == 1
            else tr("{n} Aussagen sind strittig").format(n=len(disputed))
        )
        self._disputed.setVisible(bool(disputed))
        self.disputed.set_rows(_rows(disputed))
        self.topics.set_rows(tuple(self._topic(topic) for topic in result.topics))
        self._topics.setVisible(bool(result.topics))

    def _topic(self, topic: q1.TopicPressure) -> Row:
        found = self._catalog.topics.get(topic.topic)
        title = f"{topic.rank}. {found.title if found else topic.topic}"
        return Row(topic.topic, title, "", side=two_places(topic.pressure))


def _bar(dimension: q1.DimensionResult, name: str) -> ProfileBar:
    exposure = dimension.direction is Direction.EXPOSURE
    note = "" if dimension.index is not None else dimension.shown.value
    return ProfileBar(dimension.key, name, dimension.index, note, exposure)


def _rows(items: tuple[Item, ...]) -> tuple[Row, ...]:
    return tuple(Row(item.key, f"{item.key} {item.text}") for item in items)


def _gap_words(state: SheetState, result: q1.Result) -> str:
    count = len(state.unknown)
    told = tr("{n} von {all} Aussagen mit „weiß nicht“.").format(n=count, all=state.relevant)
    if count == 1:
        told += " " + tr("Daraus wird 1 Frage.")
    elif count:
        told += " " + tr("Daraus werden {n} Fragen.").format(n=count)
    if result.information_gap:
        told += " " + tr("Das ist viel: Zuerst Auskunft verlangen.")
    return told
