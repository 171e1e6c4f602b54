"""Playing an incident again: what it was at every moment, where in time each lies, and what was out then."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.events import Event, Stamp
from krisapp.domain.history import fold
from krisapp.domain.incident import Incident
from krisapp.domain.log import Kind, write
from krisapp.domain.replaying import QUIET, Recording, Turn, out_then, turn_of
from krisapp.domain.situation import set_fields
from tests.domain.sitting import NOON, PLAN, Sitting

ID = "E1-C01.sv"
MINUTE = 60_000


class Recorded(Sitting):
    """A sitting that keeps what it does, as a journal would."""

    def __init__(self) -> None:
        self.entries: list[tuple[Stamp, Event | None, str]] = []
        super().__init__()

    def do(self, *happened: Event) -> Stamp:
        for one in happened:
            stamp = super().do(one)
            self.entries.append((stamp, one, one.kind))
        return stamp

    def say(self, headline: str) -> None:
        self.do(set_fields(self.incident, {"headline": headline}))

    @property
    def recording(self) -> Recording:
        return Recording(self.entries, lambda: Incident(PLAN))


def story() -> Recorded:
    """Return an incident of an hour: a text goes out, its fact changes, and the text is replaced."""
    sitting = Recorded()
    sitting.say("Elen är borta i Bettna")
    sitting.later(10)
    sitting.released(ID)
    sitting.later(20)
    sitting.say("Elen är borta i Bettna och Vrena")
    sitting.later(30)
    sitting.released(ID)
    return sitting


@given(st.lists(st.integers(0, 12), min_size=1, max_size=20))
def test_wherever_one_jumps_the_incident_is_as_if_read_so_far(jumps: list[int]) -> None:
    sitting = story()
    recording = sitting.recording
    for number in jumps:
        there = recording.incident(number)
        number = min(number, recording.last)
        alone = fold(Incident(PLAN), ((stamp, happened) for stamp, happened, _kind in sitting.entries[:number]))
        assert [line.text for line in there.log] == [line.text for line in alone.log]
        assert there.version == alone.version
        assert {id: len(one.releases) for id, one in there.messages.items()} == {
            id: len(one.releases) for id, one in alone.messages.items()
        }


def test_an_entry_of_a_newer_program_is_passed_over_and_keeps_its_place() -> None:
    sitting = story()
    stamp = sitting.entries[-1][0]
    unknown: tuple[Stamp, Event | None, str] = (stamp, None, "drone.flown")
    recording = Recording([*sitting.entries, unknown], lambda: Incident(PLAN))
    assert recording.last == len(sitting.entries) + 1
    assert recording.turns[-1] is Turn.OTHER
    assert recording.incident(recording.last).messages[ID].number == 3


def test_a_clock_that_was_turned_back_never_turns_the_replay_back() -> None:
    sitting = story()
    sitting.later(-45)
    sitting.do(write(sitting.incident, Kind.OBSERVATION, "Klockan gick fel.", sitting.now))
    recording = sitting.recording
    times = [recording.time(number) for number in range(recording.first, recording.last + 1)]
    assert times == sorted(times)
    assert recording.time(recording.last) == NOON + timedelta(minutes=60)


def test_a_long_quiet_stretch_takes_ten_minutes_to_play() -> None:
    sitting = Recorded()
    sitting.later(5)
    sitting.say("Elen är borta")
    sitting.later(8 * 60)
    sitting.say("Elen är tillbaka")
    recording = sitting.recording
    assert recording.length == 5 * MINUTE + QUIET
    assert recording.moment(2 * MINUTE) == (1, NOON + timedelta(minutes=2))
    halfway, time = recording.moment(5 * MINUTE + QUIET // 2)
    assert (halfway, time) == (2, NOON + timedelta(minutes=5 + 4 * 60))
    assert recording.moment(recording.length) == (3, NOON + timedelta(minutes=5 + 8 * 60))


def test_one_goes_from_turn_to_turn_and_no_further_than_they_are() -> None:
    recording = story().recording
    first = recording.after(recording.first, Turn.OUT)
    assert first is not None
    second = recording.after(first, Turn.OUT)
    assert second == recording.last
    assert recording.after(second, Turn.OUT) is None
    assert recording.before(second, Turn.OUT) == first
    assert recording.before(first, Turn.OUT) is None
    assert recording.before(recording.first) is None, "before the start there is nothing to see"


def test_nothing_is_shown_before_the_incident_had_started() -> None:
    sitting = story()
    run: tuple[Stamp, Event | None, str] = (sitting.entries[0][0], None, "run.started")
    recording = Recording([run, *sitting.entries], lambda: Incident(PLAN))
    assert recording.first == 2
    assert recording.incident(recording.first).start is not None


def test_what_was_out_is_stale_from_the_entry_that_changed_a_fact_and_not_before() -> None:
    sitting = story()
    recording = sitting.recording
    out = recording.after(recording.first, Turn.OUT)
    assert out is not None
    (text,) = out_then(recording.incident(out))
    assert (text.message, text.number, text.changed) == (ID, 1, ())

    changed = recording.after(out, Turn.FACT)
    assert changed is not None
    (stale,) = out_then(recording.incident(changed))
    assert [one.name for one in stale.changed] == ["headline"]
    assert stale.changed[0].since is not None
    assert stale.changed[0].since.at == NOON + timedelta(minutes=30)

    (replaced,) = out_then(recording.incident(recording.last))
    assert (replaced.number, replaced.changed) == (2, ())


def test_each_kind_is_looked_for_as_what_it_is() -> None:
    assert turn_of("message.released") is Turn.OUT
    assert turn_of("message.approved") is Turn.OTHER
    assert turn_of("sheet.set") is turn_of("fact.stated") is Turn.FACT
    assert turn_of("level.set") is turn_of("decision.made") is Turn.DECISION
    assert turn_of("rumour.heard") is turn_of("enquiry.received") is Turn.ASKED
    assert turn_of("inject.handled") is Turn.INJECT
