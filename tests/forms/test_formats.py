"""The shipped formats hold what the practice asks: sums, breaks, agendas, and nothing recorded for nobody."""

from __future__ import annotations

import pytest

from tests.prepared import shipped
from tws_desktop.domain.board_parameters import Board, BoardKind, Form, RecordKind
from tws_desktop.domain.formats import Format, Phase, PhaseKind, longest_stretch
from tws_desktop.domain.papers import Paper, Reads

CATALOG = shipped()
FORMATS = tuple(CATALOG.formats.values())
PHASES = [(form, phase) for form in FORMATS for phase in form.phases]
STEPS = [(form, phase) for form, phase in PHASES if phase.kind is PhaseKind.STEP]
BOARDS = [(form, phase, board) for form, phase in STEPS for board in phase.boards]


def named(value: object) -> str:
    return str(getattr(value, "key", getattr(value, "number", "")))


@pytest.mark.parametrize(("key", "minutes"), [("F01", 240), ("F05", 360), ("K1", 60)])
def test_sums(key: str, minutes: int) -> None:
    form = CATALOG.formats[key]
    assert form.minutes == sum(phase.minutes for phase in form.phases) == minutes


def test_the_short_stocktaking_takes_150_minutes() -> None:
    form = CATALOG.formats["F01"]
    short = next(variant for variant in form.variants if variant.key == "kurz")
    assert [(p.number, p.minutes) for p in form.phases_of(short)] == [
        ("1", 10),
        ("4", 60),
        ("P1", 10),
        ("6", 20),
        ("7", 25),
        ("8", 20),
        ("9", 5),
    ]
    assert short.minutes == 150
    assert [chosen.number for chosen in short.phases if chosen.prefilled] == ["4"]


@pytest.mark.parametrize("form", FORMATS, ids=named)
def test_no_stretch_over_ninety_minutes_and_breaks_not_elastic(form: Format) -> None:
    assert longest_stretch(form.phases) <= 90
    assert all(longest_stretch(form.phases_of(variant)) <= 90 for variant in form.variants)
    breaks = [phase for phase in form.phases if phase.kind is PhaseKind.BREAK]
    assert all(not pause.elastic and pause.min == pause.minutes for pause in breaks)


def agenda(form: Format, hour: int) -> str:
    at, lines = hour * 60, []
    for phase in form.phases:
        lines.append(f"{at // 60:02}:{at % 60:02} {phase.title}")
        at += phase.minutes
    return " – ".join([*lines, f"{at // 60:02}:{at % 60:02} Ende"])


def test_agenda_of_the_stocktaking_from_eight() -> None:
    assert agenda(CATALOG.formats["F01"], 8) == (
        "08:00 Ankommen – 08:15 Betriebssteckbrief – 08:35 Was verändert sich? – 09:05 Pause – "
        "09:15 Transformationscheck – 10:25 Profil lesen – 10:45 Kurze Pause – 10:50 Lücken – 11:10 Auswahl – "
        "11:35 Nächste Schritte – 11:55 Abschluss – 12:00 Ende"
    )


def test_agenda_of_target_picture_from_nine() -> None:
    assert agenda(CATALOG.formats["F05"], 9) == (
        "09:00 Start – 09:15 Lage in drei Bildern – 09:40 Zielbild – 10:25 Pause – 10:35 Themen wählen – "
        "11:05 Positionsblatt je Thema – 12:05 Mittag – 12:45 Positionsblätter vorstellen und ergänzen – "
        "13:15 Härtetest – 14:00 Pause – 14:10 Geben und Nehmen – 14:30 Entscheiden – 14:50 Fahrplan und Mandat – "
        "15:00 Ende"
    )


@pytest.mark.parametrize(("form", "phase"), STEPS, ids=named)
def test_every_step_has_what_the_facilitator_needs(form: Format, phase: Phase) -> None:
    assert phase.say
    assert phase.plan_b
    assert phase.who
    assert phase.result
    assert phase.boards
    assert phase.question.endswith("?")


