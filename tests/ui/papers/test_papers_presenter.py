"""Which papers there are, where they go and what they are called."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from tests.prepared import shipped
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import RegisterLine
from tws_desktop.domain.papers import Paper
from tws_desktop.domain.workshops import WorkshopState
from tws_desktop.services.papers.agenda import LONG, SHORT
from tws_desktop.ui.papers.papers_presenter import (
    choices,
    file_name,
    first_choice,
    house_style,
    left_out_words,
    register_row,
    target,
)

BEFORE = (LONG, SHORT, "FRAGEBOGEN")


@pytest.fixture(scope="module")
def papers() -> Mapping[str, Paper]:
    return shipped().papers


def test_a_workshop_has_three_papers_before_the_day_and_four_after_it_a_project_three(
    papers: Mapping[str, Paper],
) -> None:
    assert [choice.key for choice in choices(papers, of_project=False)] == [*BEFORE, "D01", "D04", "D05", "D07"]
    assert [choice.key for choice in choices(papers, of_project=True)] == ["D04", "D05", "D07"]


def test_only_audiences_of_the_paper_are_offered(papers: Mapping[str, Paper]) -> None:
    for choice in choices(papers, of_project=False):
        assert choice.audience in choice.audiences
        if not choice.before_the_day:
            assert choice.audiences == papers[choice.key].audiences
    short = next(choice for choice in choices(papers, of_project=False) if choice.key == SHORT)
    assert short.audiences == (Audience.TEILNEHMENDE,)


def test_before_the_day_the_agenda_comes_first() -> None:
    assert first_choice(WorkshopState.PLANNED) == LONG
    assert first_choice(WorkshopState.DONE) == "D01"
    assert first_choice(None) == "D04"


def test_file_names_carry_no_sign_that_systems_refuse(papers: Mapping[str, Paper]) -> None:
    plan = next(choice for choice in choices(papers, of_project=False) if choice.key == "D04")
    name = file_name(plan, 'Werk "A/B": <Halle> 1|2?', date(2026, 11, 23), "docx")
    assert name == "2026-11-23 D04 Maßnahmenplan Werk A B Halle 1 2.docx"
    assert len(file_name(plan, "x" * 400, date(2026, 11, 23), "pdf")) <= 125


def test_a_target_needs_a_folder_that_is_there(tmp_path: Path) -> None:
    assert target(str(tmp_path), "a.docx") == tmp_path / "a.docx"
    for folder in ("", str(tmp_path / "fehlt")):
        with pytest.raises(InputRefused):
            target(folder, "a.docx")


def test_a_house_style_is_a_word_file(tmp_path: Path) -> None:
    (tmp_path / "haus.docx").write_bytes(b"x")
    (tmp_path / "haus.txt").write_bytes(b"x")
    assert house_style("  ") is None
    assert house_style(str(tmp_path / "haus.docx")) == tmp_path / "haus.docx"
    for wrong in ("haus.txt", "fehlt.docx"):
        with pytest.raises(InputRefused):
            house_style(str(tmp_path / wrong))


def test_what_is_left_out_is_counted() -> None:
    assert left_out_words(0).startswith("Nichts fehlt")
    assert left_out_words(3) == "Nicht enthalten wegen Vertraulichkeit: 3"


def test_what_was_put_out_names_its_kind_first_as_long_names_end_in_dots() -> None:
    at = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    line = RegisterLine(uuid4(), at, "2026-11-23 D01 Fotoprotokoll.pdf", "pdf", Audience.GREMIUM.value)
    assert register_row(line).meta.startswith("PDF · 23.11.2026")
