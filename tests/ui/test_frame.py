"""The window of the desk: places, keys, regions, header, room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.fixtures import Look, Show
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.page import Action, ChipState, HeaderState, Page, Place


class _Page(Page):
    def __init__(self, key: Place, title: str, icon: str) -> None:
        super().__init__()
        self.key, self.title, self.icon = key, title, icon
        self.calls: list[str] = []
        self.head = HeaderState(title.replace("\u00ad", ""), ("Musterwerk Saar GmbH",))

    def widget(self) -> QWidget:
        self.calls.append("widget")
        return QPushButton(self.title)

    def header(self) -> HeaderState:
        return self.head

    def enter(self, thing: str) -> None:
        self.calls.append(f"enter {thing}".strip())

    def leave(self) -> None:
        self.calls.append("leave")


@pytest.fixture
def pages() -> tuple[_Page, ...]:
    return (
        _Page(Place.BIBLIOTHEK, "Bibliothek", "library"),
        _Page(Place.HEUTE, "Heute", "house"),
        _Page(Place.VEREINBARUNGEN, "Verein\u00adbarungen", "file-pen-line"),
    )


@pytest.fixture
def frame(shown: Show, pages: tuple[_Page, ...]) -> Frame:
    made = Frame("TWS Desktop")
    for page in pages:
        made.add(page)
    made.open(Place.HEUTE)
    shown(made, 1366, 768)
    made.activateWindow()
    return made


def test_a_place_appears_only_when_registered_and_in_its_order(frame: Frame) -> None:
    tiles = sorted(frame.rail.tiles.values(), key=lambda tile: tile.y())
    assert [tile.accessibleName() for tile in tiles] == [
        "Heute, 1 von 3",
        "Vereinbarungen, 2 von 3",
        "Bibliothek, 3 von 3",
    ]


def test_keys_open_places(frame: Frame, qapp: QApplication) -> None:
    QTest.keyClick(frame, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert frame.current is Place.BIBLIOTHEK
    QTest.keyClick(frame, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert frame.current is Place.BIBLIOTHEK


def test_a_page_is_made_once_entered_and_left(frame: Frame, pages: tuple[_Page, ...]) -> None:
    library = pages[0]
    assert library.calls == []
    frame.open(Place.BIBLIOTHEK, "QUA-03")
    frame.open(Place.HEUTE)
    frame.open(Place.BIBLIOTHEK)
    assert library.calls == ["widget", "enter QUA-03", "leave", "enter"]


def test_a_page_asks_to_go_elsewhere(frame: Frame, pages: tuple[_Page, ...]) -> None:
    pages[1].open_wanted.emit("vereinbarungen", "7")
    assert frame.current is Place.VEREINBARUNGEN
    assert pages[2].calls[-1] == "enter 7"
    assert frame.header.title_label.text() == "Vereinbarungen"


def test_the_header_shows_what_the_page_says(frame: Frame, pages: tuple[_Page, ...]) -> None:
    pressed: list[str] = []
    pages[1].head = HeaderState(
        "Zukunftsvereinbarung",
        ("Musterwerk Saar GmbH", "Zukunft"),
        (ChipState("Entwurf 3", "file-pen-line", "accent"),),
        "council",
        "Gespeichert 14:06",
        actions=(Action("Synopse", lambda: pressed.append("s"), "git-compare", reason="Noch keine Antwort."),),
        filled=Action("Als Word ausgeben", lambda: pressed.append("w"), "file-down"),
    )
    pages[1].header_changed.emit()
    header = frame.header
    assert header.crumbs.text() == "Musterwerk Saar GmbH › Zukunft"
    assert header.badge.level == "council"
    assert [button.text() for button in header.buttons] == ["Synopse", "Als Word ausgeben"]
    assert not header.buttons[0].isEnabled()
    header.buttons[1].click()
    assert pressed == ["w"]


def test_a_new_saved_time_keeps_the_buttons_and_their_focus(frame: Frame, pages: tuple[_Page, ...]) -> None:
    filled = Action("Raum öffnen", print, "play")
    pages[1].head = HeaderState("Heute", filled=filled, saved="Gespeichert 14:06")
    pages[1].header_changed.emit()
    button = frame.header.buttons[0]
    pages[1].head = HeaderState("Heute", filled=filled, saved="Gespeichert 14:07")
    pages[1].header_changed.emit()
    assert frame.header.buttons[0] is button


def test_another_page_never_learns_of_a_header_that_is_not_shown(frame: Frame, pages: tuple[_Page, ...]) -> None:
    pages[0].header_changed.emit()
    assert frame.header.title_label.text() == "Heute"


def test_the_focus_stays_on_an_action_that_is_still_there(
    frame: Frame, pages: tuple[_Page, ...], qapp: QApplication
) -> None:
    read = Action("Paket einlesen", print, "file-up")
    pages[1].head = HeaderState("Betriebe", actions=(read,))
    pages[1].header_changed.emit()
    qapp.processEvents()
    frame.header.buttons[0].setFocus()
    pages[1].head = HeaderState("Betriebe", actions=(read,), filled=Action("Neuer Betrieb", print, "plus"))
    pages[1].header_changed.emit()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Paket einlesen"


def test_long_crumbs_give_way_to_the_saved_state(frame: Frame, pages: tuple[_Page, ...], qapp: QApplication) -> None:
    frame.resize(1024, 640)
    crumbs = ("Saarländische Gesellschaft für Antriebstechnik mbH", "Zukunft 2032 und danach", "Sa., 28. Nov. 2026")
    acts = tuple(Action(words, print) for words in ("Fotos", "Dokumente", "Weitergeben"))
    pages[1].head = HeaderState("Check", crumbs, saved="Gespeichert 21:37", actions=acts)
    pages[1].header_changed.emit()
    qapp.processEvents()
    saved, where = frame.header._saved_words, frame.header.crumbs
    assert saved.width() >= saved.sizeHint().width()
    assert where.width() < where.sizeHint().width()


def test_regions_are_cycled_by_key(frame: Frame, pages: tuple[_Page, ...], qapp: QApplication) -> None:
    pages[1].head = HeaderState("Heute", filled=Action("Raum öffnen", print, "play"))
    pages[1].header_changed.emit()
    qapp.processEvents()
    frame.rail.tiles[Place.HEUTE].setFocus()
    found = []
    for _ in range(3):
        QTest.keyClick(frame, Qt.Key.Key_F6)
        focused = QApplication.focusWidget()
        assert focused is not None
        found.append(focused.accessibleName() or getattr(focused, "text", str)())
    assert found == ["Raum öffnen", "Heute", "Heute, 1 von 3"]
    QTest.keyClick(frame, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    back = QApplication.focusWidget()
    assert isinstance(back, QPushButton)
    assert back.text() == "Heute"


def test_arrows_move_through_the_rail(frame: Frame) -> None:
    frame.rail.tiles[Place.HEUTE].setFocus()
    QTest.keyClick(frame.rail.tiles[Place.HEUTE], Qt.Key.Key_Down)
    assert frame.rail.tiles[Place.VEREINBARUNGEN].hasFocus()
    QTest.keyClick(frame.rail.tiles[Place.VEREINBARUNGEN], Qt.Key.Key_Up)
    QTest.keyClick(frame.rail.tiles[Place.HEUTE], Qt.Key.Key_Up)
    assert frame.rail.lock.hasFocus()


def test_the_room_takes_the_whole_window_and_the_keys_rest(frame: Frame) -> None:
    room = QWidget()
    frame.show_whole(room)
    assert room.isVisible()
    assert not frame.rail.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert str(frame.current) == "heute"
    frame.show_desk()
    assert frame.rail.isVisible()
    QTest.keyClick(frame, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert str(frame.current) == "bibliothek"


@pytest.mark.parametrize(("height", "alone"), [(768, False), (330, True)])
def test_where_words_leave_a_place_out_of_sight_the_rail_shows_icons(frame: Frame, height: int, alone: bool) -> None:
    frame.setMinimumHeight(0)
    frame.resize(1366, height)
    QApplication.processEvents()
    rail = frame.rail
    for tile in (*rail.tiles.values(), rail.lock):
        assert (tile.height() < tile.height_with_word) is alone
        assert rail.rect().contains(tile.mapTo(rail, tile.rect().bottomRight()))
        assert tile.accessibleName()
        assert tile.toolTip()


def test_the_window_has_a_least_size_and_fits_a_small_laptop_at_200_percent(
    frame: Frame, look: Look, qapp: QApplication
) -> None:
    assert (frame.minimumWidth(), frame.minimumHeight()) == (1024, 640)
    look("light", 2.0)
    qapp.processEvents()
    assert frame.minimumSizeHint().width() <= 1366
    assert frame.minimumSizeHint().height() <= 768


def test_size_and_place_are_kept_as_text_without_paths(frame: Frame) -> None:
    text = frame.geometry_text()
    assert text.isascii()
    assert len(text) < 200
    assert frame.restore_from(text)
    before = frame.size()
    assert not frame.restore_from("kein gültiger Text")
    assert frame.size() == before


def test_closing_hands_on_what_is_typed(frame: Frame, pages: tuple[_Page, ...]) -> None:
    frame.close()
    assert pages[1].calls[-1] == "leave"
