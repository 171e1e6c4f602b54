"""Documents as Word files: on any letterhead, accessible, and opened by a program that is not ours."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from krisapp.compose.message_set import message_set
from krisapp.documents.docx import paper_docx
from krisapp.documents.letterhead_sample import sample_letterhead
from krisapp.documents.message_paper import Told, message_paper
from krisapp.documents.paper import Paper
from krisapp.domain.checks import Stage
from krisapp.domain.profile import Dress, Headings, contrast
from tests.compose.written import NUMBERS, issued, plan, sheet
from tests.documents.letterheads import PNG, changed, with_paragraphs
from tests.documents.office import converted
from tests.documents.test_pdf import PAPER

DRESS = Dress(
    ("Flens kommun", "Exempelvägen 1, Flen", "08-465 004 00"), "#1d4f72", "#8a1c1c", Headings.COLOURED, "", ""
)
ROWS = [[number, f"Beslut {number}"] for number in range(90)]
EVERY: dict[str, Any] = PAPER | {
    "exercise": True,
    "secrecy": "Intern version",
    "blocks": [
        *PAPER["blocks"],
        {"kind": "heading", "text": "Beslut"},
        {"kind": "table", "columns": [{"name": "Nr"}, {"name": "Beslut", "width": 3}], "rows": ROWS},
        {"kind": "table", "columns": [{"name": "Nr"}], "rows": [], "empty": "Inget beslutat."},
        {"kind": "strong", "text": "Viktigt"},
        {"kind": "numbered", "items": ["Ett", "Två"]},
        {"kind": "mark", "text": "Får inte lämnas ut"},
        {"kind": "verbatim", "text": "FLN-2027-001"},
        {"kind": "pagebreak"},
        {"kind": "text", "text": "Sista raden\nmed en till"},
    ],
}


def paper(data: dict[str, Any] = EVERY) -> Paper:
    return Paper(title=str(data["title"]), file_name="protokoll.pdf", data=data)


def opened(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as read:
        return {name: read.read(name) for name in read.namelist()}


def messages() -> Iterator[tuple[str, Paper]]:
    for number in NUMBERS:
        known = sheet(number)
        exercise = number == "103"
        for text in message_set(known, plan(), Stage.FIRST, exercise=exercise, issued=issued(known)):
            if text.channel in ("C08", "C17") and text.audience in ("E4", "E5"):
                told = Told(f"{text.audience}-{text.channel}.sv", text.text, issued(known))
                yield f"{number}-{text.channel}", message_paper(plan(), known.id, told, exercise=exercise)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, Path]]:
    """Make all files, and let LibreOffice open and convert them in one run."""
    made = {name: paper_docx(one, DRESS) for name, one in messages()}
    made["every-block"] = paper_docx(paper(), DRESS)
    made["own-letterhead"] = paper_docx(
        paper(), DRESS, with_paragraphs("{{ kommun }}", "{{ innehåll }}", "{{ enhet }}")
    )
    made["with-mark"] = paper_docx(paper(), DRESS._replace(logo=PNG, logo_says="Flens vapen"))
    made["hostile-words"] = paper_docx(paper(EVERY | {"title": "{{ 7*7 }} <w:p/> & \x07 🔥", "exercise": False}), DRESS)
    return made, converted(made, tmp_path_factory.mktemp("office"))


def test_every_document_is_opened_by_libreoffice_and_becomes_a_tagged_pdf_in_swedish(
    files: tuple[dict[str, bytes], dict[str, Path]],
) -> None:
    made, pdfs = files
    assert len(pdfs) >= 20
    for name, path in pdfs.items():
        with pikepdf.open(path) as pdf:
            assert bool(pdf.Root.MarkInfo.Marked), name
            assert str(pdf.Root.Lang) == "sv-SE", name
            assert str(pdf.docinfo["/Title"]) == opened(made[name]).core_properties.title, name
            assert str(pdf.docinfo["/Author"]) == "Flens kommun", name


def test_headings_lists_and_tables_are_what_they_are_called_in_the_converted_file(
    files: tuple[dict[str, bytes], dict[str, Path]],
) -> None:
    with pikepdf.open(files[1]["every-block"]) as pdf:
        kinds = [str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one]

        assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/L"} <= set(kinds)
        assert len(pdf.pages) > 2


def test_a_table_repeats_its_headings_on_every_page_and_breaks_no_row() -> None:
    tables = opened(paper_docx(paper(), DRESS)).tables

    assert len(tables) == 2
    for table in tables:
        rows = [row._tr.trPr for row in table.rows]
        assert rows[0].find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)
        assert not any(row.find(qn("w:tblHeader")) is not None for row in rows[1:])
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_title_author_language_and_words_for_pictures_are_there() -> None:
    made = paper_docx(paper(), DRESS._replace(logo=PNG, logo_says="Flens vapen"))

    document = opened(made)
    about = document.core_properties
    assert (about.title, about.author, about.language) == (PAPER["title"], "Flens kommun", "sv-SE")
    languages = etree.fromstring(parts(made)["word/styles.xml"]).iter(qn("w:lang"))
    assert {one.get(qn("w:val")) for one in languages} == {"sv-SE"}
    pictures = list(document.sections[0].header._element.iter(qn("wp:docPr")))
    assert [one.get("descr") for one in pictures] == ["Flens vapen"]


def test_an_english_text_speaks_english_to_a_screen_reader() -> None:
    assert opened(paper_docx(paper(EVERY | {"language": "en"}), DRESS)).core_properties.language == "en-GB"


def test_headings_that_are_hard_to_read_in_the_letterhead_are_darkened() -> None:
    pale = changed(
        sample_letterhead(DRESS), "word/styles.xml", '<w:color w:val="1D4F72"/>', '<w:color w:val="9BC2E6"/>'
    )

    styles = opened(paper_docx(paper(), DRESS, pale)).styles

    for level in (1, 2, 3):
        assert contrast(f"#{styles[f'Heading {level}'].font.color.rgb}", "#ffffff") >= 4.5


def test_p62_an_exercise_is_marked_first_last_and_on_every_page_whatever_the_letterhead_has() -> None:
    bare = with_paragraphs("{{ innehåll }}")

    document = opened(paper_docx(paper(), DRESS, bare))

    said = [paragraph.text for paragraph in document.paragraphs if paragraph.text.strip()]
    assert said[0] == said[-1] == "ÖVNING ÖVNING ÖVNING"
    assert any("ÖVNING ÖVNING ÖVNING" in one.text for one in document.sections[0].header.paragraphs)


def test_without_an_exercise_there_is_no_mark_and_no_empty_blank() -> None:
    made = parts(paper_docx(paper(EVERY | {"exercise": False}), DRESS))

    assert not any("ÖVNING".encode() in content or b"{{" in content for content in made.values())


def test_every_word_of_the_paper_stands_in_the_file() -> None:
    document = opened(paper_docx(paper(), DRESS))
    body = "\n".join(text.text or "" for text in document.element.body.iter(qn("w:t")))

    for word in ("Vattnet är grumligt.", "Prov taget", "Koka vattnet", "Malmköping", "Beslut 89", "Inget beslutat."):
        assert word in body
    assert body.count(PAPER["title"]) == 1


def test_the_check_code_of_the_journal_stands_in_the_file() -> None:
    document = opened(paper_docx(paper(EVERY | {"check_code": "K7F2-9QXD"}), DRESS))

    assert "Kontrollkod: K7F2-9QXD" in [one.text for one in document.paragraphs]


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert paper_docx(paper(), DRESS) == paper_docx(paper(), DRESS)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200).filter(str.strip))
def test_nothing_somebody_wrote_breaks_the_file_or_is_taken_for_a_blank(text: str) -> None:
    blocks = [
        {"kind": "text", "text": text},
        {"kind": "list", "items": [text]},
        {"kind": "fields", "rows": [[text, text]]},
    ]

    made = paper_docx(paper(PAPER | {"title": text, "blocks": blocks}), DRESS)

    opened(made)
    shown = "".join(sign for sign in text if sign.isalnum())
    body = "".join(part.text or "" for part in opened(made).element.body.iter(qn("w:t")))
    assert "".join(sign for sign in body if sign.isalnum()).count(shown) >= 4 or not shown
