"""Finds what § 77 Abs. 3 BetrVG keeps for tariff agreements in freely typed text.

Weekly hours, pay level, leave length and special payments are found whatever legal basis the text names; only a named
Öffnungsklausel silences it. A sentence that merely points to the tariff agreement, without a figure, is no finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tws_desktop.domain.clauses import TariffKind

_NUMBER = r"\d{1,3}(?:\.\d{3})*(?:,\d+)?"
_PAY = r"(?:Entgelte?s?|Monatsentgelte?|Grundentgelte?|Stundenentgelte?|Löhne?|Lohn|Stundenlohn|Gehalt|Gehälter|"
_PAY += r"Vergütung(?:en)?|Ausbildungsvergütung(?:en)?)"
_CHANGE = r"(?:wird|werden|steigt|steigen|sinkt|sinken|erhöht|erhöhen|kürzt|senkt|beträgt|betragen)"

_PATTERNS: tuple[tuple[TariffKind, str], ...] = (
    (
        TariffKind.HOURS,
        rf"\b{_NUMBER}\s*(?:Arbeitsstunden|Stunden|Std\.|h)\s*(?:pro|je|in\s+der|/|die)\s*(?:Arbeits)?woche\b",
    ),
    (TariffKind.HOURS, rf"\b{_NUMBER}\s*Wochenstunden\b|\b\d{{2}}(?:,\d+)?-Stunden-Woche\b"),
    (TariffKind.HOURS, r"\bWochenarbeitszeit\w*|\bwöchentliche[nrms]?\s+Arbeitszeit\w*"),
    (TariffKind.HOURS, r"(?<!tarifliche )(?<!tariflichen )\bArbeitszeit(?:absenkung|verkürzung|verlängerung)\w*"),
    (TariffKind.HOURS, rf"\bArbeitszeit\b[^.;]{{0,40}}?\b(?:um|auf)\s+{_NUMBER}\s*(?:Stunden|Std\.|Prozent|%)"),
    (TariffKind.PAY, rf"\b{_PAY}\b[^.;]{{0,50}}?\b{_CHANGE}\b[^.;]{{0,40}}?\b(?:um|auf)\b"),
    (
        TariffKind.PAY,
        rf"\b{_PAY}\b[^.;]{{0,40}}?\b(?:um|auf)\s+{_NUMBER}\s*(?:Prozent|%|Euro|€)",
    ),
    (
        TariffKind.PAY,
        rf"\b{_NUMBER}\s*(?:Prozent|%|Euro|€)\s+(?:mehr|weniger)\s+(?:Entgelt|Lohn|Gehalt|Geld|Vergütung)\b",
    ),
    (
        TariffKind.PAY,
        r"\b(?:Entgelt|Lohn|Gehalts)(?:erhöhung|kürzung|senkung|absenkung|verzicht|stundung|sicherung)\w*",
    ),
    (TariffKind.PAY, r"\bverzichte[nt]\b[^.;]{0,40}\b(?:Entgelt|Lohn|Gehalt|Vergütung)\w*"),
    (
        TariffKind.PAY,
        rf"\b(?:Schicht|Nacht|Mehrarbeits|Sonntags|Spätarbeits)(?:zuschl[aä]g|zulage)\w*[^.;]{{0,30}}?{_NUMBER}",
    ),
    (TariffKind.LEAVE, rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:Urlaubstage[n]?|Tagen?\s+(?:Erholungs|Zusatz|Jahres)?urlaub)\b"),
    (TariffKind.LEAVE, rf"\b{_NUMBER}\s+(?:\w+\s+)?(?:arbeitsfreie|freie)[nr]?\s+Tagen?\b"),
    (TariffKind.LEAVE, r"\bTagen?\s+(?:mehr|weniger|bezahlten|zusätzlichen)\s+(?:Jahres)?urlaub\b"),
    (TariffKind.LEAVE, r"\b(?:Zusatzurlaub|Urlaubsanspruch|Urlaubsdauer)\w*|\bzusätzliche[nr]?\s+Urlaubstage?[n]?\b"),
    (TariffKind.SPECIAL_PAYMENT, r"\b(?:Weihnachtsgeld|Urlaubsgeld|Transformationsgeld)\w*|\bT-(?:ZUG|Geld)\b"),
    (TariffKind.SPECIAL_PAYMENT, r"\b(?:Sonderzahlung|Einmalzahlung|Jahresleistung|Gratifikation)\w*"),
    (TariffKind.SPECIAL_PAYMENT, r"\btarifliche[sn]?\s+Zusatzgeld\w*|\b13\.\s+Monats(?:entgelt|gehalt|einkommen)\w*"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)

_SENTENCE_END = re.compile(r"(?<=[.!?;])(?<!\b\d\.)(?<!\b\d\d\.)\s+(?=[A-ZÄÖÜ])|\n+")
_POINTS = re.compile(
    r"\b(?:gilt|gelten|regelt|regeln|richtet|richten|bestimmt|bestimmen|folgt|folgen)\b[^.;]*"
    r"(?:\bTarifvertr\w+|\btariflich\w*)|(?:\bTarifvertr\w+)[^.;]*\b(?:regelt|regeln|bestimmt|bestimmen)\b",
    re.IGNORECASE,
)

_SUBJECT = {
    TariffKind.HOURS: "Die Dauer der Arbeitszeit",
    TariffKind.PAY: "Die Höhe des Entgelts",
    TariffKind.LEAVE: "Die Dauer des Urlaubs",
    TariffKind.SPECIAL_PAYMENT: "Sonderleistungen",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Words that touch the tariff reservation: which kind, what was found, where it starts, the sentence to show."""

    kind: TariffKind
    found: str
    start: int
    sentence: str


@lru_cache(maxsize=1024)
def touches_tariff(text: str, opening_clause: str = "") -> tuple[Finding, ...]:
    """What in `text` § 77 Abs. 3 BetrVG keeps for tariff agreements, in reading order.

    opening_clause: the place in a tariff agreement that allows the rule; with one given nothing is reported.
    """
    if opening_clause.strip():
        return ()
    findings: list[Finding] = []
    for start, sentence in _sentences(text):
        if _POINTS.search(sentence) and not re.search(r"\d", sentence):
            continue
        findings.extend(_in_sentence(sentence, start))
    return tuple(findings)


def _in_sentence(sentence: str, offset: int) -> list[Finding]:
    hits: list[tuple[int, int, TariffKind]] = []
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(sentence):
            if not any(kind is k and match.start() < end and start < match.end() for start, end, k in hits):
                hits.append((match.start(), match.end(), kind))
    return [_finding(kind, sentence[start:end], offset + start) for start, end, kind in sorted(hits)]


def _finding(kind: TariffKind, found: str, start: int) -> Finding:
    verb = "gehören" if kind is TariffKind.SPECIAL_PAYMENT else "gehört"
    return Finding(
        kind,
        found,
        start,
        f"„{found}“: {_SUBJECT[kind]} {verb} in den Tarifvertrag, auch wenn sie nur üblicherweise dort geregelt "
        f"{'werden' if kind is TariffKind.SPECIAL_PAYMENT else 'wird'} (§\u00a077 Abs.\u00a03 BetrVG). "
        "Öffnungsklausel mit Fundstelle angeben oder die Regelung in den Tarifvertrag verlagern.",
    )


def _sentences(text: str) -> list[tuple[int, str]]:
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    return [(start, text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
