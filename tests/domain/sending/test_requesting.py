"""Asking for a text to be sent: only what is released, only in a real incident, and never twice."""

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.dispatch import State as Carried
from krisapp.domain.events import Stamp
from krisapp.domain.incident import Incident, lost_start
from krisapp.domain.plan_rows import Person
from krisapp.domain.sending.outgoing import Outgoing, clear, trial
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import answer, begin, give_up, hold_real, request, settle, unclear
from krisapp.domain.sending.retrying import PAUSES, pause
from krisapp.domain.sending.sending_history import Answered, Begun, Requested, Settled
from krisapp.domain.sending.sendings import Outcome, Result, Sending, Sendings, State
from krisapp.domain.sending.ways import Way
from krisapp.domain.words import Refused
from tests.delivery.leaving import MAIL, SMS, out
from tests.domain.sitting import PLAN, Sitting, read_in_any_order

TWO = (Recipient("ett@example.se", "Ett"), Recipient("tva@example.se", "Två"))


def ask(sitting: Sitting, recipients: tuple[Recipient, ...] = TWO, message: str = MAIL, way: Way = Way.EMAIL) -> str:
    asked = request(sitting.incident, message, way, through="smtp.example.se", to="Partner", recipients=recipients)
    return sitting.do(asked).id


def attempted(sitting: Sitting, id: str, *results: Result, places: tuple[int, ...] = (0, 1)) -> str:
    begun = sitting.do(begin(sitting.incident, id, places)).id
    if results:
        outcomes = tuple(Outcome(at, result, "svar") for at, result in zip(places, results, strict=True))
        sitting.do(answer(sitting.incident, id, begun, outcomes))
    return begun


def states(sitting: Sitting, id: str) -> list[State]:
    return [one.state for one in sending(sitting, id).states()]


def sending(sitting: Sitting, id: str) -> Sending:
    return sitting.incident.part(Sendings).by_id[id]


def said(sitting: Sitting) -> str:
    return sitting.incident.log[-1].text


def test_p53_only_a_released_text_can_be_asked_for() -> None:
    sitting = Sitting(danger=True)
    sitting.approved(MAIL)

    with pytest.raises(Refused, match="släppt"):
        ask(sitting)
    with pytest.raises(Refused, match="släppt"):
        ask(sitting, message="E1-C99.sv")


def test_p62_an_exercise_asks_for_nothing_begins_nothing_and_clears_nothing() -> None:
    sitting = out(MAIL, exercise=True)
    with pytest.raises(Refused, match="övning"):
        ask(sitting)
    # Even where a journal has been made to hold a request and an attempt, nothing can be made of them.
    release = sitting.incident.message(MAIL).out
    assert release is not None
    id = sitting.do(Requested(MAIL, release.number, release.sha256, Way.EMAIL, "smtp", "Partner", TWO)).id
    with pytest.raises(Refused, match="övning"):
        begin(sitting.incident, id, (0,))
    begun = sitting.do(Begun(id, (0, 1))).id
    with pytest.raises(Refused, match="övning"):
        clear(sitting.incident, id, begun)
    with pytest.raises(Refused, match="övning"):
        trial(sitting.incident, Way.EMAIL, "jag@example.se", "Flens kommun")


def test_p62_where_nobody_knows_whether_it_was_an_exercise_nothing_is_sent() -> None:
    incident = Incident(PLAN)
    with pytest.raises(Refused):
        hold_real(incident)
    lost_start("FLN-2027-001", Sitting().now, "N1").apply(incident, Stamp("", "", 0, 0, 0, 0, ""))
    with pytest.raises(Refused, match="går inte att läsa"):
        hold_real(incident)