@pytest.mark.parametrize(("form", "phase"), STEPS, ids=named)
def test_the_method_works_on_a_board_of_its_phase(form: Format, phase: Phase) -> None:
    own = [board for board in phase.boards if board.method in {"", phase.method}]
    assert CATALOG.methods[phase.method].board in {board.kind for board in own}
    for board in phase.boards:
        assert not board.method or CATALOG.methods[board.method].board is board.kind


@pytest.mark.parametrize(("form", "phase", "board"), BOARDS, ids=named)
def test_whatever_is_recorded_is_read_by_a_paper_or_a_later_phase(form: Format, phase: Phase, board: Board) -> None:
    assert board.feeds
    papers = [CATALOG.papers[target] for target in board.feeds if target in CATALOG.papers]
    assert papers
    assert all(reads(paper, board) for paper in papers)
    for target in board.feeds:
        if target not in CATALOG.papers and target not in CATALOG.formats:
            assert phase.number in form.phase(target).uses


def reads(paper: Paper, board: Board) -> bool:
    table = board.parameters
    wanted = Reads(table.record.value if isinstance(table, Form) else board.kind.value)
    return any(wanted in section.reads for section in paper.sections)


def test_a_paper_that_does_not_read_a_board_is_found() -> None:
    board = CATALOG.formats["F05"].phase("7").boards[0]
    assert not reads(CATALOG.papers["D04"], board)


@pytest.mark.parametrize("form", FORMATS, ids=named)
def test_sources_of_a_phase_are_among_the_phases_it_uses(form: Format) -> None:
    for phase in form.phases:
        for board in phase.boards:
            earlier = {source.phase for source in board.sources if source.phase} - {phase.number}
            assert earlier <= set(phase.uses)


def test_criterion_is_said_only_where_there_is_one() -> None:
    for _, phase in STEPS:
        if any("{kriterium}" in sentence for sentence in phase.say):
            assert any(board.votes is not None for board in phase.boards)


def test_give_and_take_and_positions_are_complete() -> None:
    form = CATALOG.formats["F05"]
    sheet = form.phase("5a").boards[0]
    assert {field.key for field in sheet.fields if field.secret} == {"minimum", "leeway", "red_line"}
    wanted = "topic title situation goal measure target_value target_date give right_level norm place allies priority"
    assert set(wanted.split()) <= {field.key for field in sheet.fields}
    trade = {field.key for field in form.phase("7").boards[0].fields}
    assert trade == {"gives", "gives_until", "gets", "gets_until", "fallback"}
    path = next(board.votes for board in form.phase("4").boards if board.votes)
    assert len(path.path) == 7


def test_cards_of_changes_ask_for_driver_time_and_certainty() -> None:
    board = CATALOG.formats["F01"].phase("3").boards[0]
    assert [field.key for field in board.fields] == ["trend", "when", "certainty"]
    assert [len(field.options) for field in board.fields] == [7, 4, 3]


def test_a_short_round_in_a_session_reminds_of_the_law() -> None:
    notes = " ".join(CATALOG.formats["K1"].notes)
    assert "§\u00a030 BetrVG" in notes
    assert "§\u00a031 BetrVG" in notes


def test_polls_say_that_they_are_no_decision() -> None:
    polls = [board.votes for _, _, board in BOARDS if board.kind is BoardKind.VOTES and board.votes]
    for vote in polls:
        assert vote.kind == "dots" or vote.note == "Meinungsbild, kein Beschluss"


def test_measures_have_owner_date_and_a_sign_of_being_done() -> None:
    forms = [board.form for _, _, board in BOARDS if board.form and board.form.record is RecordKind.MEASURE]
    assert len(forms) == 3
    for form in forms:
        assert {"text", "owner", "due_date", "done_when"} <= {field.key for field in form.fields}


def test_help_of_a_method_fits_one_screen() -> None:
    for method in CATALOG.methods.values():
        words = " ".join([method.purpose, method.when, method.not_when, method.needs, method.result, *method.traps])
        words += " ".join(f"{step.title} {step.say}" for step in method.how)
        assert len(words) <= 1400, method.key
        assert len(method.how) <= 8
