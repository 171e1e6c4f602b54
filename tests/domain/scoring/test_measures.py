"""Each of the eighteen measures (9.4): a case that meets its goal and a near one that does not."""

import re

from krisapp.domain import dispatch
from krisapp.domain.answering.countering import close as close_rumour
from krisapp.domain.answering.countering import hear
from krisapp.domain.answering.press import answer, receive
from krisapp.domain.answering.press import withdraw as withdraw_enquiry
from krisapp.domain.checks import Stage
from krisapp.domain.exercising.drill import Standing, handle, improvise
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.log import Kind, write
from krisapp.domain.release import decide as may_go
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.measure import Verdict
from krisapp.domain.scoring.measures import MEASURES, score, tally
from krisapp.domain.scoring.order_attempts import attempts
from krisapp.domain.sheet import Correction
from krisapp.domain.situation import FactStated, set_fields
from krisapp.domain.words import speak
from krisapp.store.translations import catalogue
from tests.domain.scoring.accounts import Kept

EIGHT = ("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6")


def test_p8_promises_are_kept_when_the_next_word_comes_on_the_minute_and_broken_a_minute_later() -> None:
    for late, verdict in ((0.5, Verdict.MET), (1, Verdict.MISSED)):
        sitting = Kept()
        made = sitting.out("E1-C01.sv", promised=30)
        sitting.later(30 + late)
        sitting.out("E1-C01.sv", stage=Stage.UPDATE, promised=60)

        found = sitting.found("promises")

        assert found.verdict is verdict
        assert found.words.endswith("1 av 1" if late == 0.5 else "0 av 1")
        assert found.evidence == (made,)


def test_a_promise_that_lies_ahead_is_not_judged() -> None:
    sitting = Kept()
    sitting.out("E1-C01.sv", promised=30)

    assert sitting.found("promises").verdict is Verdict.NOTHING


def test_media_answered_within_thirty_minutes_are_four_of_five_and_no_less() -> None:
    for late, verdict in ((1, Verdict.MET), (2, Verdict.MISSED)):
        sitting = Kept()
        asked = [sitting.do(receive(medium="P4", question=f"Fråga {n}?", now=sitting.now)).id for n in range(5)]
        void = sitting.do(receive(medium="P4", question="Fel nummer?", now=sitting.now)).id
        sitting.do(withdraw_enquiry(sitting.incident, void, "Fel nummer."))
        sitting.later(30)
        for id in asked[late:]:
            sitting.do(answer(sitting.incident, id, "Det stämmer.", "chef", sitting.now))
        sitting.later(1)

        found = sitting.found("media")

        assert found.verdict is verdict
        assert found.number == 100 * (5 - late) / 5
        assert set(found.evidence[:late]) == set(asked[:late]), "those that waited stand first"


def test_rumours_decided_on_within_thirty_minutes_count_and_later_ones_do_not() -> None:
    for minutes, verdict in ((30, Verdict.MET), (31, Verdict.MISSED)):
        sitting = Kept()
        heard = sitting.do(hear(sitting.incident, "Vattnet är giftigt", sitting.now, where="Facebook")).id
        assert sitting.found("rumours").verdict is Verdict.NOTHING
        sitting.later(minutes)
        sitting.do(close_rumour(sitting.incident, heard, "Bemött på webben."))

        assert sitting.found("rumours").verdict is verdict
        assert sitting.found("rumours").evidence == (heard,)


def test_a_correction_is_timed_from_the_first_text_that_said_what_was_wrong() -> None:
    for minutes, verdict in ((20, Verdict.MET), (21, Verdict.MISSED)):
        sitting = Kept()
        sitting.out("E1-C01.sv", "Strömmen är tillbaka kl. 16.")
        sitting.later(10)
        sitting.out("E1-C01.sv", "Strömmen är tillbaka kl. 16. Trygghetspunkten är öppen.", stage=Stage.UPDATE)
        sitting.later(minutes)
        wrong = Correction("Strömmen är tillbaka kl. 16.", "Strömmen är tillbaka kl. 18.")
        sitting.do(set_fields(sitting.incident, {"correction": wrong}))
        mended = sitting.out("E1-C01.sv", "Rättelse: strömmen är tillbaka kl. 18.", stage=Stage.CORRECTION)

        found = sitting.found("corrections")

        assert (found.verdict, found.number) == (verdict, 1)
        assert found.words == f"1 rättelse, längst {minutes + 10} min"
        assert found.evidence == (mended,)