def test_p62_nothing_but_a_begun_sending_makes_what_the_ways_take() -> None:
    with pytest.raises(TypeError):
        Outgoing(object(), "id", MAIL, 1, "", "text", ())
    empty = Outgoing.__new__(Outgoing)
    with pytest.raises(AttributeError):
        _ = empty.text
    sitting = out(MAIL)
    id = ask(sitting)
    with pytest.raises(Refused, match="journalen"):
        clear(sitting.incident, id, "ingen")
    begun = attempted(sitting, id, Result.SENT, Result.SENT)
    with pytest.raises(Refused, match="besvarat"):
        clear(sitting.incident, id, begun)


@pytest.mark.parametrize("channel", ["C14", "C12", "C24", "C10"])
def test_what_is_said_or_carried_is_never_sent_and_a_vma_least_of_all(channel: str) -> None:
    id = f"E1-{channel}.sv"
    sitting = out(id)
    with pytest.raises(Refused):
        ask(sitting, message=id)


def test_a_text_takes_only_the_ways_of_its_channel() -> None:
    sitting = out(SMS)
    with pytest.raises(Refused, match="den vägen"):
        ask(sitting, message=SMS)


def test_nobody_gets_the_same_text_twice() -> None:
    sitting = out(MAIL)
    id = ask(sitting)
    with pytest.raises(Refused, match="redan"):
        ask(sitting, TWO[:1])
    attempted(sitting, id, Result.SENT, Result.REFUSED)
    with pytest.raises(Refused, match="redan"):
        ask(sitting, TWO[:1])
    with pytest.raises(Refused, match="två gånger"):
        ask(sitting, (TWO[1], TWO[1]))
    ask(sitting, TWO[1:])
    with pytest.raises(Refused, match="Ingen av mottagarna"):
        begin(sitting.incident, id, (0,))


def test_what_was_begun_and_never_answered_waits_for_a_person() -> None:
    sitting = out(MAIL)
    id = ask(sitting)
    attempted(sitting, id)

    assert states(sitting, id) == [State.OPEN, State.OPEN]
    with pytest.raises(Refused, match="Ingen av mottagarna"):
        begin(sitting.incident, id, (0, 1))
    with pytest.raises(Refused, match="hur du vet"):
        settle(sitting.incident, id, (0,), sent=True)
    sitting.do(settle(sitting.incident, id, (0,), sent=True, note="hon svarade"))
    sitting.do(settle(sitting.incident, id, (1,), sent=False, note="servern var av"))
    assert states(sitting, id) == [State.SENT, State.WAITING]
    assert said(sitting) == "E4, C17, nr 1, till Partner: bedömt som inte skickat för 1. servern var av"
    attempted(sitting, id, Result.SENT, places=(1,))
    assert states(sitting, id) == [State.SENT, State.SENT]
    with pytest.raises(Refused, match="inget oklart"):
        settle(sitting.incident, id, (0,), sent=False, note="fel")


def test_a_newer_text_stops_an_older_request() -> None:
    sitting = out(MAIL)
    id = ask(sitting)
    sitting.released(MAIL)

    with pytest.raises(Refused, match="nyare text"):
        begin(sitting.incident, id, (0, 1))
    sitting.do(give_up(sitting.incident, id, "nyare text"))
    assert states(sitting, id) == [State.GIVEN_UP, State.GIVEN_UP]
    with pytest.raises(Refused, match="Inget väntar"):
        give_up(sitting.incident, id)


def test_what_has_gone_is_not_given_up_and_what_is_unclear_stays_so() -> None:
    sitting = out(MAIL)
    id = ask(sitting, (*TWO, Recipient("tre@example.se")))
    attempted(sitting, id, Result.SENT, places=(0,))
    attempted(sitting, id, Result.UNKNOWN, places=(1,))
    sitting.do(give_up(sitting.incident, id))

    assert states(sitting, id) == [State.SENT, State.UNKNOWN, State.GIVEN_UP]
    assert unclear(sending(sitting, id)) == (1,)


