"""What is done with a whole agreement: freeze, keep as template, name the parties, fill annexes, put away."""

from __future__ import annotations

from uuid import uuid4

from PySide6.QtCore import Qt

from tests.narrowing import there
from tests.ui.agreements.conftest import Window
from tws_desktop.domain.agreements import Template, Version
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.keeping import IN_STORE
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.services.agreements.findings import Severity
from tws_desktop.services.ports import Work
from tws_desktop.ui.agreements.page import chips_of


def test_freezing_tells_first_and_makes_the_next_draft(window: Window) -> None:
    made = window.start()
    window.page._freeze()
    assert window.page.freeze.isVisible()
    assert window.read(lambda work: work.all(Version)) == ()
    window.bot.mouseClick(window.page.freeze.freeze, Qt.MouseButton.LeftButton)
    window.settle()
    [version] = window.read(lambda work: work.all(Version))
    assert (version.agreement_id, version.number) == (made.id, 1)
    assert chips_of(window.state)[0].text == "Entwurf 2"


def test_a_template_is_shown_before_it_is_kept_and_carries_no_name_to_another_plant(window: Window) -> None:
    window.start()
    panel = window.page.template
    window.page._keep_template()
    window.settle()
    assert "Musterwerk Saar GmbH" in [row.text for row in panel.list.rows]
    assert window.read(lambda work: work.all(Template)) == ()
    panel.title_field.setText("Musterwerk Saar GmbH ZV")
    window.bot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    window.settle()
    assert "Musterwerk" in panel.title_row.fault
    panel.title_field.setText("Zukunft")
    window.bot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    window.settle()

    def other(work: Work) -> Project:
        work.action("Betrieb angelegt", IN_STORE)
        plant = work.add(Plant(uuid4(), "Presswerk Saarbrücken AG"))
        return work.add(Project(uuid4(), plant.id, "Umbau"))

    project = window.write(other)
    window.page.open_list()
    window.settle()
    window.page.list.open_form()
    form = window.page.list.new
    form.project.set_key(str(project.id))
    form.template.set_key(str(window.page.list.listing.templates[0][0]))
    window.bot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    window.settle()
    window.bot.waitUntil(lambda: window.state.agreement.project_id == project.id)
    words = "\n".join(block.text for block in window.state.blocks)
    assert "Presswerk Saarbrücken AG" in words
    assert "Musterwerk" not in words


def test_parties_are_named_at_the_paper(window: Window) -> None:
    window.start()
    window.page._open_frame("Rubrum")
    window.settle()
    panel = window.page.frame_panel
    key = next(key for key in panel.fields if key.endswith("represented_by"))
    assert window.frame.focusWidget() is panel.fields[key]
    panel.fields[key].setText("die Geschäftsführung")
    window.bot.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    window.settle()
    assert any("die Geschäftsführung" in block.text for block in window.state.blocks)
    assert not panel.isVisible()


def test_an_empty_annex_is_filled_from_its_finding(window: Window) -> None:
    window.start()
    found = next(
        one for one in window.state.findings if one.place.startswith("Anlage") and "Maßnahmen" not in one.place
    )
    assert found.severity is Severity.OPEN
    window.page._open_frame(found.place)
    panel = window.page.annex_panel
    assert panel.isVisible()
    there(panel.table).cells.paste("Ausbildung\t12")
    window.settle()
    assert not any(one.place == found.place for one in window.state.findings)
    assert any(cell and cell[0].text == "Ausbildung" for block in window.state.blocks for cell in block.cells)


def test_what_is_typed_into_an_annex_stays_when_something_else_is_opened(window: Window) -> None:
    window.start()
    annexes = [one for one in window.state.findings if one.place.startswith("Anlage") and "Maßnahmen" not in one.place]
    window.page._open_frame(annexes[0].place)
    editor = window.frame.focusWidget()
    assert there(window.page.annex_panel.table).isAncestorOf(editor)
    window.bot.keyClicks(editor, "Ausbildung")
    window.page._open_frame("Rubrum")
    window.settle()
    assert any(cell and cell[0].text == "Ausbildung" for block in window.state.blocks for cell in block.cells)
    window.page.frame_panel.fields["subtitle"].setText("für das Werk Nord")
    window.page.frame_panel.hide()
    window.settle()
    assert window.state.agreement.subtitle == "für das Werk Nord"


def test_the_internal_edition_stays_inside(window: Window) -> None:
    window.start()
    window.page._open_output("docx")
    output = window.page.output
    output.audience.set_key(str(Audience.ARBEITGEBER))
    output.edition.chosen.emit("internal")
    output.edition._key = "internal"
    output._follow()
    assert [output.audience.itemData(place) for place in range(output.audience.count())] == ["gremium", "verhandlung"]
    assert output.audience.key == "gremium"


def test_an_agreement_in_the_trash_is_gone_and_comes_back(window: Window) -> None:
    made = window.start()
    window.page.open_list()
    window.settle()
    window.page.list.trash(made.id)
    window.settle()
    assert window.page.list.listing.lines == ()
    window.frame.toast.take_back()
    window.settle()
    assert len(window.page.list.listing.lines) == 1
