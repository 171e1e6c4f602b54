"""The municipality's letterhead (brevmall): a Word file with blanks, read as a file nobody trusts.

A blank is written `{{ rubrik }}`; `BLANKS` lists them. `{{ innehåll }}` stands alone in a paragraph where the document
goes. A file that fetches anything, holds a program, or has other signs of a template in it is refused in words: it is
opened on every computer that gets the document.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it comes without types
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from krisapp.domain.words import N_, Refused
from krisapp.store.zip_trouble import BROKEN_ZIP

CONTENT = "innehåll"
"""The blank the document goes into."""

BLANKS = {
    "kommun": N_("kommunens namn"),
    "avsändare": N_("kommunens adress, telefon och webb, på en rad"),
    "enhet": N_("vem inom kommunen som står bakom"),
    "rubrik": N_("dokumentets rubrik"),
    "datum": N_("dag och klockslag"),
    "händelse": N_("händelsens nummer och namn"),
    "övning": N_("ÖVNING i en övning, annars tomt"),
    CONTENT: N_("själva dokumentet, ensamt i ett eget stycke"),
}
"""What a letterhead may ask for, and what comes there."""

MOST_BYTES = 5_000_000
MOST_UNPACKED = 50_000_000
MOST_PARTS = 300

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_SIGN = re.compile(r"\{\{(.*?)\}\}|(\{%|%\}|\{#|#\}|\{\{|\}\})", re.DOTALL)
_OPENS = re.compile(r"\{\{|\{%|\{#")
_TAG = re.compile(r"<[^>]*>")
_FETCHES = re.compile(
    r"\b(?:INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|MACROBUTTON|DATABASE|RD)\b", re.IGNORECASE
)
_FIELD = re.compile(r"<w:instrText[^>]*>([^<]*)</w:instrText>|w:instr=\"([^\"]*)\"")
_HYPERLINK = "/relationships/hyperlink"
_SAFE_LINK = ("https://", "http://", "mailto:", "tel:")
_PROGRAM = re.compile(r"vbaProject|activeX|/embeddings/|oleObject|afchunk|\.bin$", re.IGNORECASE)
_OTHER_MAIN = re.compile(r"(?:template|macroEnabled)[\w.]*main\+xml", re.IGNORECASE)
_BEFORE_MARKUP = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
_SVG = "{http://www.w3.org/2000/svg}svg"
_OLE = b"\xd0\xcf\x11\xe0"


def filled(letterhead: bytes, values: Mapping[str, str]) -> Document:
    """Return a letterhead with its blanks filled in; where the document goes stands `CONTENT_MARK` alone.

    Raises `Refused`, with what to do about it, for a file that is no letterhead or is not safe.
    """
    refuse_unsafe(letterhead)
    template = DocxTemplate(io.BytesIO(letterhead))
    given = {name: values.get(name, "") for name in BLANKS} | {CONTENT: CONTENT_MARK}
    try:
        template.render(given, jinja_env=_environment(), autoescape=True)
    except (TemplateError, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as error:
        raise Refused(N_("Brevmallen gick inte att fylla i: {reason}"), reason=str(error)) from None
    document: Document = template.docx
    if not any(paragraph.text.strip() == CONTENT_MARK for paragraph in document.paragraphs):
        raise Refused(_NO_CONTENT)
    return document


class _Remembering(ImmutableSandboxedEnvironment):
    """Reads each part of a letterhead once, for all the documents of a set."""

    def from_string(self, *source: Any, **more: Any) -> Template:
        """Return what reads a part."""
        return _read(self, *source, **more)


@lru_cache(maxsize=64)
def _read(environment: _Remembering, *source: Any, **more: Any) -> Template:
    return super(_Remembering, environment).from_string(*source, **more)


@cache
def _environment() -> _Remembering:
    """Return what fills in a letterhead: it can look up a blank and nothing else."""
    environment = _Remembering(autoescape=True, undefined=StrictUndefined)
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


CONTENT_MARK = "\ue000"
"""A letter of no alphabet, which stands where the document goes until it is there."""

_NO_CONTENT = N_(
    "Brevmallen saknar {{{{ innehåll }}}}. Skriv det ensamt i ett eget stycke där dokumentet ska stå, inte i en tabell."
)


@lru_cache(maxsize=2)
def refuse_unsafe(letterhead: bytes) -> None:
    """Raise `Refused` for a file that is no Word document, is not safe, or asks for what there is not.

    A file that was found safe is not looked through again for each document of a set.
    """
    if letterhead.startswith(_OLE):
        raise Refused(
            N_("Brevmallen är låst med lösenord eller i ett äldre format. Spara den som .docx utan lösenord.")
        )
    if len(letterhead) > MOST_BYTES:
        raise Refused(N_("Brevmallen är för stor. Högst 5 MB får plats. Gör bilderna mindre."))
    try:
        with zipfile.ZipFile(io.BytesIO(letterhead)) as opened:
            _refuse_bomb(opened)
            parts = {entry.filename: opened.read(entry) for entry in opened.infolist()}
    except BROKEN_ZIP:
        raise Refused(_NOT_WORD) from None
    types = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    if any(_PROGRAM.search(name) for name in parts) or _PROGRAM.search(types) or "macroEnabled" in types:
        raise Refused(_PROGRAMS)
    if _OTHER_MAIN.search(types):
        raise Refused(N_("Brevmallen är sparad som Word-mall (.dotx). Spara den som vanligt Word-dokument (.docx)."))
    if _MAIN not in types or "word/document.xml" not in parts:
        raise Refused(_NOT_WORD)
    asked: set[str] = set()
    for name, content in parts.items():
        if content.lstrip(_BEFORE_MARKUP).startswith(b"<"):  # its name says nothing: Word goes by the links to it
            asked |= _refuse_part(name, content)
    if CONTENT not in asked:
        raise Refused(_NO_CONTENT)


_PROGRAMS = N_("Brevmallen innehåller program eller inbäddade filer. Ta bort dem och spara som .docx.")
_NOT_WORD = N_("Filen är inget Word-dokument. Välj en brevmall som är sparad som .docx.")


def _refuse_bomb(opened: zipfile.ZipFile) -> None:
    entries = opened.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Refused(N_("Brevmallen är orimligt stor när den packas upp. Gör en ny från Krisapps exempel."))


def _refuse_part(name: str, content: bytes) -> set[str]:
    """Return the blanks a part asks for. Raises `Refused` for one that is not safe."""
    drawing = name.lower().endswith(".svg")  # as programs that draw write it: with a DOCTYPE
    if b"<!ENTITY" in content or b"\x00" in content or (b"<!DOCTYPE" in content and not drawing):
        raise Refused(_NOT_WORD)
    try:
        tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        raise Refused(N_("Brevmallen är skadad. Öppna den i Word, spara den igen och välj den på nytt.")) from None
    if tree.tag == _SVG:
        return set()
    if name.lower().endswith(".rels"):
        _refuse_links(tree)
    text = etree.tostring(tree, encoding="unicode")  # as it will be filled in: a sign may be written as a number
    codes = " ".join(first or second for first, second in _FIELD.findall(text))
    if _FETCHES.search(codes.replace('"', " ")):
        raise Refused(N_("Brevmallen har ett fält som hämtar något utifrån. Ta bort fältet i Word."))
    return _asked(name, text)


def _refuse_links(tree: "etree._Element") -> None:
    for link in tree:
        if _PROGRAM.search(link.get("Type") or ""):
            raise Refused(_PROGRAMS)
        if link.get("TargetMode") != "External":
            continue
        target = link.get("Target") or ""
        if (link.get("Type") or "").endswith(_HYPERLINK) and target.lower().startswith(_SAFE_LINK):
            continue
        raise Refused(
            N_("Brevmallen hämtar något utifrån: {target}. Infoga bilderna i filen och koppla bort dokumentmallen."),
            target=target[:80],
        )


def _asked(name: str, text: str) -> set[str]:
    found: set[str] = set()
    written = list(_SIGN.findall(_TAG.sub("", text)))
    if _OPENS.search(text):  # most parts have none, and thousands of tags
        written += [("", sign) for tag in _TAG.findall(text) for sign in _OPENS.findall(tag)]
    for blank, sign in written:
        word = blank.strip()
        if sign or word not in BLANKS:
            known = ", ".join(f"{{{{ {one} }}}}" for one in BLANKS)
            raise Refused(
                N_("Brevmallen har fältet {blank}, som inte finns. Fälten är {known}."),
                blank=sign or f"{{{{ {word[:60]} }}}}",
                known=known,
            )
        if word == CONTENT and name != "word/document.xml":
            raise Refused(_NO_CONTENT)
        found.add(word)
    return found
