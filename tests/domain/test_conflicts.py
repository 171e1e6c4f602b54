"""Two people who changed the same thing apart: both stay, wherever it is, and a person chooses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from krisapp.domain import checklists
from krisapp.domain.checklists import Mark
from krisapp.domain.checks import Stage
from krisapp.domain.conflicts import AGAIN, Conflict, choose, conflicts, registers
from krisapp.domain.events import KINDS, Event, from_body
from krisapp.domain.facts import Fact, Status
from krisapp.domain.incident import Incident
from krisapp.domain.messages import draft
from krisapp.domain.situation import set_fields, state_fact
from krisapp.domain.words import Refused
from krisapp.store.tips import event_of
from tests.two_consoles import Console

Act = Callable[[Incident, str], Event]


def _ticked(incident: Incident, who: str) -> Event:
    assert incident.plan is not None
    item = incident.plan.checklists[0].items[0]
    return checklists.tick(incident, item, Mark.DONE if who == "ett" else Mark.NOT_APPLICABLE, "behövs inte")


def _given(incident: Incident, who: str) -> Event:
    assert incident.plan is not None
    role = incident.plan.roles[1 if who == "ett" else 2].id
    return checklists.reassign(incident, incident.plan.checklists[0].items[0], role)


def _fact(incident: Incident, who: str) -> Event:
    return state_fact(
        incident, Fact(id="F1", text=f"Prov nr {who}", status=Status.UNCONFIRMED, source="VA"), "jons.tallbacker"
    )


def _text(incident: Incident, who: str) -> Event:
    return draft(incident, "E1-C01.sv", f"Koka vattnet, säger {who}.", Stage.FIRST, edited=True)


def _field(incident: Incident, who: str) -> Event:
    return set_fields(incident, {"headline": f"Rubrik {who}", "advice": (f"Råd {who}",)})


ACTS: tuple[tuple[str, Act], ...] = (
    ("fields/headline", _field),
    ("facts/F1", _fact),
    ("messages/E1-C01.sv/draft", _text),
    ("marks/{item}/mark", _ticked),
    ("marks/{item}/role", _given),
)


@pytest.fixture
def consoles(tmp_path: Path) -> Iterator[tuple[Console, Console]]:
    first, second = Console(tmp_path / "ett", "jons.tallbacker"), Console(tmp_path / "två", "love.alpilund")
    first.start()
    first.meet(tmp_path / "usb")
    second.join(tmp_path / "usb")
    yield first, second
    first.desk.close()
    second.desk.close()


def _of(console: Console, key: str) -> Conflict:
    (found,) = [one for one in conflicts(console.desk.incident) if one.key == key]
    return found


@pytest.mark.parametrize(("key", "act"), ACTS, ids=[key for key, _act in ACTS])
@pytest.mark.parametrize("number", [0, 1])
def test_what_two_set_apart_both_stay_and_choosing_one_settles_it_everywhere(
    consoles: tuple[Console, Console], tmp_path: Path, key: str, act: Act, number: int
) -> None:
    first, second = consoles
    assert first.desk.incident.plan is not None
    key = key.format(item=first.desk.incident.plan.checklists[0].items[0].id)
    first.desk.do(act(first.desk.incident, "ett"))
    second.desk.do(act(second.desk.incident, "två"))
    for console in (first, second, first):
        console.meet(tmp_path / "usb")
    assert _of(first, key) == _of(second, key)
    chosen, stamp = _of(second, key).claims[number]

    desk = second.desk
    desk.do(choose(_of(second, key), chosen, event_of(desk.journal, stamp)))
    for console in (second, first):
        console.meet(tmp_path / "usb")

    for console in (first, second):
        assert key not in {one.key for one in conflicts(console.desk.incident)}
        standing = {"/".join(path): register.value for path, register in registers(console.desk.incident)}
        assert standing[key] == chosen


def test_choosing_one_field_leaves_another_that_was_set_with_it_to_be_chosen(
    consoles: tuple[Console, Console], tmp_path: Path
) -> None:
    first, second = consoles
    for console, who in ((first, "ett"), (second, "två")):
        console.desk.do(_field(console.desk.incident, who))
    for console in (first, second, first):
        console.meet(tmp_path / "usb")
    conflict = _of(first, "fields/headline")

    first.desk.do(choose(conflict, conflict.claims[0][0], event_of(first.desk.journal, conflict.claims[0][1])))

    assert {one.key for one in conflicts(first.desk.incident)} == {"fields/advice"}


def test_what_cannot_be_done_again_is_chosen_where_it_belongs() -> None:
    conflict = Conflict(("Shifts", "planned", "s1"), ())

    with pytest.raises(Refused, match="Enter"):
        choose(conflict, None, None)


def test_every_kind_that_may_be_done_again_is_one_the_program_knows_and_says_what_it_replaces() -> None:
    for kind in AGAIN:
        from_body(kind, b"{}")
        assert "heads" in vars(KINDS[kind]), kind
