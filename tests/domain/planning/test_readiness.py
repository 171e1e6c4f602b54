"""The readiness check: thirteen questions, counted from the plan and from what was done (handbook 12.3)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.delegation_rows import Delegation
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Complement, Holder, Law, NoticeBoard, Person, Place, Role, Settings
from krisapp.domain.planning.acts import Act, ActKind
from krisapp.domain.planning.readiness import Known, questions
from krisapp.domain.planning.ready_plan import contacts_stale
from krisapp.domain.planning.ready_question import Mend, Question, Verdict

TODAY = date(2027, 6, 11)


def plan(**parts: object) -> Plan:
    return Plan(version="prov", settings=Settings(municipality="Flens kommun", sender="Flens kommun"), **parts)  # type: ignore[arg-type]  # rows by name


def role(id: str, deputies: int = 0, manned: str = "ja") -> Role:
    return Role(id=id, rank=1, name=f"Roll {id}", english="", tasks="", manned=manned, deputies_wanted=deputies)


def ask(number: int, given: Plan, known: Known | None = None, today: date = TODAY) -> Question:
    return questions(given, known or Known(adopted=True), today)[number - 1]


def done(kind: ActKind, days_ago: int) -> Known:
    return Known(adopted=True, acts=[Act(kind, TODAY - timedelta(days=days_ago), "alva")])


def test_there_are_thirteen_questions_in_the_handbooks_order() -> None:
    assert [one.number for one in questions(plan(), Known(adopted=False), TODAY)] == list(range(1, 14))


def test_nothing_of_an_empty_plan_is_ready_but_each_says_why_and_what_mends_it() -> None:
    for one in questions(plan(), Known(adopted=False), TODAY):
        assert one.verdict is not Verdict.READY, one.title
        assert one.reason.endswith("."), one.reason
        assert one.button


def test_1_the_plan_is_valid_until_the_day_it_should_be_reviewed_and_only_if_its_adoption_is_kept() -> None:
    given = plan(adopted="2026-02-16", review_due="2027-06-11", owner="Kommunchefen")
    assert ask(1, given).verdict is Verdict.READY
    late = ask(1, given, today=date(2027, 6, 12))
    assert late.verdict is Verdict.OLD
    assert "Kommunchefen" in late.reason
    assert ask(1, given, Known(adopted=False)).verdict is Verdict.MISSING
    assert ask(1, plan(adopted="2026-02-16")).reason == "Det står inte hur länge planen gäller."


def test_2_empty_slots_of_complement_documents_are_counted_and_the_first_is_where_one_goes() -> None:
    rows = (Complement(id="a", rank=1, name="Rutin", version="2"), Complement(id="b", rank=2, name="Årshjul"))
    found = ask(2, plan(complements=rows))
    assert (found.verdict, found.item) == (Verdict.MISSING, "complement:b")
    assert found.reason == "1 av 2 saknas: Årshjul."
    assert ask(2, plan(complements=rows[:1])).verdict is Verdict.READY


def test_3_a_role_that_is_always_manned_has_two_names() -> None:
    one = (Holder(role="A", person="x", rank=1),)
    two = (*one, Holder(role="A", person="y", rank=2))
    lacking = ask(3, plan(roles=(role("A"),), holders=one))
    assert lacking.verdict is Verdict.MISSING
    assert lacking.reason == "1 roll har för få namn: Roll A (1)."
    assert ask(3, plan(roles=(role("A"),), holders=two)).verdict is Verdict.READY
    assert ask(3, plan(roles=(role("A", manned="alltid"),), holders=one)).verdict is Verdict.MISSING
    assert ask(3, plan(roles=(role("A", manned="vid behov"),), holders=one)).verdict is Verdict.READY
    wanted = ask(3, plan(roles=(role("A", 2),), holders=two))
    assert "Planen vill ha fler: Roll A (1 till)." in wanted.reason
    assert (wanted.mend, wanted.item) == (Mend.CONTACTS, "A")


def test_4_a_contact_is_old_after_ninety_two_days_and_not_before() -> None:
    people = (
        Person(id="fresh", name="Ny", checked="2027-03-11"),
        Person(id="old", name="Gammal", checked="2027-03-10"),
        Person(id="never", name="Aldrig"),
    )
    assert [person.id for person in contacts_stale(plan(people=people), TODAY)] == ["never", "old"]
    assert ask(4, plan(people=people)).verdict is Verdict.OLD
    assert ask(4, plan(people=people[:1])).verdict is Verdict.READY


def test_5_two_who_may_request_a_vma_are_reached_round_the_clock() -> None:
    line = Delegation(id="D1", rank=1, kind="vma", role="A", decision="KS § 1")
    held = tuple(Holder(role="A", person=id, rank=rank) for rank, id in enumerate("xy", 1))
    mobiles = (Person(id="x", name="X", mobile="070-174 06 05"), Person(id="y", name="Y", mobile="070-174 06 06"))
    given = plan(roles=(role("A"),), holders=held, people=mobiles, delegations=(line,))
    assert ask(5, given).verdict is Verdict.READY
    desk = plan(
        roles=(role("A"),),
        holders=held,
        people=(mobiles[0], Person(id="y", name="Y", phone="08-465 004 20")),
        delegations=(line,),
    )
    found = ask(5, desk)
    assert (found.verdict, found.mend, found.item) == (Verdict.MISSING, Mend.CONTACTS, "y")
    assert found.reason == "1 av minst två. Nummer dygnet runt saknas för Y."


def test_6_sos_alarm_has_a_number_and_the_county_board_one_or_the_way_through_it() -> None:
    county = Person(id="l", name="TiB", organisation="Länsstyrelsen i Södermanlands län", note="Nås via SOS Alarm.")
    silent = Person(id="s", name="SOS Alarm", organisation="SOS Alarm")
    called = Person(id="s", name="SOS Alarm", organisation="SOS Alarm", phone="08-465 004 90")
    found = ask(6, plan(people=(county, silent)))
    assert (found.verdict, found.item) == (Verdict.MISSING, "s")
    assert ask(6, plan(people=(county, called))).verdict is Verdict.READY
    assert ask(6, plan(people=(called,))).reason == "Nummer saknas till länsstyrelsen."


def test_7_each_of_eight_towns_has_a_notice_board() -> None:
    towns = tuple(Place(id=f"O{n}", rank=n, name=f"Ort {n}", kind="town", phrase="") for n in range(8))
    boards = tuple(NoticeBoard(id=f"b{n}", rank=n, place=f"O{n}", site="Affären") for n in range(8))
    assert ask(7, plan(places=towns, notice_boards=boards)).verdict is Verdict.READY
    bare = ask(7, plan(places=towns, notice_boards=boards[:7]))
    assert (bare.reason, bare.item) == ("Anslagsplats saknas i Ort 7.", "place:O7")
    assert ask(7, plan(places=towns[:7], notice_boards=boards)).verdict is Verdict.MISSING


@pytest.mark.parametrize(
    ("number", "kind", "days"),
    [(8, ActKind.FORMS, 183), (9, ActKind.BAG, 31), (12, ActKind.OFFLINE, 92)],
)
def test_8_9_12_what_was_done_is_good_until_its_day_and_old_from_it(number: int, kind: ActKind, days: int) -> None:
    assert ask(number, plan()).verdict is Verdict.MISSING
    assert ask(number, plan(), done(kind, days - 1)).verdict is Verdict.READY
    assert ask(number, plan(), done(kind, days)).verdict is Verdict.OLD
    assert "i dag" in ask(number, plan(), done(kind, 0)).reason


def test_10_an_exercise_counts_for_three_hundred_and_sixty_five_days() -> None:
    assert ask(10, plan()).verdict is Verdict.MISSING
    for days, verdict in ((365, Verdict.READY), (366, Verdict.OLD)):
        known = Known(adopted=True, exercised=TODAY - timedelta(days=days))
        assert ask(10, plan(), known).verdict is verdict


def test_11_every_phrase_in_a_language_that_is_used_is_signed() -> None:
    phrase = Phrase(id="p", rank=1, subject="x", sv="Koka vattnet.", easy="Koka vattnet.", en="Boil the water.")
    finnish = Language(id="fi", rank=1, name="finska", own="suomi")
    said = Translation(phrase="p", language="fi", text="Keitä vesi.", source="Koka vattnet.")
    signed = Translation(phrase="p", language="fi", text="Keitä vesi.", source="Koka vattnet.", reviewed_by="Aino")
    old = Translation(phrase="p", language="fi", text="Keitä vesi.", source="Koka allt vatten.", reviewed_by="Aino")
    rows = {"phrases": (phrase,), "languages": (finnish,)}
    assert ask(11, plan(**rows)).verdict is Verdict.MISSING
    assert ask(11, plan(**rows, translations=(said,))).reason == "1 fras är inte granskad: finska."
    assert ask(11, plan(**rows, translations=(old,))).item == "phrase:p"
    assert ask(11, plan(**rows, translations=(signed,))).verdict is Verdict.READY


def test_13_a_law_must_have_been_checked_within_a_year() -> None:
    laws = tuple(
        Law(id=id, rank=1, name="Lag", reference="2006:544", about="x", checked=checked)
        for id, checked in (("ny", "2026-06-12"), ("gammal", "2026-06-11"), ("aldrig", ""))
    )
    found = ask(13, plan(laws=laws))
    assert (found.verdict, found.item) == (Verdict.OLD, "law:gammal")
    assert found.reason.startswith("2 av 3")
    assert ask(13, plan(laws=laws[:1])).verdict is Verdict.READY


@given(st.sampled_from([ActKind.FORMS, ActKind.BAG, ActKind.OFFLINE]), st.lists(st.integers(0, 3000), min_size=1))
def test_only_the_latest_act_of_a_kind_counts(kind: ActKind, days: list[int]) -> None:
    acts = [Act(kind, TODAY - timedelta(days=ago), "alva") for ago in days]
    newest = [Act(kind, TODAY - timedelta(days=min(days)), "alva")]
    assert questions(plan(), Known(adopted=True, acts=acts), TODAY) == questions(
        plan(), Known(adopted=True, acts=newest), TODAY
    )