def test_a_text_that_rests_on_a_refuted_fact_is_an_error_until_the_next_text_is_out() -> None:
    sitting = Kept()
    fact = Fact("F1", Status.CONFIRMED, "Två skolor är stängda", "Rektorn", SourceType.OWN_SERVICE)
    sitting.do(FactStated(fact))
    out = sitting.out("E1-C01.sv")
    assert sitting.found("corrections").verdict is Verdict.MET

    sitting.do(FactStated(Fact("F1", Status.REFUTED, "Två skolor är stängda", "Rektorn", SourceType.OWN_SERVICE)))
    found = sitting.found("corrections")
    assert (found.verdict, found.words, found.evidence) == (Verdict.MISSED, "0 rättelser, 1 fel kvar", (out,))

    sitting.out("E1-C01.sv", stage=Stage.UPDATE)
    assert sitting.found("corrections").verdict is Verdict.MET


def test_all_eight_audiences_in_six_hours_meet_the_goal_and_seven_do_not() -> None:
    for left_out in ((), ("E6",)):
        sitting = Kept()
        for audience in EIGHT:
            if audience not in left_out:
                sitting.out(f"{audience}-C07.sv")
        assert sitting.found("audiences").verdict is (Verdict.WAITING if left_out else Verdict.MET)
        sitting.later(361)

        found = sitting.found("audiences")

        assert found.verdict is (Verdict.MISSED if left_out else Verdict.MET)
        assert (found.words, found.more) == (("7 av 8", "Inte nådda: E6.") if left_out else ("8 av 8", ""))


def test_a_paper_reaches_nobody_until_somebody_reports_that_it_hangs() -> None:
    sitting = Kept()
    sitting.out("E1-C12.sv")
    assert sitting.found("audiences").number == 0

    planned = sitting.do(dispatch.Planned("E1-C12.sv", 1, "paper", "Torget"))
    assert sitting.found("audiences").number == 0
    sitting.do(dispatch.Done(planned.id, sitting.now))
    assert sitting.found("audiences").number == 1


def test_p34_an_unconfirmed_fact_told_as_known_counts_and_one_with_its_mark_does_not() -> None:
    for text, verdict in (
        ("Det är inte bekräftat att tre barn är sjuka på förskolan.", Verdict.MET),
        ("Tre barn är sjuka på förskolan.", Verdict.MISSED),
    ):
        sitting = Kept()
        fact = Fact("F1", Status.UNCONFIRMED, "Tre barn är sjuka på förskolan", "Förälder", SourceType.PUBLIC)
        sitting.do(FactStated(fact))
        out = sitting.out("E1-C01.sv", text)
        sitting.do(FactStated(Fact("F1", Status.CONFIRMED, fact.text, "Regionen", SourceType.REGION)))

        found = sitting.found("unconfirmed")

        assert found.verdict is verdict
        assert found.evidence == ((out,) if verdict is Verdict.MISSED else ())


def test_p28_an_attempt_before_the_residents_counts_and_another_refusal_does_not() -> None:
    sitting = Kept()
    for id in ("E2-C07.sv", "E1-C01.sv"):
        sitting.approved(id)
    decided = [(id, may_go(sitting.incident, sitting.incident.message(id))) for id in ("E2-C07.sv", "E1-C01.sv")]
    unapproved = ("E5-C08.sv", may_go(sitting.incident, sitting.incident.message("E5-C08.sv")))
    assert attempts([unapproved]) == []
    sitting.out("E1-C05.sv")
    assert sitting.found("order").verdict is Verdict.MET

    (attempt,) = attempts(decided)
    entry = sitting.do(attempt).id

    found = sitting.found("order")
    assert (found.verdict, found.number, found.evidence) == (Verdict.MISSED, 1, (entry,))
    assert "invånarna först (P28)" in sitting.incident.lines[entry].text


def test_p16_texts_before_the_employees_are_counted_and_have_no_goal() -> None:
    sitting = Kept()
    early = sitting.out("E1-C01.sv")
    sitting.out("I1-C07.sv")
    sitting.out("I2-C07.sv")
    sitting.out("E2-C07.sv")

    found = sitting.found("passed_over")

    assert (found.verdict, found.number, found.evidence) == (Verdict.SHOWN, 1, (early,))


EASY = "Koka vattnet i en minut. Det gäller dig som bor i byn. Hämta vatten vid skolan. Vi hör av oss i dag. " * 2
HARD = (
    "Kommunikationsavdelningen rekommenderar samtliga fastighetsägare inom verksamhetsområdet att kontinuerligt "
    "säkerställa dricksvattenförsörjningen genom kokning av hushållsvattnet innan livsmedelshantering påbörjas, "
    "eftersom provtagningsresultaten ännu uppvisar otillfredsställande värden enligt kontrollmyndighetens bedömning "
    "och gällande anvisningar för allmänna anläggningar."
)


