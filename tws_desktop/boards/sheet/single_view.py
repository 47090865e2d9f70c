"""Sheets of single people, typed from paper: a fast form, how many there are, and their totals."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tws_desktop.boards.sheet.paper_form import PaperForm
from tws_desktop.boards.sheet.report import mean_words, spread_words
from tws_desktop.boards.sheet.single_result import SingleResult, sheets_of, single_result
from tws_desktop.services.boards import sheets
from tws_desktop.services.boards.content import Content
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.slides import Slide
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import filled, quiet
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.kept_field import DRAFT_EVERY
from tws_desktop.ui.kit.labels import WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


class SingleView(QWidget):
    """One sheet after the other; what one person said is never shown again."""

    told = Signal(str)
    slide_wanted = Signal()

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__()
        self.content = content
        self._desk = desk
        asked = content.board.sheet
        self._questionnaire = desk.catalog.questionnaires[asked.questionnaire if asked else ""]
        self.form = PaperForm(self._questionnaire)
        self.save = filled(tr("Bogen speichern"), "check", tr("Strg+S"))
        self.clear = quiet(tr("Verwerfen"), "x")
        self.message = InlineMessage("error")
        self.message.hide()
        self.total = WrapLabel("", "body", "text_2")
        self.totals = RowList(tr("Ergebnis je Aussage"), fit=True, dense=True)
        self.texts = WrapLabel("")
        self._panel = Panel(tr("Neuer Bogen"), "file-pen-line")
        self._result = Panel(tr("Ergebnis"), "layout-dashboard")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(DRAFT_EVERY)
        self._pause.timeout.connect(self._keep)
        self._build()
        self.show_content(content)
        desk.calls.read(lambda work: work.drafts(*self._thing), self._bring_back)

    def show_content(self, content: Content) -> None:
        """Shows how many sheets there are and what they say together; the half-typed sheet stays."""
        self.content = content
        result = self.result
        self._panel.set_title(tr("Bogen {n}").format(n=result.sheets + 1))
        self.total.setText(_words(result))
        shown = [Row(t.item.key, t.item.text, spread_words(t), side=mean_words(t)) for t in result.totals]
        self.totals.set_rows(shown)
        self.totals.setVisible(bool(shown))
        lines = [f"{item.text}: {text}" for item, texts in result.texts for text in texts]
        self.texts.setText("\n".join(lines))
        self.texts.setVisible(bool(lines))

    @property
    def result(self) -> SingleResult:
        """All sheets together."""
        return single_result(self._questionnaire, sheets_of(self.content.sheet_answers))

    def focus_input(self) -> bool:
        """The first open statement of the form."""
        self.form.focus_first()
        return True

    def own_slide(self) -> Slide | None:
        """The usual slide."""
        return None

    def counts(self) -> str:
        """How many sheets are typed in."""
        count = self.result.sheets
        return tr("1 Bogen erfasst") if count == 1 else tr("{n} Bögen erfasst").format(n=count)

    def hide_secrets(self, hidden: bool) -> None:
        """Only totals are ever shown."""

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style().space("x3"))
        hint = tr("Ein Blatt nach dem anderen: Ziffer trägt ein und springt weiter, – heißt keine Angabe.")
        self._panel.add(WrapLabel(hint, "caption", "text_2"))
        self._panel.add(self.form)
        self._panel.add(self.message)
        foot = QHBoxLayout()
        foot.addWidget(self.clear)
        foot.addStretch(1)
        foot.addWidget(self.save)
        self._panel.add_layout(foot)
        self._result.add(self.total)
        self._result.add_wide(self.totals)
        self._result.add(self.texts)
        column.addWidget(self._panel)
        column.addWidget(self._result)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        scroll = Column(body, self.content.board.title, "bg")
        whole.addWidget(scroll)
        self.form.reached.connect(lambda field: scroll.ensureWidgetVisible(field, 0, style().space("x4")))
        self.save.clicked.connect(self.save_sheet)
        self.clear.clicked.connect(self._drop)
        self.form.finished.connect(self.save_sheet)
        self.form.changed.connect(self._typed)
        near = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_sheet, context=near)

    def save_sheet(self) -> None:
        """Saves the sheet whole and clears the form for the next; a refused one comes back into the form."""
        given, words = self.form.given, self.form.words
        step_id, questionnaire = self.content.step.id, self._questionnaire
        self._pause.stop()
        self.message.hide()
        self.form.show_sheet({}, {})

        def write(work: Work) -> None:
            sheets.record_single(work, step_id, questionnaire, given, words)
            work.keep_draft(*self._thing, self._draft_name, "")

        def refused(sentence: str) -> None:
            if self.form.is_empty:
                self.form.show_sheet(given, words)
            self.message.show_message("error", sentence)

        self._desk.calls.write(write, lambda _: self.told.emit(tr("Bogen gespeichert.")), refused)
        self.form.focus_first()

    @property
    def _thing(self) -> tuple[str, str]:
        return "room", str(self.content.workshop.id)

    @property
    def _draft_name(self) -> str:
        return f"sheet:{self.content.step.id}:{self._questionnaire.key}:paper"

    def _typed(self) -> None:
        self.message.hide()
        if not self._pause.isActive():
            self._pause.start()

    def _keep(self) -> None:
        text, thing, name = self.form.draft(), self._thing, self._draft_name
        self._desk.calls.write(lambda work: work.keep_draft(*thing, name, text))

    def _drop(self) -> None:
        self.form.show_sheet({}, {})
        self._keep()
        self.form.focus_first()

    def _bring_back(self, drafts: dict[str, str]) -> None:
        draft = drafts.get(self._draft_name, "")
        if draft and self.form.is_empty:
            self.form.show_draft(draft)


def _words(result: SingleResult) -> str:
    if result.hidden:
        rule = tr("Das Ergebnis wird erst ab {least} Bögen gezeigt; bisher sind es {n}.")
        return rule.format(least=result.least, n=result.sheets)
    return tr("{n} Bögen. Mittelwert und Verteilung, niemand ist zu erkennen.").format(n=result.sheets)
