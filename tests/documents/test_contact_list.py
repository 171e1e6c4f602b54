"""Contacts leave in open formats without what is a person's own; what was rejected can be mended and read again."""

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook

from krisapp.documents.contact_list import FORMS, contact_list, rejected_rows
from krisapp.documents.spreadsheet import spreadsheet
from krisapp.domain.contacts.contact_columns import match_columns
from krisapp.domain.contacts.contact_import import ContactSource, SourceRow, Verdict, judge, settle
from krisapp.domain.contacts.contact_open import held_back, open_plan
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import Refused
from krisapp.store.contacts.contact_reading import read_contacts
from krisapp.store.sample import sample_plan

TODAY = date(2026, 11, 24)
ALVA = Person(
    id="alva.granlycke",
    name="Alva Granlycke",
    function="Ordförande",
    organisation="Flens kommun",
    mobile="070-174 06 06",
    phone="08-465 004 20",
    email="alva@example.se",
    address="Storgatan 1",
    groups=("I1", "larmkedja natt"),
    checked="2026-10-05",
    private=("mobile",),
    note="Ring, inte sms\nandra raden",
)
HIDDEN = Person(id="hemlig.person", name="Hemlig Person", mobile="070-174 06 07", protected=True)
PEOPLE = (ALVA, HIDDEN)


@pytest.mark.parametrize("form", FORMS)
def test_a_protected_identity_and_what_is_private_never_leave_in_an_ordinary_export(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"lista{form}"
    path.write_bytes(contact_list(PEOPLE, form))
    found = read_contacts(path)
    said = "\n".join(cell for row in found.rows for cell in row.cells)

    assert "Alva Granlycke" in said
    assert "08-465 004 20" in said
    for own in ("Hemlig", "hemlig", "06 07", "06 06", "Storgatan"):
        assert own not in said


@pytest.mark.parametrize("form", FORMS)
def test_with_a_reason_private_numbers_leave_but_never_a_protected_identity(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"lista{form}"
    path.write_bytes(contact_list(PEOPLE, form, private=True))
    found = read_contacts(path)
    said = "\n".join(cell for row in found.rows for cell in row.cells)

    assert "070-174 06 06" in said
    assert "emlig" not in said


@pytest.mark.parametrize("form", FORMS)
def test_what_leaves_can_be_read_in_again_and_changes_nothing(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"lista{form}"
    first, *others = sample_plan().people
    people = (replace(first, private=("mobile",)), *others)
    path.write_bytes(contact_list(people, form, private=True))
    found = read_contacts(path)
    rows = judge(found, match_columns(found.headings), people, TODAY)

    assert {one.verdict for one in rows} == {Verdict.SAME}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_contacts_give_the_same_bytes(form: str) -> None:
    assert contact_list(PEOPLE, form) == contact_list(PEOPLE, form)


def test_a_form_that_there_is_none_of_is_refused() -> None:
    with pytest.raises(Refused, match="filens namn"):
        contact_list(PEOPLE, ".doc")


def test_how_much_is_held_back_is_counted() -> None:
    assert held_back(PEOPLE) == (1, 1)


def test_nothing_of_an_open_plan_names_a_protected_identity() -> None:
    plan = sample_plan()
    chief = plan.holders[0].person
    people = tuple(replace(one, protected=True) if one.id == chief else one for one in plan.people)
    opened = open_plan(replace(plan, people=people))

    assert chief not in {one.id for one in opened.people} | {one.person for one in opened.holders}


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), max_size=5))
def test_no_cell_of_a_workbook_is_a_formula(rows: list[list[str]]) -> None:
    book = load_workbook(BytesIO(spreadsheet("Blad", ["=a", "b"], [["=1+1", "+46"], *rows])))
    sheet = book.worksheets[0]

    for line in sheet.iter_rows():
        for cell in line:
            assert cell.data_type != "f"
            assert cell.value is None or isinstance(cell.value, str)
    assert sheet["A2"].value == "=1+1"


def test_rejected_rows_are_written_with_what_is_wrong_and_can_be_mended_and_read_again(tmp_path: Path) -> None:
    source = ContactSource(
        ("Namn", "Mobil"),
        (SourceRow(2, ("Bo Ek", "ring mig")), SourceRow(3, ("Cajsa", "070-174 06 08")), SourceRow(4, ("", "=1"))),
    )
    outcome = settle(judge(source, match_columns(source.headings), (), TODAY), {}, ())
    content = rejected_rows(source, outcome.left)
    lines = list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert lines[0] == ["Fel", "Namn", "Mobil"]
    assert [line[1] for line in lines[1:]] == ["Bo Ek", ""]
    assert "telefonnummer" in lines[1][0]

    path = tmp_path / "avvisade.csv"
    path.write_bytes(content.replace(b"ring mig", b"070-174 06 09"))
    again = read_contacts(path)
    mended = judge(again, match_columns(again.headings), (), TODAY)
    assert [one.verdict for one in mended] == [Verdict.NEW, Verdict.REJECTED]
    assert rejected_rows(again, settle(mended, {}, ()).left).decode("utf-8-sig").count("Fel") == 1, (
        "one column of faults"
    )