def test_the_dispatch_register_and_the_log_tell_it_without_anyone_typing() -> None:
    sitting = out(MAIL)
    id = ask(sitting)
    assert said(sitting) == "E4, C17, nr 1: ska skickas till Partner (2) med e-post."
    dispatch = sitting.incident.dispatches[id]
    assert (dispatch.state, dispatch.where, dispatch.number) == (Carried.PLANNED, "Partner", 1)
    attempted(sitting, id, Result.SENT, Result.POSTPONED)
    assert dispatch.state is Carried.UNDER_WAY
    sitting.later(5)
    attempted(sitting, id, Result.SENT, places=(1,))
    assert (dispatch.state, dispatch.at, dispatch.receiver) == (Carried.DONE, sitting.now, "2/2")
    assert said(sitting) == "E4, C17, nr 1, till Partner med e-post: 2 av 2 skickade."


def test_a_protected_identity_is_in_neither_journal_nor_log_and_is_looked_up_when_it_is_sent() -> None:
    sitting = out(SMS)
    hidden = Person(id="dold", name="Hemlig Person", mobile="070-174 06 05", protected=True)
    sitting.incident.plan = msgspec.structs.replace(PLAN, people=(*PLAN.people, hidden))
    asked = request(sitting.incident, SMS, Way.SMS, through="g", to="stab", recipients=(Recipient(person="dold"),))
    id = sitting.do(asked).id
    begun = sitting.do(begin(sitting.incident, id, (0,)))
    written = msgspec.json.encode(asked)

    assert b"Hemlig" not in written and b"0701740605"[1:] not in written
    assert clear(sitting.incident, id, begun.id).targets[0].address == "+46701740605"
    with pytest.raises(Refused, match="redan"):
        request(sitting.incident, SMS, Way.SMS, through="g", to="", recipients=(Recipient("+46701740605"),))


def test_attempts_are_made_with_longer_and_longer_pauses_and_then_left_to_a_person() -> None:
    waits = [pause(tries) for tries in range(1, len(PAUSES) + 2)]

    assert waits[-1] is None and pause(0) is None
    assert all(isinstance(one, timedelta) for one in waits[:-1]) and sorted(PAUSES) == list(PAUSES)


@given(st.data())
def test_in_whatever_order_it_is_read_it_comes_to_the_same(data: st.DataObject) -> None:
    sitting = out(MAIL)
    id = ask(sitting)
    kept = []

    def do(happened: Begun | Answered | Settled) -> str:
        stamp = sitting.do(happened)
        kept.append((happened, stamp))
        return stamp.id

    for _round in range(data.draw(st.integers(1, 3))):
        ready = tuple(at for at, one in enumerate(states(sitting, id)) if one in (State.WAITING, State.POSTPONED))
        if ready:
            begun = do(begin(sitting.incident, id, ready))
            results = data.draw(st.lists(st.sampled_from(Result), max_size=len(ready)))
            if results:
                found = tuple(Outcome(at, result) for at, result in zip(ready, results, strict=False))
                do(answer(sitting.incident, id, begun, found))
        doubtful = unclear(sending(sitting, id))
        if doubtful and data.draw(st.sampled_from((True, False))):
            do(settle(sitting.incident, id, doubtful, sent=data.draw(st.booleans()), note="sett"))
    request_event, stamp = sending(sitting, id).request, sending(sitting, id).stamp
    assert request_event is not None and stamp is not None
    incident = read_in_any_order(data, PLAN, [(request_event, stamp), *kept])

    assert [one.state for one in incident.part(Sendings).by_id[id].states()] == states(sitting, id)


@given(st.lists(st.sampled_from(Result), min_size=1, max_size=8), st.booleans())
def test_what_may_have_gone_is_never_tried_again(results: list[Result], settled: bool) -> None:
    sitting = out(MAIL)
    id = ask(sitting, TWO[:1])
    went = 0
    for result in results:
        if states(sitting, id)[0] in (State.WAITING, State.POSTPONED, State.REFUSED):
            attempted(sitting, id, result, places=(0,))
            went += result in (Result.SENT, Result.UNKNOWN)
        else:
            with pytest.raises(Refused):
                begin(sitting.incident, id, (0,))
    assert went <= 1
