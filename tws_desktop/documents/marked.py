"""Text as people type it, made safe once for every writer; the only place where text becomes XML."""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NEW_LINE = re.compile("\r\n?|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """The same text in NFC, with line feeds as line ends and without signs that no file format carries."""
    if not text.isprintable():
        text = _UNWANTED.sub("", _NEW_LINE.sub("\n", text))
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def xml_text(text: str) -> str:
    """Text as it stands between two XML tags or inside a quoted attribute."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
