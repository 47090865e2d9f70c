"""Where a German word may be parted when a line is too short for it: after linking elements, then between
syllables.
"""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"

_SHORTEST_PART = 2
_SEAM = re.compile(
    r"^ver(?=[a-zäöüß]{3})|(?:ungs|heits|keits|schafts|täts|ions|lings|tums)(?=[a-zäöüß]{3})"
    r"|[a-zäöüß]{3}[nrst](?=(?:aus|ein|auf|über|unter|arbeit|an|ab)[bcdfghjklmnpqrstvwxz][a-zäöüß]{2})",
    re.IGNORECASE,
)
_ONSET = r"(?:sch[mnrw]?|schl(?!i|er)|ch|ph|th|qu|[bdfgkpt][lr]|[bcdfghjklmnpqrstvwxzß])[aeiouäöüy]"
_SYLLABLE = re.compile(
    rf"(?<=[aeiouäöüy])(?={_ONSET})|(?<=[aeiouäöüy][bcdfghjklmnpqrstvwxzß])(?={_ONSET})"
    rf"|(?<=[bcdfghjklmnpqrstvwxzß]{{2}})(?={_ONSET})",
    re.IGNORECASE,
)
_ONE_SOUND = re.compile(r"sch[lmnrw]?|ch|ck|ph|th|qu|[bdfgkpt]r|[bfgkp]l", re.IGNORECASE)


def soften(word: str) -> str:
    """`word` with soft hyphens at its possible breaks; a word that has some already is returned as it is."""
    if SOFT_HYPHEN in word:
        return word
    seams = {found.end() for found in _SEAM.finditer(word)}
    inside = {place for sound in _ONE_SOUND.finditer(word) for place in range(sound.start() + 1, sound.end())}
    syllables = {found.start() for found in _SYLLABLE.finditer(word)} - inside
    breaks = seams | {place for place in syllables if not {place - 1, place + 1} & seams}
    kept = [place for place in sorted(breaks) if _SHORTEST_PART <= place <= len(word) - _SHORTEST_PART]
    parts = [word[start:end] for start, end in zip((0, *kept), (*kept, len(word)), strict=True)]
    return SOFT_HYPHEN.join(parts)
