"""What the plan lacks is counted, never guessed."""

from datetime import date

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Complement, Holder, Person, Role, Settings
from krisapp.ui.views.start_readiness import contacts_stale, deputies_missing, readiness

TODAY = date(2027, 6, 11)


def plan(**parts: object) -> Plan:
    return Plan(version="prov", settings=Settings(municipality="Flens kommun", sender="Flens kommun"), **parts)  # type: ignore[arg-type]  # rows by name


def role(id: str, deputies: int = 0) -> Role:
    return Role(id=id, rank=1, name=f"Roll {id}", english="", tasks="", manned="ja", deputies_wanted=deputies)


def test_a_role_with_too_few_deputies_is_named_with_how_many_are_missing() -> None:
    given = plan(
        roles=(role("A", 2), role("B", 1)),
        holders=(
            Holder(role="A", person="x", rank=1),
            Holder(role="A", person="y", rank=2),
            Holder(role="B", person="x", rank=1),
            Holder(role="B", person="z", rank=2),
        ),
    )

    assert [(one.id, count) for one, count in deputies_missing(given)] == [("A", 1)]
    (lack,) = readiness(given, TODAY)
    assert lack.title == "1 roll utan ersättare"
    assert lack.detail == "Roll A (1 till)"


def test_a_role_nobody_holds_is_worse_than_one_without_deputies_and_comes_first() -> None:
    given = plan(roles=(role("A"), role("B", 1)), holders=(Holder(role="B", person="x", rank=1),))

    assert [lack.key for lack in readiness(given, TODAY)] == ["unmanned", "deputies"]


def test_a_contact_is_old_after_ninety_two_days_and_not_before() -> None:
    given = plan(
        people=(
            Person(id="fresh", name="Ny", checked="2027-03-11"),
            Person(id="old", name="Gammal", checked="2027-03-10"),
            Person(id="never", name="Aldrig"),
        )
    )

    assert [person.id for person in contacts_stale(given, TODAY)] == ["never", "old"]


def test_empty_slots_of_complement_documents_are_counted() -> None:
    given = plan(
        complements=(
            Complement(id="a", rank=1, name="Rutin", version="2"),
            Complement(id="b", rank=2, name="Årshjul"),
        )
    )

    (lack,) = readiness(given, TODAY)
    assert lack.title == "1 av 2 dokument"
    assert (lack.view, lack.item) == ("plan", "b")


def test_a_plan_that_should_have_been_reviewed_says_so_and_one_with_time_left_does_not() -> None:
    assert [lack.key for lack in readiness(plan(review_due="2027-06-10"), TODAY)] == ["review"]
    assert readiness(plan(review_due="2027-06-11"), TODAY) == []
