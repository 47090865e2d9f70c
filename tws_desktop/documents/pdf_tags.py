"""The structure of a PDF for those who have it read to them: what is a head, a row, a picture, and in which order.

reportlab writes no tags. Every flowable of ours opens a mark of its own around what it paints; from the marks the
structure tree is built when all pages are known. What is only decoration is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

_DECORATION: Final = "/Artifact BMC"
_END: Final = "EMC"


class Marking(Protocol):
    """A canvas that takes instructions as they stand."""

    def instruct(self, code: str) -> None:
        """Adds an instruction to the page."""

    def getPageNumber(self) -> int:  # noqa: N802
        """The number of the page, from 1."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked piece of a page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Tag:
    """An element of the structure: its role, what a picture shows, and what it consists of, in reading order."""

    role: str
    alternative: str = ""
    parts: list[Tag | Mark] = field(default_factory=list)
    name: str = ""

    def below(self, role: str, alternative: str = "") -> Tag:
        """A new element at the end of this one."""
        made = Tag(role, alternative)
        self.parts.append(made)
        return made


MaybeTag: TypeAlias = Tag | None


@dataclass(slots=True)
class Tags:
    """The structure of one PDF while its pages are set."""

    root: Tag = field(default_factory=lambda: Tag("Document"))
    on_page: dict[int, list[Tag]] = field(default_factory=dict)

    @contextmanager
    def marked(self, canvas: Marking, tag: MaybeTag) -> Iterator[None]:
        """What is painted meanwhile belongs to the tag; without one it is decoration."""
        if tag is None:
            canvas.instruct(_DECORATION)
        else:
            page = canvas.getPageNumber()
            here = self.on_page.setdefault(page, [])
            canvas.instruct(f"/{tag.role} <</MCID {len(here)}>> BDC")
            tag.parts.append(Mark(page, len(here)))
            here.append(tag)
        yield
        canvas.instruct(_END)

    def page_done(self, document: Any, page: int) -> None:
        """Says on the page that was just closed where its marks are listed."""
        made = document.Pages.pages[-1]
        made.__NoDefault__ = [*made.__NoDefault__, "StructParents", "Tabs"]
        made.StructParents, made.Tabs = page - 1, PDFName("S")

    def close(self, document: Any, pages: int) -> None:
        """Writes the structure tree into the document."""
        tags = [tag for tag in _walk(self.root) if tag is self.root or _painted(tag)]
        for number, tag in enumerate(tags):
            tag.name = f"tag{number}"
        for tag in tags:
            for part in tag.parts:
                if isinstance(part, Tag) and part.name:
                    document.Reference(_element(part, tag), part.name)
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFObjectReference(self.root.name),
            "ParentTree": PDFDictionary({"Nums": PDFArray(list(self._listed(pages)))}),
            "ParentTreeNextKey": pages,
        }
        document.Reference(PDFDictionary(tree), "tags")
        document.Reference(_element(self.root, None), self.root.name)
        document.Catalog.StructTreeRoot = PDFObjectReference("tags")
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _listed(self, pages: int) -> Iterator[Any]:
        for page in range(1, pages + 1):
            yield page - 1
            yield PDFArray([PDFObjectReference(tag.name) for tag in self.on_page.get(page, [])])


def _walk(tag: Tag) -> Iterator[Tag]:
    yield tag
    for part in tag.parts:
        if isinstance(part, Tag):
            yield from _walk(part)


def _painted(tag: Tag) -> bool:
    return any(isinstance(part, Mark) or _painted(part) for part in tag.parts)


def _element(tag: Tag, above: MaybeTag) -> PDFDictionary:
    made: dict[str, Any] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(tag.role),
        "P": PDFObjectReference(above.name if above else "tags"),
        "K": PDFArray([_kid(part) for part in tag.parts if isinstance(part, Mark) or part.name]),
    }
    if tag.alternative:
        made["Alt"] = PDFString(tag.alternative)
    if tag.role == "TH":
        made["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column")})
    return PDFDictionary(made)


def _kid(part: Tag | Mark) -> Any:
    if isinstance(part, Tag):
        return PDFObjectReference(part.name)
    page = PDFObjectReference(f"Page{part.page}")
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": part.number})
