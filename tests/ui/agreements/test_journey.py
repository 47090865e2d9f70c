"""From an empty place to a written agreement, as a person goes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from pypdf import PdfReader
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from tests.narrowing import a, there
from tests.ui.agreements.conftest import Window
from tws_desktop.domain.agreements import Agreement
from tws_desktop.domain.keeping import RegisterLine
from tws_desktop.services.agreements.origin import NodeKind
from tws_desktop.ui.agreements.origin_panel import node_of
from tws_desktop.ui.kit.buttons import Button


def _press(window: Window, button: QWidget) -> None:
    window.bot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.settle()


def _make(window: Window, title: str = "") -> Any:
    _press(window, window.page.list.empty.step)
    window.page.list.new.title_field.setText(title)
    _press(window, window.page.list.new.make)
    window.bot.waitUntil(lambda: window.state is not None)
    window.settle()


def _insert(window: Window, key: str) -> Any:
    panel = window.view.evidence.proposals
    window.view.show_evidence("proposals")
    panel.list.opened.emit(key)
    _press(window, panel.insert)


def test_the_empty_place_leads_to_a_first_agreement(window: Window) -> None:
    assert window.page.list.empty.isVisible()
    _make(window, "Lärm & <b>Hitze</b> {name}")
    assert window.page.header().title == "Lärm & <b>Hitze</b> {name}"
    [made] = window.read(lambda work: work.all(Agreement))
    assert made.type_key == "ZV"
    assert next(item.number for item in window.view.outline.lines.items if item.kind == "section") == "§\u00a01"


def test_a_proposal_shows_its_reasons_and_goes_in_only_by_its_button(window: Window) -> None:
    _make(window)
    panel = window.view.evidence.proposals
    keys = {row.key for row in panel.list.rows}
    assert "BES-01" in keys
    panel.list.opened.emit("BES-01")
    assert "1 Position" in panel._reasons.text()
    assert "BES-01" not in window.outline().clause_keys()
    _insert(window, "BES-01")
    assert "BES-01" in window.outline().clause_keys()
    assert window.frame.toast.sentence == "„Beschäftigungssicherung“ eingesetzt." or window.frame.toast.sentence
    assert next(row for row in panel.list.rows if row.key == "BES-01").meta.endswith("schon im Text")
    assert not panel.insert.isVisible()


def test_a_gap_refuses_a_wrong_date_and_takes_a_right_one(window: Window) -> None:
    _make(window)
    _insert(window, "BES-01")
    gaps = window.view.evidence.gaps
    gap = next(one for one in window.state.gaps if one.label == "Ende des Schutzes festlegen")
    window.view.show_evidence("gaps")
    gaps.field_chosen.emit(gap.field_id)
    a(QLineEdit, there(gaps.row).field).setText("31.02.2030")
    _press(window, gaps.fill)
    assert "31.02.2030" in there(gaps.row).fault or there(gaps.row).fault
    assert a(QLineEdit, there(gaps.row).field).text() == "31.02.2030"
    assert "[Ende des Schutzes festlegen]" in window.text_of("BES-01")
    a(QLineEdit, there(gaps.row).field).setText("31.12.2030")
    _press(window, gaps.fill)
    assert there(gaps.row).fault == ""
    assert "31.12.2030" in window.text_of("BES-01")


def test_a_value_from_a_position_is_offered_and_taken_by_its_button(window: Window) -> None:
    _make(window)
    _insert(window, "BES-01")
    gaps = window.view.evidence.gaps
    gap = next(one for one in window.state.gaps if one.label == "Ende des Schutzes festlegen")
    gaps.field_chosen.emit(gap.field_id)
    button = a(Button, gaps._suggested.widgets[0])
    assert button.words() == "31.12.2032 übernehmen"
    assert "Position „Sicher bis 2032“" in gaps._sources.text()
    _press(window, button)
    assert "31.12.2032" in window.text_of("BES-01")


def test_typed_text_is_literal_and_all_of_it_can_be_undone(window: Window) -> None:
    _make(window)
    _insert(window, "BES-01")
    before = window.text_of("BES-01")
    unit = window.state.outline.clause_units("BES-01")[0]
    window.view.text.begin_editing(unit.id)
    editor = window.view.text.editor
    assert "⟦1⟧" in editor.area.text()
    editor.area.setText(editor.area.text() + " <b>fett</b> {name} ⟦⟦1")
    window.view.text.end_editing()
    window.settle()
    assert "<b>fett</b> {name} ⟦1" in window.text_of("BES-01")
    assert "[Ende des Schutzes festlegen]" in window.text_of("BES-01")
    window.view.doing.undo()
    window.settle()
    assert window.text_of("BES-01") == before
    window.view.doing.undo()
    window.settle()
    assert "BES-01" not in window.outline().clause_keys()
    window.view.doing.redo()
    window.settle()
    assert window.text_of("BES-01") == before


def test_from_the_clause_to_the_card_in_three_clicks_and_back(window: Window) -> None:
    _make(window)
    _insert(window, "BES-01")
    unit = window.state.outline.clause_units("BES-01")[0]
    window.view.paper.chosen.emit(unit.id)
    window.view.paper.origin_wanted.emit(unit.id)
    tree = window.view.evidence.origin.tree
    card = next(row for row in tree.rows if node_of(row.key) == (NodeKind.CARD, window.chain.card))
    assert card.text == "Lärm & Hitze < 30 °C"
    window.view.paper.chosen.emit(window.state.items[0].unit_id)
    window.view.paper.chosen.emit(unit.id)
    tree.opened.emit(card.key)
    window.settle()
    used = window.view.evidence.origin.used_list
    assert used.rows[0].text == "§\u00a04 Beschäftigungssicherung"
    window.view.paper.chosen.emit(window.state.items[0].unit_id)
    words = used._notes.action_rect(used.rows[0], QRectF(used.visualRect(used.model().index(0, 0)))).center().toPoint()
    QTest.mouseClick(used.viewport(), Qt.MouseButton.LeftButton, pos=words)
    window.settle()
    assert window.view.paper.selected == unit.id


def test_a_clause_nobody_spoke_for_says_so(window: Window) -> None:
    _make(window)
    unit = window.state.outline.clause_units("SCH-04")[0]
    assert [chip.text for chip in there(window.state.block_of(unit.id)).chips] == ["ohne Herkunft aus einem Workshop"]


def test_word_and_pdf_are_written_and_read_back(window: Window, tmp_path: Path) -> None:
    _make(window)
    _insert(window, "BES-01")
    output = window.page.output
    for kind in ("docx", "pdf"):
        window.page._open_output(kind)
        output.folder.setText(str(tmp_path))
        _press(window, output.write_button)
        window.bot.waitUntil(lambda: bool(output.said.sentence))
        window.settle()
        assert str(tmp_path) in output.said.sentence
    [word] = tmp_path.glob("*.docx")
    [pdf] = tmp_path.glob("*.pdf")
    words = "\n".join(paragraph.text for paragraph in docx.Document(str(word)).paragraphs)
    printed = "\n".join(page.extract_text() for page in PdfReader(pdf).pages)
    for text in (words, printed):
        assert "[Ende des Schutzes festlegen]" in " ".join(text.split())
    lines = window.read(lambda work: work.all(RegisterLine))
    assert {Path(line.path).suffix for line in lines} == {".docx", ".pdf"}
    _press(window, output.open_button)
    assert window.opened == [pdf]


def test_a_folder_that_cannot_be_written_is_said_and_the_button_lives_again(window: Window, tmp_path: Path) -> None:
    _make(window)
    output = window.page.output
    window.page._open_output("docx")
    output.folder.setText(str(tmp_path / "gibt es nicht"))
    _press(window, output.write_button)
    window.bot.waitUntil(lambda: bool(output.said.sentence))
    assert output.write_button.isEnabled()
    assert window.read(lambda work: work.all(RegisterLine)) == ()
