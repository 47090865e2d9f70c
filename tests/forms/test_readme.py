"""forms/README.md names every field a form can have."""

from __future__ import annotations

import dataclasses
import re

import pytest

from tests.forms.conftest import FORMS
from tws_desktop.domain import board_parameters, facts, form_fields, formats, methods, papers, questionnaires, topics

SHAPES = (
    formats.Format,
    formats.Variant,
    formats.VariantPhase,
    formats.Phase,
    board_parameters.Board,
    board_parameters.Cards,
    board_parameters.Scale,
    board_parameters.Votes,
    board_parameters.Sheet,
    board_parameters.Form,
    form_fields.Field,
    methods.Method,
    methods.MethodStep,
    questionnaires.Questionnaire,
    questionnaires.Dimension,
    questionnaires.Item,
    topics.Topic,
    papers.Paper,
    papers.PaperSection,
    papers.PaperStyle,
    papers.PaperText,
    facts.FactKey,
)
README = (FORMS / "README.md").read_text(encoding="utf-8")
NAMED = {word for code in re.findall(r"`([^`]+)`", README) for word in re.findall(r"[a-z_]+", code)}


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_field_is_explained(shape: type) -> None:
    assert {field.name for field in dataclasses.fields(shape)} - NAMED == set()
