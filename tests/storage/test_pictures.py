"""Pictures lie encrypted in the store, once per content; the journal knows their hash; the sweep respects undo."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import StandingClock
from tests.narrowing import a
from tests.prepared import shipped
from tws_desktop.domain.attachments import OF_STEP, Attachment, Picture, PictureKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.formats import Format
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.workshops import Step
from tws_desktop.services import plants
from tws_desktop.services.ports import Work
from tws_desktop.services.samples import remove_sample
from tws_desktop.services.workshops import photos, prepare
from tws_desktop.storage import store as stores
from tws_desktop.storage.store import OpenStore
from tws_desktop.storage.tables import FILES, JOURNAL
from tws_desktop.storage.work import SqlWork

MARK = b"Pinnwand aus der Werkhalle 7"


def _picture(content: bytes = MARK) -> Picture:
    return Picture(PictureKind.JPEG, content, 40, 30)


@pytest.fixture(scope="module")
def form() -> Format:
    return shipped().formats["K1"]


@pytest.fixture
def step(store: OpenStore, form: Format) -> Step:
    def make(work: Work) -> Step:
        plant = plants.add_plant(work, "Gießerei", sample=True)
        project = plants.add_project(work, plant.id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, form, default_level=Level.PARTICIPANTS)
        return work.all(Step, workshop_id=workshop.id)[0]

    return store.write(make).result()


def _add(store: OpenStore, step: Step, *contents: bytes) -> tuple[Attachment, ...]:
    found = [_picture(content) for content in contents or (MARK,)]
    return store.write(lambda work: photos.add(work, step.id, found)).result()


def _shown(store: OpenStore, step: Step) -> list[str]:
    return [photo.alt for photo in store.read(lambda work: photos.of_step(work, step.id)).result()]


def _rows(store: OpenStore, table: Any) -> list[Any]:
    def read(work: Work) -> list[Any]:
        return list(a(SqlWork, work)._connection.execute(table.select()).mappings())

    return store.read(read).result()


def _undo(store: OpenStore, step: Step) -> str:
    return store.write(lambda work: work.undo(in_workshop(step.workshop_id))).result()


def test_photos_get_words_order_and_the_level_of_the_workshop(store: OpenStore, step: Step) -> None:
    made = _add(store, step, b"a", b"b")
    assert _shown(store, step) == ["Pinnwand Phase 1", "Pinnwand Phase 1, Foto 2"]
    assert {photo.level for photo in made} == {Level.PARTICIPANTS}
    store.write(lambda work: photos.move(work, made[1].id, 0)).result()
    assert _shown(store, step) == ["Pinnwand Phase 1, Foto 2", "Pinnwand Phase 1"]
    assert _undo(store, step) == "Fotos umgestellt"
    assert _undo(store, step) == "2 Fotos hinzugefügt"
    assert _shown(store, step) == []


def test_words_and_level_change_and_come_back(store: OpenStore, step: Step) -> None:
    (photo,) = _add(store, step)
    store.write(lambda work: photos.describe(work, photo.id, "  Rote Karten\noben ")).result()
    store.write(lambda work: photos.set_level(work, photo.id, Level.COUNCIL)).result()
    found = store.read(lambda work: work.get(Attachment, photo.id)).result()
    assert (found.alt, found.level) == ("Rote Karten oben", Level.COUNCIL)
    _undo(store, step)
    _undo(store, step)
    assert _shown(store, step) == ["Pinnwand Phase 1"]
    for change in (
        lambda work: photos.describe(work, photo.id, " "),
        lambda work: photos.set_level(work, photo.id, Level.SECRET79),
    ):
        with pytest.raises(InputRefused):
            store.write(change).result()


def test_a_photo_goes_to_another_phase_but_not_to_another_workshop(store: OpenStore, step: Step, form: Format) -> None:
    (photo,) = _add(store, step)
    other = store.read(lambda work: work.all(Step, workshop_id=step.workshop_id)[1]).result()
    store.write(lambda work: photos.put_under(work, photo.id, other.id)).result()
    assert (_shown(store, step), _shown(store, other)) == ([], ["Pinnwand Phase 1"])

    def make(work: Work) -> Any:
        project = plants.add_project(work, plants.add_plant(work, "Andere").id, "Fremd")
        return work.all(Step, workshop_id=prepare.create_workshop(work, project.id, form).id)[0]

    strange = store.write(make).result()
    with pytest.raises(InputRefused, match="anderen Workshop"):
        store.write(lambda work: photos.put_under(work, photo.id, strange.id)).result()


def test_the_same_picture_is_kept_once_and_the_journal_names_only_its_hash(store: OpenStore, step: Step) -> None:
    _add(store, step, MARK, MARK)
    assert [row["sha256"] for row in _rows(store, FILES)] == [_picture().sha256]
    journal = repr([row["changes"] for row in _rows(store, JOURNAL)])
    assert _picture().sha256 in journal
    assert MARK.decode() not in journal


def test_no_picture_lies_on_disk_in_clear(store: OpenStore, step: Step) -> None:
    _add(store, step, MARK * 400)
    store.close()
    files = [path for path in store.folder.rglob("*") if path.is_file()]
    assert files
    assert not any(MARK in path.read_bytes() for path in files)


def test_a_struck_photo_comes_back_even_after_sweep_and_restart(
    store: OpenStore, step: Step, clock: StandingClock
) -> None:
    (photo,) = _add(store, step)
    store.write(lambda work: photos.strike(work, photo.id)).result()
    assert store.sweep().result() == 0
    store.close()
    again = stores.open_store(store.folder, clock=clock)
    try:
        assert _undo(again, step) == "Foto gelöscht"
        assert again.read(lambda work: work.picture(photo.picture)).result().data == MARK
    finally:
        again.close()


def test_an_added_photo_that_was_undone_can_be_had_again(store: OpenStore, step: Step) -> None:
    _add(store, step)
    _undo(store, step)
    assert store.sweep().result() == 0
    store.write(lambda work: work.redo(in_workshop(step.workshop_id))).result()
    assert _shown(store, step) == ["Pinnwand Phase 1"]


def test_the_sweep_takes_what_nothing_can_bring_back(store: OpenStore, step: Step) -> None:
    gone, kept = _add(store, step, b"weg", b"bleibt")
    store.write(lambda work: photos.strike(work, gone.id)).result()

    def barrier(work: Work) -> Any:
        work.action("Abstimmung geschlossen", in_workshop(step.workshop_id))
        work.barrier()

    store.write(barrier).result()
    assert store.sweep().result() == 1
    assert [row["sha256"] for row in _rows(store, FILES)] == [kept.picture]


def test_pictures_of_a_removed_sample_go_with_the_sweep(store: OpenStore, step: Step) -> None:
    _add(store, step)
    store.write(remove_sample).result()
    assert store.sweep().result() == 1
    assert _rows(store, FILES) == []


def test_a_phase_with_photos_stays_on_the_agenda(store: OpenStore, step: Step) -> None:
    _add(store, step)
    with pytest.raises(InputRefused, match="liegen Fotos"):
        store.write(lambda work: prepare.remove_step(work, step.id)).result()


def test_a_picture_that_is_not_there_is_said(store: OpenStore) -> None:
    with pytest.raises(KeyError):
        store.read(lambda work: work.picture("0" * 64)).result()


def test_breaks_take_no_photos(store: OpenStore, step: Step) -> None:
    shown = store.read(lambda work: photos.of_workshop(work, step.workshop_id)).result()
    steps = store.read(lambda work: work.all(Step, workshop_id=step.workshop_id)).result()
    assert {phase.step.kind.value for phase in shown} == {"step"}
    assert len(shown) <= len(steps)
    assert OF_STEP == "steps"
