"""Clauses that results speak for, each with its reasons; one is taken in only by its button."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from tws_desktop.domain.clauses import VARIANT_NAMES, Clause, VariantId
from tws_desktop.services.agreements.document import RIGHT_NAMES
from tws_desktop.services.agreements.proposals import Proposal, ReasonKind
from tws_desktop.services.agreements.shelf import Shelf
from tws_desktop.services.agreements.wordings import wording_lines
from tws_desktop.ui.agreements.decisions import VARIANT_ICONS, insert_words, proposal_icon, stand_words
from tws_desktop.ui.agreements.note_list import NoteList, NoteRow
from tws_desktop.ui.agreements.reading import DeskState
from tws_desktop.ui.kit.buttons import ButtonKind, small
from tws_desktop.ui.kit.columns import Column
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.kit.flow_row import FlowRow
from tws_desktop.ui.kit.labels import Heading, WrapLabel
from tws_desktop.ui.kit.panel import Panel
from tws_desktop.ui.kit.segmented import Segment, Segmented
from tws_desktop.ui.style import style
from tws_desktop.ui.words import tr


def proposal_rows(state: DeskState, words: str = "") -> tuple[NoteRow, ...]:
    """The proposals in the order of the document under their sections; what is in the text already comes last."""
    rows: list[NoteRow] = []
    head = None
    for one in sorted(state.proposals, key=lambda proposal: proposal.present):
        if not _matches(words, (one.clause_key, one.title, *(reason.sentence for reason in one.reasons))):
            continue
        section = tr("Schon im Text") if one.present else one.slot_title or tr("Ohne festen Abschnitt")
        if section != head:
            head = section
            rows.append(NoteRow(f"head:{head}", head, head=True))
        icon, tone = proposal_icon(one)
        reasons = tr("1 Grund") if len(one.reasons) == 1 else tr("{count} Gründe").format(count=len(one.reasons))
        state_words = tr("schon im Text") if one.present else reasons
        rows.append(NoteRow(one.clause_key, one.title, f"{one.clause_key} · {state_words}", icon, tone))
    return tuple(rows)


def library_rows(shelf: Shelf, state: DeskState, words: str) -> tuple[NoteRow, ...]:
    """Every clause of the catalogue that has the words."""
    present = set(state.outline.clause_keys())
    rows = []
    for clause in shelf.clauses.values():
        if _matches(words, (clause.key, clause.title, *clause.topics, *(one.title for one in clause.variants))):
            there = clause.key in present
            meta = f"{clause.key} · {tr('schon im Text') if there else RIGHT_NAMES[clause.right]}"
            icon = ("check", "ok") if there else ("library", "text_2")
            rows.append(NoteRow(clause.key, clause.title, meta, *icon))
    return tuple(rows)


def _matches(words: str, texts: Iterable[str]) -> bool:
    wanted = words.casefold().split()
    heap = " ".join(texts).casefold()
    return all(word in heap for word in wanted)


class ProposalPanel(QWidget):
    """List above, the chosen clause with reasons, variants and its button below."""

    insert_wanted = Signal(str, str)
    """Clause key and variant."""
    show_wanted = Signal(str)

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._state: DeskState | None = None
        self._clause: Clause | None = None
        self._variant = VariantId.KOMP
        self.which = Segmented(
            tr("Welche Bausteine"),
            (
                Segment("proposed", tr("Vorschläge"), tr("Vorschläge aus Ergebnissen")),
                Segment("all", tr("Alle Bausteine"), tr("Alle Bausteine der Bibliothek")),
            ),
            "proposed",
            stretch=True,
        )
        self.which.chosen.connect(lambda _: self._show_list())
        self.search = TextField(tr("Bausteine filtern"), placeholder=tr("Filtern"), icon_name="search")
        self.search.textChanged.connect(lambda _: self._show_list())
        self.list = NoteList(tr("Bausteine"))
        self.list.opened.connect(self._open)
        self._none = WrapLabel("", "body", "text_2")
        self._none.hide()
        self._card = Panel()
        self._title = Heading("", "strong")
        self._reasons = WrapLabel("", "caption", "text_2")
        self.variants = FlowRow(gap=6)
        self._variant_words = WrapLabel("", "body")
        self._stand = WrapLabel("", "caption", "text_2")
        self.insert = small("", "plus", ButtonKind.FILLED)
        self.insert.clicked.connect(self._insert)
        self.show_button = small(tr("Im Text zeigen"), "arrow-right")
        self.show_button.clicked.connect(self._show_in_text)
        for widget in (self._title, self._reasons, self.variants, self._variant_words, self._stand):
            self._card.add(widget)
        self._acts = FlowRow(self.insert, self.show_button)
        self._acts.hide()
        self._build()

    def _build(self) -> None:
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, style().px(6), 0)
        inner.addWidget(self._card)
        inner.addStretch(1)
        self._detail = Column(body, tr("Baustein"))
        self._detail.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._detail.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, style().px(8), 0, 0)
        column.addWidget(self.which)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(self.list, 2)
        column.addWidget(self._detail, 5)
        column.addWidget(self._acts)
        column.addSpacing(style().px(8))

    def show_state(self, state: DeskState) -> None:
        """Shows the proposals as they now are; filter and choice stay."""
        self._state = state
        self._show_list()
        if self._clause is not None:
            self._show_clause()

    def open_clause(self, key: str) -> None:
        """Shows a clause with its reasons."""
        self.list.select(key)
        self._open(key)

    def _show_list(self) -> None:
        if self._state is None:
            return
        words, every = self.search.text(), self.which.key == "all"
        rows = library_rows(self._shelf, self._state, words) if every else proposal_rows(self._state, words)
        self.list.show_rows(rows)
        self._none.setText(
            tr("Kein Baustein passt. Bitte den Filter ändern.")
            if every
            else tr("Kein Vorschlag passt. Unter „Alle Bausteine“ steht, was die Bibliothek sonst hat.")
        )
        self._none.setVisible(not rows)

    def _open(self, key: str) -> None:
        clause = self._shelf.clauses.get(key)
        if clause is None or self._state is None:
            return
        self._clause = clause
        proposal = self._proposal()
        self._variant = proposal.variant if proposal is not None else VariantId.KOMP
        self._detail.show()
        self._acts.show()
        self._show_clause()
        self._detail.verticalScrollBar().setValue(0)

    def _proposal(self) -> Proposal | None:
        key = self._clause.key if self._clause is not None else ""
        return next((one for one in self._state.proposals if one.clause_key == key), None) if self._state else None

    def _show_clause(self) -> None:
        clause, state = self._clause, self._state
        if clause is None or state is None:
            return
        proposal = self._proposal()
        present = clause.key in state.outline.clause_keys()
        self._title.setText(clause.title)
        reasons = [one.sentence for one in proposal.reasons] if proposal is not None else []
        if proposal is None or not proposal.evidence:
            reasons.append(tr("Aus den Workshops spricht nichts dafür."))
        self._reasons.setText("\n".join(f"• {one}" for one in reasons))
        self.variants.clear()
        for variant in clause.variants:
            button = small(VARIANT_NAMES[variant.id], VARIANT_ICONS[variant.id])
            button.setCheckable(True)
            button.setChecked(variant.id is self._variant)
            button.clicked.connect(lambda _=False, one=variant.id: self._choose(one))
            self.variants.add(button)
        chosen = clause.variant(self._variant)
        lines = wording_lines(self._shelf, state.outline, clause, self._variant)
        self._variant_words.setText("\n".join((f"„{chosen.title}“", *lines)))
        self._stand.setText(f"{stand_words(clause)} · {RIGHT_NAMES[clause.right]}\n{clause.hint}")
        self.variants.setVisible(not present)
        self.insert.setVisible(not present)
        self.show_button.setVisible(present)
        self.insert.setText(insert_words(self._shelf, state, proposal) if proposal is not None else tr("Einsetzen"))

    def _choose(self, variant: VariantId) -> None:
        self._variant = variant
        self._show_clause()

    def _insert(self) -> None:
        if self._clause is not None:
            self.insert_wanted.emit(self._clause.key, str(self._variant))

    def _show_in_text(self) -> None:
        if self._clause is not None:
            self.show_wanted.emit(self._clause.key)


def spoken_for(state: DeskState) -> int:
    """How many clauses results speak for that are not in the text yet; the number at the tab."""
    kinds = {ReasonKind.TOPIC, ReasonKind.TRIGGER}
    return sum(not one.present and any(reason.kind in kinds for reason in one.reasons) for one in state.proposals)