def test_the_median_lix_of_the_residents_texts_is_judged_and_a_lone_hard_text_does_not_spoil_it() -> None:
    sitting = Kept()
    sitting.out("E1-C01.sv", HARD)
    assert sitting.found("lix").verdict is Verdict.MISSED

    sitting.out("E1-C03.sv", EASY)
    easy = sitting.out("E1-C13.sv", EASY)
    found = sitting.found("lix")
    assert found.verdict is Verdict.MET
    assert easy in found.evidence
    sitting.out("E5-C08.sv", HARD)
    sitting.out("E1-C05.sv", "Kort.")
    assert sitting.found("lix") == found, "neither other audiences' nor short texts count"


def test_decisions_without_a_reason_may_be_one_in_twenty_and_no_more() -> None:
    for without, verdict in ((1, Verdict.MET), (2, Verdict.MISSED)):
        sitting = Kept()
        for number in range(20):
            why = "" if number < without else "Proverna visar bakterier."
            words = Formulation(f"Vi gör {number}", sitting.now, "chef", background=why)
            sitting.do(decide(sitting.incident, words, sitting.now))

        found = sitting.found("reasons")

        assert (found.verdict, found.number) == (verdict, 100 * (20 - without) / 20)


def test_log_lines_are_counted_by_the_hour_and_by_function() -> None:
    sitting = Kept()
    for number in range(6):
        sitting.person = "chef" if number < 2 else "tib"
        sitting.do(write(sitting.incident, Kind.OBSERVATION, f"Rad {number}", sitting.now))
    sitting.later(120)

    found = sitting.found("log")

    assert (found.verdict, found.number, found.words) == (Verdict.SHOWN, 3, "3 i timmen")
    assert found.more == "TIB 4, KC 2."


def test_there_are_eighteen_measures_and_each_says_what_it_counts() -> None:
    assert len(MEASURES) == len({one.key for one in MEASURES}) == 18
    assert all(one.meaning.endswith(".") and one.goal for one in MEASURES)


def test_the_goal_that_is_drawn_is_the_goal_that_is_told() -> None:
    drawn = {one.key: (one.line, one.goal) for one in MEASURES if one.line is not None}

    assert all(re.search(rf"\b{line}\b", told) for line, told in drawn.values()), drawn
    assert {one.key for one in MEASURES} - set(drawn) == {"corrections", "unconfirmed", "order", "passed_over", "log"}


def test_what_was_found_is_told_in_the_language_in_force_and_not_in_the_one_it_was_counted_in() -> None:
    sitting = Kept()
    wrong = Correction("Strömmen är tillbaka kl. 16.", "Strömmen är tillbaka kl. 18.")
    sitting.out("E1-C01.sv", "Strömmen är tillbaka kl. 16.")
    sitting.do(set_fields(sitting.incident, {"correction": wrong}))
    sitting.out("E1-C01.sv", "Rättelse: strömmen är tillbaka kl. 18.", stage=Stage.CORRECTION)
    counted = score(sitting.account())
    swedish = {key: (found.words, found.more) for key, found in counted.items()}
    try:
        speak(catalogue("en"))
        shown = {key: (found.words, found.more) for key, found in counted.items()}
        assert shown == {key: (found.words, found.more) for key, found in score(sitting.account()).items()}
    finally:
        speak(catalogue("sv"))

    assert shown["corrections"] != swedish["corrections"]
    assert {key: (found.words, found.more) for key, found in counted.items()} == swedish


def test_nothing_done_at_all_can_be_scored() -> None:
    found = score(Account(None, Kept().entries, Kept().now))

    assert set(found) == {one.key for one in MEASURES}
    assert tally(found.values()) == (0, 0)


def test_media_and_rumours_played_in_and_left_lying_are_unanswered() -> None:
    sitting = Kept(drill=True)
    for id, kind in (("X1", InjectKind.MEDIA), ("X2", InjectKind.RUMOUR), ("X3", InjectKind.EVENT)):
        sitting.do(improvise(sitting.drill, Inject(id, kind, "P4", "PRE", Via.PHONE, f"Stämmer {id}?")))
        sitting.do(handle(sitting.drill, id, Standing.SENT, sitting.now))
    sitting.later(30)
    assert sitting.found("media").verdict is sitting.found("rumours").verdict is Verdict.NOTHING
    sitting.later(1)

    for key in ("media", "rumours"):
        found = sitting.found(key)
        assert (found.verdict, found.words) == (Verdict.MISSED, "0 %, 0 av 1")

    sitting.do(InjectTaken("X1", Made.SEEN))
    assert sitting.found("media").verdict is Verdict.NOTHING
