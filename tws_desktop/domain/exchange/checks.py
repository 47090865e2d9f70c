"""The rules a package keeps beyond its shape: ids, references, totals only."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from tws_desktop.domain.attachments import PictureKind
from tws_desktop.domain.confidentiality import Level
from tws_desktop.domain.decisions import decided, tally_of
from tws_desktop.domain.errors import FileRefused, InputRefused
from tws_desktop.domain.exchange import agreement, document, files, plant, positions, workshop
from tws_desktop.domain.exchange.document import FORMAT, VERSION, PackageDocument
from tws_desktop.domain.exchange.plain import keys_of
from tws_desktop.domain.positions import DecisionKind
from tws_desktop.domain.workshops import EntryKind

KINDS: Mapping[type, str] = MappingProxyType(
    {
        plant.PackedFact: "fact",
        plant.PackedArea: "area",
        plant.PackedPerson: "person",
        plant.PackedProject: "project",
        plant.PackedProjectStep: "project_step",
        workshop.PackedWorkshop: "workshop",
        workshop.PackedStep: "step",
        workshop.PackedRun: "run",
        workshop.PackedEntry: "entry",
        workshop.PackedSheet: "sheet",
        workshop.PackedAnswer: "answer",
        workshop.PackedVote: "vote",
        workshop.PackedOption: "option",
        positions.PackedPosition: "position",
        positions.PackedTrade: "trade",
        positions.PackedMeasure: "measure",
        positions.PackedQuestion: "question",
        positions.PackedDecision: "decision",
        agreement.PackedAgreement: "agreement",
        agreement.PackedPart: "part",
        agreement.PackedParty: "party",
        agreement.PackedUnit: "unit",
        agreement.PackedField: "field",
        agreement.PackedRung: "rung",
        agreement.PackedVersion: "version",
        agreement.PackedEvidence: "evidence",
        agreement.PackedTemplate: "template",
        document.PackedRelease: "release",
        files.PackedFile: "file",
    }
)
"""The word before the colon of a reference, by shape."""

BUCKETS = frozenset({"dots", "yes", "no", "abstain", *(str(number) for number in range(11))})
_ASIDE = frozenset({EntryKind.PARKED, EntryKind.PRIVATE_NOTE})
_START = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MAY_LACK_ID = frozenset(
    shape for shape in KINDS if any(f.name == "id" and f.default == "" for f, *_ in keys_of(shape))
)


def refuse(place: str, sentence: str) -> FileRefused:
    """The refusal that names the place in the file."""
    return FileRefused(f"{place or 'oben'}: {sentence}")


def things(value: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Everything of the package that is a shape of its own, with its place (lists count from 0)."""
    for field, _, name, _ in keys_of(type(value)):
        inner = getattr(value, field.name)
        where = f"{place}.{name}" if place else name
        if isinstance(inner, Mapping):
            held: list[tuple[str, Any]] = [(f"{where}.{key}", item) for key, item in inner.items()]
        elif isinstance(inner, tuple):
            held = [(f"{where}[{number}]", item) for number, item in enumerate(inner)]
        else:
            held = [(where, inner)]
        for spot, item in held:
            if dataclasses.is_dataclass(item) and type(item).__module__.startswith(_HERE):
                yield spot, item
                yield from things(item, spot)


_HERE = __name__.rpartition(".")[0]


def kinds_by_id(package: PackageDocument) -> dict[str, str]:
    """The kind of each id in the file; refuses an id used twice, naming the second place."""
    found: dict[str, str] = {}
    places: dict[str, str] = {}
    for place, thing in things(package):
        if type(thing) not in KINDS:
            continue
        if not thing.id:
            if type(thing) not in _MAY_LACK_ID:
                raise refuse(f"{place}.id", "Die Kennung ist leer. Bitte eine eintragen.")
            continue
        if thing.id in found:
            raise refuse(
                f"{place}.id",
                f"Die Kennung „{thing.id}“ steht schon bei {places[thing.id]}. Jede bitte nur einmal verwenden.",
            )
        found[thing.id], places[thing.id] = KINDS[type(thing)], place
    return found


