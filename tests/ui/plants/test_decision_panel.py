"""What the page of a project says about a decision of the council."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from pytestqt.qtbot import QtBot

from tests.windows import settle
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_project
from tws_desktop.domain.plants import Plant, Project
from tws_desktop.domain.positions import Decision, DecisionKind
from tws_desktop.services.decisions import motions
from tws_desktop.services.ports import Work
from tws_desktop.storage.store import OpenStore
from tws_desktop.ui.calls import Calls
from tws_desktop.ui.desk import Desk
from tws_desktop.ui.kit.read_field import ReadField
from tws_desktop.ui.plants.decision_panel import DecisionPanel, read_votes, result_words
from tws_desktop.ui.style import Style


def test_the_result_or_what_is_missing_for_it() -> None:
    draft = Decision(uuid4(), uuid4(), DecisionKind.POLL, "Antrag", members=9, present=8, taking_part=8, yes=6, no=1)
    assert "Entwurf aus dem Workshop" in result_words(draft)[1]
    held = replace(draft, kind=DecisionKind.COUNCIL)
    assert result_words(held) == ("info", "Für das Ergebnis fehlen noch: Enthaltung.")
    accepted = result_words(replace(held, abstain=1))
    assert (accepted[0], accepted[1][:10]) == ("ok", "Angenommen")
    assert result_words(replace(held, yes=4, no=3, abstain=1))[0] == "warn"


@pytest.mark.parametrize("typed", ["-1", "acht", "501", "1,5", ""])
def test_a_count_is_a_whole_number_of_people(typed: str) -> None:
    assert read_votes(" 0 ") == 0
    with pytest.raises(InputRefused, match="0 bis 500"):
        read_votes(typed)


class Stage:
    """The panel of a project with two motions that are already decided."""

    def __init__(self, qtbot: QtBot, store: OpenStore, catalog: Catalog) -> None:
        self.store, self.calls = store, Calls(store)
        self.project = store.write(self._make).result()
        self.panel = DecisionPanel(Desk(self.calls, catalog, lambda *_: None, lambda: date(2026, 11, 30)))
        qtbot.addWidget(self.panel)
        self.calls.changed.connect(lambda _: self.panel.show_project(self.project))
        self.panel.show_project(self.project)
        settle(store, self.calls)

    def _make(self, work: Work) -> UUID:
        project = Project(uuid4(), uuid4(), "Vorhaben")
        work.action("Angelegt", in_project(project.id))
        work.add(Plant(project.plant_id, "Werk"))
        work.add(project)
        one = Decision(
            uuid4(), project.id, DecisionKind.COUNCIL, "Eins", None, 1, members=11, present=10, taking_part=10
        )
        work.add(replace(one, yes=8, no=2, abstain=0))
        work.add(replace(one, id=uuid4(), wording="Zwei", rank=2, yes=8, no=2, abstain=0))
        return project.id

    def note(self, key: str, count: int) -> None:
        field = self.panel.form.rows[key].field
        assert isinstance(field, ReadField)
        field.setText(str(count))
        field.take()
        settle(self.store, self.calls)

    def counted(self) -> list[tuple[int | None, int | None]]:
        found = self.store.read(lambda work: motions(work, self.project)).result()
        return [(motion.yes, motion.no) for motion in found]


@pytest.fixture
def stage(qtbot: QtBot, dressed: Style, store: OpenStore, catalog: Catalog) -> Stage:
    return Stage(qtbot, store, catalog)


def test_two_counts_that_only_fit_together_are_put_right_one_after_the_other(stage: Stage) -> None:
    stage.note("yes", 7)
    assert stage.counted()[0] == (8, 2)
    assert stage.panel.form.rows["yes"].fault
    stage.panel.show_project(stage.project)
    stage.note("no", 3)
    assert stage.counted() == [(7, 3), (8, 2)]
    assert not stage.panel.form.rows["yes"].fault


def test_the_motion_that_was_chosen_stays_after_another_was_changed(stage: Stage) -> None:
    stage.note("jav", 0)
    stage.panel.motion.setCurrentIndex(1)
    stage.panel.motion.chosen.emit(stage.panel.motion.key)
    stage.panel.show_project(stage.project)
    settle(stage.store, stage.calls)
    assert stage.panel.motion.currentIndex() == 1
