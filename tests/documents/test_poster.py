"""Posters and flyers: large, whole, marked, and readable by a telephone with no network (row CN3)."""

import itertools
import subprocess
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ImageFilter

from krisapp.documents.poster import Poster, Size, poster_pdf, poster_values
from krisapp.domain.checks import Stage
from krisapp.domain.words import Refused
from tests.compose.written import NUMBERS
from tests.documents.posters import codes, page_words, pictures, poster_of
from tests.documents.reading import letters, words

LONG = "\n".join(f"Råd {number}: koka vattnet i minst en minut innan du dricker det." for number in range(60))


def with_text(text: str, **changes: object) -> Poster:
    return msgspec.structs.replace(poster_of("001"), text=text, **changes)


def heading(poster: Poster) -> str:
    return poster.text.split("\n")[2 if poster.exercise else 0]


@pytest.mark.parametrize("incident", NUMBERS)
def test_a_telephone_reads_the_whole_text_of_every_sample_poster_from_the_page(incident: str, tmp_path: Path) -> None:
    poster = poster_of(incident, exercise=incident in ("103", "001"))

    pages = pictures(poster_pdf(poster), tmp_path)

    assert [text for page in pages for text in codes(page)] == [poster.text]


def test_both_flyers_of_a_sheet_hold_the_code_and_a_blurred_picture_of_it_is_read(tmp_path: Path) -> None:
    poster = poster_of("002", "C13")

    pages = pictures(poster_pdf(poster, Size.A5), tmp_path, ppi=200)

    assert codes(pages[-1]) == [poster.text] * 2
    assert codes(pages[-1].filter(ImageFilter.GaussianBlur(0.9))) == [poster.text] * 2


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("incident", ["005", "103", "106"])
def test_head_and_text_are_large_and_nothing_is_cut_or_overlaps(incident: str, size: Size, tmp_path: Path) -> None:
    poster = poster_of(incident, exercise=incident == "103")

    pdf = poster_pdf(poster, size, ["Bettna, Lanthandeln"])

    head = heading(poster)
    with pikepdf.open(BytesIO(pdf)) as opened:
        box = [float(edge) for edge in opened.pages[0].MediaBox]
    for lines in page_words(pdf, tmp_path):
        column = [line for line in lines if line.left < box[2] / 2] if size is Size.A5 else lines
        for line in column:
            assert line.left >= 20 and line.right <= box[2] - 20 and line.bottom <= box[3]
            small = line.text.startswith(("Plats:", "Nr ", "Sida "))
            assert line.size >= (24 if line.text.strip() in head else 10 if small else 16), line
        for upper, lower in itertools.pairwise(column):
            assert lower.top >= upper.top + upper.size * 0.8 or lower.left > upper.right - 2, (upper, lower)


@pytest.mark.parametrize("stage", [Stage.UPDATE, Stage.CORRECTION, Stage.FINAL])
@pytest.mark.parametrize("size", Size)
def test_every_word_of_the_message_stands_on_the_paper(stage: Stage, size: Size) -> None:
    poster = poster_of("110", "C13", stage=stage)

    said = letters(words(poster_pdf(poster, size)))

    for line in poster.text.split("\n"):
        assert letters(line) in said


def test_a_text_without_room_goes_on_to_more_pages_and_says_so(tmp_path: Path) -> None:
    poster = with_text(f"Koka vattnet\n\n{LONG}\n\nNästa besked: fredag 11 juni kl. 18.00.\nFlens kommun")

    pdf = poster_pdf(poster)

    pages = page_words(pdf, tmp_path)
    assert len(pages) > 2
    assert any(line.text.startswith(f"Fortsätter på sida 2 av {len(pages)}") for line in pages[0])
    assert min(line.size for page in pages for line in page if line.text.startswith("Råd")) >= 16
    assert sum(line.text.strip() == "Flens kommun" for line in pages[-1]) == 2
    assert any(line.text.startswith("Nästa besked") for line in pages[-1])


def test_a_text_too_long_for_a_code_gives_its_shorter_version_and_says_so(tmp_path: Path) -> None:
    poster = with_text(f"Koka vattnet i Malmköping\n\n{LONG}\n\nNästa besked: kl. 18.00.\nFlens kommun")

    pdf = poster_pdf(poster)

    assert "Det viktigaste till din mobil" in words(pdf)
    found = [text for page in pictures(pdf, tmp_path) for text in codes(page)]
    assert len(found) == 1
    assert found[0].startswith("Koka vattnet i Malmköping") and found[0].endswith("Flens kommun")


