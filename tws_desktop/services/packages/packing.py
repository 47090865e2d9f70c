"""Workshops and agreements with all that hangs on them, as a package writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from tws_desktop.domain.agreements import Agreement, FieldValue, Part, Party, Rung, Unit, Version
from tws_desktop.domain.attachments import Attachment, Picture
from tws_desktop.domain.exchange import agreement as exchanged
from tws_desktop.domain.exchange import workshop as shapes
from tws_desktop.domain.exchange.files import PackedFile
from tws_desktop.domain.results import Answer, Sheet, Vote, VoteOption, VoteResult
from tws_desktop.domain.workshops import Entry, EntryArea, EntryTopic, Step, StepRun, Workshop, starting_level
from tws_desktop.services.packages.pairs import pack
from tws_desktop.services.packages.sieve import INSIDE, Sieve
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops.photos import of_workshop


class Packing:
    """Packs records through the sieve and remembers each one that went in."""

    def __init__(self, work: Work, sieve: Sieve) -> None:
        self.work = work
        self.sieve = sieve
        self.packed: dict[UUID, Any] = {}
        self.pictures: dict[str, Picture] = {}

    def one(self, record: Any, shape: Any, **more: Any) -> Any:
        """The record's shape; the record counts as packed."""
        self.packed[record.id] = record
        return pack(record, shape, **more)

    def all(self, records: Any, shape: Any) -> tuple[Any, ...]:
        """The shapes of all `records`."""
        return tuple(self.one(record, shape) for record in records)

    def known(self, record_id: UUID | None) -> str | None:
        """The id as a reference if what it points to went in, else none."""
        return str(record_id) if record_id in self.packed else None

    def workshop(self, workshop: Workshop) -> shapes.PackedWorkshop:
        """A workshop with steps, entries, sheets and votes."""
        self.packed[workshop.id] = workshop
        steps = self.work.all(Step, workshop_id=workshop.id)
        open_to_all = self.sieve.may(workshop.id, workshop.default_level)
        packed_steps = tuple(self._step(step, whole=open_to_all) for step in steps)
        entries = self._entries(workshop)
        step_ids = tuple(step.id for step in steps)
        levels = {step.id: starting_level(workshop, step) for step in steps}
        sheets = self.sieve.sheets(self.work.all(Sheet, step_id=step_ids))
        votes = self.sieve.keep(
            self.work.all(Vote, step_id=step_ids), lambda vote: self.sieve.may(vote.id, levels[vote.step_id])
        )
        start = workshop.starts_on and f"{workshop.starts_on.isoformat()}T{workshop.starts_at}"
        return self.one(  # type: ignore[no-any-return]
            workshop,
            shapes.PackedWorkshop,
            start=start or "",
            time="" if start or workshop.starts_at == "09:00" else workshop.starts_at,
            steps=packed_steps,
            entries=entries,
            sheets=tuple(self._sheet(sheet) for sheet in sheets),
            votes=tuple(self._vote(vote) for vote in sorted(votes, key=lambda v: (v.board, v.round, str(v.id)))),
        )

    def _step(self, step: Step, *, whole: bool) -> shapes.PackedStep:
        inside = self.sieve.audience in INSIDE
        runs = sorted(self.work.all(StepRun, step_id=step.id), key=lambda run: run.started_at) if inside else []
        more: dict[str, Any] = {"runs": self.all(runs, shapes.PackedRun)}
        if not whole:
            more |= {"result": "", "dissent": ""}
            self.sieve.left_out += bool(step.dissent)
        return self.one(step, shapes.PackedStep, **more)  # type: ignore[no-any-return]

    def _entries(self, workshop: Workshop) -> tuple[shapes.PackedEntry, ...]:
        kept = self.sieve.entries(self.work.all(Entry, workshop_id=workshop.id))
        self.packed |= {entry.id: entry for entry in kept}
        found = []
        for entry in kept:
            topics = sorted(link.topic_key for link in self.work.all(EntryTopic, entry_id=entry.id))
            areas = [self.known(link.area_id) for link in self.work.all(EntryArea, entry_id=entry.id)]
            found.append(
                self.one(
                    entry,
                    shapes.PackedEntry,
                    topics=tuple(topics),
                    areas=tuple(sorted(area for area in areas if area)),
                    parent=self.known(entry.parent_id),
                    also_parent=self.known(entry.also_parent_id),
                )
            )
        return tuple(found)

    def _sheet(self, sheet: Sheet) -> shapes.PackedSheet:
        answers = self.sieve.by_level(self.work.all(Answer, sheet_id=sheet.id))
        answers = tuple(sorted(answers, key=lambda answer: answer.item_key))
        return self.one(sheet, shapes.PackedSheet, answers=self.all(answers, shapes.PackedAnswer))  # type: ignore[no-any-return]

    def _vote(self, vote: Vote) -> shapes.PackedVote:
        results = self.sieve.totals(vote, self.work.all(VoteResult, vote_id=vote.id))
        options = self.sieve.keep(
            self.work.all(VoteOption, vote_id=vote.id),
            lambda option: option.entry_id is None or option.entry_id in self.packed,
        )
        packed_options = tuple(
            self.one(option, shapes.PackedOption, **_totals(results, option.id)) for option in options
        )
        return self.one(vote, shapes.PackedVote, options=packed_options, **_totals(results, None))  # type: ignore[no-any-return]

    def photos(self, workshops: Sequence[Workshop]) -> tuple[PackedFile, ...]:
        """The photos of all phases of `workshops`; their pictures are kept by hash."""
        phases = [phase for workshop in workshops for phase in of_workshop(self.work, workshop.id)]
        return tuple(self._photo(photo) for phase in phases for photo in self.sieve.by_level(phase.photos))

    def _photo(self, photo: Attachment) -> PackedFile:
        picture = self.pictures.setdefault(photo.picture, self.work.picture(photo.picture))
        return self.one(  # type: ignore[no-any-return]
            photo,
            PackedFile,
            step=str(photo.thing_id),
            name=f"files/{photo.picture}.{picture.kind.value}",
            sha256=photo.picture,
            bytes=len(picture.data),
        )

    def agreement(self, agreement: Agreement) -> exchanged.PackedAgreement:
        """An agreement with parts, text, fields, and for the team rungs and versions."""
        parts = tuple(self._part(part) for part in self.work.all(Part, agreement_id=agreement.id))
        fields = sorted(self.work.all(FieldValue, agreement_id=agreement.id), key=lambda field: field.key)
        units = tuple(found.id for found in self.packed.values() if isinstance(found, Unit))
        rungs = [rung for rung in self.work.all(Rung) if rung.unit_id in set(units)]
        versions = self.work.all(Version, agreement_id=agreement.id)
        return self.one(  # type: ignore[no-any-return]
            agreement,
            exchanged.PackedAgreement,
            parts=parts,
            fields={
                field.key: self.one(
                    field,
                    exchanged.PackedField,
                    position=self.known(field.position_id),
                    unit_id=self.known(field.unit_id),
                )
                for field in fields
            },
            rungs=self.all(self.sieve.team_only(rungs), exchanged.PackedRung),
            versions=self.all(self.sieve.team_only(versions), exchanged.PackedVersion),
        )

    def _part(self, part: Part) -> exchanged.PackedPart:
        below: dict[UUID | None, list[Unit]] = {}
        for unit in self.work.all(Unit, part_id=part.id):
            below.setdefault(unit.parent_id, []).append(unit)
        return self.one(  # type: ignore[no-any-return]
            part,
            exchanged.PackedPart,
            parties=self.all(self.work.all(Party, part_id=part.id), exchanged.PackedParty),
            units=self._units(below, None),
        )

    def _units(self, below: Mapping[UUID | None, list[Unit]], parent: UUID | None) -> tuple[exchanged.PackedUnit, ...]:
        return tuple(
            self.one(unit, exchanged.PackedUnit, children=self._units(below, unit.id)) for unit in below.get(parent, [])
        )


def _totals(results: tuple[VoteResult, ...], option_id: UUID | None) -> dict[str, Any]:
    own = [result for result in results if result.option_id == option_id]
    groups = sorted({result.group_key for result in own if result.group_key})
    return {
        "results": _counts(own, ""),
        "groups": tuple(shapes.PackedGroup(group=group, results=_counts(own, group)) for group in groups),
    }


def _counts(results: list[VoteResult], group: str) -> dict[str, int]:
    return {found.bucket: found.count for found in sorted(results, key=lambda r: r.bucket) if found.group_key == group}
