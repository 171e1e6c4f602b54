"""Contacts from elsewhere: what a row becomes is said first, nothing is guessed in silence and nothing is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.contacts.contact_columns import FIELDS, LEFT, match_columns, what_is_missing, with_choice
from krisapp.domain.contacts.contact_import import (
    Act,
    ContactSource,
    JudgedRow,
    SourceRow,
    Verdict,
    judge,
    merged,
    settle,
)
from krisapp.domain.plan_rows import Person

TODAY = date(2026, 11, 24)
ALVA = Person(
    id="alva.granlycke",
    name="Alva Granlycke",
    function="Ordförande",
    mobile="070-174 06 06",
    phone="08-465 004 20",
    email="alva@example.se",
    groups=("I1",),
    checked="2026-10-05",
)
BO = Person(id="bo.ek", name="Bo Ek", mobile="070-174 06 07", protected=True)
PEOPLE = (ALVA, BO)
HEADINGS = ("Namn", "Funktion", "Mobil", "E-post")


def source(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> ContactSource:
    return ContactSource(headings, tuple(SourceRow(number, cells) for number, cells in enumerate(rows, 2)))


def judged(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> list[JudgedRow]:
    return judge(source(*rows, headings=headings), match_columns(headings), PEOPLE, TODAY)


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        (("Förnamn", "EFTERNAMN", "E-postadress", "Mobilnr"), ("first_name", "last_name", "email", "mobile")),
        (("Full Name", "Job Title", "Company", "Cell phone"), ("name", "function", "organisation", "mobile")),
        (("namn:", "tfn", "Hemtelefon", "Fel"), ("name", "phone", "private_phone", LEFT)),
        (("Namn", "Name", "Skostorlek"), ("name", LEFT, LEFT)),
    ],
)
def test_columns_are_matched_by_their_headings_in_swedish_and_english(
    headings: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert match_columns(headings) == fields


def test_every_field_is_found_by_the_heading_an_export_gives_it() -> None:
    assert match_columns(tuple(FIELDS.values())) == tuple(FIELDS)


def test_a_field_that_is_chosen_for_another_column_leaves_the_first() -> None:
    assert with_choice(("name", "mobile", ""), 2, "mobile") == ("name", "", "mobile")
    assert with_choice(("name", "", ""), 2, "") == ("name", "", "")


def test_without_a_column_for_the_name_nothing_can_be_read_in() -> None:
    assert "namnet" in what_is_missing(("mobile", ""))
    assert what_is_missing(("last_name",)) == ""


def test_a_row_of_somebody_unknown_is_new_and_its_number_is_written_as_ours() -> None:
    (one,) = judged(("Cajsa Ny", "Rektor", "+46 (0)70 174 06 09", "cajsa@example.se"))

    assert one.verdict is Verdict.NEW
    assert one.person == Person(
        id="", name="Cajsa Ny", function="Rektor", mobile="070-174 06 09", email="cajsa@example.se"
    )


def test_a_row_that_says_what_the_plan_says_changes_nothing() -> None:
    (one,) = judged(("Alva Granlycke", "", "0701740606", ""))

    assert one.verdict is Verdict.SAME


def test_a_row_with_the_same_name_and_number_changes_what_it_says_and_erases_nothing() -> None:
    (one,) = judged(("alva granlycke", "Rektor", "0701740606", ""))
    outcome = settle([one], {}, PEOPLE)

    assert one.verdict is Verdict.CHANGES
    assert outcome.people == (replace(ALVA, name="alva granlycke", function="Rektor"),)


@pytest.mark.parametrize(
    "cells",
    [
        ("Någon Annan", "", "070-174 06 06", ""),
        ("Alva Granlycke", "", "070-174 06 99", ""),
        ("Bo Ek", "", "070-174 06 06", ""),
    ],
)
def test_the_same_number_or_the_same_name_alone_is_for_a_person_to_judge(cells: tuple[str, ...]) -> None:
    (one,) = judged(cells)

    assert one.verdict is Verdict.DOUBLE
    assert one.like is not None
    assert one.acts == (Act.LEAVE, Act.CHANGE, Act.ADD), "nothing is done unless somebody chooses"
    assert settle([one], {}, PEOPLE).people == ()
    assert len(settle([one], {one.row.number: Act.ADD}, PEOPLE).people) == 1


def test_the_same_person_twice_in_a_file_is_told_with_the_row_it_stood_on_first() -> None:
    first, second = judged(("Cajsa Ny", "", "070-174 06 09", ""), ("C. Ny", "", "+46701740609", ""))

    assert (first.verdict, second.verdict) == (Verdict.NEW, Verdict.DOUBLE)
    assert second.row_like == 2
    ((_left, why),) = settle([first, second], {}, PEOPLE).left
    assert "rad 2" in why


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (("", "", "070-174 06 06", ""), "Skriv ett namn"),
        (("Ny", "", "ring mig", ""), "inget telefonnummer"),
        (("Ny", "", "070-174 06 06, 08-465 004 01", ""), "inget telefonnummer"),
        (("Ny", "", "0701740606 0701740607", ""), "för långt"),
        (("Ny", "", "", "inte en adress"), "ingen e-postadress"),
        (("=cmd|' /C calc'!A0", "", "", ""), "formel"),
        (("＝1+1", "", "", ""), "formel"),
        (("Ny\u202e", "", "", ""), "osynligt tecken"),
        (("Ny\x07", "", "", ""), "osynligt tecken"),
        (("Ny\nRad", "", "", ""), "flera rader"),
        (("N" * 201, "", "", ""), "för lång"),
    ],
)
def test_a_row_that_cannot_be_used_is_rejected_with_the_reason(cells: tuple[str, ...], said: str) -> None:
    (one,) = judged(cells)

    assert one.verdict is Verdict.REJECTED
    assert said in " ".join(map(str, one.faults))
    assert settle([one], {2: Act.ADD}, PEOPLE).people == ()


def test_a_number_that_lost_its_zero_in_a_spreadsheet_gets_it_back_and_that_is_said() -> None:
    (one,) = judged(("Ny", "", "701740609", ""))

    assert one.person is not None
    assert one.person.mobile == "070-174 06 09"
    assert "nolla" in str(one.remarks[0])


def test_marks_of_direction_around_a_pasted_number_are_taken_away_and_that_is_said() -> None:
    (one,) = judged(("Ny", "", "\u202a+46701740609\u202c", ""))

    assert one.person is not None
    assert one.person.mobile == "070-174 06 09"
    assert one.remarks


def test_the_apostrophe_of_a_guarded_cell_is_taken_away() -> None:
    (one,) = judged(("Ny", "", "'+46701740609", ""))

    assert one.person is not None
    assert one.person.mobile == "070-174 06 09"


def test_no_address_is_taken_in_for_a_protected_identity_and_no_file_lifts_the_protection() -> None:
    headings = ("Namn", "Mobil", "Adress", "Skyddad identitet")
    (told,) = judged(("Ny", "", "Storgatan 1", "ja"), headings=headings)
    (lifted,) = judged(("Bo Ek", "070-174 06 07", "Storgatan 1", "nej"), headings=headings)

    assert told.verdict is Verdict.REJECTED
    assert lifted.person is not None
    assert merged(BO, lifted.person) == BO


def test_a_private_number_is_kept_as_private_and_one_cannot_take_the_place_of_the_other_unseen() -> None:
    headings = ("Namn", "Telefon", "Hemtelefon")
    private, both = judged(("Ny", "", "08-465 004 01"), ("Ny 2", "08-465 004 02", "08-465 004 01"), headings=headings)

    assert private.person is not None
    assert (private.person.phone, private.person.private) == ("08-465 004 01", ("phone",))
    assert both.verdict is Verdict.REJECTED


CELLS = st.one_of(
    st.sampled_from(("", "Alva Granlycke", "Bo Ek", "070-174 06 06", "=1+1", "ja", "2026-10-10", "alva@example.se")),
    st.text(max_size=12),
)
FIELD = st.sampled_from((LEFT, *FIELDS))


@given(
    st.lists(FIELD, min_size=3, max_size=3),
    st.lists(st.lists(CELLS, min_size=3, max_size=4).map(tuple), max_size=12),
    st.dictionaries(st.integers(2, 14), st.sampled_from(Act)),
)
def test_every_row_ends_as_taken_in_as_unchanged_or_as_left_with_a_reason(
    columns: list[str], rows: list[tuple[str, ...]], acts: dict[int, Act]
) -> None:
    found = judge(source(*rows, headings=("a", "b", "c")), columns, PEOPLE, TODAY)
    outcome = settle(found, acts, PEOPLE)

    assert [one.row.number for one in found] == list(range(2, len(rows) + 2))
    assert outcome.added + outcome.changed + len(outcome.unchanged) + len(outcome.left) == len(rows)
    assert all(why for _row, why in outcome.left)
    assert len({person.id for person in outcome.people}) == len(outcome.people)
    known = {person.id for person in PEOPLE}
    assert sum(person.id not in known for person in outcome.people) == outcome.added
    assert all(one.faults for one in found if one.verdict is Verdict.REJECTED)


@given(st.lists(CELLS, min_size=3, max_size=3).map(tuple))
def test_a_contact_taken_in_is_the_same_when_its_row_is_read_again(cells: tuple[str, ...]) -> None:
    first = judge(source(cells), ("name", "mobile", "email"), PEOPLE, TODAY)
    people = settle(first, {2: Act.ADD}, PEOPLE).people
    if first[0].verdict is Verdict.NEW:
        (again,) = judge(source(cells), ("name", "mobile", "email"), (*PEOPLE, *people), TODAY)
        assert again.verdict is Verdict.SAME
