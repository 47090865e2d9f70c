"""Clauses from forms/clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from importlib.resources.abc import Traversable

from tws_desktop.catalog.data import data_root
from tws_desktop.catalog.reading import Loaded, read_folder
from tws_desktop.domain.agreement_types import AgreementType
from tws_desktop.domain.clause_text import Ref
from tws_desktop.domain.clauses import Clause
from tws_desktop.domain.errors import FormFault


def load_clauses(folder: Traversable | None = None) -> Loaded[Clause]:
    """All clauses by key, from forms/clauses or `folder`; faulty files are named, the rest loads."""
    return read_folder(folder or data_root() / "forms" / "clauses", Clause)


def dangling(
    clauses: Mapping[str, Clause],
    types: Mapping[str, AgreementType],
    topics: Collection[str],
    triggers: Collection[str],
) -> tuple[FormFault, ...]:
    """Every name in clauses and agreement types that leads nowhere."""
    faults: list[FormFault] = []
    annexes = {annex.key for type_ in types.values() for annex in type_.annexes}
    for clause in clauses.values():
        faults.extend(_of_clause(clause, clauses, topics, triggers))
        if types:
            faults.extend(
                _fault(clause.key, "variants", f"Anlage „{key}“ kennt keine Vereinbarungsart")
                for variant in clause.variants
                for key in variant.annexes()
                if key not in annexes
            )
    for type_ in types.values():
        faults.extend(_of_type(type_, clauses, topics))
    return tuple(faults)


def _of_clause(
    clause: Clause, clauses: Mapping[str, Clause], topics: Collection[str], triggers: Collection[str]
) -> Iterator[FormFault]:
    named: tuple[tuple[str, Collection[str], tuple[str, ...]], ...] = (
        ("topics", topics, clause.topics),
        ("triggers", triggers, clause.triggers),
        ("needs", clauses, clause.needs),
        ("excludes", clauses, clause.excludes),
    )
    for name, known, keys in named:
        yield from (_fault(clause.key, name, f"{key} gibt es nicht") for key in keys if key not in known)
    yield from _of_variants(clause, clauses)


def _of_variants(clause: Clause, clauses: Mapping[str, Clause]) -> Iterator[FormFault]:
    for variant in clause.variants:
        for key in variant.excludes:
            other, _, id_ = key.partition(":")
            if other not in clauses or (id_ and id_ not in {found.id for found in clauses[other].variants}):
                yield _fault(clause.key, f"variants.{variant.id}.excludes", f"{key} gibt es nicht")
        for ref in variant.refs():
            if not _resolves(ref, clauses):
                yield _fault(clause.key, f"variants.{variant.id}", f"Verweis auf {_shown(ref)} läuft ins Leere")


def _of_type(type_: AgreementType, clauses: Mapping[str, Clause], topics: Collection[str]) -> Iterator[FormFault]:
    for slot in type_.slots():
        for key in slot.clauses:
            if key not in clauses:
                yield _fault(type_.key, f"slots.{slot.key}", f"Baustein {key} gibt es nicht")
        for key in slot.topics:
            if key not in topics:
                yield _fault(type_.key, f"slots.{slot.key}", f"Thema {key} gibt es nicht")


def _resolves(ref: Ref, clauses: Mapping[str, Clause]) -> bool:
    target = clauses.get(ref.clause)
    if target is None:
        return False
    return ref.absatz is None or all(ref.absatz <= len(variant.absaetze) for variant in target.variants)


def _shown(ref: Ref) -> str:
    return f"{ref.clause} Abs.\u00a0{ref.absatz}" if ref.absatz else ref.clause


def _fault(key: str, field: str, sentence: str) -> FormFault:
    return FormFault(f"{key}.toml", field, f"{sentence}. Bitte berichtigen.")
