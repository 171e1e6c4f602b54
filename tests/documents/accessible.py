"""What a screen reader and an archive need of a PDF, looked for with pikepdf: every fault as a sentence.

It is no validator. It holds what the machine can see of PDF/UA-1 (ISO 14289-1, the checks of the Matterhorn protocol
that need no person) and PDF/A-2a in the documents we make: marks, tags, tables, pictures, language, faces, links.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

_SHOWS = frozenset({"Tj", "TJ", "'", '"', "Do", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"})
"""The operators that put something on a page."""


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong with a document."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return [
            *opened.check_pdf_syntax(),
            *_head(opened),
            *_structure(opened),
            *(fault for number, page in enumerate(opened.pages, 1) for fault in _page(page, number)),
        ]


def headings(pdf: bytes) -> list[int]:
    """Return the levels of the headings in reading order."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        tags = [str(node.S) for node in _nodes(opened.Root.StructTreeRoot.get("/K"))]
    return [int(tag[2:]) for tag in tags if tag[1:2] == "H" and tag[2:].isdecimal()]


def _head(pdf: pikepdf.Pdf) -> Iterator[str]:
    root: Any = pdf.Root
    if "/MarkInfo" not in root or not root.MarkInfo.get("/Marked"):
        yield "not marked as tagged"
    if str(root.get("/Lang", ""))[:2] not in ("sv", "en"):
        yield "no language"
    if "/ViewerPreferences" not in root or not root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "the title is not shown"
    with pdf.open_metadata() as about:
        if not str(about.get("dc:title", "")).strip():
            yield "no title"
        claims = [about.get(name) for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
    if claims != ["1", "2", "A"]:
        yield f"claims {claims}"
    if not len(root.get("/OutputIntents", [])):
        yield "no output intent"
    if pdf.is_encrypted:
        yield "locked"
    for name in ("/OpenAction", "/AA", "/AcroForm"):
        if name in root:
            yield f"{name} in the catalogue"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    levels: list[int] = []
    for node in _nodes(pdf.Root.StructTreeRoot.get("/K")):
        tag = str(node.S)
        if tag[1:2] == "H" and tag[2:].isdecimal():
            levels.append(int(tag[2:]))
        elif tag in _ELEMENTS and (fault := _ELEMENTS[tag](node)):
            yield fault
        elif tag == "/Table":
            yield from _table(node)
    if not levels or levels[0] != 1:
        yield f"headings begin with {levels[:1]}"
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield f"a skipped heading: {levels}"


def _only(node: Any, allowed: set[str]) -> str:
    found = {str(child.S) for child in _children(node)}
    return "" if found <= allowed else f"a {node.S} of {found}"


def _pictured(node: Any) -> str:
    return "" if str(node.get("/Alt", "")).strip() else "a picture without words"


def _scoped(node: Any) -> str:
    return "" if any("/Scope" in one for one in _attributes(node)) else "a head of a table without a scope"


def _linked(node: Any) -> str:
    found = (one for one in _kids(node) if isinstance(one, pikepdf.Dictionary))
    return "" if any("/Obj" in one for one in found) else "a link without its annotation"


_ELEMENTS: dict[str, Callable[[Any], str]] = {
    "/Figure": _pictured,
    "/Formula": _pictured,
    "/TR": lambda node: _only(node, {"/TH", "/TD"}),
    "/TH": _scoped,
    "/L": lambda node: _only(node, {"/LI", "/L", "/Caption"}),
    "/Link": _linked,
}
"""What is asked of an element of each kind: it returns a fault or nothing."""


def _table(node: Any) -> Iterator[str]:
    rows = [one for one in _nodes(node.get("/K")) if str(one.S) == "/TR"]
    if not any(str(child.S) == "/TH" for row in rows for child in _children(row)):
        yield "a table without a head"
    if len({len(_children(row)) for row in rows}) > 1:
        yield "a table with rows of different length"


def _page(page: Any, number: int) -> Iterator[str]:
    if str(page.get("/Tabs", "")) != "/S" and "/Annots" in page:
        yield f"page {number}: the order of links is not that of the text"
    for note in page.get("/Annots", []):
        if "/StructParent" not in note or not str(note.get("/Contents", "")).strip():
            yield f"page {number}: a link that is not told"
    depth = 0
    for step in pikepdf.parse_content_stream(page):
        operator = str(step.operator)
        depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
        if operator in _SHOWS and not depth:
            yield f"page {number}: something is neither text nor decoration ({operator})"
    fonts = page.Resources.get("/Font", {})
    for name, font in fonts.items():
        inside = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.FontDescriptor
        if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inside.keys()):
            yield f"page {number}: {name} is not embedded"
        if "/ToUnicode" not in font:
            yield f"page {number}: {name} cannot be read out"


def _kids(node: Any) -> list[Any]:
    inside = node.get("/K")
    return list(inside) if isinstance(inside, pikepdf.Array) else [] if inside is None else [inside]


def _children(node: Any) -> list[Any]:
    return [one for one in _kids(node) if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def _nodes(node: Any) -> Iterator[Any]:
    """Yield the elements of a structure in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _nodes(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from _nodes(node.get("/K"))


def _attributes(node: Any) -> list[Any]:
    found = node.get("/A")
    return list(found) if isinstance(found, pikepdf.Array) else [] if found is None else [found]
