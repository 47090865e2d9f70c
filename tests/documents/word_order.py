"""In which order Word demands elements (ECMA-376, part 1): a file that breaks it is „repaired“ on opening."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tests.documents.word_reading import W

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_SETTINGS = (
    "zoom removePersonalInformation removeDateAndTime mirrorMargins attachedTemplate linkStyles trackRevisions "
    "documentProtection defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone evenAndOddHeaders "
    "characterSpacingControl footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator"
)
_ORDER: Final = {
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "sectPr": _SECTION,
    "style": _STYLE,
    "tblPr": _TABLE,
    "settings": _SETTINGS,
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "numPr": "ilvl numId",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tc": "tcPr p",
    "tr": "tblPrEx trPr tc",
}
_MANY: Final = frozenset({"headerReference", "tblStylePr", "lvl", "numPicBullet", "abstractNum", "num", "style", "tr"})
"""What may stand several times."""
_MANY_IN_TABLES: Final = frozenset({"tc", "p", "bookmarkStart", "bookmarkEnd"})
_FIRST: Final = {"p": "pPr", "r": "rPr"}


def misplaced(root: Any) -> Iterator[str]:
    """What stands in the wrong place, twice, or where Word knows no such thing."""
    for holder in root.iter(f"{W}*"):
        name = holder.tag.removeprefix(W)
        children = [str(child.tag).removeprefix(W) for child in holder]
        if name in _ORDER:
            yield from _against(name, children)
        elif _FIRST.get(name) in children[1:]:
            yield f"{name}: {_FIRST[name]} is not first"
        elif name == "body" and (children.count("sectPr") != 1 or children[-1] != "sectPr" or children[-2] == "tbl"):
            yield "body: no paragraph and section properties at its end"


def _against(name: str, children: list[str]) -> Iterator[str]:
    order = _ORDER[name].split()
    if name == "sectPr":
        children = ["headerReference" if child == "footerReference" else child for child in children]
    unknown = [child for child in children if child not in order]
    if unknown:
        yield f"{name}: {unknown} has no place"
        return
    places = [order.index(child) for child in children]
    if places != sorted(places):
        yield f"{name}: {children} is out of order"
    twice = {child for child in children if children.count(child) > 1} - _MANY - _MANY_IN_TABLES
    if twice:
        yield f"{name}: {sorted(twice)} stands twice"
    if name == "tc" and children[-1:] != ["p"]:
        yield "tc: no paragraph at its end"
