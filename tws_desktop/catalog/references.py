"""References between forms: what a form names must exist; each gap is told with file, field and mend."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tws_desktop.domain.board_parameters import OF_A_PHASE, Board, BoardKind, Cards, Form, Sheet, Source, SourceKind
from tws_desktop.domain.errors import FormFault
from tws_desktop.domain.facts import ChoiceList, FactSheet
from tws_desktop.domain.formats import Format, Phase, PhaseKind
from tws_desktop.domain.methods import Method
from tws_desktop.domain.questionnaires import Questionnaire
from tws_desktop.domain.triggers import Condition, Subject, Trigger
from tws_desktop.domain.workshops import EntryKind

Known = Mapping[str, Collection[str]]
"""The keys there are, by kind: methods, questionnaires, papers, formats, facts, topics."""

_NEEDS = {
    SourceKind.CLUSTERS: BoardKind.CARDS,
    SourceKind.DIMENSIONS: BoardKind.SHEET,
    SourceKind.UNKNOWNS: BoardKind.SHEET,
    SourceKind.CHOSEN: BoardKind.VOTES,
}
"""The board a phase must have to be a source of this kind."""


def of_format(form: Format, known: Known) -> tuple[FormFault, ...]:
    """What the phases of a format name and nothing answers to."""
    return tuple(fault for index in range(len(form.phases)) for fault in _of_phase(form, index, known))


def _of_phase(form: Format, index: int, known: Known) -> Iterator[FormFault]:
    file, place, phase = f"{form.key}.toml", f"phases[{index}]", form.phases[index]
    earlier, later = form.phases[:index], form.phases[index + 1 :]
    if phase.kind is PhaseKind.STEP and phase.method not in known["methods"]:
        yield FormFault(file, f"{place}.method", _absent("Methode", phase.method))
    for number in phase.uses:
        if number not in {before.number for before in earlier}:
            yield FormFault(file, f"{place}.uses", _not_earlier(number))
    targets = {after.number for after in later} | {*known["papers"], *known["formats"]}
    for rank, board in enumerate(phase.boards):
        spot = f"{place}.boards[{rank}]"
        for target in board.feeds:
            if target not in targets:
                yield FormFault(file, f"{spot}.feeds", _absent("Papier oder spätere Phase", target))
        yield from of_board(board, file, spot, known)
        yield from _of_sources(board, file, spot, (*earlier, phase))


def of_board(board: Board, file: str, place: str, known: Known) -> Iterator[FormFault]:
    """What a board names outside its format."""
    if board.method and board.method not in known["methods"]:
        yield FormFault(file, f"{place}.method", _absent("Methode", board.method))
    table = board.parameters
    if isinstance(table, Sheet) and table.questionnaire not in known["questionnaires"]:
        yield FormFault(file, f"{place}.sheet.questionnaire", _absent("Fragebogen", table.questionnaire))
    if isinstance(table, Form):
        if table.fact_sheet and table.fact_sheet not in known["facts"]:
            yield FormFault(file, f"{place}.form.fact_sheet", _absent("Steckbrief", table.fact_sheet))
        if table.entry_kind and table.entry_kind not in set(EntryKind):
            yield FormFault(file, f"{place}.form.entry_kind", _absent("Eintragsart", table.entry_kind))


def of_method(method: Method, known: Known) -> tuple[FormFault, ...]:
    """What the default board of a method names and nothing answers to."""
    if method.default is None:
        return ()
    file = f"{method.key}.toml"
    unfed = tuple(
        FormFault(file, "default.feeds", _absent("Papier", target))
        for target in method.default.feeds
        if target not in known["papers"]
    )
    return (*unfed, *of_board(method.default, file, "default", {**known, "methods": [*known["methods"], method.key]}))


def of_questionnaire(questionnaire: Questionnaire, known: Known) -> tuple[FormFault, ...]:
    """Items whose topic does not exist."""
    return tuple(
        FormFault(f"{questionnaire.key}.toml", f"items[{index}].topic", _absent("Thema", item.topic))
        for index, item in enumerate(questionnaire.items)
        if item.topic and item.topic not in known["topics"]
    )


def of_trigger(trigger: Trigger, known: Known) -> tuple[FormFault, ...]:
    """Conditions on items, facts and topics that do not exist."""
    lists: tuple[tuple[str, tuple[Condition, ...]], ...] = (("any", trigger.any), ("all", trigger.all))
    kinds = {Subject.ITEM: "items", Subject.FACT: "fact_keys", Subject.TOPIC: "topics"}
    return tuple(
        FormFault(f"{trigger.key}.toml", f"{name}[{index}].keys", _absent("Schlüssel", key))
        for name, conditions in lists
        for index, condition in enumerate(conditions)
        if condition.subject in kinds
        for key in condition.keys
        if key not in known[kinds[condition.subject]]
    )


def of_fact_sheet(sheet: FactSheet, choices: Mapping[str, ChoiceList]) -> tuple[FormFault, ...]:
    """Facts that take their options from a list that does not exist."""
    return tuple(
        FormFault(f"{sheet.key}.toml", f"facts[{index}].options_of", _absent("Liste", fact.options_of))
        for index, fact in enumerate(sheet.facts)
        if fact.options_of and fact.options_of not in choices
    )


def _of_sources(board: Board, file: str, place: str, phases: tuple[Phase, ...]) -> Iterator[FormFault]:
    by_number = {phase.number: phase for phase in phases}
    for source in board.sources:
        if source.kind not in OF_A_PHASE:
            continue
        phase = by_number.get(source.phase)
        if phase is None:
            yield FormFault(file, place, _not_earlier(source.phase))
        elif not _answers(phase, source, board):
            yield FormFault(file, place, f"Phase {source.phase} hat keine Tafel für „{_shown(source)}“. Quelle ändern.")


def _answers(phase: Phase, source: Source, board: Board) -> bool:
    if source.kind is SourceKind.ENTRIES:
        return source.board in {found.key for found in phase.boards if found is not board}
    wanted = [found for found in phase.boards if found.kind is _NEEDS[source.kind]]
    if source.kind is SourceKind.CLUSTERS:
        return any(isinstance(found.parameters, Cards) and found.parameters.cluster for found in wanted)
    return bool(wanted)


def _shown(source: Source) -> str:
    return f"{source.kind}:{source.phase}" + (f".{source.board}" if source.board else "")


def _absent(what: str, key: str) -> str:
    return f"{what} {key} gibt es nicht. Schreibweise prüfen oder die Angabe entfernen."


def _not_earlier(number: str) -> str:
    return f"Phase {number} gibt es vorher nicht. Eine frühere Phase nennen oder die Angabe entfernen."
