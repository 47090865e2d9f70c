"""What the program refuses, each with one German sentence: what is wrong, where, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):  # noqa: N818  (a refusal is not a fault of the program)
    """Base of everything the program refuses; `str()` is the sentence shown to people."""


class InputRefused(Refused):
    """A typed value that a field does not take; the value stays in the field."""


class StoreRefused(Refused):
    """The store cannot be opened or written: wrong passphrase, newer file, no space, in use."""


class FileRefused(Refused):
    """A file cannot be read or written: path, rights, space, shape."""


class UndoRefused(Refused):
    """The last action cannot be undone: a barrier, or another place has since changed the same rows."""


@dataclass(frozen=True, slots=True)
class FormFault:
    """One mistake in a form file; the rest of the catalogue loads."""

    file: str
    field: str
    sentence: str

    def __str__(self) -> str:
        """File, field and mend in one line."""
        return f"{self.file}, {self.field}: {self.sentence}"
