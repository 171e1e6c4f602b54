"""Documents as PDF: a screen reader finds its way, an archive can keep them, and nothing somebody wrote breaks them."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from krisapp.documents.glyphs import letters, showable
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.words import Refused
from tests.documents.reading import pages, words

PAPER: dict[str, Any] = {
    "title": "Protokoll från stabsmöte 3",
    "sender": ["Flens kommun", "Krisledningsstaben"],
    "date": "2027-06-11T14:10",
    "foot": "FLN-2027-001",
    "blocks": [
        {"kind": "heading", "text": "Läget"},
        {"kind": "text", "text": "Vattnet är grumligt.\n\nProvet är lämnat."},
        {"kind": "table", "columns": [{"name": "Nr", "width": "auto"}, {"name": "Text"}], "rows": [[1, "Prov taget"]]},
        {"kind": "heading", "text": "Råd", "level": 3},
        {"kind": "list", "items": ["Koka vattnet", "Hämta vatten vid torget"]},
        {"kind": "fields", "rows": [["Plats", "Malmköping"]]},
        {"kind": "signatures", "labels": ["Ordförande"]},
    ],
}


def opened(**changes: object) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(compile_pdf("report", PAPER | changes)))


def tags(pdf: pikepdf.Pdf) -> list[str]:
    """List the structure of a document in reading order."""
    found: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            found.append(str(node.S))
            if "/K" in node:
                walk(node.K)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def test_a_document_is_tagged_named_and_in_swedish() -> None:
    with opened() as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "sv-SE"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        with pdf.open_metadata() as about:
            assert about["dc:title"] == PAPER["title"]
            assert about["dc:creator"] == ["Flens kommun"]
            assert (about["pdfuaid:part"], about["pdfaid:part"], about["pdfaid:conformance"]) == ("1", "2", "A")


def test_a_document_has_headings_in_order_a_list_and_a_table_with_a_head() -> None:
    with opened() as pdf:
        found = tags(pdf)

    assert [tag for tag in found if tag in ("/H1", "/H2", "/H3")] == ["/H1", "/H2", "/H3"]
    assert found.count("/TH") == 2
    assert {"/Table", "/THead", "/TBody", "/L", "/LI"} <= set(found)


def test_every_face_in_a_document_is_one_of_ours_and_embedded() -> None:
    with opened() as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        names = {str(font.BaseFont).rpartition("+")[2] for font in fonts}
        inside = [font.DescendantFonts[0].FontDescriptor for font in fonts]

        assert names and all(name.startswith(("Inter", "JetBrainsMono")) for name in names)
        assert all("/FontFile2" in one or "/FontFile3" in one for one in inside)


def test_the_same_values_give_the_same_bytes() -> None:
    assert compile_pdf("report", PAPER) == compile_pdf("report", PAPER)


def test_text_is_never_markup_and_a_sign_without_a_letter_is_a_square() -> None:
    text = "#panic() *fet* $x$ \\ <a> @b `kod` 🔥 日\x07"

    compile_pdf("report", PAPER | {"title": text, "blocks": [{"kind": "text", "text": text}]})

    assert showable(text) == "#panic() *fet* $x$ \\ <a> @b `kod` □ □"


def test_all_letters_that_are_said_to_be_shown_are() -> None:
    every = "".join(chr(code) for code in sorted(letters()))

    compile_pdf("report", PAPER | {"blocks": [{"kind": "text", "text": every}]})


@pytest.mark.parametrize("text", ["e\u0301a\u030a", "a\u00ad\u200b\u2028b", "rad\r\nrad\tslut", "\ufeffa"])
def test_decomposed_letters_and_signs_without_ink_stop_no_document(text: str) -> None:
    compile_pdf("report", PAPER | {"title": text})


def test_p62_an_exercise_is_marked_first_last_and_on_every_page() -> None:
    rows = [[number, "Övningshändelse"] for number in range(120)]
    table = {"kind": "table", "columns": [{"name": "Nr"}, {"name": "Text"}], "rows": rows}
    made = compile_pdf("report", PAPER | {"exercise": True, "blocks": [table]})
    found = pages(made)

    assert len(found) > 2
    assert found[0].startswith("ÖVNING")
    assert found[-1].count("ÖVNING –") and all("ÖVNING" in page for page in found)
    assert f"Sida 1 av {len(found)}" in found[0]


def test_a_document_that_would_not_be_accessible_is_refused_in_words() -> None:
    with pytest.raises(Refused, match=r"Dokumentet gick inte att göra: .*title"):
        compile_pdf("report", PAPER | {"title": ""})
    with pytest.raises(Refused, match="heading"):
        compile_pdf("report", PAPER | {"blocks": [{"kind": "heading", "level": 4, "text": "Hopp"}]})


def test_the_check_code_stands_on_the_paper() -> None:
    assert "AB3D-EF4H" in words(compile_pdf("report", PAPER | {"check_code": "AB3D-EF4H"}))


def test_a_document_is_sound_for_another_program_and_a_third_reads_its_words(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(compile_pdf("report", PAPER))

    subprocess.run(["qpdf", "--check", paper], check=True, capture_output=True)
    told = subprocess.run(["pdftotext", paper, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    assert "Vattnet är grumligt." in told


def test_long_documents_one_after_another_take_no_more_memory_than_one() -> None:
    """Measured in a process of its own: the engine's memory of the latest ten would otherwise hold them all."""
    measure = """
from resource import RUSAGE_SELF, getrusage
from krisapp.documents.pdf import compile_pdf

def peak(first):
    rows = [[str(first + at), "Händelse i Malmköping, eleverna är informerade om läget." * 4] for at in range(900)]
    table = {"kind": "table", "columns": [{"name": "Nr"}, {"name": "Text", "width": 9}], "rows": rows}
    compile_pdf("report", {"title": "x", "sender": ["x"], "date": "2027-06-11T14:10", "blocks": [table]})
    return getrusage(RUSAGE_SELF).ru_maxrss

first = peak(0)
last = [peak(number * 1000) for number in range(1, 5)][-1]
print(last / first)
"""
    told = subprocess.run([sys.executable, "-c", measure], capture_output=True, text=True, check=True, timeout=120)

    assert float(told.stdout) < 1.4
