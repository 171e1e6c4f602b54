"""The simulated world answers to what the team does and leaves undone (row EX3)."""

from krisapp.domain.answering.rumours import Counter
from krisapp.domain.checks import Stage
from krisapp.domain.events import Stamp
from krisapp.domain.exercising.arrivals import arrivals, take
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.exercising.taking import InjectTaken, Made
from krisapp.domain.exercising.world import Medium, Mood, On, Reaction, ThreadRules, WorldRules, said_in, threads
from krisapp.domain.messages import Release
from krisapp.store.scenario_files import world_rules
from tests.domain.exercising.test_drill import Sitting, begun

RULES = WorldRules(
    (
        Reaction(
            Medium.FEED, On.SILENCE, "E1", "Boende i {place}", ("Varför så tyst?", "Sover ni?"), 30, 5, Mood.ANGRY
        ),
        Reaction(Medium.PAPER, On.RELEASED, "E1", "Tidningen", ("Kommunen: {quoted}",), 2),
        Reaction(Medium.RADIO, On.INJECT, "media", "Radion", ("Fråga i {place}",), 1),
    ),
    ThreadRules(4, ("Är det sant?", "Delar.", "Tyst från kommunen."), ("Kommunen har svarat.",), ("A", "B")),
)


def rumour() -> Inject:
    return Inject("R", InjectKind.RUMOUR, "granne", "OMV", Via.SCREENSHOT, "Allt vatten är giftigt!")


def said(sitting: Sitting, medium: Medium) -> list[str]:
    return [one.text for one in said_in(sitting.incident, RULES, medium, sitting.now)]


def publish(sitting: Sitting, text: str) -> None:
    """Let a text be out to the residents from now on."""
    sitting.count += 1
    stamp = Stamp(f"{sitting.count:064x}", "s", 1, 1, int(sitting.now.timestamp() * 1000), 120, "tib")
    message = sitting.incident.message("E1-C01.sv")
    message.releases.append(Release(text, Stage.FIRST, 1, {}, 1, "chef", None, stamp))


def test_people_grow_angry_when_nothing_is_told_and_say_no_more_once_it_is() -> None:
    sitting = begun()
    sitting.wait(29)
    assert said(sitting, Medium.FEED) == []
    sitting.wait(2)
    assert said(sitting, Medium.FEED) == ["Varför så tyst?"]

    publish(sitting, "ÖVNING ÖVNING ÖVNING\nFlens kommun: koka vattnet i Malmköping innan du dricker det.")
    sitting.wait(30)
    assert said(sitting, Medium.FEED) == ["Varför så tyst?"]


def test_the_paper_quotes_what_the_municipality_wrote_and_not_the_mark_of_the_exercise() -> None:
    sitting = begun()
    sitting.wait(10)
    publish(sitting, "ÖVNING ÖVNING ÖVNING\nKort\n# Koka vattnet i Malmköping innan du dricker det.\nÖVNING")
    assert said(sitting, Medium.PAPER) == []
    sitting.wait(2)
    assert said(sitting, Medium.PAPER) == ["Kommunen: Koka vattnet i Malmköping innan du dricker det."]


def test_the_radio_tells_of_a_question_that_was_asked_and_of_none_that_was_not() -> None:
    question = Inject("M", InjectKind.MEDIA, "P4", "PRE", Via.PHONE, "Stämmer det?", at=5)
    sitting = begun(question)
    sitting.wait(20)
    assert said(sitting, Medium.RADIO) == []
    sitting.send("M")
    sitting.wait(1)
    assert said(sitting, Medium.RADIO) == ["Fråga i Bettna"]


def test_a_rumour_grows_until_it_is_answered_and_then_fades() -> None:
    sitting = begun(rumour())
    sitting.send("R")
    (first,) = threads(sitting.incident, RULES, sitting.now)
    sitting.wait(12)
    (grown,) = threads(sitting.incident, RULES, sitting.now)
    assert grown.shares == 2 * first.shares
    assert [reply.text for reply in grown.replies] == ["Är det sant?", "Delar.", "Tyst från kommunen."]
    assert not grown.fading

    (arrival,) = arrivals(sitting.incident)
    heard = take(sitting.incident, arrival, Made.RUMOUR, sitting.now)
    assert heard is not None
    sitting.apply(heard)
    (id,) = sitting.incident.rumours
    sitting.apply(InjectTaken("R", Made.RUMOUR, id))
    sitting.incident.rumours[id].counter.set(
        Counter("Hur är vattnet?", "Det går att dricka."), sitting.incident.rumours[id].stamp
    )
    (answered,) = threads(sitting.incident, RULES, sitting.now)
    assert answered.fading
    sitting.wait(16)
    (faded,) = threads(sitting.incident, RULES, sitting.now)
    assert faded.shares == 0
    assert faded.replies[-1].text == "Kommunen har svarat."


def test_the_rules_of_the_program_can_be_read_and_all_speak_of_invented_media() -> None:
    rules = world_rules()
    assert {rule.medium for rule in rules.reactions} == set(Medium)
    names = {rule.who for rule in rules.reactions if rule.medium is not Medium.FEED}
    assert all("påhittad" in name for name in names)
