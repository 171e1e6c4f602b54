"""The pieces of a document in Word (brödtext): headings, lists and tables a screen reader finds its way in.

They are the blocks of the template `report`, in the letterhead's own styles; what those lack is made here.
"""

# ruff: noqa: SLF001 - python-docx gives its XML by private names only, and its own guide uses them

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

from krisapp.domain.profile import CONTRAST, contrast
from krisapp.domain.words import _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

INK = "1B1B1B"
NARROW = Mm(28)
"""The width of a column that takes what its words need: a day or the id of an incident on one line."""
LEVELS = (1, 2, 3)

_LISTS = {"list": "List Bullet", "numbered": "List Number"}


class Body:
    """Writes blocks into a document where `before` stands."""

    def __init__(self, document: "Document", before: Paragraph) -> None:
        self._document, self._before = document, before
        self._styles: dict[str, str | None] = {}
        make_headings_readable(document)

    def add(self, block: Mapping[str, Any]) -> None:
        """Add one block of the template `report`."""
        kind = str(block["kind"])
        if kind == "heading":
            self.paragraph(block["text"], f"Heading {min(int(block.get('level', 2)), LEVELS[-1])}")
        elif kind in _LISTS:
            for item in block["items"]:
                self.paragraph(item, _LISTS[kind])
        elif kind == "table":
            self.table(block["columns"], block["rows"], block.get("empty", _("Inget att visa.")))
        elif kind == "picture":
            self.picture(block["svg"], block["alt"])
        elif kind == "pagebreak":
            self.paragraph("").paragraph_format.page_break_before = True
        elif kind != "contents":  # Word makes its own, from the headings
            self._add_lines(kind, block)

    def _add_lines(self, kind: str, block: Mapping[str, Any]) -> None:
        if kind == "fields":
            for name, value in block["rows"]:
                made = self.paragraph("")
                made.add_run(f"{clean(name)}: ").bold = True
                made.add_run(clean(str(value)))
        elif kind == "signatures":
            for label in block["labels"]:
                self.paragraph(f"\n\n{'_' * 40}\n{label}")
        else:
            for part in str(block["text"]).split("\n\n"):
                self.paragraph(part, bold=kind in ("strong", "mark"))

    def paragraph(self, text: str, style: str = "Normal", *, bold: bool = False) -> Paragraph:
        """Add a paragraph in one of Word's own styles; a line break in the text is one in the paragraph."""
        made = self._before.insert_paragraph_before()
        made._p.style = self._style_id(style)
        for number, line in enumerate(text.split("\n")):
            run = made.add_run(clean(line))
            run.bold = bold or None
            if number:
                run._r.insert(0, OxmlElement("w:br"))
        return made

    def _style_id(self, name: str) -> str | None:
        """Return how a style is named in the file, None for the usual one; looking through all styles takes long."""
        if name not in self._styles:
            part: Any = self._document.part  # it comes without types
            self._styles[name] = part.get_style_id(_style(self._document, name), WD_STYLE_TYPE.PARAGRAPH)
        return self._styles[name]

    def picture(self, svg: str, alt: str) -> None:
        """Add a drawing over the width of the text, with what it shows for who does not see it."""
        from krisapp.documents.pdf import drawing_png  # here: the engine is large, and few documents have drawings

        run = self.paragraph("").add_run()
        section = self._document.sections[0]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        drawn = run.add_picture(BytesIO(drawing_png(svg, 200)), width=Emu(width))
        drawn._inline.docPr.set("descr", clean(alt))

    def table(self, columns: Sequence[Mapping[str, Any]], rows: Sequence[Sequence[object]], empty: str) -> None:
        """Add a table whose first row is repeated on every page and read as its headings."""
        if not rows:
            self.paragraph(empty)
            return
        made = self._document.add_table(len(rows) + 1, len(columns))
        self._before._p.addprevious(made._tbl)
        _frame(made, ", ".join(str(column["name"]) for column in columns))
        for cell, column in zip(made.rows[0].cells, columns, strict=True):
            cell.paragraphs[0].add_run(str(column["name"])).bold = True
        for line, row in zip(made.rows[1:], rows, strict=True):
            for cell, value in zip(line.cells, row, strict=True):
                cell.paragraphs[0].add_run(clean(str(value)))
        self._share(made, [column.get("width", 1) for column in columns])
        for row in made.rows:
            _property(row._tr.get_or_add_trPr(), "w:cantSplit")
        _property(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
        self.paragraph("")

    def _share(self, made: Table, shares: Sequence[Any]) -> None:
        """Give each column its share of the width; those that take what their words need get a narrow one."""
        section = self._document.sections[0]
        room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        narrow = [share for share in shares if share == "auto"]
        left = room - NARROW * len(narrow)
        whole = sum(share for share in shares if share != "auto")
        if not whole or left < room // 3:
            return
        made.autofit = False
        for column, share in zip(made.columns, shares, strict=True):
            column.width = Emu(NARROW if share == "auto" else left * share // whole)
            for cell in column.cells:
                cell.width = column.width


def clean(text: str) -> str:
    """Return a text without the signs that no Word file can hold (XML 1.0, 2.2)."""
    return "".join(sign for sign in text if sign in "\t\n" or (sign >= " " and not 0xD800 <= ord(sign) <= 0xDFFF))


def make_headings_readable(document: "Document") -> None:
    """Give headings a colour that can be read on white, where the letterhead's own cannot (WCAG 2.2, 1.4.3)."""
    for level in LEVELS:
        style = _style(document, f"Heading {level}")
        found = style.font.color.rgb
        if found is None or contrast(f"#{found}", "#ffffff") < CONTRAST:
            style.font.color.rgb = RGBColor.from_string(INK)


_MADE = {"Heading 1": 18, "Heading 2": 14, "Heading 3": 12}


def _style(document: "Document", name: str) -> ParagraphStyle:
    """Return a style of Word's own by its English name, made plain if the letterhead has thrown it away."""
    if name in document.styles:
        style = document.styles[name]
    else:
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        if name in _MADE:
            style.font.bold, style.font.size = True, Pt(_MADE[name])
            outline = OxmlElement("w:outlineLvl")
            outline.set(qn("w:val"), str(list(_MADE).index(name)))
            style.element.get_or_add_pPr().append(outline)
    assert isinstance(style, ParagraphStyle)
    return style


def _frame(table: Table, caption: str) -> None:
    """Draw the lines of a table, and say to a screen reader what it holds."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "6B6B6B")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    # The order of these is fixed by the format (ISO/IEC 29500-1, CT_TblPr).
    layout = properties.find(qn("w:tblLayout"))
    look = properties.find(qn("w:tblLook"))
    anchor = layout if layout is not None else look
    if anchor is not None:
        anchor.addprevious(borders)
    else:
        properties.append(borders)
    _property(properties, "w:tblCaption", caption)


def _property(parent: "BaseOxmlElement", tag: str, value: str = "") -> None:
    made = OxmlElement(tag)
    if value:
        made.set(qn("w:val"), value)
    parent.append(made)
