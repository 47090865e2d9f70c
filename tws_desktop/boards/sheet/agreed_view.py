"""The sheet filled in together: blocks, statements answered by keys, and what the answers add up to, live."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.boards.sheet.block_bar import BlockBar
from tws_desktop.boards.sheet.figures import FigureTiles, figures
from tws_desktop.boards.sheet.profile_pane import ProfilePane
from tws_desktop.boards.sheet.sheet_state import GIVEN, Block, SheetState, sheet_state
from tws_desktop.boards.sheet.sheet_writer import SheetWriter
from tws_desktop.boards.sheet.slide import block_slide
from tws_desktop.boards.sheet.statement_row import StatementRow
from tws_desktop.domain.confidentiality import beamer_ceiling, on_beamer
from tws_desktop.domain.questionnaires import ScaleStep
from tws_desktop.services.boards.content import Content
from tws_desktop.services.workshops.slides import Slide
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.buttons import filled, outlined, small
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.messages import InlineMessage
from tws_desktop.ui.kit.panel import Panel, Rule
from tws_desktop.ui.kit.segmented import Segment
from tws_desktop.ui.kit.tabs import Tab, TabBar
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr

_WIDE, _LOW = 1080, 420
_STATEMENTS, _PROFILE = "aussagen", "profil"


class AgreedView(QWidget):
    """One sheet for the whole group."""

    told = Signal(str)
    slide_wanted = Signal()
    phase_wanted = Signal(object)

    def __init__(self, desk: Desk, content: Content) -> None:
        super().__init__()
        self.content = content
        asked = content.board.sheet
        self._questionnaire = desk.catalog.questionnaires[asked.questionnaire if asked else ""]
        self._writer = SheetWriter(desk.calls, content.step.id, content.workshop.id, self._questionnaire)
        self._writer.short = asked is not None and asked.short
        self._hidden = False
        self._block, self._item = "", ""
        self.rows: dict[str, StatementRow] = {}
        self.blocks = BlockBar()
        self.tabs = TabBar(tr("Ansicht"), (Tab(_STATEMENTS, tr("Aussagen")), Tab(_PROFILE, tr("Profil"))))
        self.tiles = FigureTiles()
        self.pane = ProfilePane(desk.catalog)
        self.brief = small(tr("Kurzfassung"), "list-checks")
        self.brief.setCheckable(True)
        self.message = InlineMessage("error")
        self.message.hide()
        self._panel = Panel()
        self._head = Heading("", "heading")
        self._legend = WrapLabel(_legend(self._questionnaire.scale, self._segments()), "caption", "text_2")
        self._list = QVBoxLayout()
        self.back, self.on = outlined("", "chevron-left"), filled("", "chevron-right")
        self._hint = WrapLabel(
            tr("Tasten 1–5, W, N tragen ein und springen weiter. Die Rücktaste geht zurück."), "caption", "text_2"
        )
        self.brief.setChecked(self._writer.short)
        self._build()
        self._connect()
        self._show()
        self._writer.read_drafts(self._bring_back)

    # -- what the room asks ----------------------------------------------------------------------

    @property
    def state(self) -> SheetState:
        """The stored answers with those under way."""
        return sheet_state(self.content, self._questionnaire, self._writer.said, short=self._writer.short)

    def show_content(self, content: Content) -> None:
        """Shows the answers as they now are, unless they stand there already, as after a key that was stored; block,
        statement, scroll and what is half typed stay.
        """
        before = self._seen()
        self.content = content
        self._writer.settle_shown()
        if self._seen() != before:
            self._show()

    def _seen(self) -> object:
        answers = self.state.answers.items()
        said = {key: (a.value, a.special, a.reason, a.evidence, a.dissent, self._covers(key)) for key, a in answers}
        return said, bool(self.content.sheets), self._asking

    def focus_input(self) -> bool:
        """The answers of the selected statement, else of the first open one."""
        if self.tabs.key == _PROFILE and not self._is_wide:
            self.tabs.setFocus()
            return True
        row = self.rows.get(self._item) or self._first_open()
        row.focus_answers()
        return True

    def own_slide(self) -> Slide | None:
        """The block with its answers; None while the profile is shown."""
        if self.tabs.key == _PROFILE:
            return None
        block = self.state.block(self._block)
        workshop = self.content.workshop
        ceiling = beamer_ceiling(workshop.default_level, workshop.room_audience)
        return block_slide(self.content, block.title, block.items, ceiling)

    def counts(self) -> str:
        """How many statements are answered."""
        state = self.state
        counting = [item for item in state.sheet.items_copy if not item.optional]
        done = sum(bool(state.given(item.key)) for item in counting)
        words = tr("{n} von {all} Aussagen beantwortet").format(n=done, all=len(counting))
        extra = state.answered - done
        more = tr("dazu 1 Zusatzaussage") if extra == 1 else tr("dazu {n} Zusatzaussagen").format(n=extra)
        return f"{words}, {more}" if extra else words

    def hide_secrets(self, hidden: bool) -> None:
        """Covers answers above the beamer's ceiling."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a wide screen the profile stands beside the statements."""
        super().resizeEvent(event)
        self._arrange()

    # -- building --------------------------------------------------------------------------------

    @property
    def _is_wide(self) -> bool:
        return self.width() / style().scale >= _WIDE

    def _build(self) -> None:
        gap = style().space("x3")
        body = self._body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.blocks)
        head = QHBoxLayout()
        head.setSpacing(style().space("x3"))
        head.addWidget(self._head, 2)
        head.addWidget(self._legend, 3)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._panel.add_layout(head)
        rows = QWidget()
        self._list = QVBoxLayout(rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._panel.add_wide(rows)
        column.addWidget(self._panel)
        foot = QHBoxLayout()
        foot.setSpacing(style().space("x2"))
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.on)
        column.addLayout(foot)
        column.addStretch(1)
        self._place(body)

    def _place(self, body: QWidget) -> None:
        self.statements = Column(body, tr("Aussagen"), "bg")
        self.profile = Column(self.pane, tr("Profil"), "bg")
        self.profile.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        both = QHBoxLayout()
        both.setSpacing(style().space("x4"))
        both.addWidget(self.statements, 3)
        both.addWidget(self.profile, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(style().space("x2"))
        top = QHBoxLayout()
        top.addWidget(self.tabs, 1)
        top.addWidget(self.brief)
        whole.addWidget(self.tiles)
        whole.addLayout(top)
        whole.addWidget(self.message)
        whole.addLayout(both, 1)

    def _connect(self) -> None:
        self.blocks.chosen.connect(self.show_block)
        self.tabs.chosen.connect(lambda _: self._arrange())
        self.tabs.chosen.connect(lambda _: self.slide_wanted.emit())
        self.brief.clicked.connect(self._choose_length)
        self.pane.item_wanted.connect(self._go_to)
        self.pane.questions_wanted.connect(self._ask)
        self.back.clicked.connect(lambda: self._walk_block(-1))
        self.on.clicked.connect(lambda: self._walk_block(1))

    def _segments(self) -> tuple[Segment, ...]:
        asked = self._questionnaire
        made = [Segment(str(step.value), str(step.value), step.label) for step in asked.scale]
        if asked.unknown_label:
            made.append(Segment("W", "W", asked.unknown_label, gap=True, tone="info"))
        if asked.irrelevant_label:
            made.append(Segment("N", "N", asked.irrelevant_label))
        return tuple(made)

    # -- showing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        state = self.state
        block = state.block(self._block)
        self._block = block.key
        self.blocks.show_blocks(tuple((each, state.complete(each)) for each in state.blocks), block.key)
        if [item.key for item in block.items] != list(self.rows):
            self._lay_rows(block)
        for row in self.rows.values():
            self._show_row(row, state)
        result = state.result
        self.tiles.show_figures(figures(result))
        self.pane.show_state(state, result, self._asking)
        self._show_foot(state)
        short = len(self._questionnaire.short)
        self.brief.setText(tr("Kurzfassung: {n} Aussagen").format(n=short))
        self.brief.setVisible(bool(short) and not self.content.sheets and not state.answered)

    def _choose_length(self) -> None:
        self._writer.short = self.brief.isChecked()
        self.show_block("")

    def _show_row(self, row: StatementRow, state: SheetState) -> None:
        key = row.item.key
        given = state.given(key)
        row.show_answer(given, state.question(row.item), state.answers.get(key), covered=self._covers(key))
        row.show_way(self._asking if given == "W" and not self._covers(key) else "")

    @property
    def _asking(self) -> str:
        """The title of the phase that makes questions of „weiß nicht“."""
        return self.content.asking.title if self.content.asking else ""

    def _ask(self) -> None:
        if self.content.asking is not None:
            self._settle_open()
            self.phase_wanted.emit(self.content.asking.id)

    def _covers(self, item_key: str) -> bool:
        answer = self.content.answers.get(item_key)
        workshop = self.content.workshop
        ceiling = beamer_ceiling(workshop.default_level, workshop.room_audience)
        return self._hidden and answer is not None and not on_beamer(answer.level, ceiling)

    def _lay_rows(self, block: Block) -> None:
        while (taken := self._list.takeAt(0)) is not None:
            old = taken.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = {}
        self._head.setText(block.title)
        self._head.setVisible(bool(block.title))
        for item in block.items:
            row = StatementRow(item, self._segments())
            self._list.addWidget(Rule())
            self._list.addWidget(row)
            self.rows[item.key] = row
            row.selected.connect(lambda key=item.key: self._select(key))
            row.answered.connect(lambda given, jump, key=item.key: self._answer(key, given, jump))
            row.step_wanted.connect(lambda step, key=item.key: self._walk(key, step))
            row.explained.connect(lambda field, text, key=item.key: self._explain(key, field, text))
            row.questions_wanted.connect(self._ask)
            row.drafted.connect(lambda field, text, key=item.key: self._writer.keep(key, field, text))

    def _show_foot(self, state: SheetState) -> None:
        keys = [block.key for block in state.blocks]
        here = keys.index(self._block)
        self.back.setVisible(here > 0)
        self.back.setText(tr("Block {key}").format(key=keys[here - 1]) if here else "")
        last = here + 1 >= len(keys)
        self.on.setVisible(not last or bool(self._questionnaire.dimensions))
        self.on.setText(tr("Profil") if last else tr("Block {key}").format(key=keys[here + 1]))

    def _arrange(self) -> None:
        wide = self._is_wide
        profile = self.tabs.key == _PROFILE
        low = self.height() / style().scale < _LOW
        self.tiles.setVisible(bool(self._questionnaire.dimensions) and (profile or not low))
        self.tabs.setVisible(bool(self._questionnaire.dimensions))
        self.statements.setVisible(wide or not profile)
        self.profile.setVisible(bool(self._questionnaire.dimensions) and (wide or profile))

    # -- walking ---------------------------------------------------------------------------------

    def show_block(self, key: str) -> None:
        """Another block; the first statement without answer becomes the selected one."""
        self._settle_open()
        self._block, self._item = key, ""
        self._show()
        self.statements.verticalScrollBar().setValue(0)
        self._select(self._first_open().item.key)
        self.slide_wanted.emit()

    def _walk_block(self, step: int) -> None:
        keys = [block.key for block in self.state.blocks]
        there = keys.index(self._block) + step
        if 0 <= there < len(keys):
            self.show_block(keys[there])
            self.rows[self._item].focus_answers()
        elif there >= len(keys):
            self.tabs.choose(_PROFILE)
            self.tabs.setFocus()

    def _walk(self, item_key: str, step: int) -> None:
        keys = [item.key for block in self.state.blocks for item in block.items]
        there = keys.index(item_key) + step
        if 0 <= there < len(keys):
            self._go_to(keys[there])

    def _go_to(self, item_key: str) -> None:
        self.tabs.choose(_STATEMENTS)
        block = self.state.block_of(item_key)
        if block.key != self._block:
            self._settle_open()
            self._block = block.key
            self._show()
            self.slide_wanted.emit()
        self._select(item_key)
        self.rows[item_key].focus_answers()

    def _first_open(self) -> StatementRow:
        state = self.state
        return next((row for key, row in self.rows.items() if not state.given(key)), next(iter(self.rows.values())))

    def _select(self, item_key: str) -> None:
        row = self.rows[item_key]
        if row.is_open:
            return
        self._settle_open()
        self._item = item_key
        row.open_fields(self.state.answers.get(item_key), self._writer.drafts_of(item_key))
        self._show_row(row, self.state)
        QTimer.singleShot(0, row, lambda: self._reveal(row))

    def _reveal(self, row: StatementRow) -> None:
        bar, room = self.statements.verticalScrollBar(), self.statements.viewport().height()
        self.statements.ensureWidgetVisible(row, 0, style().space("x4"))
        if row.height() > room:
            bar.setValue(row.mapTo(self._body, QPoint(0, 0)).y())

    def _settle_open(self) -> None:
        for row in self.rows.values():
            if row.is_open:
                row.close_fields()
                self._show_row(row, self.state)

    # -- saying ----------------------------------------------------------------------------------

    def _answer(self, item_key: str, given: str, jump: bool) -> None:
        if given != self.state.given(item_key):
            self.message.hide()
            self._writer.say(item_key, GIVEN, given, self._refused)
            self._show()
        if jump:
            self._walk(item_key, 1)

    def _explain(self, item_key: str, field: str, text: str) -> None:
        self.message.hide()
        self._writer.say(item_key, field, text, self._refused)
        self._show()

    def _refused(self, item_key: str, field: str, text: str, sentence: str) -> None:
        self.message.show_message("error", sentence)
        row = self.rows.get(item_key)
        if field != GIVEN and row is not None and row.fields is not None:
            row.fields.put_back(field, text)
        self._show()

    def _bring_back(self) -> None:
        keys = [item.key for block in self.state.blocks for item in block.items]
        found = next((key for key in keys if self._writer.drafts_of(key)), "")
        if found:
            self._block = self.state.block_of(found).key
            self._show()
            row = self.rows[found]
            if row.is_open and row.fields is not None:
                row.fields.show_drafts(self._writer.drafts_of(found))
            self._select(found)


def _legend(scale: tuple[ScaleStep, ...], segments: tuple[Segment, ...]) -> str:
    ends = f"{scale[0].value} {scale[0].label} – {scale[-1].value} {scale[-1].label}" if scale else ""
    signs = [f"{segment.text} {segment.name}" for segment in segments if not segment.text.isdigit()]
    return " · ".join([ends, *signs])
