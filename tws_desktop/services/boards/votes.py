"""Votes: options, totals by hand or from a passed-round laptop; no ballot is ever stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid4

from tws_desktop.domain.board_parameters import Board, VoteKind, VoteWay
from tws_desktop.domain.errors import InputRefused
from tws_desktop.domain.keeping import in_workshop
from tws_desktop.domain.results import Vote, VoteOption, VoteResult
from tws_desktop.domain.text import TextKind, cleaned
from tws_desktop.domain.workshops import Step
from tws_desktop.services.ports import Work
from tws_desktop.services.ranks import last_rank, place

DOTS, YES, NO, ABSTAIN = "dots", "yes", "no", "abstain"


@dataclass(frozen=True, slots=True)
class VoteState:
    """A vote with its options and totals: `totals[option id][bucket]`; scales without options use None."""

    vote: Vote
    options: tuple[VoteOption, ...]
    totals: Mapping[UUID | None, Mapping[str, int]]

    def dots(self, option_id: UUID) -> int:
        """The dots on an option."""
        return self.totals.get(option_id, {}).get(DOTS, 0)

    def counts(self, option_id: UUID | None = None) -> dict[int, int]:
        """How often each number of a scale was chosen."""
        found = self.totals.get(option_id, {})
        return {int(bucket): count for bucket, count in found.items() if bucket.lstrip("-").isdigit()}

    def only(self, keep: Callable[[VoteOption], bool]) -> VoteState:
        """The same vote with fewer options."""
        return replace(self, options=tuple(option for option in self.options if keep(option)))

    @property
    def dots_given(self) -> int:
        """All dots together."""
        return sum(self.dots(option.id) for option in self.options)


def open_vote(work: Work, step_id: UUID, board: str, kind: VoteKind, question: str, **values: Any) -> Vote:
    """The vote of a board, made on first use."""
    found = work.find(Vote, step_id=step_id, board=board, state="open")
    if found is not None:
        return found
    step = work.get(Step, step_id)
    work.action("Abstimmung angelegt", in_workshop(step.workshop_id))
    return work.add(Vote(uuid4(), step_id, kind, cleaned(question), board=board, **values))


def begin(work: Work, step_id: UUID, board: Board) -> Vote:
    """The vote of a board as its parameters say, with the zero option („Alles bleibt, wie es ist“) from the start."""
    asked = board.votes
    if asked is None:
        scale = board.scale
        question = scale.question if scale else board.title
        return open_vote(work, step_id, board.key, VoteKind.SCALE, question, secret=bool(scale and scale.secret))
    if work.find(Vote, step_id=step_id, board=board.key, state="open") is not None:
        return open_vote(work, step_id, board.key, asked.kind, asked.criterion)
    vote = open_vote(
        work,
        step_id,
        board.key,
        asked.kind,
        asked.criterion,
        way=asked.ways[0],
        secret=asked.secret,
        per_item_max=asked.per_item_max or None,
        veto=asked.veto_from or None,
    )
    if asked.zero_option:
        add_option(work, vote.id, asked.zero_option)
    return vote


def vote_states(work: Work, step_id: UUID, board: str) -> tuple[VoteState, ...]:
    """All votes of a board, the newest round last."""
    votes = sorted(work.all(Vote, step_id=step_id, board=board), key=lambda vote: vote.round)
    return tuple(_state(work, vote) for vote in votes)


def _state(work: Work, vote: Vote) -> VoteState:
    totals: dict[UUID | None, dict[str, int]] = {}
    for result in work.all(VoteResult, vote_id=vote.id):
        buckets = totals.setdefault(result.option_id, {})
        buckets[result.bucket] = buckets.get(result.bucket, 0) + result.count
    return VoteState(vote, work.all(VoteOption, vote_id=vote.id), totals)


def _act(work: Work, vote: Vote, what: str) -> None:
    work.action(what, in_workshop(work.get(Step, vote.step_id).workshop_id))


def set_vote(work: Work, vote_id: UUID, **values: Any) -> Vote:
    """Change the number of voters, points, question, way or dissent of a vote."""
    vote = work.get(Vote, vote_id)
    _act(work, vote, "Abstimmung eingestellt")
    typed = {key: cleaned(values[key], TextKind.LONG) for key in ("question", "dissent") if key in values}
    return work.change(vote, **(values | typed))


def add_option(
    work: Work, vote_id: UUID, text: str, *, entry_id: UUID | None = None, topic_key: str = ""
) -> VoteOption:
    """A further option at the end."""
    vote = work.get(Vote, vote_id)
    clean = _needed(text)
    _act(work, vote, "Möglichkeit zur Abstimmung angelegt")
    rank = last_rank(work.all(VoteOption, vote_id=vote_id))
    return work.add(VoteOption(uuid4(), vote_id, rank, clean, entry_id=entry_id, topic_key=topic_key))


def _needed(text: str) -> str:
    clean = cleaned(text).strip()
    if not clean:
        raise InputRefused("Die Möglichkeit ist leer. Bitte einen Text eingeben.")
    return clean


def change_option(work: Work, option_id: UUID, **values: Any) -> VoteOption:
    """Change text, topic or path of an option."""
    option = work.get(VoteOption, option_id)
    if "text" in values:
        values["text"] = _needed(values["text"])
    _act(work, work.get(Vote, option.vote_id), "Möglichkeit geändert")
    return work.change(option, **values)


def move_option(work: Work, option_id: UUID, index: int) -> VoteOption:
    """Put an option at another place of the list."""
    option = work.get(VoteOption, option_id)
    _act(work, work.get(Vote, option.vote_id), "Möglichkeit verschoben")
    moved: VoteOption = place(work, option, work.all(VoteOption, vote_id=option.vote_id), index)
    return moved


def remove_option(work: Work, option_id: UUID) -> None:
    """Take an option with its totals off the list."""
    option = work.get(VoteOption, option_id)
    _act(work, work.get(Vote, option.vote_id), "Möglichkeit entfernt")
    for result in work.all(VoteResult, option_id=option_id):
        work.remove(result)
    work.remove(option)


def set_total(work: Work, vote_id: UUID, option_id: UUID | None, bucket: str, count: int) -> None:
    """Type a total counted by hand; 0 removes it."""
    if count < 0:
        raise InputRefused("Eine Anzahl unter 0 gibt es nicht. Bitte die gezählte Zahl eintragen.")
    vote = work.get(Vote, vote_id)
    if vote.state == "closed" and vote.secret and vote.way is VoteWay.PASSED:
        raise InputRefused(
            "Diese Abstimmung ist geschlossen; ihre Summen stehen fest. Für eine neue eine Stichwahl anlegen."
        )
    _act(work, vote, "Ergebnis eingetragen")
    _write_total(work, vote_id, option_id, bucket, count)


def _write_total(work: Work, vote_id: UUID, option_id: UUID | None, bucket: str, count: int) -> None:
    found = work.find(VoteResult, vote_id=vote_id, option_id=option_id, bucket=bucket, group_key="")
    if found is None and count:
        work.add(VoteResult(uuid4(), vote_id, bucket, count, option_id=option_id))
    elif found is not None and count:
        work.change(found, count=count)
    elif found is not None:
        work.remove(found)


def close_passed(work: Work, vote_id: UUID, voters: int, totals: Mapping[UUID | None, Mapping[str, int]]) -> Vote:
    """Write the totals of a passed-round vote, whose ballots were only in memory, in place of what was counted by hand
    before; undo stops here.
    """
    vote = work.get(Vote, vote_id)
    _act(work, vote, "Abstimmung geschlossen")
    for counted in work.all(VoteResult, vote_id=vote_id, group_key=""):
        work.remove(counted)
    for option_id, buckets in totals.items():
        for bucket, count in buckets.items():
            _write_total(work, vote_id, option_id, bucket, count)
    work.barrier()
    return work.change(vote, state="closed", voters=voters, way=VoteWay.PASSED, secret=True)


def keep_round(
    work: Work, step_id: UUID, board: Board, voters: int, totals: Mapping[UUID | None, Mapping[str, int]]
) -> Vote:
    """Close the board's vote with the totals of a passed round, under that name even if the round made the vote."""
    work.action("Abstimmung geschlossen", in_workshop(work.get(Step, step_id).workshop_id))
    return close_passed(work, begin(work, step_id, board).id, voters, totals)


def run_off(work: Work, vote_id: UUID, option_ids: Sequence[UUID]) -> Vote:
    """A further round between some options only (Stichwahl)."""
    vote = work.get(Vote, vote_id)
    _act(work, vote, "Stichwahl angelegt")
    work.change(vote, state="closed")
    rounds = work.all(Vote, step_id=vote.step_id, board=vote.board)
    new = work.add(
        Vote(
            uuid4(),
            vote.step_id,
            vote.kind,
            vote.question,
            board=vote.board,
            points_each=1,
            per_item_max=1,
            way=vote.way,
            secret=vote.secret,
            veto=vote.veto,
            voters=vote.voters,
            round=len(rounds) + 1,
        )
    )
    chosen = [option for option in work.all(VoteOption, vote_id=vote_id) if option.id in option_ids]
    for number, option in enumerate(chosen, start=1):
        work.add(
            VoteOption(
                uuid4(), new.id, number * 1024, option.text, entry_id=option.entry_id, topic_key=option.topic_key
            )
        )
    return new
