"""A list of contacts from any program is read by row, and a hostile one does nothing but be refused in words."""

import csv
import zipfile
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from krisapp.domain.contacts.contact_import import ContactSource
from krisapp.store.bad_input import BadInput
from krisapp.store.contacts.contact_cards import HEADINGS
from krisapp.store.contacts.contact_cards import read as read_cards
from krisapp.store.contacts.contact_reading import LIMIT_BYTES, Cancelled, read_contacts
from krisapp.store.contacts.contact_text import read as read_text

LINES = "Namn;Mobil;Grupper\nÅsa Öhman;070-174 06 06;stab\nBo Ek;070-174 06 07;\n"


def read(tmp_path: Path, content: bytes | str) -> ContactSource:
    path = tmp_path / "kontakter"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_contacts(path)


def cells(source: ContactSource) -> list[tuple[str, ...]]:
    return [row.cells for row in source.rows]


def workbook(*rows: tuple[Any, ...], more: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if more:
        book.create_sheet("Gamla").append(["Namn"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_encoding_that_is_written_here_is_read(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, LINES.encode(encoding))

    assert found.headings == ("Namn", "Mobil", "Grupper")
    assert cells(found)[0] == ("Åsa Öhman", "070-174 06 06", "stab")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_any_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    found = read(tmp_path, LINES.replace(";", delimiter))

    assert found.headings == ("Namn", "Mobil", "Grupper")
    assert len(found.rows) == 2


def test_the_delimiter_that_excel_names_first_is_the_one(tmp_path: Path) -> None:
    assert read(tmp_path, "sep=^\r\nNamn^Mobil\r\nBo^112\r\n").headings == ("Namn", "Mobil")


def test_a_title_above_the_headings_is_told_and_not_read_as_a_contact(tmp_path: Path) -> None:
    found = read(tmp_path, "Larmlista 2026;;\n\n" + LINES)

    assert found.headings == ("Namn", "Mobil", "Grupper")
    assert "Larmlista 2026" in found.told[0]
    assert [row.number for row in found.rows] == [4, 5]


def test_a_list_without_headings_loses_no_row(tmp_path: Path) -> None:
    found = read(tmp_path, "Åsa Öhman;070-174 06 06\nBo Ek;070-174 06 07\n")

    assert found.headings == ("Kolumn 1", "Kolumn 2")
    assert len(found.rows) == 2


def test_a_quote_that_is_not_closed_spoils_only_its_own_row(tmp_path: Path) -> None:
    found = read(tmp_path, 'Namn;Mobil\n"Åsa;1\nBo;2\n"Cajsa";3\n"Dag "x" y";4\nEva;5\n')

    assert [row.cells[0] for row in found.rows if not row.fault] == ["Bo", "Cajsa", "Eva"]
    assert [row.number for row in found.rows if row.fault] == [2, 5]


def test_a_row_with_too_many_cells_keeps_them_and_says_so(tmp_path: Path) -> None:
    found = read(tmp_path, "Namn;Mobil\nBo;1;2;3\n")

    assert found.rows[0].cells == ("Bo", "1", "2", "3")
    assert "fler celler" in found.rows[0].fault


@given(st.lists(st.lists(st.text(st.characters(exclude_characters="\r", codec="utf-8")), min_size=2, max_size=4)))
def test_what_a_csv_writer_writes_is_read_as_it_was(rows: list[list[str]]) -> None:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(["a", "b"])
    writer.writerows(rows)

    found = list(read_text(out.getvalue()))
    assert [list(row.cells) for row in found[1:] if row.cells] == rows
    assert not any(row.fault for row in found)


@given(st.text(st.sampled_from('";,a\nå='), max_size=60))
def test_every_line_of_a_broken_text_is_in_some_row(text: str) -> None:
    said = "".join("".join(row.cells) for row in read_text(text))

    for sign in "aå=":
        assert said.count(sign) == text.count(sign)


def test_excel_is_read_by_its_values_with_dates_numbers_and_ticks_as_they_are_read(tmp_path: Path) -> None:
    from datetime import datetime

    found = read(
        tmp_path,
        workbook(
            ("Namn", "Mobil", "Kontrollerad", "Skyddad"),
            ("Åsa", 701740606, datetime(2026, 10, 5), True),  # noqa: DTZ001 - a sheet knows no zone
            more=True,
        ),
    )

    assert cells(found) == [("Åsa", "701740606", "2026-10-05", "ja")]
    assert "blad till" in found.told[0]


def test_a_formula_without_a_value_is_said_and_never_run(tmp_path: Path) -> None:
    found = read(tmp_path, workbook(("Namn", "Mobil"), ("Åsa", "=1+1"), ("Bo", "070-174 06 07")))

    assert "B2 har en formel" in found.rows[0].fault
    assert not found.rows[1].fault


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)

    with pytest.raises(BadInput, match="för stor när den packas upp"):
        read(tmp_path, out.getvalue())


@pytest.mark.parametrize("part", range(5, 100, 7))
def test_a_workbook_damaged_anywhere_is_read_or_refused_in_words(tmp_path: Path, part: int) -> None:
    content = bytearray(workbook(("Namn", "Mobil"), *((f"Person {at}", f"070-174 06 {at}") for at in range(10, 30))))
    content[len(content) * part // 100] ^= 0xFF

    try:
        assert read(tmp_path, bytes(content)).rows
    except BadInput as error:
        assert "Spara" in str(error)


def test_xml_that_defines_anything_is_refused(tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook(("Namn",), ("Åsa",)))) as made, zipfile.ZipFile(out, "w") as other:
        for part in made.infolist():
            content = made.read(part)
            if part.filename == "xl/workbook.xml":
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content
            other.writestr(part.filename, content)

    with pytest.raises(BadInput, match="inte hör hemma"):
        read(tmp_path, out.getvalue())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b"\xef\xbb\xbf \r\n", "tom"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "gamla Excel"),
        (b"PK\x03\x04 nothing", "går inte att läsa som Excel"),
        (b"%PDF-1.7\n\x00\x01\x02\x90\x81", "ingen lista"),
        (bytes(range(256)) * 40, "ingen lista"),
        (b"Namn;Mobil\n", "inga rader"),
        (b"Bo;1\n" * 30_000, "fler än"),
        (b"x" * (LIMIT_BYTES + 1), "större än"),
    ],
)
def test_what_is_no_list_of_contacts_is_refused_in_words(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read(tmp_path, content)


def test_ten_million_signs_without_a_line_are_one_row_with_a_fault(tmp_path: Path) -> None:
    found = read(tmp_path, b"Namn;Mobil\n" + b"a" * (LIMIT_BYTES - 20))

    assert found.rows[0].fault
    assert len(found.rows[0].cells[0]) <= 10_000


def test_reading_can_be_left(tmp_path: Path) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Namn;Mobil\n" + "Bo;1\n" * 500)
    heard: list[int] = []

    def tell(count: int) -> bool:
        heard.append(count)
        return len(heard) < 2

    with pytest.raises(Cancelled):
        read_contacts(path, tell)
    assert heard == [100, 200]


CARDS = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=85kesson;Ulla
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ulla =C3=85kes=
son
TEL;CELL:+46701740605
TEL;HOME;VOICE:08-465 004 01
TEL;WORK;FAX:08-465 004 09
ORG:Flens kommun;Socialtjänst
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Örjan\x20
 Ås
N:Ås;Örjan;;;
TEL;TYPE=work,voice:08-465 004 03
TEL;TYPE=work,pref:08-465 004 02
TEL;TYPE=CELL:070-174 06 06
EMAIL;TYPE=INTERNET:orjan@example.se
ADR;TYPE=HOME:;;Storgatan 1;Flen;;642 37;Sverige
CATEGORIES:stab,TiB
NOTE:Ring\\, inte sms\\nandra raden
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Maj
TEL;VALUE=uri;TYPE="voice,cell":tel:+46-70-174-06-07
item1.EMAIL:maj@example.se
LANG:sv
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Trasig
inget kolon
END:VCARD
BEGIN:VCARD
FN:Utan slut
"""


def test_cards_of_every_version_are_read_with_folded_lines_and_several_numbers(tmp_path: Path) -> None:
    found = read(tmp_path, CARDS)
    said = [dict(zip(HEADINGS, row.cells, strict=True)) for row in found.rows]

    assert [row.number for row in found.rows] == [1, 11, 24, 31, 36]
    assert said[0]["Namn"] == "Ulla Åkesson"
    assert (said[0]["Mobil"], said[0]["Privat telefon"]) == ("+46701740605", "08-465 004 01")
    assert "08-465 004 09 (fax" in said[0]["Anteckning"]
    assert said[1]["Namn"] == "Örjan Ås"
    assert said[1]["Telefon"] == "08-465 004 02", "the preferred one first"
    assert "08-465 004 03" in said[1]["Anteckning"], "nothing is lost"
    assert "Ring, inte sms\nandra raden" in said[1]["Anteckning"]
    assert (said[1]["Adress"], said[1]["Grupper"]) == ("Storgatan 1, 642 37 Flen", "stab, TiB")
    assert (said[2]["Mobil"], said[2]["E-post"]) == ("+46-70-174-06-07", "maj@example.se")


def test_a_broken_card_is_a_row_with_its_whole_text_and_spoils_no_other(tmp_path: Path) -> None:
    found = read(tmp_path, CARDS)

    assert [bool(row.fault) for row in found.rows] == [False, False, False, True, True]
    assert "inget kolon" in found.rows[3].cells[-1]
    assert "Utan slut" in found.rows[4].cells[-1]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.one_of(
            st.sampled_from(("TEL;CELL:1", "N:a;b", "ADR:x", "ORG:a;b", "FN;ENCODING=BASE64:åå", "EMAIL;=:", " x")),
            st.text(st.characters(exclude_characters="\r\n"), max_size=20),
        ),
        max_size=6,
    )
)
def test_no_card_makes_the_reading_fail(lines: list[str]) -> None:
    rows = list(read_cards("\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD"])))

    assert len(rows) >= 1
