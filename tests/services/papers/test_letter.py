"""The statutes a letter rests on: in order, each once, each with its own statute."""

from __future__ import annotations

from uuid import uuid4

from tws_desktop.domain.positions import Question
from tws_desktop.services.papers.d05 import laws


def _laws(*norms: str) -> str:
    return laws([Question(uuid4(), uuid4(), "Was?", norm=norm) for norm in norms]).replace("\u00a0", " ")


def test_norms_are_sorted_and_a_whole_paragraph_stands_for_its_parts() -> None:
    found = _laws(
        "§ 92a BetrVG",
        "§ 90, § 87 Abs. 1 Nr. 6 BetrVG",
        "§ 106 Abs. 3 Nr. 3 BetrVG",
        "§ 92, § 106 BetrVG",
        "§ 90 Abs. 1 BetrVG",
    )
    assert found == "§§ 87 Abs. 1 Nr. 6, 90, 92, 92a und 106 BetrVG"


def test_another_statute_is_not_called_betrvg() -> None:
    assert _laws("§ 87 Abs. 1 Nr. 7 BetrVG, § 5 ArbSchG") == "§ 87 Abs. 1 Nr. 7 BetrVG sowie § 5 ArbSchG"
    assert _laws("§ 82a SGB III") == "§ 82a SGB III"


def test_a_range_keeps_its_end() -> None:
    assert _laws("§§ 96 bis 98 BetrVG") == "§§ 96 bis 98 BetrVG"


def test_without_any_norm_the_general_duty_to_inform_is_named() -> None:
    assert _laws("", "keine") == "§ 80 Abs. 2 BetrVG"
