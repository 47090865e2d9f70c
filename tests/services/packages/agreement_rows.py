"""A draft agreement with one row of every table it has."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

from tws_desktop.domain.agreements import (
    Agreement,
    FieldValue,
    Part,
    Party,
    Rung,
    RungStep,
    Unit,
    UnitKind,
    Version,
)
from tws_desktop.services.ports import Work

DAY = date(2026, 10, 12)
MOMENT = datetime(2026, 10, 12, 7, 30, tzinfo=UTC)
HARD = "Lärm & Hitze < 30 °C „so“ <b>fett</b> {name} ẞß\n\tzweite Zeile 🙂"


def add_agreement(work: Work, project_id: UUID, position_id: UUID) -> tuple[UUID, UUID, UUID]:
    agreement = work.add(Agreement(uuid4(), project_id, "ZV", 1, "Zukunft", "für alle", "S3", 4))
    part = work.add(Part(uuid4(), agreement.id, 1024, "Teil", "tv"))
    work.add(Party(uuid4(), part.id, "ag", "Firma GmbH", 1024, "Ort", "Leitung", "Chefin"))
    section = work.add(Unit(uuid4(), part.id, UnitKind.SECTION, 1024, title="Geltung", slot="geltung"))
    text = ("Gilt für ", {"field": "betrieb"}, ", siehe ", {"ref": str(section.id), "form": "§"}, ".")
    unit = work.add(
        Unit(
            uuid4(),
            part.id,
            UnitKind.ABSATZ,
            1024,
            section.id,
            "",
            text,
            "geltung",
            "GEN-02",
            1,
            "demand",
            "a",
            own_text=False,
            right="E",
            norms=("§ 87",),
            word_mark="_tws1",
        )
    )
    field = work.add(
        FieldValue(
            uuid4(),
            agreement.id,
            "betrieb",
            "text",
            "Betrieb",
            "Werk",
            unit.id,
            position_id,
            ("Werk", "Andere"),
            "Welcher?",
            "t",
            required=False,
        )
    )
    work.add(FieldValue(uuid4(), agreement.id, "luecke", "money", "Lücke"))
    for rung in RungStep:
        work.add(Rung(uuid4(), unit.id, rung, f"Stufe {rung}", "br", DAY))
    work.add(Version(uuid4(), agreement.id, 1, MOMENT, {"units": [1, HARD]}, "ab" * 32, "own"))
    return agreement.id, unit.id, field.id
