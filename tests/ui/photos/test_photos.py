"""Photos on the page of a workshop and in the room: added, described, ordered, struck and brought back."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.narrowing import a, there
from tests.ui.room.conftest import Place
from tws_desktop.domain.attachments import Attachment, Picture, PictureKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import photos
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.photos.photos_view import PhotosView

LEFT = Qt.MouseButton.LeftButton


def _bytes(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG")
    return out.getvalue()


def _files(folder: Path) -> tuple[Path, ...]:
    names = (("rot.jpg", _bytes("red")), ("kaputt.jpg", _bytes("green")[:200]), ("blau.jpg", _bytes("blue")))
    for name, data in names:
        (folder / name).write_bytes(data)
    return tuple(folder / name for name, _ in names)


def _first_step(place: Place, workshop: Workshop) -> Step:
    return place.store.read(lambda work: work.all(Step, workshop_id=workshop.id)).result()[0]


def _alts(place: Place, step: Step) -> list[str]:
    return [photo.alt for photo in place.store.read(lambda work: photos.of_step(work, step.id)).result()]


def _put(place: Place, step: Step, *colours: str, level: Level | None = None) -> tuple[Attachment, ...]:
    def add(work: Work) -> tuple[Attachment, ...]:
        made = photos.add(work, step.id, [Picture(PictureKind.JPEG, _bytes(c), 64, 48) for c in colours])
        for photo in made:
            if level:
                photos.set_level(work, photo.id, level)
        return made

    return place.store.write(add).result()


@pytest.fixture
def page(qtbot: QtBot, place: Place, short: Workshop) -> Iterator[PhotosView]:
    calls = Calls(place.store)
    view = PhotosView(Desk(calls, place.catalog, lambda *_: None))
    qtbot.addWidget(view)
    view.resize(1200, 700)
    view.show()
    view.enter(short.id)
    qtbot.waitUntil(lambda: bool(view.panels))
    yield view
    view.leave()
    calls.close()


def test_good_files_are_added_together_and_the_broken_one_is_named(
    qtbot: QtBot, place: Place, short: Workshop, page: PhotosView, tmp_path: Path
) -> None:
    step = _first_step(place, short)
    panel = page.panels[step.id]
    other = next(p for key, p in page.panels.items() if key != step.id)
    seen: list[str] = []
    page.photos.progress.connect(lambda _step, words: seen.append(words))
    panel.take(_files(tmp_path))
    qtbot.waitUntil(lambda: len(panel.thumbs.widgets) == 2, timeout=60_000)
    assert panel.message.sentence.startswith("kaputt.jpg: ")
    assert not panel.message.isHidden()
    assert other.message.isHidden()
    assert [words for words in seen if words][1] == "Foto 2 von 3 wird gelesen …"
    assert panel.progress.isHidden()
    assert _alts(place, step) == ["Pinnwand Phase 1", "Pinnwand Phase 1, Foto 2"]
    page.undo()
    qtbot.waitUntil(lambda: not panel.thumbs.widgets)
    assert _alts(place, step) == []


def test_dropped_files_are_taken(qtbot: QtBot, place: Place, short: Workshop, page: PhotosView, tmp_path: Path) -> None:
    step = _first_step(place, short)
    panel = page.panels[step.id]
    (tmp_path / "a.jpg").write_bytes(_bytes("red"))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.jpg"))])
    copy, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, buttons, keys)
    panel.dragEnterEvent(enter)
    assert enter.isAccepted()
    panel.dropEvent(QDropEvent(QPointF(5, 5), copy, data, buttons, keys))
    qtbot.waitUntil(lambda: len(panel.thumbs.widgets) == 1, timeout=60_000)
    words = QMimeData()
    words.setText("kein Foto")
    refused = QDragEnterEvent(QPoint(5, 5), copy, words, buttons, keys)
    refused.ignore()
    panel.dragEnterEvent(refused)
    assert not refused.isAccepted()


def test_large_words_order_phase_and_strike(qtbot: QtBot, place: Place, short: Workshop, page: PhotosView) -> None:
    step = _first_step(place, short)
    first, second = _put(place, step, "red", "blue")
    panel = page.panels[step.id]
    qtbot.waitUntil(lambda: len(panel.thumbs.widgets) == 2)
    a(QAbstractButton, panel.thumbs.widgets[0]).click()
    view = page.large
    qtbot.waitUntil(lambda: view.isVisible() and view.words.text() == "Pinnwand Phase 1")
    view.words.setText("Rote Wand")
    view.kept.settle()
    qtbot.waitUntil(lambda: _alts(place, step)[0] == "Rote Wand")
    view.words.setText("  ")
    view.kept.settle()
    qtbot.waitUntil(lambda: "leer" in view.words_row.fault)
    assert _alts(place, step)[0] == "Rote Wand"
    view.later.click()
    qtbot.waitUntil(lambda: _alts(place, step) == ["Pinnwand Phase 1, Foto 2", "Rote Wand"])
    view.level.chosen.emit("open")
    qtbot.waitUntil(lambda: there(page.photos.photo(first.id))[0].photos[1].level is Level.OPEN)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.words.text() == "Pinnwand Phase 1, Foto 2"
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert panel.thumbs.widgets[0].hasFocus()
    qtbot.keyClick(panel.thumbs.widgets[0], Qt.Key.Key_Return)
    view.strike.click()
    qtbot.waitUntil(lambda: _alts(place, step) == ["Rote Wand"])
    assert not view.isVisible()
    page.undo()
    qtbot.waitUntil(lambda: len(_alts(place, step)) == 2)
    assert page.photos.photo(second.id) is not None


def test_the_room_shows_the_photos_of_the_phase_and_covers_what_the_room_must_not_see(
    qtbot: QtBot, place: Place, short: Workshop
) -> None:
    step = _first_step(place, short)
    view = place.room(qtbot, short)
    assert view.console.photos.isHidden()
    view.presenter.next_phase()
    qtbot.waitUntil(lambda: not view.console.photos.isHidden())
    secret, plain = _put(place, step, "red", level=Level.NEGOTIATION)[0], _put(place, step, "blue", level=Level.OPEN)[0]
    panel = view.console.photos
    qtbot.waitUntil(lambda: len(panel.thumbs.widgets) == 2)
    assert [thumb.accessibleName() for thumb in panel.thumbs.widgets] == ["Verdecktes Foto", f"Foto: {plain.alt}"]
    a(QAbstractButton, panel.thumbs.widgets[0]).click()
    assert view.area.photo.isVisible()
    assert view.area.photo.picture.covered
    assert view.area.photo.words.text() == ""
    qtbot.keyClick(view.area.photo, Qt.Key.Key_Escape)
    assert not view.area.photo.isVisible()
    assert panel.thumbs.widgets[0].hasFocus()
    view.beamer.keep_private()
    assert not panel.covered(secret)
    assert panel.thumbs.widgets[0].accessibleName() == f"Foto: {secret.alt}"
    a(QAbstractButton, panel.thumbs.widgets[1]).click()
    qtbot.waitUntil(lambda: view.area.photo.words.text() == plain.alt)
