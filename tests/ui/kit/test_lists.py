"""Lists by model and view: keys, spoken rows, text actions, thousands of rows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.fixtures import Look, Show
from tws_desktop.ui.kit.ladder_painter import LadderStep
from tws_desktop.ui.kit.ladder_view import LadderView
from tws_desktop.ui.kit.row_list import RowList
from tws_desktop.ui.kit.rows import Row
from tws_desktop.ui.kit.tabs import Tab, TabBar, TabColumn
from tws_desktop.ui.style import style

ROWS = (
    Row("a", "Altersliste besorgen", "Maßnahme · Zerspanung", chip="heute", action="Als fertig melden"),
    Row("b", "Antwort der Geschäftsführung", "vom 28. Oktober", lead="§ 7", action="Erinnerung schreiben"),
    Row("c", "BV Kurzarbeit läuft aus", "Gießerei Nordsaar"),
)


def _list(shown: Show, width: int = 700) -> RowList:
    rows = RowList("Fällig")
    rows.set_rows(ROWS)
    shown(rows, width, 300)
    return rows


def test_keys_move_open_and_run(shown: Show) -> None:
    rows = _list(shown)
    opened: list[str] = []
    run: list[str] = []
    rows.opened.connect(opened.append)
    rows.action_pressed.connect(run.append)
    rows.select("a")
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    QTest.keyClick(rows, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (opened, run) == (["b"], ["b"])


def test_a_click_on_the_words_opens_on_the_action_runs(shown: Show) -> None:
    rows = _list(shown)
    opened: list[str] = []
    run: list[str] = []
    rows.opened.connect(opened.append)
    rows.action_pressed.connect(run.append)
    row = rows.visualRect(rows.model().index(0, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, row.center().y()))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 40, row.center().y()))
    assert (opened, run) == (["a"], ["a"])


def test_the_menu_key_asks_for_the_current_row(shown: Show) -> None:
    rows = _list(shown)
    wanted: list[str] = []
    rows.context_wanted.connect(lambda key, _: wanted.append(key))
    rows.select("c")
    QApplication.sendEvent(
        rows,
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), rows.mapToGlobal(QPoint(1, 1))),
    )
    assert wanted == ["c"]


def test_rows_speak_all_they_show(shown: Show) -> None:
    rows = _list(shown)
    words = rows.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "§ 7 Antwort der Geschäftsführung, vom 28. Oktober, Erinnerung schreiben"


def test_new_rows_keep_the_place(shown: Show) -> None:
    rows = _list(shown)
    rows.select("b")
    rows.set_rows((ROWS[2], ROWS[1]))
    assert rows.current_key() == "b"


def test_narrow_rows_are_higher_so_that_words_keep_their_room(shown: Show, look: Look) -> None:
    wide = _list(shown, 900)
    narrow = _list(shown, 400)
    first = wide.model().index(0, 0), narrow.model().index(0, 0)
    assert narrow.visualRect(first[1]).height() > wide.visualRect(first[0]).height()


def test_a_fitting_list_is_as_high_as_its_rows(shown: Show, look: Look) -> None:
    look("light", 2.0)
    rows = RowList("Fällig", fit=True)
    rows.set_rows(ROWS)
    shown(rows, 1200, rows.sizeHint().height())
    last = rows.visualRect(rows.model().index(2, 0))
    assert last.bottom() < rows.height()
    assert not rows.verticalScrollBar().isVisible()


def test_twenty_thousand_rows_make_no_widgets(shown: Show) -> None:
    rows = RowList("Treffer")
    rows.set_rows([Row(str(number), f"Karte {number}") for number in range(20_000)])
    shown(rows)
    assert len(rows.viewport().findChildren(QWidget)) == 0
    rows.select("19999")
    assert rows.current_key() == "19999"


def test_signs_that_look_like_markup_are_shown_as_typed(shown: Show) -> None:
    rows = RowList("Treffer")
    rows.set_rows([Row("x", "<b>fett</b> & mehr")])
    tip = rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;fett&lt;/b&gt; &amp; mehr" in tip


def test_tabs_change_by_arrows_and_say_where_they_are(shown: Show) -> None:
    column = TabColumn("Belege")
    first, second = QWidget(), QWidget()
    column.add(Tab("herkunft", "Herkunft"), first)
    column.add(Tab("luecken", "Lücken", 4), second)
    shown(column)
    QTest.keyClick(column.bar, Qt.Key.Key_Right)
    assert second.isVisible()
    assert column.bar.accessibleName() == "Lücken, 2 von 2, Belege"
    column.set_count("luecken", 0)
    assert column.bar.key == "luecken"


def test_tabs_wrap_instead_of_being_cut(look: Look) -> None:
    look("light", 2.0)
    bar = TabBar("Belege", [Tab(str(number), "Beschäftigung") for number in range(5)])
    assert bar.heightForWidth(500) > bar.heightForWidth(5000)


def test_the_ladder_moves_by_arrows_and_reads_all_steps(shown: Show) -> None:
    steps = (
        LadderStep("forderung", "60 Std.", 60),
        LadderStep("ziel", "40 Std.", 40),
        LadderStep("vereinbart"),
    )
    ladder = LadderView("Leiter zu Absatz 2", steps)
    opened: list[str] = []
    ladder.step_opened.connect(opened.append)
    shown(ladder)
    QTest.keyClick(ladder, Qt.Key.Key_Down)
    QTest.keyClick(ladder, Qt.Key.Key_Return)
    assert opened == ["ziel"]
    assert ladder.accessibleName() == "Leiter zu Absatz 2, Ziel 40 Std."
    assert ladder.accessibleDescription() == "Forderung 60 Std., Ziel 40 Std., Vereinbart offen"
    assert style().px(31) * 3 == ladder.sizeHint().height()
