"""The structure of a PDF for those who have it read to them: what is a head, a row, a picture, and in which order.

reportlab writes no tags. Every flowable of ours opens a mark of its own around what it paints; from the marks the
structure tree is built when all pages are known. What is only decoration is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeAlias

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString

_DECORATION: Final = "/Artifact BMC"
_END: Final = "EMC"
_TREE: Final = "tags"


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
                    document.Reference(_Element(part, tag.name), part.name)
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": PDFObjectReference(self.root.name),
            "ParentTree": PDFDictionary({"Nums": PDFArray(list(self._listed(pages)))}),
            "ParentTreeNextKey": pages,
        }
        document.Reference(PDFDictionary(tree), _TREE)
        document.Reference(_Element(self.root, _TREE), self.root.name)
        document.Catalog.StructTreeRoot = PDFObjectReference(_TREE)
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


class _Element(PDFObject):
    """A structure element as it stands in the file; written out at once, as a long table has thousands."""

    __RefOnly__ = 1

    def __init__(self, tag: Tag, above: str) -> None:
        self._tag = tag
        self._above = above

    def format(self, document: Any) -> bytes:
        """The element in the words of the file."""
        numbers = document.idToObjectNumberAndVersion

        def to(name: str) -> str:
            number, version = numbers[name]
            return f"{number} {version} R"

        tag = self._tag
        kids = " ".join(
            f"<</Type /MCR /Pg {to(f'Page{part.page}')} /MCID {part.number}>>"
            if isinstance(part, Mark)
            else to(part.name)
            for part in tag.parts
            if isinstance(part, Mark) or part.name
        )
        more = " /A <</O /Table /Scope /Column>>" if tag.role == "TH" else ""
        opening = f"<</Type /StructElem /S /{tag.role} /P {to(self._above)} /K [{kids}]{more}".encode("ascii")
        shown = b" /Alt " + PDFString(tag.alternative).format(document) if tag.alternative else b""
        return opening + shown + b">>"
