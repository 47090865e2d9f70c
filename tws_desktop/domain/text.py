"""Typed and pasted text: made clean for the store, folded for the search, shortened for lists."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from types import MappingProxyType

from tws_desktop.domain.errors import InputRefused


class TextKind(StrEnum):
    """What kind of field a text is for."""

    LINE = "line"
    CARD = "card"
    LONG = "long"

    @property
    def limit(self) -> int:
        """The most characters such a field takes."""
        return _LIMITS[self]


_LIMITS = MappingProxyType({TextKind.LINE: 300, TextKind.CARD: 2_000, TextKind.LONG: 20_000})

_NEWLINES = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_INVISIBLE = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_UMLAUTS = MappingProxyType(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"}))


def cleaned(text: str, kind: TextKind = TextKind.CARD) -> str:
    """`text` as it is stored: NFC, one kind of line end, one line for `TextKind.LINE`.

    Signs that turn the direction of writing (U+202A to U+202E, U+2066 to U+2069) and the byte order mark
    are removed: they show nothing and can make a text read other than it is. Control characters, lone
    surrogates and U+FFFE/U+FFFF are refused, because no Word file or database can hold them; so is a text
    longer than its field.
    """
    if kind is TextKind.LINE:
        text = _NEWLINES.sub(" ", text).replace("\n", " ").replace("\t", " ")
    found = unicodedata.normalize("NFC", _INVISIBLE.sub("", _NEWLINES.sub("\n", text)))
    refused = _REFUSED.search(found)
    if refused is not None:
        raise InputRefused(
            f"Der Text enthält an Stelle {refused.start() + 1} das Steuerzeichen "
            f"U+{ord(refused[0]):04X}. Bitte dieses Zeichen löschen."
        )
    if len(found) > kind.limit:
        raise InputRefused(
            f"Der Text ist {len(found) - kind.limit} Zeichen zu lang. Bitte auf {kind.limit:,} Zeichen kürzen.".replace(
                ",", "."
            )
        )
    return found


def folded(text: str) -> str:
    """`text` as the search compares it: small letters, ss for ß, ae oe ue for umlauts, no accents.

    The same form serves index and query, so that `Straße`, `Strasse` and `strasse`, and `Prämie` and
    `Praemie` are equal. Soft hyphens and other signs that show nothing are left out.
    """
    small = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    spelt = unicodedata.normalize("NFD", small.translate(_UMLAUTS))
    kept = "".join(sign for sign in spelt if unicodedata.category(sign) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFC", kept)


def shortened(text: str, limit: int) -> str:
    """`text` in one line of at most `limit` characters, cut at a word if one fits, with "…" where cut."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    cut = limit - 1
    while cut > 0 and unicodedata.combining(line[cut]):
        cut -= 1
    start = line[:cut]
    words, blank, _ = start.rpartition(" ")
    at_word = start if line[cut] == " " or not blank or len(words) < cut // 2 else words
    return at_word.rstrip() + "…"


def listed(text: str) -> tuple[str, ...]:
    """The parts of a text that lists with commas, each once."""
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def same_words(question: str, heading: str) -> bool:
    """Whether a heading asks this question already."""
    return question.strip(" ?.").casefold() == heading.strip(" ?.").casefold()