def test_a_text_that_cannot_be_shortened_has_no_code_and_says_so(tmp_path: Path) -> None:
    poster = with_text(f"{'Koka vattnet ' * 200}\nFlens kommun")

    pdf = poster_pdf(poster)

    assert "för lång för en QR-kod" in words(pdf)
    assert not [text for page in pictures(pdf, tmp_path, ppi=80) for text in codes(page)]


def test_p62_an_exercise_is_marked_first_and_last_on_every_page_and_in_the_code(tmp_path: Path) -> None:
    poster = poster_of("001", exercise=True)
    poster = msgspec.structs.replace(poster, text=poster.text.replace("Flens kommun", f"{LONG}\nFlens kommun"))

    for lines in page_words(poster_pdf(poster), tmp_path):
        assert lines[0].text.startswith("ÖVNING") and lines[-1].text.startswith("ÖVNING")


def test_how_long_it_holds_which_number_it_has_and_where_it_hangs_stand_on_it() -> None:
    poster = msgspec.structs.replace(poster_of("001"), number=3)

    said = words(poster_pdf(poster, places=["Malmköping, Biblioteket"]))

    assert "Gäller till fredag 11 juni kl. 18.00. Då kommer nästa besked." in said
    assert "Nr 3" in said and "FLN-2027-001" in said and "Plats: Malmköping, Biblioteket" in said


def test_a_last_notice_holds_until_it_is_taken_down_and_a_draft_may_not_be_put_up() -> None:
    said = words(poster_pdf(msgspec.structs.replace(poster_of("001"), number=0, next_update=None)))

    assert "Gäller tills det tas ner." in said
    assert "UTKAST – FÅR INTE SÄTTAS UPP" in said


def test_one_is_made_for_each_place_in_one_file() -> None:
    pdf = poster_pdf(poster_of("106"), places=["Flen, Stationen", "Bettna, Lanthandeln", "Bettna, Lanthandeln"])

    with pikepdf.open(BytesIO(pdf)) as opened:
        assert len(opened.pages) == 3
    assert words(pdf).count("Plats: Bettna, Lanthandeln") == 2


def test_a_poster_is_tagged_and_its_flyer_is_read_aloud_once(tmp_path: Path) -> None:
    pdf = poster_pdf(poster_of("106"), Size.A5)
    path = tmp_path / "flyer.pdf"
    path.write_bytes(pdf)

    tree = subprocess.run(["pdfinfo", "-struct-text", str(path)], check=True, capture_output=True).stdout
    subprocess.run(["qpdf", "--check", str(path)], check=True, capture_output=True)
    with pikepdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as about:
        assert (about["pdfuaid:part"], about["pdfaid:part"], str(opened.Root.Lang)) == ("1", "2", "sv-SE")
    assert tree.count(b"H1") == 1
    assert tree.count(b"Figure") == 1


def test_an_english_poster_speaks_english_around_the_text() -> None:
    said = words(poster_pdf(poster_of("103", "C19")))

    assert "Valid until" in said and "No network needed" in said and "Gäller" not in said


def test_letters_the_faces_lack_are_refused_in_words() -> None:
    with pytest.raises(Refused, match="saknar bokstäverna"):
        poster_pdf(with_text("اغلي الماء\nFlens kommun"))
    with pytest.raises(Refused, match="tom"):
        poster_pdf(with_text(" \n "))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.text("abc åäö.-/", min_size=1, max_size=300).filter(str.strip),
    lines=st.lists(st.text("abcdeé åäö0123.?!–", max_size=400), max_size=12),
)
def test_whatever_is_written_a_poster_holds_all_of_it(head: str, lines: list[str]) -> None:
    poster = with_text("\n".join([head, *lines, "Flens kommun"]), next_update=poster_of("001").at + timedelta(days=1))

    pieces = poster_values(poster, Size.A5, [""])["pieces"]
    pdf = poster_pdf(poster, Size.A5)

    assert isinstance(pieces, list)
    written = letters("".join(piece["text"] for piece in pieces)).replace("\u200b", "")
    assert written == letters(poster.text)
    assert pdf.startswith(b"%PDF")
