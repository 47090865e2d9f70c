"""No column of a record is forgotten in a package."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party, Rung, Template, Unit, Version
from tws_desktop.domain.exchange import agreement, plant, positions, workshop
from tws_desktop.domain.exchange.plain import keys_of
from tws_desktop.domain.plants import Area, Person, Plant, PlantFact, Project, ProjectStep
from tws_desktop.domain.positions import Decision, Measure, Position, PositionSecret, Question, Trade
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption
from tws_desktop.domain.workshops import Entry, Step, StepRun, Workshop
from tws_desktop.services.packages.pairs import column_of

PAIRS: tuple[tuple[Any, Any, set[str]], ...] = (
    (Plant, plant.PackedPlant, set()),
    (PlantFact, plant.PackedFact, {"plant_id"}),
    (Area, plant.PackedArea, {"plant_id"}),
    (Person, plant.PackedPerson, {"plant_id"}),
    (Project, plant.PackedProject, {"plant_id"}),
    (ProjectStep, plant.PackedProjectStep, {"project_id"}),
    (Workshop, workshop.PackedWorkshop, {"project_id", "starts_on", "starts_at"}),
    (Step, workshop.PackedStep, {"workshop_id"}),
    (StepRun, workshop.PackedRun, {"step_id"}),
    (Entry, workshop.PackedEntry, {"workshop_id"}),
    (Sheet, workshop.PackedSheet, set()),
    (Answer, workshop.PackedAnswer, {"sheet_id"}),
    (Vote, workshop.PackedVote, set()),
    (VoteOption, workshop.PackedOption, {"vote_id"}),
    (Position, positions.PackedPosition, {"project_id"}),
    (PositionSecret, positions.PackedSecret, {"position_id"}),
    (Trade, positions.PackedTrade, {"project_id"}),
    (Measure, positions.PackedMeasure, {"project_id"}),
    (Question, positions.PackedQuestion, {"project_id"}),
    (Decision, positions.PackedDecision, {"project_id"}),
    (Agreement, agreement.PackedAgreement, {"project_id"}),
    (Part, agreement.PackedPart, {"agreement_id"}),
    (Party, agreement.PackedParty, {"part_id"}),
    (Unit, agreement.PackedUnit, {"part_id", "parent_id"}),
    (FieldValue, agreement.PackedField, {"agreement_id", "key"}),
    (Rung, agreement.PackedRung, set()),
    (Version, agreement.PackedVersion, {"agreement_id"}),
    (Template, agreement.PackedTemplate, set()),
)
"""Record, shape, and the columns that the place in the file says."""


@pytest.mark.parametrize(("record", "shape", "said_by_place"), PAIRS, ids=[pair[0].__name__ for pair in PAIRS])
def test_every_column_has_a_key(record: Any, shape: Any, said_by_place: set[str]) -> None:
    columns = {field.name for field in dataclasses.fields(record)}
    held = {column_of(shape, field.name, frozenset(columns), said) for field, _, _, said in keys_of(shape)}
    assert columns - held - said_by_place - {"id", "revision", "trashed_at"} == set()