def target(reference: str, kinds: Mapping[str, str]) -> str:
    """The id a reference points to: the id itself, or what follows `kind:`."""
    if reference in kinds:
        return reference
    kind, _, rest = reference.partition(":")
    return rest if kinds.get(rest) == kind else ""


def check(package: PackageDocument) -> dict[str, str]:
    """Refuse what breaks a rule, naming the place; returns the kind of each id."""
    if package.format != FORMAT:
        raise refuse("format", f"„{package.format}“ ist kein Paket dieses Programms. Es muss „{FORMAT}“ heißen.")
    if package.version != VERSION:
        raise refuse("version", f"Die Fassung „{package.version}“ ist unbekannt; gelesen wird {VERSION}.")
    if not package.id:
        raise refuse("id", "Die Kennung des Pakets ist leer. Bitte eine eintragen.")
    if package.deadlines:
        raise refuse("deadlines", "Diese Fassung nimmt solche Angaben noch nicht auf. Bitte die Liste leeren.")
    kinds = kinds_by_id(package)
    for place, thing in things(package):
        _check_references(place, thing, kinds)
        rule = _RULES.get(type(thing))
        if rule is not None:
            rule(place, thing, kinds)
    return kinds


def _check_references(place: str, thing: Any, kinds: Mapping[str, str]) -> None:
    for field, _, name, said in keys_of(type(thing)):
        value = getattr(thing, field.name)
        if said is None or not said.refers or value is None:
            continue
        for reference in value if isinstance(value, tuple) else (value,):
            kind = kinds.get(target(reference, kinds))
            if kind not in said.refers:
                wanted = ", ".join(said.refers)
                raise refuse(
                    f"{place}.{name}",
                    f"Der Verweis „{reference}“ führt ins Leere oder zur falschen Art (erlaubt: {wanted}). "
                    "Bitte eine Kennung aus dieser Datei nennen.",
                )


def _check_workshop(place: str, held: workshop.PackedWorkshop, kinds: Mapping[str, str]) -> None:
    try:
        if held.start:
            if not _START.fullmatch(held.start):
                raise ValueError
            date.fromisoformat(held.start[:10])
            time.fromisoformat(held.start[11:] or "00:00")
        if held.time:
            time.fromisoformat(held.time)
    except ValueError:
        raise refuse(f"{place}.start", "Der Beginn braucht die Form JJJJ-MM-TT oder JJJJ-MM-TTThh:mm.") from None
    parents = {entry.id: target(entry.parent, kinds) if entry.parent else "" for entry in held.entries}
    for number, entry in enumerate(held.entries):
        seen, above = {entry.id}, parents[entry.id]
        while above:
            if above in seen:
                raise refuse(f"{place}.entries[{number}].parent", "Der Eintrag liegt in sich selbst. Bitte lösen.")
            seen.add(above)
            above = parents.get(above, "")
        if entry.parent and target(entry.parent, kinds) not in parents:
            raise refuse(f"{place}.entries[{number}].parent", "Der Eintrag liegt in einem anderen Workshop.")


def _check_entry(place: str, held: workshop.PackedEntry, kinds: Mapping[str, str]) -> None:  # noqa: ARG001
    if held.step is None and held.kind not in _ASIDE:
        raise refuse(f"{place}.step", "Die Phase fehlt. Ohne Phase dürfen nur parked und private_note stehen.")
    if len(set(held.topics)) != len(held.topics):
        raise refuse(f"{place}.topics", "Ein Thema steht zweimal. Bitte jedes nur einmal nennen.")
    if len(set(held.areas)) != len(held.areas):
        raise refuse(f"{place}.areas", "Ein Bereich steht zweimal. Bitte jeden nur einmal nennen.")


