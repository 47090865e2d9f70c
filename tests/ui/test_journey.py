"""From an empty program to a Word file: plant, project, workshop, agenda, papers; with the real store and forms."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from tests.narrowing import there
from tests.ui.pages import Window, field_of, k1
from tws_desktop.domain.plants import Plant, PlantFact, Project
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.settings import facilitator, setting
from tws_desktop.ui.page import Place
from tws_desktop.ui.place_page import address


def test_a_first_workshop_is_made_by_hand(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    workshop = there(view.room).workshop
    assert (workshop.headcount, workshop.starts_on, workshop.place) == (8, date(2026, 10, 14), "Kantine")
    assert there(view.room).project.title == "Zukunft"
    assert there(view.room).plant.name == "Lärm & Hitze <b> GmbH"
    assert [line.time for line in view.list.lines][:2] == ["09:00", "09:05"] or view.list.lines[0].time == "09:00"
    assert view.bar.planned.text().startswith("60 von 60")


def test_the_room_opens_from_the_filled_button(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    window.frame.header.buttons[-1].click()
    assert window.asked[-1] == ("room", view.thing)


def test_heute_shows_the_workshop_and_leads_on(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    window.frame.open(Place.HEUTE, "today:")
    today = window.view(Place.HEUTE)
    qtbot.waitUntil(lambda: today.next._id == view.thing)
    assert today.next._over.text() == "Mi., 14.\u00a0Okt., 09:00 Uhr"
    today.next.go.click()
    assert window.asked[-1] == ("room", view.thing)


def test_the_list_filters_and_the_trash_is_undone(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    window.frame.open(Place.WORKSHOPS, "workshops:")
    found = window.view(Place.WORKSHOPS)
    qtbot.waitUntil(lambda: len(found.list.rows) == 1)
    found.search.setText("hitze themenrunde")
    assert len(found.list.rows) == 1
    found.search.setText("stahl")
    assert found.list.rows == ()
    found.search.clear()
    found.trash(str(view.thing))
    qtbot.waitUntil(lambda: bool(window.read(lambda work: work.get(Workshop, there(view.thing))).trashed_at))
    qtbot.waitUntil(lambda: found._lines == ())


def test_a_link_of_the_chain_keeps_state_day_and_sentence(window: Window, qtbot: QtBot) -> None:
    k1(window, qtbot)
    project = window.read(lambda work: work.all(Project))[0]
    window.frame.open(*address("project", project.id))
    view = window.view(Place.BETRIEBE)
    qtbot.waitUntil(lambda: len(view.chain.rows) == 12)
    view.chain.select(view.chain.rows[1].key)
    view._change_step("state", "done")
    field_of(view.step, "sentence").setText("Profil liegt vor")
    view.leave()
    view.enter(project.id)
    qtbot.waitUntil(lambda: view.chain.rows[1].chip == "erledigt" and "Profil liegt vor" in view.chain.rows[1].meta)


def test_a_template_shows_what_stays_behind_and_lands_in_the_library(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)
    field_of(view.panel.form, "question").setText("Was ist bei Lärm & Hitze <b> GmbH laut?")
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


def test_areas_facts_and_office_are_typed_in_place(window: Window, qtbot: QtBot) -> None:
    k1(window, qtbot)
    plant = window.read(lambda work: work.all(Plant))[0]
    window.frame.open(*address("plant", plant.id))
    view = window.view(Place.BETRIEBE)
    qtbot.waitUntil(lambda: view._line is not None and view._line.plant.id == plant.id)
    field_of(view.form, "office").setText("Völklingen")
    view.form.settle()
    view.areas.new_name.setText("Zerspanung")
    view.areas._add()
    qtbot.waitUntil(lambda: len(view.areas._counts) == 1)
    (count,) = view.areas._counts.values()
    count.setText("1.120")
    count.take()
    qtbot.waitUntil(lambda: view.areas.meta_label.text() == "1.120 Beschäftigte")
    assert window.read(lambda work: work.get(Plant, plant.id)).office == "voelklingen"
    assert field_of(view.form, "office").text() == "Völklingen"
    tariff = view.facts["tariff"].content
    editor = tariff.editor
    tariff._open("new:wochenstunden")
    for period, hours in (("2026", "32"), ("2027", "33")):
        editor.value.setText(hours)
        editor.period.setText(period)
        editor.source.setText("Tarifvertrag vom 16.06.2023")
        editor.as_of.setText("2.7.2023")
        editor.keep_button.click()
        qtbot.waitUntil(lambda: window.calls.is_idle)
        editor.another.click()
    qtbot.waitUntil(lambda: len(window.read(lambda work: work.all(PlantFact))) == 2)
    titles = [row.title for row in tariff.lists["Arbeitszeit"].rows]
    assert {"Bezahlte Wochenstunden 2026", "Bezahlte Wochenstunden 2027"} <= set(titles)
    tariff._open("new:tv_datum")
    editor.value.setText("31.02.2027")
    editor.keep_button.click()
    qtbot.waitUntil(lambda: "31.02.2027 gibt es nicht" in editor.value_row.fault)
    assert editor.value.text() == "31.02.2027"


def test_settings_are_kept(window: Window, qtbot: QtBot) -> None:
    window.frame.open(*address("settings", None))
    view = window.view(Place.HEUTE)
    field_of(view.who, "name").setText("Anna Beispiel")
    field_of(view.who, "role").setText("Sekretärin")
    view.leave()
    view.look.set_key("dark")
    view.look.chosen.emit("dark")
    qtbot.waitUntil(lambda: window.calls.is_idle)
    who, look = window.read(lambda work: (facilitator(work), setting(work, "look")))
    assert (who.name, who.role, look) == ("Anna Beispiel", "Sekretärin", "dark")
    assert {name for name, _ in view._licences} >= {"SourceSans3", "lucide"}
    assert "ISC" in dict(view._licences)["lucide"]
