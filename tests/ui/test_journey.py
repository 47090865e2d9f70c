"""From an empty program to a Word file: plant, project, workshop, agenda, papers; with the real store and forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import docx
import pypdf
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from tws_desktop.app.writing import write_document
from tws_desktop.boards import report
from tws_desktop.catalog.catalog import Catalog, load_catalog
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import RegisterLine, in_workshop
from tws_desktop.domain.plants import Plant, PlantFact, Project
from tws_desktop.domain.positions import Measure
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services import forms
from tws_desktop.services.settings import facilitator, setting
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.frame_view import Frame
from tws_desktop.ui.kit.fields import TextField
from tws_desktop.ui.library.library_view import LibraryView
from tws_desktop.ui.page import Place
from tws_desktop.ui.papers.papers_view import PapersView
from tws_desktop.ui.place_page import PlacePage, View, address
from tws_desktop.ui.plants.plant_view import PlantView
from tws_desktop.ui.plants.plants_view import PlantsView
from tws_desktop.ui.plants.project_view import ProjectView
from tws_desktop.ui.prepare.prepare_view import PrepareView
from tws_desktop.ui.record_form import RecordForm
from tws_desktop.ui.settings.settings_view import SettingsView
from tws_desktop.ui.today.today_view import TodayView
from tws_desktop.ui.workshops.new_workshop_view import NewWorkshopView
from tws_desktop.ui.workshops.workshops_view import WorkshopsView

TODAY = date(2026, 10, 12)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@dataclass
class Window:
    frame: Frame
    calls: Calls
    store: OpenStore
    asked: list[tuple[str, UUID | None]]
    pages: dict[Place, PlacePage]
    told: list[str]

    def view(self, place: Place):
        return self.pages[place].view

    def read(self, use_case):
        return self.store.read(use_case).result()


@pytest.fixture
def window(qtbot, look, store, catalog, tmp_path) -> Iterator[Window]:
    calls, frame, executor = Calls(store), Frame("TWS"), ThreadPoolExecutor(1)
    asked: list[tuple[str, UUID | None]] = []
    told: list[str] = []

    def open_page(key: str, thing: UUID | None) -> None:
        asked.append((key, thing))
        if key not in {"room", "agreement"}:
            frame.open(*address(key, thing))

    desk = Desk(calls, catalog, open_page, today=lambda: TODAY)
    places: dict[Place, tuple[str, dict[str, Callable[[], View]]]] = {
        Place.HEUTE: ("house", {"today": lambda: TodayView(desk), "settings": lambda: SettingsView(desk)}),
        Place.BETRIEBE: (
            "factory",
            {
                "plants": lambda: PlantsView(desk),
                "plant": lambda: PlantView(desk),
                "project": lambda: ProjectView(desk),
            },
        ),
        Place.WORKSHOPS: (
            "presentation",
            {
                "workshops": lambda: WorkshopsView(desk),
                "new_workshop": lambda: NewWorkshopView(desk),
                "workshop": lambda: PrepareView(desk),
                "papers": lambda: PapersView(desk, write_document, report, executor),
            },
        ),
        Place.BIBLIOTHEK: ("library", {"library": lambda: LibraryView(desk)}),
    }
    pages = {}
    for place, (icon, views) in places.items():
        pages[place] = PlacePage(desk, place, place.value.capitalize(), icon, views)
        pages[place].told.connect(lambda sentence, _undo: told.append(sentence))
        frame.add(pages[place])
    frame.resize(1366, 768)
    frame.show()
    frame.open(Place.HEUTE)
    made = Window(frame, calls, store, asked, pages, told)
    qtbot.waitUntil(lambda: calls.is_idle)
    yield made
    frame.close()
    executor.shutdown()
    qtbot.waitUntil(lambda: calls.is_idle)
    calls.close()
    frame.deleteLater()


def _field(form: RecordForm, column: str) -> Any:
    return form.rows[column].field


def _k1(window: Window, qtbot) -> PrepareView:
    """A plant, a project and a K1, all made through the window."""
    window.view(Place.HEUTE).empty.step.click()
    plants = window.view(Place.BETRIEBE)
    plants.begin()
    plants.name.setText("Lärm & Hitze <b> GmbH")
    qtbot.keyClick(plants.name, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.BETRIEBE), PlantView) and bool(window.view(Place.BETRIEBE)._line)
    )
    plant = window.view(Place.BETRIEBE)
    plant.new_project.setText("Zukunft")
    qtbot.keyClick(plant.new_project, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.BETRIEBE), ProjectView) and bool(window.view(Place.BETRIEBE)._line)
    )
    window.frame.header.buttons[-1].click()
    new = window.view(Place.WORKSHOPS)
    qtbot.waitUntil(lambda: bool(new.cards))
    next(card for card in new.cards if card.key == "K1").click()
    new.people.setText("8")
    new.day.setText("14.10.26")
    new.place.setText("Kantine")
    new.make()
    qtbot.waitUntil(
        lambda: isinstance(window.view(Place.WORKSHOPS), PrepareView) and bool(window.view(Place.WORKSHOPS).room)
    )
    return window.view(Place.WORKSHOPS)


def _steps(window: Window, view: PrepareView) -> tuple[Step, ...]:
    return window.read(lambda work: work.all(Step, workshop_id=view.thing))


def test_a_first_workshop_is_made_by_hand(window, qtbot):
    view = _k1(window, qtbot)
    workshop = view.room.workshop
    assert (workshop.headcount, workshop.starts_on, workshop.place) == (8, date(2026, 10, 14), "Kantine")
    assert view.room.project.title == "Zukunft"
    assert view.room.plant.name == "Lärm & Hitze <b> GmbH"
    assert [line.time for line in view.list.lines][:2] == ["09:00", "09:05"] or view.list.lines[0].time == "09:00"
    assert view.bar.planned.text().startswith("60 von 60")


def test_alt_and_arrow_move_a_phase_and_the_times_follow(window, qtbot):
    view = _k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    view.list.select(before[0])
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines][:2] == [before[1], before[0]])
    assert view.list.current_key() == before[0]
    assert view.list.lines[0].time == "09:00"
    assert str(_steps(window, view)[1].id) == before[0]
    view.undo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] == before)
    view.redo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] != before)


def test_too_few_minutes_are_said_at_the_field_and_kept(window, qtbot):
    view = _k1(window, qtbot)
    step = next(step for step in _steps(window, view) if step.method_key == "M01")
    view.list.select(str(step.id))
    field = _field(view.panel.form, "minutes")
    field.setText("8")
    field.take()
    sentence = "8 Minuten reichen nicht. Bei 8 Personen mindestens"
    qtbot.waitUntil(lambda: view.panel.form.rows["minutes"].fault.startswith(sentence))
    assert window.read(lambda work: work.get(Step, step.id)).minutes == 8
    assert any(message.sentence.startswith(sentence) for message in view.checks.messages)
    field.setText("acht")
    field.take()
    assert view.panel.form.rows["minutes"].fault == (
        "„acht“ ist keine Dauer. Bitte Minuten eintragen, zum Beispiel 30 oder 1 h 15."
    )
    assert window.read(lambda work: work.get(Step, step.id)).minutes == 8


def test_more_than_ninety_minutes_ask_for_a_break_and_one_click_mends(window, qtbot):
    view = _k1(window, qtbot)
    for line in view.list.lines:
        view._set_minutes(line.key, 30)
    qtbot.waitUntil(lambda: all(line.minutes == 30 for line in view.list.lines))
    warned = [message for message in view.checks.messages if "ohne Pause" in message.sentence]
    assert warned
    count = len(view.list.lines)
    warned[0].action_pressed.emit()
    qtbot.waitUntil(lambda: len(view.list.lines) == count + 1)
    assert any(line.pause for line in view.list.lines)


def test_wording_is_kept_letter_by_letter_and_is_one_step(window, qtbot):
    view = _k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    typed = "Was ist <b>laut</b> & {heiß}? 😀"
    _field(view.panel.form, "question").setText(typed)
    view.settle()
    qtbot.waitUntil(lambda: view.list.lines[1].question == typed)
    assert window.read(lambda work: work.get(Step, UUID(key))).question == typed
    history = window.read(lambda work: work.history(in_workshop(view.room.workshop.id)))
    assert history[0].what == "Phase geändert"


def test_removing_a_phase_is_undone(window, qtbot):
    view = _k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    view.list.select(before[2])
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(view.list.lines) == len(before) - 1)
    assert "entfernt" in window.told[-1]
    qtbot.waitUntil(lambda: view.list.current_key() == before[3])
    view.undo()
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines] == before)


def test_the_end_shows_what_is_too_much(window, qtbot):
    view = _k1(window, qtbot)
    view.bar.end.setText("9:45")
    view.bar.end.take()
    qtbot.waitUntil(lambda: "15 zu viel" in view.bar.planned.text())
    view.bar.start.setText("8:00")
    view.bar.start.take()
    qtbot.waitUntil(lambda: view.bar.end.text() == "08:45")
    assert view.list.lines[0].time == "08:00"


def test_the_room_opens_from_the_filled_button(window, qtbot):
    view = _k1(window, qtbot)
    window.frame.header.buttons[-1].click()
    assert window.asked[-1] == ("room", view.thing)


def test_the_measure_plan_is_written_as_word_and_pdf(window, qtbot, tmp_path):
    view = _k1(window, qtbot)

    def measure(work):
        step = next(step for step in work.all(Step, workshop_id=view.thing) if step.number == "5")
        values = {"text": "Hitzeschutz <prüfen> & melden", "owner": "BR-Vorsitz", "due_date": "31.12.26"}
        row = forms.add_row(work, step.id, step.boards[0], values, TODAY)
        work.change(work.get(Measure, row.id), level=Level.COUNCIL)
        return row

    window.store.write(measure).result()
    window.frame.header.buttons[0].click()
    papers = window.view(Place.WORKSHOPS)
    assert isinstance(papers, PapersView)
    papers.list.select("D04")
    qtbot.waitUntil(lambda: "Hitzeschutz <prüfen> & melden" in papers.preview.words())
    papers.output.folder.setText(str(tmp_path))
    for kind in ("docx", "pdf"):
        papers.put_out(kind)
        qtbot.waitUntil(
            lambda kind=kind: any(tmp_path.glob(f"*.{kind}")) and papers.output.word.isEnabled(), timeout=20000
        )
    word = docx.Document(str(next(tmp_path.glob("*.docx"))))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Hitzeschutz <prüfen> & melden" in cells
    pdf = "".join(page.extract_text() for page in pypdf.PdfReader(next(tmp_path.glob("*.pdf"))).pages)
    assert "Hitzeschutz" in pdf
    qtbot.waitUntil(lambda: len(window.read(lambda work: work.all(RegisterLine))) == 2)
    lines = window.read(lambda work: work.all(RegisterLine))
    assert {line.kind for line in lines} == {"docx", "pdf"}
    assert all(line.audience == Audience.GREMIUM.value and len(line.sha256) == 64 for line in lines)


def test_what_a_circle_may_not_see_is_counted_named_and_released(window, qtbot):
    view = _k1(window, qtbot)

    def measure(work):
        step = next(step for step in work.all(Step, workshop_id=view.thing) if step.number == "5")
        row = forms.add_row(work, step.id, step.boards[0], {"text": "Nur für uns"}, TODAY)
        work.change(work.get(Measure, row.id), level=Level.COUNCIL)

    window.store.write(measure).result()
    window.frame.header.buttons[0].click()
    papers = window.view(Place.WORKSHOPS)
    papers.list.select("D04")
    papers.audience.set_key(Audience.BELEGSCHAFT.value)
    papers.refresh()
    qtbot.waitUntil(lambda: papers.left_out.message.sentence == "Nicht enthalten wegen Vertraulichkeit: 1")
    assert "Nur für uns" not in papers.preview.words()
    papers.left_out.toggle()
    (row,) = papers.left_out.list.rows
    assert (row.title, row.action) == ("Nur für uns", "Freigeben")
    papers.left_out.list.action_pressed.emit(row.key)
    qtbot.waitUntil(lambda: "Nur für uns" in papers.preview.words())
    assert "1 für Belegschaft freigegeben" in window.told


def test_a_folder_that_is_none_is_refused_with_a_sentence(window, qtbot, tmp_path):
    _k1(window, qtbot)
    window.frame.header.buttons[0].click()
    papers = window.view(Place.WORKSHOPS)
    qtbot.waitUntil(lambda: papers._shown is not None and papers._shown.made is not None)
    papers.output.folder.setText(str(tmp_path / "fehlt"))
    papers.put_out("docx")
    assert papers.output.message.sentence.startswith("Den Ordner")
    papers.output.folder.setText(str(tmp_path))
    (tmp_path / "vorlage.txt").write_text("x")
    papers.output.house.setText(str(tmp_path / "vorlage.txt"))
    papers.put_out("docx")
    assert "keine Word-Datei" in papers.output.message.sentence
    assert not window.read(lambda work: work.all(RegisterLine))


def test_heute_shows_the_workshop_and_leads_on(window, qtbot):
    view = _k1(window, qtbot)
    window.frame.open(Place.HEUTE, "today:")
    today = window.view(Place.HEUTE)
    qtbot.waitUntil(lambda: today.next._id == view.thing)
    assert today.next._over.text() == "Mi., 14.\u00a0Okt., 09:00 Uhr"
    today.next.go.click()
    assert window.asked[-1] == ("room", view.thing)


def test_the_list_filters_and_the_trash_is_undone(window, qtbot):
    view = _k1(window, qtbot)
    window.frame.open(Place.WORKSHOPS, "workshops:")
    found = window.view(Place.WORKSHOPS)
    qtbot.waitUntil(lambda: len(found.list.rows) == 1)
    found.search.setText("hitze themenrunde")
    assert len(found.list.rows) == 1
    found.search.setText("stahl")
    assert found.list.rows == ()
    found.search.clear()
    found.trash(str(view.thing))
    qtbot.waitUntil(lambda: bool(window.read(lambda work: work.get(Workshop, view.thing)).trashed_at))
    qtbot.waitUntil(lambda: found._lines == ())


def test_a_link_of_the_chain_keeps_state_day_and_sentence(window, qtbot):
    _k1(window, qtbot)
    project = window.read(lambda work: work.all(Project))[0]
    window.frame.open(*address("project", project.id))
    view = window.view(Place.BETRIEBE)
    qtbot.waitUntil(lambda: len(view.chain.rows) == 12)
    view.chain.select(view.chain.rows[1].key)
    view._change_step("state", "done")
    _field(view.step, "sentence").setText("Profil liegt vor")
    view.leave()
    view.enter(project.id)
    qtbot.waitUntil(lambda: view.chain.rows[1].chip == "erledigt" and "Profil liegt vor" in view.chain.rows[1].meta)


def test_a_dragged_phase_goes_where_it_is_dropped(window, qtbot):
    view = _k1(window, qtbot)
    before = [line.key for line in view.list.lines]
    port = view.list.viewport()
    start = view.list.visualRect(view.list.model().index(0, 0)).center()
    end = view.list.visualRect(view.list.model().index(2, 0)).bottomLeft()
    end.setX(start.x())
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    for y in range(start.y(), end.y() + 1, 6):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(start.x(), y),
            QPointF(port.mapToGlobal(QPoint(start.x(), y))),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    qtbot.waitUntil(lambda: [line.key for line in view.list.lines][:3] == [before[1], before[2], before[0]])


def test_minutes_are_edited_in_the_table(window, qtbot):
    view = _k1(window, qtbot)
    view.list.select(view.list.lines[1].key)
    view.list.edit_minutes()
    (editor,) = view.list.viewport().findChildren(TextField)
    editor.setText("1 h")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.list.lines[1].minutes == 60)
    assert not view.panel.form.rows["title"].field.hasFocus(), "Enter ends the typing and does nothing else"


def test_a_template_shows_what_stays_behind_and_lands_in_the_library(window, qtbot):
    view = _k1(window, qtbot)
    _field(view.panel.form, "question").setText("Was ist bei Lärm & Hitze <b> GmbH laut?")
    view.settle()
    panel = view.workshop_panel.template
    qtbot.waitUntil(lambda: window.calls.is_idle)
    panel.begin()
    qtbot.waitUntil(lambda: "Lärm & Hitze <b> GmbH" in panel.going.text())
    panel.name.setText("Runde bei Lärm & Hitze <b> GmbH")
    panel.keep()
    qtbot.waitUntil(lambda: "Bitte einen Namen ohne den Betrieb" in panel.row.fault)
    panel.name.setText("Kurze Runde")
    panel.keep()
    qtbot.waitUntil(lambda: "Vorlage „Kurze Runde“ liegt in der Bibliothek" in window.told)
    window.frame.open(Place.BIBLIOTHEK)
    library = window.view(Place.BIBLIOTHEK)
    library.search.setText("kurze runde")
    qtbot.waitUntil(lambda: [row.title for row in library.list.rows][:1] == ["Kurze Runde"])
    library.open_item(library.list.rows[0].key)
    assert "Lärm & Hitze" not in library.text.toPlainText()
    assert "Ablauf" in library.text.toPlainText()


def test_areas_facts_and_office_are_typed_in_place(window, qtbot):
    _k1(window, qtbot)
    plant = window.read(lambda work: work.all(Plant))[0]
    window.frame.open(*address("plant", plant.id))
    view = window.view(Place.BETRIEBE)
    qtbot.waitUntil(lambda: view._line is not None and view._line.plant.id == plant.id)
    _field(view.form, "office").setText("Völklingen")
    view.form.settle()
    view.areas.new_name.setText("Zerspanung")
    view.areas._add()
    qtbot.waitUntil(lambda: len(view.areas._counts) == 1)
    (count,) = view.areas._counts.values()
    count.setText("1.120")
    count.take()
    qtbot.waitUntil(lambda: view.areas.meta_label.text() == "1.120 Beschäftigte")
    assert window.read(lambda work: work.get(Plant, plant.id)).office == "voelklingen"
    assert _field(view.form, "office").text() == "Völklingen"
    tariff = view.facts["tariff"]
    tariff._open("new:wochenstunden")
    for period, hours in (("2026", "32"), ("2027", "33")):
        tariff.value.setText(hours)
        tariff.period.setText(period)
        tariff.source.setText("Tarifvertrag vom 16.06.2023")
        tariff.as_of.setText("2.7.2023")
        tariff.keep()
        qtbot.waitUntil(lambda: window.calls.is_idle)
        tariff._begin_another()
    qtbot.waitUntil(lambda: len(window.read(lambda work: work.all(PlantFact))) == 2)
    titles = [row.title for row in tariff.lists["Arbeitszeit"].rows]
    assert {"Bezahlte Wochenstunden 2026", "Bezahlte Wochenstunden 2027"} <= set(titles)
    tariff._open("new:tv_datum")
    tariff.value.setText("31.02.2027")
    tariff.keep()
    qtbot.waitUntil(lambda: "31.02.2027 gibt es nicht" in tariff.value_row.fault)
    assert tariff.value.text() == "31.02.2027"


def test_settings_are_kept(window, qtbot):
    window.frame.open(*address("settings", None))
    view = window.view(Place.HEUTE)
    _field(view.who, "name").setText("Anna Beispiel")
    _field(view.who, "role").setText("Sekretärin")
    view.leave()
    view.look.set_key("dark")
    view.look.chosen.emit("dark")
    qtbot.waitUntil(lambda: window.calls.is_idle)
    who, look = window.read(lambda work: (facilitator(work), setting(work, "look")))
    assert (who.name, who.role, look) == ("Anna Beispiel", "Sekretärin", "dark")
    assert {name for name, _ in view._licences} >= {"SourceSans3", "lucide"}
    assert "ISC" in dict(view._licences)["lucide"]


def test_half_typed_wording_comes_back_after_a_crash(window, qtbot):
    view = _k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    qtbot.waitUntil(lambda: view.panel.key == key)
    field = _field(view.panel.form, "goal")
    field.setText("Halb getippt")
    view.panel.form._kept["goal"]._draft()
    qtbot.waitUntil(lambda: window.read(lambda work: work.drafts("steps", key)) == {"goal": "Halb getippt"})
    assert window.read(lambda work: work.get(Step, UUID(key))).goal != "Halb getippt"
    view.panel.form._kept["goal"].show_text("")
    view.panel.form._kept["goal"].pause_clock.stop()
    view.enter(view.thing)
    qtbot.waitUntil(lambda: window.read(lambda work: work.get(Step, UUID(key))).goal == "Halb getippt")
    assert window.read(lambda work: work.drafts("steps", key)) == {}
    qtbot.waitUntil(lambda: "Nicht gesicherter Text ist wieder da (1)" in window.told)


def test_settled_wording_leaves_no_draft(window, qtbot):
    view = _k1(window, qtbot)
    key = view.list.lines[1].key
    view.list.select(key)
    qtbot.waitUntil(lambda: view.panel.key == key)
    _field(view.panel.form, "goal").setText("Fertig")
    view.panel.form._kept["goal"]._draft()
    view.settle()
    qtbot.waitUntil(lambda: window.read(lambda work: work.get(Step, UUID(key))).goal == "Fertig")
    assert window.read(lambda work: work.drafts("steps", key)) == {}
