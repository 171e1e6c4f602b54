"""What the contacts say and in which order is worked out without a window."""

from datetime import date

import pytest

from krisapp.domain.contacts.contact_values import faults, free_id, person_of, typed_of
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Holder, Person, Role, Settings
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.contacts.freshness import checked_mark, stale_mark
from krisapp.ui.views.contacts.listing import STALE, person_rows, role_mark, role_rows

TODAY = date(2027, 6, 11)


def person(name: str, **values: object) -> Person:
    return Person(id=name, name=name, **values)  # type: ignore[arg-type]  # values by name


def plan(*people: Person, roles: tuple[Role, ...] = (), holders: tuple[Holder, ...] = ()) -> Plan:
    settings = Settings(municipality="Flens kommun", sender="Flens kommun")
    return Plan(version="prov", settings=settings, people=people, roles=roles, holders=holders)


def found(given: Plan, **choice: str) -> list[str]:
    return [row.person.name for row in person_rows(given, TODAY, **choice)]


KOM = Role(id="KOM", rank=1, name="Kommunikationschef", english="", tasks="", manned="ja", deputies_wanted=2)


@pytest.mark.parametrize(
    ("checked", "word", "tone"),
    [
        ("2027-06-11", "kontrollerad i dag", Tone.GOOD),
        ("2027-06-10", "kontrollerad för 1 dag sedan", Tone.GOOD),
        ("2027-03-11", "kontrollerad för 92 dagar sedan", Tone.GOOD),
        ("2027-03-10", "kontrollerad för 93 dagar sedan", Tone.WAIT),
        ("2026-12-10", "kontrollerad för 183 dagar sedan", Tone.WAIT),
        ("2026-12-09", "kontrollerad för 184 dagar sedan", Tone.ALARM),
        ("", "aldrig kontrollerad", Tone.ALARM),
        ("i våras", "aldrig kontrollerad", Tone.ALARM),
    ],
)
def test_a_check_is_fresh_for_a_quarter_then_due_and_overdue_after_half_a_year(
    checked: str, word: str, tone: Tone
) -> None:
    mark = checked_mark(checked, TODAY)

    assert (mark.word, mark.tone) == (word, tone)
    assert (stale_mark(checked, TODAY) is None) == (tone is Tone.GOOD)


def test_people_are_sorted_as_in_swedish_with_a_ring_a_dots_and_o_dots_last() -> None:
    given = plan(person("Östen"), person("Zara"), person("Åke"), person("ali"), person("Ärla"))

    assert found(given) == ["ali", "Zara", "Åke", "Ärla", "Östen"]


def test_a_search_keeps_a_and_a_ring_apart() -> None:
    given = plan(person("Ase"), person("Åse"))

    assert found(given, words="ås") == ["Åse"]
    assert found(given, words="as") == ["Ase"]


@pytest.mark.parametrize("words", ["0701740605", "070 174", "174-06", "06 05"])
def test_a_number_is_found_however_it_is_spaced(words: str) -> None:
    given = plan(person("Alva", mobile="070-174 06 05"), person("Birger", mobile="08-465 004 20"))

    assert found(given, words=words) == ["Alva"]


def test_role_function_group_and_language_are_searched_too_and_all_words_must_stand_there() -> None:
    alva = person("Alva", function="Redaktör", groups=("stab",), languages="finska")
    given = plan(alva, person("Birger"), roles=(KOM,), holders=(Holder(role="KOM", person="Alva", rank=1),))

    for words in ("redakt", "stab", "finska", "kom", "kommunikationschef", "finska stab"):
        assert found(given, words=words) == ["Alva"], words
    assert found(given, words="finska birger") == []


def test_those_to_check_can_be_listed_with_the_longest_unchecked_first() -> None:
    given = plan(
        person("Ny", checked="2027-06-01"), person("Gammal", checked="2026-11-01"), person("Aldrig"), person("Äldst")
    )

    assert found(given, group=STALE, sort="checked") == ["Aldrig", "Äldst", "Gammal"]


def test_the_nearest_comes_first_and_those_without_a_time_last() -> None:
    given = plan(person("Utan"), person("Långt", minutes_away=40), person("Nära", minutes_away=5))

    assert found(given, sort="minutes") == ["Nära", "Långt", "Utan"]


def test_a_role_counts_its_deputies_and_names_people_in_calling_order() -> None:
    holders = (Holder(role="KOM", person="Birger", rank=2), Holder(role="KOM", person="Alva", rank=1))
    (row,) = role_rows(plan(person("Alva"), person("Birger"), roles=(KOM,), holders=holders))
    (empty,) = role_rows(plan(roles=(KOM,)))
    mark, missing = role_mark(row), role_mark(empty)

    assert [one.name for one in row.people] == ["Alva", "Birger"]
    assert mark is not None
    assert mark.word == "1 ersättare saknas"
    assert missing is not None
    assert missing.word == "obemannad"


def test_a_form_gives_back_the_contact_it_was_filled_with() -> None:
    alva = person("Alva", groups=("stab", "TiB"), minutes_away=20, checked="2027-06-01", note="rad 1\nrad 2")

    assert person_of(typed_of(alva), "Alva", protected=False) == alva


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "  "),
        ("mobile", "växeln"),
        ("phone", "12"),
        ("email", "a@b"),
        ("email", "a b@c.se"),
        ("minutes_away", "tio"),
        ("minutes_away", "-5"),
        ("minutes_away", "2000"),
        ("checked", "11 juni"),
        ("checked", "2027-02-30"),
        ("checked", "2027-06-12"),
    ],
)
def test_what_cannot_be_used_is_named_by_its_field(field: str, text: str) -> None:
    typed = typed_of(person("Alva")) | {field: text}

    assert [name for name, _why in faults(typed, protected=False, today=TODAY)] == [field]


@pytest.mark.parametrize("mobile", ["112", "070-174 06 05", "+46 70 174 06 05", ""])
def test_a_number_as_people_write_it_is_taken(mobile: str) -> None:
    typed = typed_of(person("Alva", email="alva@flen.example.se")) | {"mobile": mobile}

    assert list(faults(typed, protected=False, today=TODAY)) == []


def test_a_protected_identity_may_have_no_address() -> None:
    typed = typed_of(person("Alva", address="Sveavägen 1"))

    assert [name for name, _why in faults(typed, protected=True, today=TODAY)] == ["address"]


def test_a_new_contact_gets_an_id_of_its_name_that_nobody_has() -> None:
    assert free_id("Åsa Öst", set()) == "asa.ost"
    assert free_id("Åsa Öst", {"asa.ost", "asa.ost-2"}) == "asa.ost-3"
    assert free_id("你好", set()) == "kontakt"
