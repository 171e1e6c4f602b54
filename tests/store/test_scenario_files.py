"""Scenario files: the program's own hold, and a broken one is told with line and remedy."""

from pathlib import Path

import msgspec
import pytest

from krisapp.store.bad_input import BadInput
from krisapp.store.sample import sample_plan
from krisapp.store.scenario_files import objectives, own, quick, read_scenario, save_scenario, shipped

PLAN = sample_plan()

SCENARIO = """\
id: X
name: Provet
minutes: 30
incident: {type: drinking_water, places: [Bettna], sentence: Vattnet luktar, level: N1}
objectives: [Ö3]
injects:
  - {id: X1, at: 0, kind: event, from: VA, to: TIB, via: phone, text: Vattnet luktar.}
  - {id: X2, at: 5, kind: media, from: P4, to: PRE, via: phone, text: Stämmer det?}
"""


def test_the_four_scenarios_have_their_62_injects_and_name_only_what_the_plan_has() -> None:
    found = [read_scenario(path, PLAN) for path in shipped()]

    assert [one.id for one in found] == ["A", "B", "C", "D"]
    assert [len(one.injects) for one in found] == [15, 15, 16, 16]
    assert [sum(inject.reserve for inject in one.injects) for one in found] == [1, 1, 1, 1]
    assert len(objectives()) == 10


@pytest.mark.parametrize(
    ("was", "becomes", "line", "said"),
    [
        ("at: 5", "at: 45", 8, "minut 45"),
        ("at: 5", "at: fem", 8, "heltal"),
        ("id: X2", "id: X1", 8, "Två inspel heter X1"),
        ("kind: media", "kind: gossip", 8, "gossip"),
        ("via: phone, text: Stämmer", "via: phone, after: {released: E9}, text: Stämmer", 8, "E9"),
        ("via: phone, text: Stämmer", "via: phone, after: {}, text: Stämmer", 8, "en enda sak"),
        ("via: phone, text: Stämmer", "via: phone, after: {inject: X2}, text: Stämmer", 8, "ring: X2 → X2"),
        ("via: phone, text: Stämmer", "via: phone, attachment: karta.png, text: Stämmer", 8, "karta.png"),
        ("via: phone, text: Stämmer", "via: phone, attachment: ../../etc/passwd, text: Stämmer", 8, "bredvid"),
        ("via: phone, text: Stämmer", "via: phone, ladder: F, text: Stämmer", 8, "A till E"),
        ("type: drinking_water", "type: meteor", 4, "meteor"),
        ("Ö3", "Ö33", 5, "Ö33"),
        ("minutes: 30", "minutes: 0", 3, "minuter"),
        ("name: Provet", "namn: Provet", 2, "namn"),
    ],
)
def test_what_is_wrong_in_a_scenario_is_told_with_its_line(
    tmp_path: Path, was: str, becomes: str, line: int, said: str
) -> None:
    path = tmp_path / "provet.yaml"
    path.write_text(SCENARIO.replace(was, becomes, 1), "utf-8")

    with pytest.raises(BadInput) as bad:
        read_scenario(path, PLAN)

    assert said in str(bad.value)
    assert str(bad.value).startswith(f"provet.yaml, rad {line}:")


def test_the_seven_quick_drills_of_the_handbook_have_goals_that_a_team_can_reach() -> None:
    found = [read_scenario(path, PLAN) for path in quick()]
    assert len(found) == 7
    assert all(one.goals for one in found)
    assert max(one.minutes for one in found) <= 20


def test_a_scenario_of_ones_own_is_saved_as_a_readable_file_and_read_back_the_same(tmp_path: Path) -> None:
    for source in (*shipped(), *quick()):
        scenario = read_scenario(source, PLAN)
        path = tmp_path / "scenarier" / f"{scenario.id}.yaml"
        save_scenario(path, scenario, PLAN)
        assert read_scenario(path, PLAN) == scenario
    assert len(own(tmp_path)) == 11
    assert "Stämmer det att folk har blivit sjuka?" in (tmp_path / "scenarier" / "A.yaml").read_text("utf-8")


def test_a_faulty_scenario_is_not_saved_over_the_one_that_was(tmp_path: Path) -> None:
    good = read_scenario(shipped()[0], PLAN)
    path = tmp_path / "scenarier" / "egen.yaml"
    save_scenario(path, good, PLAN)
    before = path.read_bytes()
    with pytest.raises(BadInput, match=r"egen\.yaml, rad"):
        save_scenario(path, msgspec.structs.replace(good, minutes=10), PLAN)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_goal_that_names_what_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "provet.yaml"
    path.write_text(SCENARIO + "goals:\n  - {name: Ut, when: {released: E99}}\n", "utf-8")
    with pytest.raises(BadInput, match=r"rad 10: .*E99"):
        read_scenario(path, PLAN)
