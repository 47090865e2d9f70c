"""Filling the desk: a value typed and left, own text and its right, an empty agreement, a table annex."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.narrowing import a, there
from tests.ui.agreements.conftest import Window
from tws_desktop.services.agreements import clauses, editing
from tws_desktop.ui.kit.fields import TextField


def test_a_value_typed_into_a_gap_is_kept_on_the_way_to_the_next_or_comes_back_refused(window: Window) -> None:
    window.start()
    window.write(clauses.insert_clause, window.catalog, window.state.agreement.id, "BES-01", "komp")
    window.settle()
    gaps, fields = window.view.evidence.gaps, window.state.outline.fields
    window.view.ways.open_field("BES-01.schutz_bis")
    row = there(gaps.row)
    window.bot.keyClick(row.field, Qt.Key.Key_Tab)
    assert window.frame.focusWidget() in {gaps.fill, *gaps.findChildren(QAbstractButton)}
    a(TextField, row.field).setText("Ende 2031")
    window.view.ways.next_gap()
    window.settle()
    assert window.outline().fields["BES-01.schutz_bis"].value == "2031-12-31"
    window.view.ways.open_field("BES-01.schutz_bis")
    a(TextField, there(gaps.row).field).setText("31.2.31")
    window.view.show_evidence("checks")
    window.settle()
    assert window.outline().fields["BES-01.schutz_bis"].value == "2031-12-31"
    assert gaps.field_id == fields["BES-01.schutz_bis"].id
    assert (gaps.typed(), "28" in there(gaps.row).fault) == ("31.2.31", True)


def test_own_text_says_its_right_and_the_clause_on_what_goes_on_names_it(window: Window) -> None:
    window.start()
    unit = window.write(editing.add_section, window.outline().parts[0].id, "Parkplätze")
    absatz = window.write(editing.add_below, unit.id, "Der Arbeitgeber stellt Parkplätze.")
    window.settle()
    window.view.go_to(absatz.id)
    tools, notes = window.view.text.tools, [one.sentence for one in window.state.findings if one.unit_id == absatz.id]
    assert tools.right.isVisible()
    assert any("Recht wählen" in note for note in notes)
    tools.right.chosen.emit("F")
    window.settle()
    assert not [one for one in window.state.findings if one.unit_id == absatz.id]
    assert unit.id in {one.id for one in window.outline().counted(("F",))}
    window.view.go_to(window.state.outline.clause_units("SCH-04")[0].id)
    assert not tools.right.isVisible()


def test_an_empty_agreement_shows_proposals_and_takes_its_first_section(window: Window) -> None:
    window.start(with_required=False)
    assert (window.state.gaps, window.view.evidence.key) == ((), "proposals")
    window.view.outline.add_button.click()
    window.settle()
    head = window.view.text.head
    assert head.isVisible()
    head.field.setText("Ziele")
    window.bot.keyClick(head.field, Qt.Key.Key_Return)
    window.settle()
    assert not head.isVisible()
    assert [item.title for item in window.view.outline.lines.items if item.kind == "section"] == ["Ziele"]
    window.view.outline.add_button.click()
    window.settle()
    assert sum(item.kind == "section" for item in window.view.outline.lines.items) == 1


def test_a_table_annex_is_filled_cell_by_cell_and_follows_undo(window: Window) -> None:
    window.start()
    slots = window.catalog.agreement_types["ZV"].annexes
    slot = next(one for one in slots if one.key == "investment")
    panel = window.page.annex_panel
    panel.open_for(window.state, slot)
    cells = there(panel.table).cells
    cells.paste("Neue Halle\tMontage\t2027\t6 Mio.\t40")
    window.settle()
    row = ("Neue Halle", "Montage", "2027", "6 Mio.", "40")
    assert cells.rows() == (row,)
    assert any("Neue Halle" in "".join(bit.text for cell in one.cells for bit in cell) for one in window.state.blocks)
    window.view.doing.undo()
    window.settle()
    assert (cells.rows(), "annex.investment" in window.outline().fields) == ((), False)
    window.view.doing.redo()
    window.settle()
    assert cells.rows() == (row,)
    cells.paste("mit \x01 Steuerzeichen")
    window.settle()
    assert panel.fault.isVisible()
    assert cells.rows() == (("mit \x01 Steuerzeichen", *row[1:]),)


def test_a_filter_without_a_hit_says_where_else_to_look(window: Window) -> None:
    window.start(with_required=False)
    panel = window.view.evidence.proposals
    panel.search.setText("gibt es nicht")
    assert (panel.list.rows, "Alle Bausteine" in panel._none.text(), panel._none.isHidden()) == ((), True, False)
    panel.search.setText("")
    panel.open_clause("GEN-01")
    assert (panel._none.isHidden(), panel.insert.text()) == (True, "In die Präambel einsetzen")
