"""The outbox: journal and delivery together, with real servers, crashes, exercises and a net that is down."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from krisapp.domain.sending.outgoing import clear
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import settle
from krisapp.domain.sending.sending_history import Begun, Requested
from krisapp.domain.sending.sendings import Result, Sendings, State
from krisapp.domain.sending.ways import Email, Folder, Gateway, Hook, Modem, Security, Sftp, Way, WaysOut
from krisapp.domain.words import Refused
from krisapp.outbox import Outbox, Round
from krisapp.store.bad_input import BadInput
from krisapp.store.ways_out import FILE, read_ways, write_ways
from tests.delivery.desks import ask, close_all, desk_with, reopened
from tests.delivery.gateway_server import ACCOUNT, SECRET, GatewayServer, supplier
from tests.delivery.leaving import MAIL, SMS, TEXTS
from tests.delivery.mail_server import MailServer, free_port, mail

__all__ = ["mail", "supplier"]

NUMBERS = ("+46701740605", "+46701740606", "+46701740607")


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    close_all()


def by_mail(port: int, most: int = 2) -> WaysOut:
    return WaysOut(Email("127.0.0.1", port, Security.NOTHING, sender="kris@example.se", most=most))


def by_sms(server: GatewayServer) -> WaysOut:
    return WaysOut(sms=Gateway(f"http://127.0.0.1:{server.port}/a1/sms", ACCOUNT, "FlensKommun"))


def run(outbox: Outbox, id: str, secret: str = "", ready: Round | None = None) -> Round:
    """Try until the round is at its end, as the window does."""
    ready = ready or outbox.first_round(id)
    while True:
        attempt, ready = outbox.begin(id, ready, secret)
        if attempt is None:
            return ready
        ready = outbox.answer(attempt, attempt.work(), ready)


def states(outbox: Outbox, id: str) -> list[State]:
    return [one.state for one in outbox.sending(id).states()]


def test_a_long_list_goes_in_mails_of_so_many_and_each_recipient_has_its_result(
    tmp_path: Path, mail: MailServer
) -> None:
    mail.answers["c@example.se"] = "550 Okand"
    desk = desk_with(tmp_path, MAIL)
    ways = by_mail(mail.port)
    id = ask(desk, ways, Way.EMAIL, *(f"{name}@example.se" for name in "abcde"))
    outbox = Outbox(desk, ways)
    run(outbox, id)

    assert [one.rcpt_tos for one in mail.taken] == [
        ["a@example.se", "b@example.se"],
        ["d@example.se"],
        ["e@example.se"],
    ]
    assert states(outbox, id) == [State.SENT, State.SENT, State.REFUSED, State.SENT, State.SENT]
    desk.close()
    again = Outbox(reopened(tmp_path), ways)
    assert states(again, id) == [State.SENT, State.SENT, State.REFUSED, State.SENT, State.SENT]
    assert again.first_round(id).left == () and again.first_round(id, refused=True).left == (2,)


def test_with_the_net_down_it_waits_and_goes_when_the_net_is_back(tmp_path: Path, loopback: None) -> None:
    port = free_port()
    desk = desk_with(tmp_path, MAIL)
    ways = by_mail(port)
    id = ask(desk, ways, Way.EMAIL, "a@example.se")
    outbox = Outbox(desk, ways)
    ready = run(outbox, id)
    assert states(outbox, id) == [State.POSTPONED]
    following = outbox.next_round(ready)
    assert following is not None and following[0] == 30
    server = MailServer(port=port)
    run(outbox, id, ready=following[1])
    server.stop()

    assert states(outbox, id) == [State.SENT]
    assert len(server.taken) == 1


def test_it_gives_up_trying_by_itself_after_a_few_rounds(tmp_path: Path, loopback: None) -> None:
    desk = desk_with(tmp_path, MAIL)
    ways = by_mail(free_port())
    id = ask(desk, ways, Way.EMAIL, "a@example.se")
    outbox = Outbox(desk, ways)
    ready, rounds = run(outbox, id), 1
    while (following := outbox.next_round(ready)) is not None:
        ready, rounds = run(outbox, id, ready=following[1]), rounds + 1

    assert rounds == 5
    assert states(outbox, id) == [State.POSTPONED]


@pytest.mark.parametrize(
    ("when", "went", "left"),
    [
        ("asked", 0, [State.WAITING, State.WAITING]),
        ("begun", 0, [State.OPEN, State.WAITING]),
        ("sent", 1, [State.OPEN, State.WAITING]),
        ("answered", 1, [State.SENT, State.WAITING]),
    ],
)
def test_a_program_killed_at_any_point_sends_nothing_twice_and_claims_nothing(
    tmp_path: Path, mail: MailServer, when: str, went: int, left: list[State]
) -> None:
    command = [sys.executable, "-m", "tests.delivery.killed", str(tmp_path), str(mail.port), when]
    killed = subprocess.run(command, capture_output=True, timeout=120)
    assert killed.returncode == -9, killed.stderr.decode()
    assert len(mail.taken) == went

    outbox = Outbox(reopened(tmp_path), by_mail(mail.port, 1))
    (sending,) = outbox.desk.incident.part(Sendings).asked
    assert states(outbox, sending.id) == left
    run(outbox, sending.id)
    assert [one.rcpt_tos for one in mail.taken].count(["ett@example.se"]) <= 1
    assert [one.rcpt_tos for one in mail.taken].count(["tva@example.se"]) == 1
    if left[0] is State.OPEN:
        assert states(outbox, sending.id) == [State.OPEN, State.SENT]
        outbox.desk.do(settle(outbox.desk.incident, sending.id, (0,), sent=went == 1, note="frågat"))
        run(outbox, sending.id)
    assert [one.rcpt_tos for one in mail.taken].count(["ett@example.se"]) == 1
    assert states(outbox, sending.id) == [State.SENT, State.SENT]


@pytest.mark.parametrize("cut", ["connect", "headers", "body", "answer", "half"])
def test_text_messages_go_one_by_one_so_that_a_cut_leaves_few_in_doubt(
    tmp_path: Path, supplier: GatewayServer, cut: str
) -> None:
    desk = desk_with(tmp_path, SMS)
    ways = by_sms(supplier)
    id = ask(desk, ways, Way.SMS, *NUMBERS)
    outbox = Outbox(desk, ways)
    attempt, ready = outbox.begin(id, outbox.first_round(id), SECRET)
    assert attempt is not None
    supplier.cut = cut
    ready = outbox.answer(attempt, attempt.work(), ready)
    supplier.cut = ""
    ready = run(outbox, id, SECRET, ready)
    following = outbox.next_round(ready)
    if following is not None:
        run(outbox, id, SECRET, following[1])

    numbers = [form["to"] for form in supplier.taken]
    assert sorted(numbers) == sorted(set(numbers)) and set(NUMBERS[1:]) <= set(numbers)
    first, *others = states(outbox, id)
    assert others == [State.SENT, State.SENT]
    assert first is not State.SENT or NUMBERS[0] in numbers
    assert first is State.UNKNOWN or (first is State.SENT) is (NUMBERS[0] in numbers)


EVERY = WaysOut(
    Email("127.0.0.1", 1, Security.NOTHING, sender="kris@example.se"),
    Gateway("http://127.0.0.1:1/a1/sms", ACCOUNT, "Flen"),
    Modem("gammurc"),
    Hook("http://127.0.0.1:1/hook"),
    Folder("."),
    Sftp("127.0.0.1", 1, "a", ".", "ssh-ed25519 AAAA"),
)


@pytest.mark.parametrize("way", list(Way))
def test_p62_in_an_exercise_no_way_out_sends_anything_whatever_stands_in_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """The network is shut in this test too: a single attempt to open a socket would fail it."""
    monkeypatch.chdir(tmp_path)
    desk = desk_with(tmp_path / "ovning", TEXTS[way], exercise=True)
    outbox = Outbox(desk, EVERY)
    with pytest.raises(Refused, match="övning"):
        ask(desk, EVERY, way)
    release = desk.incident.message(TEXTS[way]).out
    assert release is not None
    forged = Requested(TEXTS[way], 1, release.sha256, way, EVERY.through(way), "", (Recipient(NUMBERS[0]),))
    (stamp,) = desk.do(forged)
    with pytest.raises(Refused, match="övning"):
        outbox.begin(stamp.id, outbox.first_round(stamp.id), "hemlig")
    (begun,) = desk.do(Begun(stamp.id, (0,)))
    with pytest.raises(Refused, match="övning"):
        clear(desk.incident, stamp.id, begun.id)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ovning"]


def test_another_server_than_the_one_that_was_seen_gets_nothing(tmp_path: Path, supplier: GatewayServer) -> None:
    desk = desk_with(tmp_path, SMS)
    id = ask(desk, by_sms(supplier), Way.SMS, NUMBERS[0])
    other = WaysOut(sms=Gateway("https://ond.example.se/a1/sms", ACCOUNT, "Flen"))

    with pytest.raises(Refused, match="annan server"):
        Outbox(desk, other).begin(id, Round((0,)), SECRET)
    assert states(Outbox(desk, other), id) == [State.WAITING]


def test_an_error_that_stopped_it_before_the_net_is_a_no_and_any_other_is_unclear(
    tmp_path: Path, supplier: GatewayServer
) -> None:
    desk = desk_with(tmp_path, SMS)
    ways = by_sms(supplier)
    id = ask(desk, ways, Way.SMS, *NUMBERS[:2])
    outbox = Outbox(desk, ways)
    for error, state in ((Refused("gammu saknas"), State.REFUSED), (OSError("konstigt"), State.UNKNOWN)):
        attempt, ready = outbox.begin(id, outbox.first_round(id), SECRET)
        assert attempt is not None
        outbox.fail(attempt, error, ready)
        assert states(outbox, id)[attempt.recipients[0]] is state


def test_the_secret_is_in_neither_journal_nor_settings(tmp_path: Path, supplier: GatewayServer) -> None:
    desk = desk_with(tmp_path, SMS)
    ways = by_sms(supplier)
    write_ways(tmp_path, ways)
    id = ask(desk, ways, Way.SMS, NUMBERS[0])
    run(Outbox(desk, ways), id, SECRET)
    desk.close()

    assert len(supplier.taken) == 1
    assert [path.name for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()] == []


def test_the_ways_are_kept_whole_and_a_file_that_cannot_be_read_is_not_guessed_at(tmp_path: Path) -> None:
    assert read_ways(tmp_path) == WaysOut()
    write_ways(tmp_path, EVERY)
    assert read_ways(tmp_path) == EVERY
    (tmp_path / FILE).write_text("{", "utf-8")
    with pytest.raises(BadInput, match="skadad"):
        read_ways(tmp_path)


def test_what_a_result_means_has_a_state() -> None:
    assert {State(result) for result in Result} <= set(State)
