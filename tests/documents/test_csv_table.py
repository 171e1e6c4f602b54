"""CSV that an archive and a spreadsheet read alike, and that no spreadsheet runs."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.documents.csv_table import csv_table, harmless

FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://x")',
    "+46 70",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "\u00a0=1",
    "＝1+1",
    "＋1",
    "－1",
    "＠A1",
    "|calc",
    "%0A=1",
    "'=1",
    '"=1',
    "\ufeff=1",
    "\0=1",
)


@pytest.mark.parametrize("cell", FORMULAS)
def test_what_a_spreadsheet_would_run_is_text(cell: str) -> None:
    assert harmless(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-5", "+3", "-2,5", "14.10", "Åsa", "", "2027-06-11", "L-014", "a=b"])
def test_what_is_no_formula_is_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_every_cell_comes_back_from_the_file_with_at_most_an_apostrophe_before_it(rows: list[list[str]]) -> None:
    made = csv_table(["a", "å"], rows)

    read = list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert read[0] == ["a", "å"]
    for before, after in zip(rows, read[1:], strict=True):
        for cell, back in zip(before, after, strict=True):
            plain = cell.replace("\0", "")
            assert back in (plain, f"'{plain}")
            assert (
                back.lstrip()[:1] not in ("=", "@", "+")
                or back.lstrip("+").replace(".", "").replace(",", "").strip().isdigit()
            )


def test_a_table_has_a_head_semicolons_and_utf_8() -> None:
    assert csv_table(["nr", "plats"], [[1, "Malmköping; torget"]]) == (
        '\ufeff"nr";"plats"\r\n"1";"Malmköping; torget"\r\n'.encode()
    )
