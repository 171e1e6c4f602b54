"""The timeline: lanes, what happened at once as one point, and a drawing that is sound and says what it shows."""

from xml.etree import ElementTree as ET

from krisapp.documents.exercise.timeline_drawing import drawing, said
from krisapp.domain.break_glass import release_unapproved
from krisapp.domain.checks import Stage
from krisapp.domain.exercising.drill import Standing, handle, improvise
from krisapp.domain.exercising.scenario import Inject, InjectKind, Via
from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.scoring.order_attempts import OrderRefused
from krisapp.domain.scoring.timeline import Lane, timeline
from tests.domain.scoring.accounts import Kept


def played() -> Kept:
    sitting = Kept(drill=True)
    sitting.do(
        improvise(sitting.drill, Inject("X1", InjectKind.MEDIA, "P4", "PRE", Via.PHONE, "Är <alla> & andra sjuka?"))
    )
    sitting.do(handle(sitting.drill, "X1", Standing.SENT, sitting.now))
    sitting.later(8)
    sitting.do(LevelSet("N2", "chef", "Många"))
    sitting.do(OrderRefused("E2-C07.sv"))
    sitting.later(1)
    for id in ("I1-C07.sv", "I2-C06.sv", "E1-C01.sv"):
        sitting.out(id)
    return sitting


def test_what_happened_within_a_minute_in_a_lane_is_one_point() -> None:
    points = timeline(played().account())

    assert [(int(one.minute), one.lane, one.count) for one in points] == [
        (0, Lane.INJECTS, 1),
        (8, Lane.DECISIONS, 1),
        (8, Lane.TROUBLE, 1),
        (9, Lane.INTERNAL, 2),
        (9, Lane.RESIDENTS, 1),
    ]
    assert points[3].words == "2 texter: I1, C07; I2, C06"


def test_an_inject_that_is_held_is_not_yet_on_it() -> None:
    sitting = Kept(drill=True)
    sitting.do(improvise(sitting.drill, Inject("X1", InjectKind.MEDIA, "P4", "PRE", Via.PHONE, "Hur går det?")))
    sitting.do(handle(sitting.drill, "X1", Standing.HELD, sitting.now))

    assert timeline(sitting.account()) == []


def test_the_drawing_is_sound_and_lanes_differ_by_shape() -> None:
    account = played().account()
    points = timeline(account)

    tree = ET.fromstring(drawing(points, account.passed))
    names = [one.text for one in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Inspel", "Beslut", "Inåt", "Invånare", "Avvikelser"} <= set(names)
    assert "Övriga" not in names, "an empty lane takes no room"
    assert "Inåt 2" in said(points, account.passed)


def test_a_long_incident_has_few_ticks_and_none_has_none() -> None:
    account = played().account()
    for last in (0.0, 90.0, 5_000.0, 40_000.0):
        tree = ET.fromstring(drawing(timeline(account), last))
        ticks = [one for one in tree.iter("{http://www.w3.org/2000/svg}text") if one.get("text-anchor") == "middle"]
        assert len(ticks) <= 14
    assert ET.fromstring(drawing([], 0)).tag.endswith("svg")


def test_me6_a_text_without_approval_stands_out_with_its_reason() -> None:
    sitting = Kept()
    sitting.do(draft(sitting.incident, "E1-C01.sv", "{{ headline }}", Stage.FIRST, edited=False))
    seen = Rendering("Koka vattnet.", ("headline",))
    reason = "Ingen chef svarar och gasen sprids."
    sitting.do(release_unapproved(sitting.incident, "E1-C01.sv", seen, "tib", reason=reason, knows=True))

    points = timeline(sitting.account())

    assert [one.lane for one in points] == [Lane.RESIDENTS, Lane.TROUBLE]
    assert points[1].words.endswith(f"utan godkännande: {reason}")
