"""Papers are chosen, looked at, released and written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import docx
import pypdf
from pytestqt.qtbot import QtBot

from tests.ui.pages import TODAY, Window, k1
from tws_desktop.domain.confidentiality import Audience, Level
from tws_desktop.domain.keeping import RegisterLine
from tws_desktop.domain.positions import Measure
from tws_desktop.domain.workshops import Step
from tws_desktop.services.boards import forms
from tws_desktop.services.ports import Work
from tws_desktop.ui.page import Place
from tws_desktop.ui.papers.papers_view import PapersView


def _is_written(papers: PapersView, folder: Path, kind: str) -> bool:
    return any(folder.glob(f"*.{kind}")) and papers.output.word.isEnabled()


def test_the_measure_plan_is_written_as_word_and_pdf(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    view = k1(window, qtbot)

    def measure(work: Work) -> Any:
        step = next(step for step in work.all(Step, workshop_id=view.thing) if step.number == "5")
        values = {"text": "Hitzeschutz <prüfen> & melden", "owner": "BR-Vorsitz", "due_date": "31.12.26"}
        row = forms.add_row(work, step.id, step.boards[0], values, TODAY)
        work.change(work.get(Measure, row.id), level=Level.COUNCIL)
        return row

    window.store.write(measure).result()
    window.press("Dokumente")
    papers = window.view(Place.WORKSHOPS)
    assert isinstance(papers, PapersView)
    papers.list.select("D04")
    qtbot.waitUntil(lambda: "Hitzeschutz <prüfen> & melden" in papers.preview.words())
    assert "FRAGEBOGEN" not in {choice.key for choice in papers._choices}
    papers.output.folder.setText(str(tmp_path))
    for kind in ("docx", "pdf"):
        papers.put_out(kind)
        qtbot.waitUntil(partial(_is_written, papers, tmp_path, kind), timeout=20000)
    word = docx.Document(str(next(tmp_path.glob("*.docx"))))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert "Hitzeschutz <prüfen> & melden" in cells
    pdf = "".join(page.extract_text() for page in pypdf.PdfReader(next(tmp_path.glob("*.pdf"))).pages)
    assert "Hitzeschutz" in pdf
    qtbot.waitUntil(lambda: len(window.read(lambda work: work.all(RegisterLine))) == 2)
    lines = window.read(lambda work: work.all(RegisterLine))
    assert {line.kind for line in lines} == {"docx", "pdf"}
    assert all(line.audience == Audience.GREMIUM.value and len(line.sha256) == 64 for line in lines)


def test_what_a_circle_may_not_see_is_counted_named_and_released(window: Window, qtbot: QtBot) -> None:
    view = k1(window, qtbot)

    def measure(work: Work) -> None:
        step = next(step for step in work.all(Step, workshop_id=view.thing) if step.number == "5")
        row = forms.add_row(work, step.id, step.boards[0], {"text": "Nur für uns"}, TODAY)
        work.change(work.get(Measure, row.id), level=Level.COUNCIL)

    window.store.write(measure).result()
    window.press("Dokumente")
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


def test_a_folder_that_is_none_is_refused_with_a_sentence(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    k1(window, qtbot)
    window.press("Dokumente")
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