def _check_sheet(place: str, held: workshop.PackedSheet, kinds: Mapping[str, str]) -> None:  # noqa: ARG001
    seen: set[str] = set()
    for number, answer in enumerate(held.answers):
        spot = f"{place}.answers[{number}]"
        if answer.item in seen:
            raise refuse(f"{spot}.item", f"Die Aussage {answer.item} ist zweimal beantwortet. Bitte eine streichen.")
        seen.add(answer.item)
        if answer.special not in {"", "W", "N"}:
            raise refuse(f"{spot}.special", "Erlaubt sind W (wissen wir nicht) und N (nicht relevant).")
        if answer.special and answer.value is not None:
            raise refuse(f"{spot}.value", "Neben special darf kein Wert stehen. Bitte eines von beiden streichen.")


def _check_counts(place: str, held: Any, kinds: Mapping[str, str]) -> None:  # noqa: ARG001
    for bucket, count in held.results.items():
        if bucket not in BUCKETS:
            raise refuse(
                f"{place}.results.{bucket}",
                "Erlaubt sind nur Summen unter dots, 0 bis 10, yes, no und abstain. "
                "Einzelne Stimmen nimmt das Programm nicht an.",
            )
        if count < 0:
            raise refuse(f"{place}.results.{bucket}", "Eine Anzahl unter 0 gibt es nicht. Bitte berichtigen.")
    groups = [group.group for group in getattr(held, "groups", ())]
    if len(set(groups)) != len(groups) or "" in groups:
        raise refuse(f"{place}.groups", "Jede Gruppe braucht einen eigenen Namen. Bitte berichtigen.")


def _check_decision(place: str, held: positions.PackedDecision, kinds: Mapping[str, str]) -> None:  # noqa: ARG001
    """The counts of a council's decision fit together; its result is computed from them."""
    tally = tally_of(held) if held.kind is DecisionKind.COUNCIL else None
    if tally is None:
        return
    try:
        decided(tally)
    except InputRefused as refusal:
        raise refuse(place, str(refusal)) from refusal


def _check_unit(place: str, held: agreement.PackedUnit, kinds: Mapping[str, str]) -> None:
    for number, run in enumerate(held.text):
        spot = f"{place}.text[{number}]"
        if isinstance(run, str):
            continue
        if not isinstance(run, Mapping):
            raise refuse(spot, "Ein Stück Text ist ein Text oder eine Angabe in geschweiften Klammern.")
        if "ref" in run and kinds.get(target(str(run["ref"]), kinds)) != "unit":
            raise refuse(f"{spot}.ref", f"Der Verweis „{run['ref']}“ führt zu keinem Stück dieser Datei.")


def _check_file(place: str, held: files.PackedFile, kinds: Mapping[str, str]) -> None:  # noqa: ARG001
    if not _SHA256.fullmatch(held.sha256):
        raise refuse(f"{place}.sha256", "Die Prüfsumme hat 64 Zeichen 0–9a–f. Bitte berichtigen.")
    if held.name not in {f"files/{held.sha256}.{kind.value}" for kind in PictureKind}:
        raise refuse(f"{place}.name", "Der Name muss files/, Prüfsumme und .jpg oder .png sein. Bitte berichtigen.")
    if held.level is Level.SECRET79:
        raise refuse(f"{place}.level", "Fotos tragen kein Geheimnis nach § 79. Bitte eine andere Stufe wählen.")
    if not held.alt.strip():
        raise refuse(f"{place}.alt", "Es fehlt, was auf dem Foto zu sehen ist. Bitte eintragen.")


_RULES: Mapping[type, Any] = MappingProxyType(
    {
        workshop.PackedWorkshop: _check_workshop,
        workshop.PackedEntry: _check_entry,
        workshop.PackedSheet: _check_sheet,
        workshop.PackedVote: _check_counts,
        workshop.PackedOption: _check_counts,
        workshop.PackedGroup: _check_counts,
        positions.PackedDecision: _check_decision,
        agreement.PackedUnit: _check_unit,
        files.PackedFile: _check_file,
    }
)
