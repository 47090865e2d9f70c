"""Musterwerk, second workshop: Zielbild und Eckpunkte on 9 November 2026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samples import common
from samples.musterwerk_check import Check
from samples.musterwerk_positions import OWN_STEPS, POSITIONS, SHARED_STEPS, TRADES
from tws_desktop.catalog.catalog import Catalog
from tws_desktop.domain.agreements import EvidenceFrom, EvidenceOf
from tws_desktop.domain.board_parameters import VoteKind, VoteWay
from tws_desktop.domain.confidentiality import Audience
from tws_desktop.domain.workshops import Workshop
from tws_desktop.services.boards import content as boards
from tws_desktop.services.boards import entries, votes
from tws_desktop.services.boards.evidence import rest
from tws_desktop.services.ports import Work
from tws_desktop.services.workshops import prepare

TARGETS = (
    (
        "2030 ist unser Standort …",
        "2030 ist unser Standort Leitwerk für Ventile in Wasserstoff- und Wärmetechnik.",
        {3: 1, 4: 4, 5: 6},
    ),
    (
        "Beschäftigung heißt bei uns 2030 …",
        "Beschäftigung heißt bei uns 2030: 412 sichere Arbeitsplätze, niemand wird betriebsbedingt gekündigt.",
        {4: 3, 5: 8},
    ),
    (
        "Wer hier arbeitet, kann …",
        "Wer hier arbeitet, kann in der Arbeitszeit lernen, was die neue Technik verlangt.",
        {4: 2, 5: 9},
    ),
    (
        "Wir entscheiden mit bei …",
        "Wir entscheiden mit bei KI und neuer Technik, bevor sie bestellt wird.",
        {3: 2, 4: 5, 5: 4},
    ),
)
TOPICS = {
    "Standort und Investition": (9, "Betriebsvereinbarung, freiwillig"),
    "Beschäftigungssicherung": (8, "Betriebsvereinbarung, freiwillig"),
    "Qualifizierung und Weiterbildung": (8, "Betriebsvereinbarung, erzwingbar"),
    "KI und algorithmische Systeme": (6, "Betriebsvereinbarung, erzwingbar"),
    "Produkte und Innovation": (5, "Betriebsvereinbarung, freiwillig"),
    "Steuerung, Konflikt, Laufzeit": (4, "Betriebsvereinbarung, freiwillig"),
    "Arbeitszeit und Schicht": (3, "Zukunfts- oder Tarifvertrag"),
    "Politik und Region": (1, "Politik"),
}
OBJECTIONS = (
    (
        "Eine Zusage bis 2032 nimmt uns die Beweglichkeit.",
        "Die Zusage gilt mit einer Anpassungsklausel; dafür brauchen wir Zahlen, die beide Seiten sehen.",
        "4",
    ),
    (
        "40 Stunden je Person können wir nicht einplanen.",
        "Lernzeit liegt in Phasen geringer Auslastung; der Plan entsteht gemeinsam.",
        "3",
    ),
    (
        "Sechs Millionen Euro sind nicht im Plan.",
        "Der Fonds wächst über sechs Jahre; einen Teil bringt eingesparte Energie.",
        "4",
    ),
)


@dataclass(frozen=True, slots=True)
class Goals:
    """The positions by topic, for the draft agreement."""

    workshop: Workshop
    positions: dict[str, UUID]
    check: Check


def key_points(work: Work, catalog: Catalog, project_id: UUID, check: Check) -> Goals:
    """The whole workshop F05."""
    workshop = prepare.create_workshop(
        work,
        project_id,
        catalog.formats["F05"],
        goal="Fünf Positionen, mit denen wir verhandeln können",
        starts_on=date(2026, 11, 9),
        starts_at="09:00",
        place="Bildungszentrum, Raum 2",
        headcount=11,
        council_present=10,
    )
    start = common.step_of(work, workshop, "1")
    common.row(work, start, "ziel", text="Am Ende stehen fünf Positionen mit Ziel, Mindestergebnis und Beleg.")
    common.one_dot(work, start, common.board_of(start, "einstieg"), {3: 1, 4: 3, 5: 4, 6: 2, 7: 1}, 11)
    said = common.row(
        work,
        common.step_of(work, workshop, "2"),
        "richtig",
        about=_first(work, workshop, "2", "richtig"),
        text="Die Auslastung liegt seit Oktober bei 79 %, nicht bei 82 %.",
    )
    entries.release(work, workshop.id, "entries", said, Audience.ARBEITGEBER, "BR-Vorsitz")
    _targets(work, catalog, workshop)
    _topics(work, catalog, workshop)
    positions = _positions(work, workshop, check)
    _tests(work, catalog, workshop)
    _roadmap(work, catalog, workshop)
    common.run_through(work, workshop)
    return Goals(workshop, positions, check)


def _first(work: Work, workshop: Workshop, number: str, board: str) -> str:
    form = common.board_of(common.step_of(work, workshop, number), board).form
    return next(field.options[0] for field in (form.fields if form else ()) if field.options)


def _targets(work: Work, catalog: Catalog, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "3")
    for about, text, _ in TARGETS:
        common.row(work, step, "saetze", about=about, text=text)
    here = boards.content(work, catalog, step.id, "zustimmung")
    vote = votes.open_vote(
        work, step.id, "zustimmung", VoteKind.SCALE, here.board.scale.question if here.board.scale else ""
    )
    votes.set_vote(work, vote.id, voters=11)
    for option, (_, _, counts) in zip(boards.take_options(work, vote.id, here.offers), TARGETS, strict=True):
        for bucket, count in counts.items():
            votes.set_total(work, vote.id, option.id, str(bucket), count)


def _topics(work: Work, catalog: Catalog, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "4")
    here = boards.content(work, catalog, step.id, "themen")
    question = here.board.votes.criterion if here.board.votes else ""
    vote = votes.open_vote(work, step.id, "themen", VoteKind.DOTS, question, secret=False)
    votes.set_vote(work, vote.id, voters=11, points_each=4)
    boards.take_options(work, vote.id, tuple(offer for offer in here.offers if offer.text in TOPICS))
    options = common.dots(work, vote, {text: count for text, (count, _) in TOPICS.items()})
    for text, (_, path) in TOPICS.items():
        votes.change_option(work, options[text].id, path=path)


def _positions(work: Work, workshop: Workshop, check: Check) -> dict[str, UUID]:
    step = common.step_of(work, workshop, "5a")
    made: dict[str, UUID] = {}
    for values, cards, dots, answers in POSITIONS:
        position_id = common.row(work, step, "blatt", **values)
        made[values["topic"]] = position_id
        for text in cards:
            rest(work, EvidenceOf.POSITION, position_id, EvidenceFrom.ENTRY, check.entries[text].id)
        for text in dots:
            rest(work, EvidenceOf.POSITION, position_id, EvidenceFrom.VOTE, check.options[text].id)
        for key in answers:
            rest(work, EvidenceOf.POSITION, position_id, EvidenceFrom.ANSWER, check.answers[key].id)
        entries.release(work, workshop.id, "positions", position_id, Audience.ARBEITGEBER, "BR-Vorsitz")
    return made


def _tests(work: Work, catalog: Catalog, workshop: Workshop) -> None:
    hard = common.step_of(work, workshop, "6")
    titles = [str(values["title"]) for values, *_ in POSITIONS]
    for about, (text, answer, risk) in zip((titles[0], titles[2], titles[1]), OBJECTIONS, strict=True):
        common.row(work, hard, "einwaende", about=about, text=text, answer=answer, risk=risk)
    for values in TRADES:
        trade = common.row(work, common.step_of(work, workshop, "7"), "tausch", **values)
        entries.release(work, workshop.id, "trades", trade, Audience.ARBEITGEBER, "BR-Vorsitz")
    step = common.step_of(work, workshop, "8")
    board = common.board_of(step, "widerstand")
    vote = votes.open_vote(work, step.id, board.key, VoteKind.RESISTANCE, board.votes.criterion if board.votes else "")
    votes.set_vote(work, vote.id, voters=6, way=VoteWay.PAPER)
    for text, counts in (
        ("Samstagsarbeit gegen Standortzusage befristet anbieten", {0: 2, 1: 1, 2: 1, 3: 1, 8: 1}),
        ("Zeitkonto um 20 Stunden erweitern", {3: 4, 4: 2}),
        (
            board.votes.zero_option if board.votes and board.votes.zero_option else "Alles bleibt, wie es ist",
            {6: 1, 7: 1, 8: 2, 9: 2},
        ),
    ):
        option = votes.add_option(work, vote.id, text)
        for bucket, count in counts.items():
            votes.set_total(work, vote.id, option.id, str(bucket), count)
    _ = catalog


def _roadmap(work: Work, catalog: Catalog, workshop: Workshop) -> None:
    step = common.step_of(work, workshop, "9")
    for values in (*OWN_STEPS, *SHARED_STEPS):
        measure = common.row(work, step, "massnahmen", **values)
        if values in SHARED_STEPS:
            entries.release(work, workshop.id, "measures", measure, Audience.ARBEITGEBER, "BR-Vorsitz")
    for role in ("BR-Vorsitz", "stellv. BR-Vorsitz", "Wirtschaftsausschuss"):
        common.row(work, step, "team", text=role, task=_first(work, workshop, "9", "team"))
    board = common.board_of(step, "beschluss")
    keys = [field.key for field in (board.form.fields if board.form else ())]
    values = dict(
        zip(
            keys,
            (
                (
                    "Der Betriebsrat nimmt auf der Grundlage der Eckpunkte vom 9. November 2026 Verhandlungen "
                    "über eine betriebliche Zukunftsvereinbarung auf."
                ),
                "Ohne Nachfolgeprodukt, Investition und Qualifizierung ist der Standort ab 2029 gefährdet.",
                "§§ 88, 92a, 97 Abs. 2 BetrVG",
                "01.12.2026",
            ),
            strict=False,
        )
    )
    common.row(work, step, "beschluss", **values)
    poll = common.board_of(step, "meinungsbild")
    vote = votes.open_vote(
        work, step.id, poll.key, VoteKind.MOTION, poll.votes.criterion if poll.votes else "", secret=False
    )
    votes.set_vote(work, vote.id, voters=11, way=VoteWay.HANDS)
    for option in boards.take_options(work, vote.id, boards.content(work, catalog, step.id, poll.key).offers):
        for bucket, count in (("yes", 9), ("no", 0), ("abstain", 2)):
            votes.set_total(work, vote.id, option.id, bucket, count)
