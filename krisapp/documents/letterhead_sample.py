"""The letterhead the program comes with (exempel på brevmall): made of the graphic profile, to be changed in Word."""

# ruff: noqa: SLF001 - python-docx gives its XML by private names only, and its own guide uses them

import io
from functools import lru_cache
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from krisapp.domain.profile import Dress, Headings

if TYPE_CHECKING:
    from docx.document import Document as Opened

FACE = "Calibri"
"""A face every Word has; LibreOffice shows Carlito in its place."""

_WIDTH = Mm(160)
"""Between the margins."""

_SIZES = {"Heading 1": 20, "Heading 2": 14, "Heading 3": 12}


@lru_cache(maxsize=2)
def sample_letterhead(dress: Dress) -> bytes:
    """Return the sample letterhead as a Word file: sender and mark at the top, page numbers at the foot."""
    document = Document()
    _styles(document, dress)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(30), Mm(25)
    top = _line(section.header.paragraphs[0], document)
    if dress.logo_png:
        picture = top.add_run().add_picture(io.BytesIO(dress.logo_png), height=Mm(14))
        picture._inline.docPr.set("descr", dress.logo_says)
        top.add_run("  ")
    top.add_run("{{ kommun }}").bold = True
    top.add_run("\t{{ datum }}")
    _line(section.header.add_paragraph("{{ enhet }}\t{{ händelse }}"), document)
    _line(section.header.add_paragraph("{{ övning }}"), document)
    foot = _line(section.footer.paragraphs[0], document)
    foot.add_run("{{ avsändare }}\tSida ")
    _field(foot, "PAGE")
    foot.add_run(" av ")
    _field(foot, "NUMPAGES")
    document.add_paragraph("{{ rubrik }}", style="Heading 1")
    document.add_paragraph("{{ innehåll }}")
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _styles(document: "Opened", dress: Dress) -> None:
    colour = "1b1b1b" if dress.headings is Headings.CALM else dress.colour.removeprefix("#")
    normal = _style(document, "Normal")
    normal.font.name, normal.font.size = FACE, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in _SIZES.items():
        style = _style(document, name)
        style.font.name, style.font.size, style.font.bold = FACE, Pt(size), True
        style.font.color.rgb = RGBColor.from_string(colour.upper())
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(4)
        style.paragraph_format.keep_with_next = True
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            faces.attrib.pop(qn(f"w:{theme}"), None)


def _style(document: "Opened", name: str) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _line(paragraph: Paragraph, document: "Opened") -> Paragraph:
    """Let what stands after a tab end at the right edge."""
    paragraph.style = _style(document, "Normal")
    paragraph.paragraph_format.tab_stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    return paragraph


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
