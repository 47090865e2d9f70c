"""What the database and the disk report, as one sentence."""

from __future__ import annotations

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from tws_desktop.domain.errors import StoreRefused

DATABASE_FAULTS = (DBAPIError, sqlcipher.Error)


def is_full(error: Exception) -> bool:
    """Whether a fault of the database means that the disk is full."""
    return "full" in _said(error)


def refusal(error: Exception, failed: str) -> StoreRefused:
    """A refusal that begins with what `failed` and says what to do."""
    said = _said(error)
    if is_full(error):
        why = "Auf dem Datenträger ist kein Platz mehr. Platz schaffen und noch einmal versuchen."
    elif "readonly" in said:
        why = "Die Datei ist schreibgeschützt. Rechte des Datenordners prüfen."
    elif "constraint" in said:
        why = "Die Angabe passt nicht zu den vorhandenen Daten. Bitte noch einmal versuchen."
    else:
        why = "Der Datenträger meldet einen Fehler. Freien Platz prüfen, Programm neu öffnen und noch einmal versuchen."
    return StoreRefused(f"{failed}: {why}")


def _said(error: Exception) -> str:
    return str(error.orig if isinstance(error, DBAPIError) else error)
