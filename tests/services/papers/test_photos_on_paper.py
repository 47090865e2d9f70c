"""D01 with photos: under their phase, as pictures with alternative text, by level and release."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest
from PIL import Image

from tests.narrowing import a, there
from tws_desktop import boards
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.blocks import Heading, Photo
from tws_desktop.documents.pdf import write_pdf
from tws_desktop.documents.screen import lines
from tws_desktop.documents.word import write_word
from tws_desktop.domain.attachments import Picture, PictureKind
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.workshops import Step, Workshop
from tws_desktop.services.papers.choice import Order, workshop_paper
from tws_desktop.services.papers.left_out import left_out, release_all
from tws_desktop.services.papers.paper import Made
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import photos
from tws_desktop.services.workshops.new_workshop import Wish, create
from tws_desktop.storage.store import OpenStore

TODAY = date(2026, 10, 12)


def _wall(kind: PictureKind, width: int = 1600, height: int = 1200) -> Picture:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "orange").save(out, "JPEG" if kind is PictureKind.JPEG else "PNG")
    return Picture(kind, out.getvalue(), width, height)


@pytest.fixture
def day(store: OpenStore, catalog: Catalog) -> Workshop:
    def make(work: Work) -> Workshop:
        wish = Wish(plant_name="Gießerei", project_title="Zukunft", form=catalog.formats["F01"], values={})
        workshop = create(work, wish)
        step = there(work.find(Step, workshop_id=workshop.id, number="3"))
        first, second = photos.add(work, step.id, [_wall(PictureKind.JPEG), _wall(PictureKind.PNG, 900, 1600)])
        photos.set_level(work, first.id, Level.PARTICIPANTS)
        photos.set_level(work, second.id, Level.COUNCIL)
        return workshop

    return store.write(make).result()


def _made(store: OpenStore, catalog: Catalog, day: Workshop, audience: Audience) -> Made:
    return store.read(
        lambda w: workshop_paper(w, catalog, day.id, Order("D01", audience, TODAY, boards.report))
    ).result()


def test_photos_stand_under_their_phase(store: OpenStore, catalog: Catalog, day: Workshop) -> None:
    blocks = _made(store, catalog, day, Audience.GREMIUM).document.blocks
    found = [place for place, block in enumerate(blocks) if isinstance(block, Photo)]
    assert [a(Photo, blocks[place]).alternative for place in found] == ["Pinnwand Phase 3", "Pinnwand Phase 3, Foto 2"]
    above = [block.text for block in blocks[: found[0]] if isinstance(block, Heading)]
    assert above[-1].startswith("3. ")


def test_an_audience_gets_what_it_may_see_and_the_rest_is_counted(
    store: OpenStore, catalog: Catalog, day: Workshop
) -> None:
    everything = _made(store, catalog, day, Audience.GREMIUM)
    some = _made(store, catalog, day, Audience.TEILNEHMENDE)
    shown = [block.alternative for block in some.document.blocks if isinstance(block, Photo)]
    assert shown == ["Pinnwand Phase 3"]
    assert some.left_out == everything.left_out + 1
    missing = store.read(lambda w: left_out(w, "D01", (day,), Audience.BELEGSCHAFT)).result()
    named = [thing for thing in missing if thing.kind == "Foto"]
    assert {thing.text for thing in named} == {"Pinnwand Phase 3", "Pinnwand Phase 3, Foto 2"}
    store.write(lambda w: release_all(w, tuple(named), Audience.BELEGSCHAFT, "Vorsitz")).result()
    free = _made(store, catalog, day, Audience.BELEGSCHAFT)
    assert sum(isinstance(block, Photo) for block in free.document.blocks) == 2


def test_word_and_pdf_hold_the_pictures(store: OpenStore, catalog: Catalog, day: Workshop, tmp_path: Path) -> None:
    document = _made(store, catalog, day, Audience.GREMIUM).document
    write_word(document, tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        kinds = {name.rpartition(".")[2] for name in archive.namelist() if name.startswith("word/media/")}
    assert {"jpg", "png"} <= kinds
    written = docx.Document(str(tmp_path / "a.docx"))
    section = written.sections[0]
    room = there(section.page_width) - there(section.left_margin) - there(section.right_margin)
    named = written.element.xpath("//wp:docPr/@descr")
    assert named[-2:] == ["Pinnwand Phase 3", "Pinnwand Phase 3, Foto 2"]
    first, second = list(written.inline_shapes)[-2:]
    for shape in (first, second):
        assert shape.width <= room
        assert shape.height <= there(section.page_height) * 0.6
    assert abs(first.width / first.height - 4 / 3) < 0.01
    assert abs(second.width / second.height - 9 / 16) < 0.01
    held = [p for p in written.paragraphs if p._element.xpath(".//w:drawing") and p.paragraph_format.keep_with_next]
    assert len(held) >= 2
    write_pdf(document, tmp_path / "a.pdf")
    pages = pypdf.PdfReader(str(tmp_path / "a.pdf")).pages
    with_pictures = [page for page in pages if len(page.images)]
    assert sum(len(page.images) for page in with_pictures) == 2
    assert all("Pinnwand Phase 3" in page.extract_text() for page in with_pictures)


def test_the_screen_has_the_photos_with_their_words(store: OpenStore, catalog: Catalog, day: Workshop) -> None:
    found = [line for line in lines(_made(store, catalog, day, Audience.GREMIUM).document) if line.photo is not None]
    assert [line.text for line in found] == ["Pinnwand Phase 3", "Pinnwand Phase 3, Foto 2"]
