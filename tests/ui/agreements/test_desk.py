"""The desk by hand and key: order, variants, options, own text, findings, versions, templates, many clauses."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.narrowing import a, there
from tests.ui.agreements.conftest import Window
from tests.ui.fixtures import Look
from tws_desktop.services.agreements import clauses, editing
from tws_desktop.services.agreements.outline import read_outline
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.page import address
from tws_desktop.ui.agreements.reading import OutlineItem
from tws_desktop.ui.page import Place


def _insert(window: Window, key: str, variant: str | None = "komp") -> Any:
    units = window.write(clauses.insert_clause, window.catalog, window.state.agreement.id, key, variant)
    window.settle()
    return units


def _sections(window: Window) -> list[OutlineItem]:
    return [item for item in window.view.outline.lines.items if item.kind == "section"]


def test_paper_and_outline_have_the_same_numbers_and_every_gap_is_counted(window: Window) -> None:
    window.start()
    _insert(window, "BES-01")
    heads = {
        block.number: block.text for block in window.state.blocks if block.is_head and block.number.startswith("§")
    }
    assert heads == {item.number: item.title for item in _sections(window)}
    assert sum(item.gaps for item in window.state.items if item.unit_id) == len(window.state.gaps)


def test_alt_arrow_moves_a_section_and_its_number_follows(window: Window) -> None:
    window.start()
    lines = window.view.outline.lines
    first, second = _sections(window)[:2]
    window.view.outline.chosen.emit(first.key)
    window.bot.keyClick(lines, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    window.settle()
    assert [item.title for item in _sections(window)[:2]] == [second.title, first.title]
    assert [item.number for item in _sections(window)[:2]] == ["§\u00a01", "§\u00a02"]
    assert window.view.unit == first.unit_id
    window.bot.keyClick(window.view.paper, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    window.settle()
    assert [item.title for item in _sections(window)[:2]] == [first.title, second.title]


def test_variants_are_read_before_one_is_taken_and_the_clauses_text_comes_back(window: Window) -> None:
    window.start()
    unit = _insert(window, "BES-01")[0]
    window.view.go_to(unit.id)
    before = window.text_of("BES-01")
    window.view.text.tools.compare_wanted.emit()
    compare = window.page.compare
    assert not compare.isHidden()
    assert len(compare.boxes) == 3
    assert window.text_of("BES-01") == before
    next(iter(compare.buttons.values())).click()
    window.settle()
    assert compare.isHidden()
    taken = window.text_of("BES-01")
    assert taken != before
    first = window.state.outline.clause_units("BES-01")[0]
    window.write(editing.edit_text, first.id, "Ganz eigener Satz.")
    window.settle()
    assert "Ganz eigener Satz." in window.text_of("BES-01")
    assert not window.view.text.tools.restore.isHidden()
    window.view.text.tools.restore.click()
    window.settle()
    assert window.text_of("BES-01") == taken


def test_a_variant_is_chosen_by_key_and_own_text_is_asked_for_first(window: Window) -> None:
    window.start()
    unit = _insert(window, "BES-01")[0]
    window.view.go_to(unit.id)
    window.view.text.next_variant()
    window.settle()
    assert window.outline().clause_units("BES-01")[0].variant == "min"
    unit = window.outline().clause_units("BES-01")[0]
    window.write(editing.edit_text, unit.id, "Eigener Text.")
    window.settle()
    window.view.text.next_variant()
    tools = window.view.text.tools
    assert tools.overwrite.isVisible()
    assert window.outline().clause_units("BES-01")[0].variant == "min"
    window.bot.mouseClick(tools.overwrite, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.outline().clause_units("BES-01")[0].variant == "max"
    assert not tools.overwrite.isVisible()


def test_an_optional_part_is_put_in_and_out_by_its_box(window: Window) -> None:
    window.start()
    unit = _insert(window, "BES-01")[0]
    window.view.go_to(unit.id)
    window.settle()
    before = window.text_of("BES-01")
    box = a(QAbstractButton, *window.view.text.tools._options.widgets)
    box.toggle()
    window.settle()
    assert window.text_of("BES-01") != before
    box = a(QAbstractButton, *window.view.text.tools._options.widgets)
    assert box.isChecked()
    box.toggle()
    window.settle()
    assert window.text_of("BES-01") == before


def test_deleting_says_so_and_the_toast_brings_it_back(window: Window) -> None:
    window.start()
    unit = _insert(window, "BES-01")[0]
    before = window.text_of("BES-01")
    window.view.go_to(unit.id)
    window.bot.keyClick(window.view.paper, Qt.Key.Key_Delete)
    window.settle()
    assert window.state.block_of(unit.id) is None
    assert window.frame.toast.sentence == "Gelöscht."
    window.frame.toast.take_back()
    window.settle()
    assert window.text_of("BES-01") == before


def test_an_absatz_and_a_section_of_ones_own(window: Window) -> None:
    window.start()
    section = _sections(window)[0]
    window.view.paper.add_wanted.emit(section.unit_id)
    window.settle()
    window.bot.waitUntil(lambda: window.view.text.editing is not None)
    window.view.text.editor.area.setText("Tabs\tund ß, ẞ, e\u0301 🙂 < > & bleiben.")
    window.view.text.end_editing()
    window.settle()
    assert any("Tabs\tund ß, ẞ, é 🙂 < > & bleiben." in block.text for block in window.state.blocks)
    window.view.outline.add_wanted.emit()
    head = window.view.text.head
    head.field.setText("Sonderurlaub")
    window.bot.keyClick(head.field, Qt.Key.Key_Return)
    window.settle()
    assert "Sonderurlaub" in [item.title for item in _sections(window)]


def test_control_characters_are_refused_at_the_text_and_stay_there(window: Window) -> None:
    window.start()
    unit = window.state.outline.clause_units("SCH-04")[0]
    window.view.text.begin_editing(unit.id)
    editor = window.view.text.editor
    editor.area.setText("böse \u0007 Zeichen")
    editor.settle()
    window.settle()
    assert editor.fault
    assert "böse" in editor.area.text()
    assert window.outline().units[unit.id].text == unit.text


def test_keystrokes_not_yet_kept_come_back_after_a_crash(window: Window) -> None:
    made = window.start()
    unit = window.state.outline.clause_units("SCH-04")[0]
    window.write(lambda work: work.keep_draft("agreement", str(made.id), str(unit.id), "halb getippt"))
    window.page.open_list()
    window.view.state = None
    window.page.open_desk_at(made.id)
    window.bot.waitUntil(lambda: window.view.text.editing == unit.id)
    assert window.view.text.editor.area.text() == "halb getippt"
    window.view.text.end_editing()
    window.settle()
    assert "halb getippt" in window.text_of("SCH-04")
    assert window.read(lambda work: work.drafts("agreement", str(made.id))) == {}


def test_pay_and_hours_in_own_text_warn_at_the_block_and_in_the_check(window: Window) -> None:
    window.start()
    unit = window.state.outline.clause_units("SCH-04")[0]
    window.write(editing.edit_text, unit.id, "Die Wochenarbeitszeit beträgt 32 Stunden.")
    window.settle()
    block = there(window.state.block_of(unit.id))
    assert "§\u00a077 Abs.\u00a03" in block.warning
    assert any(block.warning == row.text for row in window.view.evidence.checks.list.rows)


def test_the_check_says_in_the_same_panel_what_it_does_not_say(window: Window) -> None:
    window.start()
    assert window.view.evidence.checks.notice.text() == window.catalog.disclaimers["D-CHECK"].text


def test_f3_and_f4_go_from_finding_to_finding_and_gap_to_gap(window: Window) -> None:
    window.start()
    _insert(window, "BES-01")
    window.view.ways.next_gap()
    first = window.view.evidence.gaps.field_id
    window.view.ways.next_gap()
    assert window.view.evidence.gaps.field_id not in {None, first}
    assert window.view.evidence.key == "gaps"
    window.view.ways.next_finding()
    assert window.view.evidence.key == "checks"
    assert window.view.evidence.checks.list.key == "0"


def test_a_clause_that_a_reference_misses_is_one_click_away(window: Window) -> None:
    window.start()
    _insert(window, "BES-01")
    window.view.ways.open_field("clause:BES-03")
    assert window.view.evidence.key == "proposals"
    assert window.view.evidence.proposals.insert.isVisible()


def test_the_desk_opens_at_a_unit_and_the_list_is_one_click_away(window: Window) -> None:
    made = window.start()
    unit = window.read(read_outline, made.id).clause_units("SCH-04")[0]
    window.page.open_list()
    window.settle()
    assert [row.title for row in window.page.list.rows.rows] == [made.title]
    window.frame.open(Place.VEREINBARUNGEN, address(made.id, unit.id))
    window.settle()
    assert window.view.paper.selected == unit.id
    window.bot.mouseClick(window.view.outline.back, Qt.MouseButton.LeftButton)
    window.settle()
    assert window.page.list.isVisible()


def test_arrow_keys_walk_the_paper_and_only_the_selected_block_has_widgets(window: Window) -> None:
    window.start()
    paper = window.view.paper
    paper.setFocus()
    seen = [paper.selected]
    for _ in range(5):
        window.bot.keyClick(paper, Qt.Key.Key_Down)
        seen.append(paper.selected)
    assert len(set(seen)) == 6
    assert paper.accessibleName().startswith("Text der Vereinbarung: ")
    children = [child for child in paper.viewport().children() if child.isWidgetType()]
    assert len(children) == 3


@pytest.mark.parametrize(("palette", "scale"), [("light", 1.0), ("dark", 1.0), ("light", 2.0)])
def test_sixty_clauses_in_every_look_fit_the_width(window: Window, look: Look, palette: str, scale: float) -> None:
    made = window.start(with_required=False)
    keys = [key for key in window.catalog.clauses if window.catalog.agreement_types["ZV"].slot_of(key)][:60]

    def fill(work: Work) -> None:
        for key in keys:
            clauses.insert_clause(work, window.catalog, made.id, key)

    window.write(fill)
    window.settle()
    look(palette, scale)
    window.settle()
    paper = window.view.paper
    assert len(window.outline().clause_keys()) == len(keys)
    assert paper.horizontalScrollBar().maximum() == 0
    for laid in paper._laid:
        for _, rect in laid.chips:
            assert rect.right() <= laid.width + 1
    assert window.frame.width() <= 1366


def test_a_section_is_dragged_behind_another(window: Window) -> None:
    window.start()
    lines = window.view.outline.lines
    first, second = _sections(window)[:2]
    places = [item.key for item in lines.items]
    rects = [lines.visualRect(lines.model().index(places.index(item.key), 0)) for item in (first, second)]
    port = lines.viewport()
    window.bot.mousePress(port, Qt.MouseButton.LeftButton, pos=rects[0].center())
    for step in range(1, 6):
        spot = rects[0].center() + (rects[1].bottomLeft() - rects[0].center()) * (step / 5)
        window.bot.mouseMove(port, spot)
        _drag(port, spot)
    window.bot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=rects[1].center())
    window.settle()
    assert [item.title for item in _sections(window)[:2]] == [second.title, first.title]


def _drag(port: QWidget, spot: QPoint) -> None:
    """A move with the button held, which the platform without a screen does not report by itself."""
    place = QPointF(spot)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        port.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(port, event)


def test_after_inserting_the_paper_has_the_focus(window: Window) -> None:
    window.start()
    panel = window.view.evidence.proposals
    window.view.show_evidence("proposals")
    panel.list.opened.emit("BES-01")
    panel.insert.setFocus()
    window.bot.keyClick(panel.insert, Qt.Key.Key_Return)
    window.settle()
    assert window.frame.focusWidget() is window.view.paper
    assert window.view.paper.selected == window.outline().clause_units("BES-01")[0].id


def test_every_stop_of_the_tab_key_has_a_name(window: Window) -> None:
    window.start()
    unit = _insert(window, "BES-01")[0]
    window.view.go_to(unit.id)
    window.page._open_output("docx")
    for key in ("origin", "proposals", "gaps", "checks"):
        window.view.show_evidence(key)
        stops = [
            widget
            for widget in window.view.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        ]
        assert len(stops) > 8
        assert [type(widget).__name__ for widget in stops if not widget.accessibleName().strip()] == []


def test_escape_closes_a_panel_and_gives_the_paper_back(window: Window) -> None:
    window.start()
    window.page._open_output("pdf")
    output = window.page.output
    assert output.isVisible()
    window.bot.keyClick(output.folder, Qt.Key.Key_Escape)
    assert not output.isVisible()
    assert window.frame.focusWidget() is window.view.paper


def test_a_closed_panel_gives_the_focus_to_the_paper(window: Window) -> None:
    window.start()
    panel = window.page.freeze
    panel.open_for(window.state)
    assert panel.isAncestorOf(window.frame.focusWidget())
    panel.hide()
    assert window.frame.focusWidget() is window.view.paper
