"""Rumours: noted with the status rumour, checked by who may know, answered with the truth first."""

import pytest

from krisapp.domain.answering import countering
from krisapp.domain.answering.rumours import Repeated, Verdict, in_order
from krisapp.domain.checking.answering import RESIDENTS, answer_context
from krisapp.domain.checking.confirmation import unconfirmed_facts
from krisapp.domain.checks import Severity
from krisapp.domain.facts import SourceType, Status
from krisapp.domain.words import Refused
from tests.domain.sitting import Sitting

RUMOUR = "Kommunen stänger skolan i Bettna hela veckan."


def heard(sitting: Sitting, text: str = RUMOUR) -> str:
    return sitting.do(countering.hear(sitting.incident, text, sitting.now, where="Facebook", place="Bettna")).id


def verified(sitting: Sitting, id: str, verdict: Verdict, source_type: SourceType = SourceType.OWN_SERVICE) -> None:
    sitting.do(
        countering.verify(sitting.incident, id, verdict, source="rektorn", source_type=source_type, by=sitting.person)
    )


def stops(sitting: Sitting, text: str) -> list[str]:
    context = answer_context(sitting.incident, RESIDENTS, sitting.now)
    found = unconfirmed_facts(text, sitting.incident.sheet, context)
    return [finding.rule for finding in found if finding.severity is Severity.STOP]


def test_p34_a_rumour_stands_on_the_sheet_as_a_rumour_and_no_text_may_say_it() -> None:
    sitting = Sitting()
    id = heard(sitting)
    (fact,) = sitting.incident.sheet.facts
    assert (fact.id, fact.status, fact.source_type) == ("R1", Status.RUMOUR, SourceType.PUBLIC)
    assert sitting.incident.rumours[id].verdict is Verdict.UNVERIFIED
    assert stops(sitting, f"Hej. {RUMOUR}") == ["P34"]
    assert sitting.incident.log[-1].text == f"Rykte R1: {RUMOUR} Hört: Facebook, Bettna"


def test_p34_the_public_never_settles_a_rumour() -> None:
    sitting = Sitting()
    id = heard(sitting)
    with pytest.raises(Refused, match="Medier och allmänhet"):
        verified(sitting, id, Verdict.FALSE, SourceType.PUBLIC)


@pytest.mark.parametrize(
    ("verdict", "status"),
    [(Verdict.FALSE, Status.REFUTED), (Verdict.TRUE, Status.CONFIRMED), (Verdict.PARTLY, Status.RUMOUR)],
)
def test_a_verdict_changes_the_fact_by_the_rules_for_facts(verdict: Verdict, status: Status) -> None:
    sitting = Sitting()
    id = heard(sitting)
    verified(sitting, id, verdict)
    assert sitting.incident.sheet.facts[0].status is status
    assert sitting.incident.rumours[id].verdict is verdict
    assert not sitting.incident.contested


def test_a_true_rumour_becomes_a_fact_in_our_own_words_and_keeps_how_it_was_heard() -> None:
    sitting = Sitting()
    id = heard(sitting)
    sitting.do(
        countering.verify(
            sitting.incident,
            id,
            Verdict.TRUE,
            source="rektorn",
            source_type=SourceType.OWN_SERVICE,
            by=sitting.person,
            words=" Bettna skola är stängd  till fredag. ",
        )
    )
    assert sitting.incident.sheet.facts[0].text == "Bettna skola är stängd till fredag."
    assert sitting.incident.rumours[id].heard.text == RUMOUR


def test_a_false_rumour_does_not_become_true_again() -> None:
    sitting = Sitting()
    id = heard(sitting)
    verified(sitting, id, Verdict.FALSE)
    with pytest.raises(Refused, match="kan inte bli"):
        verified(sitting, id, Verdict.TRUE)


def test_f9_an_answer_whose_question_says_the_rumour_again_is_refused() -> None:
    sitting = Sitting()
    id = heard(sitting)
    with pytest.raises(Refused, match="upprepar ryktet"):
        countering.counter(
            sitting.incident, id, "Stänger kommunen skolan i Bettna hela veckan?", "Skolan är öppen.", sitting.now
        )


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("Skolan är öppen som vanligt. Uppgiften om att den stänger stämmer inte.", True),
        ("Nej, det är falskt. Skolan är öppen.", False),
        ("Det stämmer inte att kommunen stänger skolan i Bettna hela veckan. Den är öppen.", False),
    ],
)
def test_the_truth_comes_first_in_an_answer(text: str, *, good: bool) -> None:
    sitting = Sitting()
    id = heard(sitting)
    advice = countering.advice_on(sitting.incident, id, "Är det lektioner i morgon?", text, sitting.now)
    assert (advice == ()) is good


def test_a_rumour_becomes_a_question_and_a_block_of_text_at_once() -> None:
    sitting = Sitting()
    incident = sitting.incident
    id = heard(sitting)
    with pytest.raises(Refused, match="svaret på ryktet först"):
        countering.to_question(incident, id, sitting.now)
    sitting.do(
        countering.counter(incident, id, "Är det lektioner i morgon?", "Ja, det är lektioner som vanligt.", sitting.now)
    )
    sitting.do(countering.to_question(incident, id, sitting.now))
    assert [(one.question, one.rumour) for one in incident.sheet.answers] == [("Är det lektioner i morgon?", "R1")]
    with pytest.raises(Refused, match="finns redan"):
        countering.to_question(incident, id, sitting.now)


def test_p34_a_rumours_words_may_stand_in_the_answer_to_it_and_nowhere_else() -> None:
    sitting = Sitting()
    incident = sitting.incident
    id = heard(sitting)
    told = "Det är lektioner i morgon. Vi har inga uppgifter om att kommunen stänger skolan i Bettna hela veckan."
    sitting.do(countering.counter(incident, id, "Är det lektioner i morgon?", told, sitting.now))
    sitting.do(countering.to_question(incident, id, sitting.now))
    assert stops(sitting, f"Om de frågar\nÄr det lektioner i morgon?\n{told}") == []
    assert stops(sitting, f"{RUMOUR}\nÄr det lektioner i morgon?\n{told}") == ["P34"]


def test_a_rumour_heard_again_is_counted_and_the_most_heard_stands_first() -> None:
    sitting = Sitting()
    one = heard(sitting)
    other = heard(sitting, "Vattnet är förgiftat.")
    sitting.do(Repeated(other, sitting.now, "Flen"))
    assert [rumour.id for rumour in in_order(sitting.incident)] == [other, one]
    with pytest.raises(Refused, match="finns redan som R1"):
        heard(sitting, RUMOUR.upper())


def test_the_outcome_puts_a_rumour_last() -> None:
    sitting = Sitting()
    one, other = heard(sitting), heard(sitting, "Vattnet är förgiftat.")
    sitting.do(countering.close(sitting.incident, one, "Ingen frågar längre."))
    assert [rumour.id for rumour in in_order(sitting.incident)] == [other, one]
