"""Pictures by the hash of their content, outside the journal; swept when nothing can show them any more."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from tws_desktop.domain.attachments import Attachment, Picture, PictureKind
from tws_desktop.storage import journal
from tws_desktop.storage.tables import FILES, TABLE_OF

_ATTACHED = TABLE_OF[Attachment]


def keep(connection: Connection, picture: Picture) -> str:
    """Store a picture unless its content is there already; returns its hash."""
    sha256 = picture.sha256
    if connection.execute(select(FILES.c.sha256).where(FILES.c.sha256 == sha256)).first() is None:
        connection.execute(
            insert(FILES).values(
                sha256=sha256,
                kind=picture.kind.value,
                bytes=picture.data,
                width=picture.width,
                height=picture.height,
            )
        )
    return sha256


def find(connection: Connection, sha256: str) -> Picture:
    """The picture of that hash; raises `KeyError` if there is none."""
    row = connection.execute(select(FILES).where(FILES.c.sha256 == sha256)).mappings().one_or_none()
    if row is None:
        raise KeyError(f"picture {sha256}")
    return Picture(PictureKind(row["kind"]), row["bytes"], row["width"], row["height"])


def sweep(connection: Connection) -> int:
    """Delete every picture that no attachment names and no undo or redo could bring back; returns how many."""
    named = select(_ATTACHED.c.picture)
    loose = set(connection.execute(select(FILES.c.sha256).where(FILES.c.sha256.not_in(named))).scalars())
    if not loose:
        return 0
    gone = loose - journal.within_reach(connection, _ATTACHED.name, "picture")
    connection.execute(delete(FILES).where(FILES.c.sha256.in_(gone)))
    return len(gone)
