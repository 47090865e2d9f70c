"""What stops a command: one German sentence, no traceback."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818  (a refusal is not a fault of the program)
    """The command cannot go on; `str()` is the sentence that says why and how to mend it."""
