"""Methods: how a group works, with the sentence to say, the minutes and what stays behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tws_desktop.domain.board_parameters import Board, BoardKind
from tws_desktop.domain.form_fields import Status


@dataclass(frozen=True, slots=True)
class MethodStep:
    """One step of a method. `minutes` 0 means it has no time of its own; `timer` starts a countdown."""

    title: str
    minutes: int = 0
    say: str = ""
    timer: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """Help and defaults of a method; `default` is the board a new step of this method starts with."""

    key: str
    version: int
    title: str
    board: BoardKind
    purpose: str
    when: str
    not_when: str
    needs: str
    result: str
    group_min: int
    group_max: int
    minutes_min: int
    minutes_max: int
    stand: date
    quelle: str
    status: Status
    how: tuple[MethodStep, ...]
    traps: tuple[str, ...] = ()
    default: Board | None = None

    def __post_init__(self) -> None:
        """Refuses bounds that cross, a method without steps and a default of another board."""
        if not self.how:
            raise ValueError("how: mindestens einen Schritt nennen")
        if self.group_min > self.group_max or self.minutes_min > self.minutes_max:
            raise ValueError("group_min und minutes_min dürfen nicht größer sein als group_max und minutes_max")
        if self.default is not None and self.default.kind is not self.board:
            raise ValueError(f"default ist eine Tafel {self.default.kind}, die Methode nennt board = „{self.board}“")

    @property
    def timed(self) -> tuple[MethodStep, ...]:
        """The steps with a countdown."""
        return tuple(step for step in self.how if step.timer)
