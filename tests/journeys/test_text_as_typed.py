"""Text as people type it, in every field of every format: literally on the beamer, in Word and in PDF."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pypdf
import pytest
from lxml import etree

from tests.journeys.test_every_field_is_read import FORMATS, PAPERS, TODAY, Typist, marked
from tws_desktop import boards as board_parts
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.documents.pdf import write_pdf
from tws_desktop.documents.word import write_word
from tws_desktop.domain.board_parameters import BoardKind, RecordKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.form_fields import FieldKind
from tws_desktop.domain.workshops import Step, StepKind
from tws_desktop.services import plants
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import forms, votes
from tws_desktop.services.papers.choice import Order, workshop_paper
from tws_desktop.services.workshops import prepare

SIGNS = "Lärm & Hitze < 30 °C, „Anführung“ <b>fett</b> {name} %s ß/ẞ Ka\u0308se 😀 Zeile\nzwei\tTab "
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Careless(Typist):
    """Types difficult text into every field."""

    typed = ""

    def sentinel(self, place: str) -> str:
        text = self.typed + super().sentinel(place)
        self.wanted[f"{self.step.number}.{place}"] = (text,)
        return text


def bare(text: str) -> str:
    """What stays of a text however its lines are broken and its words divided."""
    return re.sub(r"[\s\u00ad\u200b-]", "", unicodedata.normalize("NFC", text))


def in_word(path: Path) -> str:
    with ZipFile(path) as file:
        parts = [etree.fromstring(file.read(name)) for name in file.namelist() if re.match(r"word/\w+\.xml$", name)]
    return bare("".join(node.text or "" for part in parts for node in part.iter(f"{W}t")))


def in_pdf(path: Path) -> str:
    pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
    return bare("".join(page.extract_text() for page in pages))


def typed_everywhere(store: Any, catalog: Catalog, form: str, typed: str) -> tuple[dict[str, str], list[Any], str]:
    """What was typed by field, the papers made of it, and all that the beamer shows."""
    catalog = marked(catalog, form)

    def act(work: Any) -> tuple[dict[str, str], list[Any], str]:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, catalog.formats[form], headcount=11, starts_on=TODAY)
        steps = [step for step in work.all(Step, workshop_id=workshop.id) if step.kind is StepKind.STEP]
        wanted: dict[str, str] = {}
        for number, step in enumerate(steps):
            typist = Careless(work, catalog, step, number)
            typist.typed = typed
            for board in step.boards:
                typist.board(board)
            typist.dissent()
            wanted |= {place: texts[0] for place, texts in typist.wanted.items() if typed in texts[0]}
        papers = [
            workshop_paper(work, catalog, workshop.id, Order(key, audience, TODAY, board_parts.report)).document
            for key, audience in PAPERS.items()
        ]
        contents = [boards.content(work, catalog, step.id, board.key) for step in steps for board in step.boards]
        return wanted, papers, "\n".join(repr(board_parts.slide(c, catalog, Level.COUNCIL)) for c in contents)

    found: tuple[dict[str, str], list[Any], str] = store.write(act).result()
    return found


@pytest.mark.parametrize("typed", [SIGNS, LONG], ids=["signs", "long word"])
@pytest.mark.parametrize("form", FORMATS)
def test_what_is_typed_stands_literally_in_word_pdf_and_on_the_beamer(
    store: Any, catalog: Catalog, tmp_path: Path, form: str, typed: str
) -> None:
    wanted, papers, shown = typed_everywhere(store, catalog, form, typed)
    word = pdf = ""
    for number, paper in enumerate(papers):
        write_word(paper, tmp_path / f"{number}.docx")
        write_pdf(paper, tmp_path / f"{number}.pdf")
        word += in_word(tmp_path / f"{number}.docx")
        pdf += in_pdf(tmp_path / f"{number}.pdf")
    assert [place for place, text in wanted.items() if bare(text) not in word] == []
    assert [place for place, text in wanted.items() if bare(text) not in pdf] == []
    whole = repr(unicodedata.normalize("NFC", typed))[1:-1]
    one_line = re.sub(r"\\[nt]", " ", whole)
    forms_of_it = {f"{whole}Merkwort", f"{one_line}Merkwort"}
    assert shown.count("Merkwort") == sum(shown.count(text) for text in forms_of_it)
    assert shown.count("Merkwort") > 0


@pytest.mark.parametrize("form", FORMATS)
def test_a_control_character_is_refused_at_the_field_with_a_sentence(store: Any, catalog: Catalog, form: str) -> None:
    def fields(work: Any) -> list[tuple[Any, Any, str]]:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, catalog.formats[form], headcount=11, starts_on=TODAY)
        return [
            (step, board, field.key)
            for step in work.all(Step, workshop_id=workshop.id)
            for board in step.boards
            if board.kind is BoardKind.FORM and forms.form_of(board).record is not RecordKind.FACT
            for field in forms.form_of(board).fields
            if field.kind in {FieldKind.TEXT, FieldKind.LONG, FieldKind.ROLE, FieldKind.NORM}
        ]

    for step, board, key in store.write(fields).result():
        with pytest.raises(InputRefused, match=r"Steuerzeichen U\+0007"):
            store.write(
                lambda work, s=step, b=board, k=key: forms.add_row(work, s.id, b, {k: "Ton\x07"}, TODAY)
            ).result()


def test_a_second_opinion_with_a_control_character_is_refused(store: Any, catalog: Catalog) -> None:
    def act(work: Any) -> None:
        project = plants.add_project(work, plants.add_plant(work, "Werk").id, "Zukunft")
        workshop = prepare.create_workshop(work, project.id, catalog.formats["F05"], headcount=11, starts_on=TODAY)
        step = work.find(Step, workshop_id=workshop.id, number="8")
        votes.set_vote(work, votes.begin(work, step.id, step.boards[0]).id, dissent="Ton\x07")

    with pytest.raises(InputRefused, match=r"Steuerzeichen U\+0007"):
        store.write(act).result()
