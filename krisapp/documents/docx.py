"""Documents as Word files (docx) on the municipality's letterhead, to be worked on by a person, domain handbook 7.10.

Every one is accessible: Swedish as its language, a title and an author, headings in Word's own styles that can be read
on white, tables whose heading rows are repeated, and words for pictures. The marks of an exercise stand first and last
in the text and at the top of every page, whatever the letterhead has (rule P62).
"""

# ruff: noqa: SLF001 - python-docx gives its XML by private names only, and its own guide uses them

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from docx.opc.packuri import PackURI
from docx.opc.pkgwriter import PackageWriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from krisapp.channels.exercise_marks import FULL
from krisapp.documents.docx_body import Body, clean
from krisapp.documents.letterhead import CONTENT_MARK, filled
from krisapp.documents.letterhead_sample import sample_letterhead
from krisapp.documents.paper import Paper
from krisapp.domain.language.clock import stamp
from krisapp.domain.profile import Dress
from krisapp.domain.words import _

if TYPE_CHECKING:
    from docx.document import Document

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_QUICK = 1
"""How hard to pack: half the time of the usual, for files a tenth larger."""

_LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}


def paper_docx(paper: Paper, dress: Dress, letterhead: bytes | None = None) -> bytes:
    """Return a paper of the template `report` as a Word file: byte for byte the same for the same input.

    Without a `letterhead` it stands on the sample. Raises `Refused` for a letterhead that cannot be used.
    """
    data = paper.data
    document = filled(letterhead or sample_letterhead(dress), _values(data, dress))
    here = next(paragraph for paragraph in document.paragraphs if paragraph.text.strip() == CONTENT_MARK)
    body = Body(document, here)
    exercise = bool(data.get("exercise"))
    if exercise:
        body.paragraph(FULL, bold=True)
    if not any(paragraph.text == clean(str(data["title"])) for paragraph in document.paragraphs):
        body.paragraph(str(data["title"]), "Heading 1")
    if data.get("secrecy"):
        body.paragraph(str(data["secrecy"]), bold=True)
    for block in _listed(data["blocks"]):
        body.add(block)
    if data.get("check_code"):
        body.paragraph(_("Kontrollkod: {code}").format(code=data["check_code"]), bold=True)
    if exercise:
        body.paragraph(FULL, bold=True)
        _mark_pages(document)
    document.element.body.remove(here._p)
    _tell(document, data, dress)
    return _packed(document)


def _values(data: Mapping[str, object], dress: Dress) -> dict[str, str]:
    sender = [clean(str(line)) for line in _listed(data["sender"])]
    return {
        "kommun": sender[0] if sender else "",
        "avsändare": " · ".join(dress.sender[1:]),
        "enhet": ", ".join(sender[1:]),
        "rubrik": clean(str(data["title"])),
        "datum": stamp(datetime.fromisoformat(str(data["date"]))),
        "händelse": clean(str(data.get("foot", ""))),
        "övning": FULL if data.get("exercise") else "",
    }


def _listed(value: object) -> list[Any]:
    assert isinstance(value, list | tuple)
    return list(value)


def _mark_pages(document: "Document") -> None:
    """Put the mark at the top of every page, unless the letterhead has it there already."""
    for section in document.sections:
        headers = [section.header]
        if section.different_first_page_header_footer:
            headers.append(section.first_page_header)
        for header in headers:
            header.is_linked_to_previous = False
            if not any(FULL in paragraph.text for paragraph in header.paragraphs):
                header.add_paragraph().add_run(FULL).bold = True


def _tell(document: "Document", data: Mapping[str, object], dress: Dress) -> None:
    """Give the file what a screen reader and an archive ask for: title, author, language, words for pictures."""
    about = document.core_properties
    language = _LANGUAGES.get(str(data.get("language", "sv")), "sv-SE")
    written = datetime.fromisoformat(str(data["date"])).replace(tzinfo=None)
    about.title, about.author = clean(str(data["title"]))[:250], clean(str(_listed(data["sender"])[0]))[:250]
    about.language, about.last_modified_by, about.comments, about.subject = language, about.author, "", ""
    about.created = about.modified = written
    about.revision = 1
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is not None:
        _speak(defaults, language)
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), language)
    for number, drawing in enumerate(_drawings(document), 1):
        drawing.set("id", str(number))
        if not drawing.get("descr"):
            drawing.set("descr", dress.logo_says or about.author)


def _speak(properties: Any, language: str) -> None:
    lang = properties.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        properties.append(lang)
    lang.set(qn("w:val"), language)


def _drawings(document: "Document") -> list[Any]:
    """Return what Word calls the properties of each picture, in the text and in heads and feet."""
    parts = [document.element]
    for section in document.sections:
        parts += [section.header._element, section.footer._element]
    return [one for part in parts for one in part.iter(qn("wp:docPr"))]


def _packed(document: "Document") -> bytes:
    """Return the file with no time of its own in it, so that it is the same each time."""
    made = io.BytesIO()
    package = document.part.package
    assert package is not None
    for part in package.parts:
        part.before_marshal()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        timeless = _Timeless(opened)
        writer: Any = PackageWriter  # half of it comes without types
        # As `PackageWriter.write` does, into one archive: to save and pack anew takes as long again.
        writer._write_content_types_stream(timeless, package.parts)
        writer._write_pkg_rels(timeless, package.rels)
        writer._write_parts(timeless, package.parts)
    return made.getvalue()


class _Timeless:
    """Writes the parts of a file, each dated as early as the format can say."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened

    def write(self, name: PackURI, content: bytes) -> None:
        """Write a part."""
        self._opened.writestr(zipfile.ZipInfo(name.membername, _EARLIEST), content, zipfile.ZIP_DEFLATED, _QUICK)
