"""Why the system refused to read or write, in German words."""

from __future__ import annotations

import errno

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_WORDS = {
    errno.EACCES: "keine Rechte",
    errno.EPERM: "keine Rechte",
    errno.EROFS: "schreibgeschützt",
    errno.EIO: "der Datenträger meldet einen Fehler",
    errno.ENOENT: "Ordner oder Datei fehlt",
    errno.ENOTDIR: "kein Ordner",
    errno.EEXIST: "der Name ist vergeben",
    errno.EBUSY: "von einem anderen Programm belegt",
    errno.ENAMETOOLONG: "der Name ist zu lang",
    **dict.fromkeys(NO_SPACE, "kein Platz mehr"),
}


def reason(error: OSError) -> str:
    """The reason in a few words; where there are none of ours, the system's."""
    return _WORDS.get(error.errno or 0, error.strerror or "unbekannter Grund")
