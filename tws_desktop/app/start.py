"""From arguments to a running program or a finished command."""

from __future__ import annotations

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; the return value is the exit code."""
    return 0 if arguments is None else len(arguments)
