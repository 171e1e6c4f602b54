"""The message map: three messages, 27 words, nine seconds, each with its support; a draft is always there."""

import pytest

from krisapp.domain.events import from_body, to_body
from krisapp.domain.language.lix import words
from krisapp.domain.map_history import Key, MessageMap
from krisapp.domain.message_map import check_map, drop_map, map_of, message_map, seconds_of, words_in, write_map
from krisapp.domain.situation import set_fields
from krisapp.domain.words import Refused
from tests.compose.written import NUMBERS, changed, sheet
from tests.domain.sitting import Sitting

OWN = MessageMap((Key("Elen är borta.", ("Felet är hittat.",)), Key("Hjälp varandra."), Key("Nytt besked kl. 18.")))


@pytest.mark.parametrize("number", NUMBERS)
def test_me10_every_incident_has_a_draft_of_at_most_three_messages_of_the_sheets_own_words(number: str) -> None:
    known = sheet(number)
    found = message_map(known)

    assert 1 <= len(found.keys) <= 3
    assert all(len(key.supports) <= 3 for key in found.keys)
    lines = [line for key in found.keys for line in (key.message, *key.supports)]
    assert len(lines) == len(set(lines)), "nothing is said twice"
    secret = [fact.text for fact in known.facts if fact.secret]
    assert not [line for line in lines for text in secret if text in line]


@pytest.mark.parametrize("number", ["001", "002", "005"])
def test_me10_a_whole_sheet_gives_three_supports_for_each_message(number: str) -> None:
    found = message_map(sheet(number))

    assert [len(key.supports) for key in found.keys] == [3, 3, 3]
    assert words_in(found) <= 27
    assert seconds_of(found) <= 9
    assert check_map(found) == []


def test_without_key_messages_the_map_says_what_to_do_what_we_do_and_when_we_tell_more() -> None:
    known = changed(sheet("001"), key_messages=())
    headline, doing, ahead = (key.message for key in message_map(known).keys)

    assert headline == known.headline
    assert doing.rstrip(".") in known.our_actions[0]
    assert ahead == "Nästa besked kommer kl. 18.00."


def test_q43_27_words_pass_and_28_are_a_warning() -> None:
    nine = "Ett två tre fyra fem sex sju åtta nio."
    within = MessageMap((Key(nine, ("a",) * 3), Key(nine, ("b",) * 3), Key(nine, ("c",) * 3)))
    over = MessageMap((*within.keys[:2], Key(f"{nine[:-1]} tio.", ("c",) * 3)))

    assert words_in(within) == 27
    assert seconds_of(within) == 9
    assert check_map(within) == []
    assert [finding.rule for finding in check_map(over)] == ["Q43", "Q44"]
    assert len(words(over.keys[2].message)) == 10


def test_a_map_that_lacks_messages_or_supports_says_so() -> None:
    assert [finding.rule for finding in check_map(MessageMap((Key("Gå in."),)))] == ["Q11", "ME10"]


def test_a_persons_own_map_stands_until_it_is_dropped() -> None:
    sitting = Sitting()
    draft = map_of(sitting.incident)
    sitting.do(write_map(sitting.incident, OWN))
    sitting.do(set_fields(sitting.incident, {"headline": "Elen är tillbaka."}))
    assert map_of(sitting.incident) == OWN

    sitting.do(drop_map(sitting.incident))
    assert map_of(sitting.incident) != OWN
    assert map_of(sitting.incident) != draft, "it follows the sheet again"
    with pytest.raises(Refused, match="följer redan"):
        drop_map(sitting.incident)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (MessageMap((Key(" "),)), "tom"),
        (MessageMap((Key("", ("stöd",)), Key("Gå in."))), "saknar huvudbudskap"),
        (MessageMap((Key("a"), Key("b"), Key("c"), Key("d"))), "Högst tre"),
        (MessageMap((Key("a", ("1", "2", "3", "4")),)), "Högst tre"),
        (MessageMap((Key("a" * 301),)), "för lång"),
    ],
)
def test_a_map_that_is_none_is_refused_in_words(wrong: MessageMap, why: str) -> None:
    with pytest.raises(Refused, match=why):
        write_map(Sitting().incident, wrong)


def test_a_map_unchanged_is_not_written_and_two_at_once_are_a_conflict_that_shows() -> None:
    sitting = Sitting()
    sitting.do(write_map(sitting.incident, OWN))
    with pytest.raises(Refused, match="redan så"):
        write_map(sitting.incident, OWN)


def test_the_event_of_a_map_comes_back_from_the_journal_as_it_was() -> None:
    happened = write_map(Sitting().incident, OWN)

    assert from_body(happened.kind, to_body(happened)) == happened


def test_the_map_is_copied_as_plain_text() -> None:
    assert OWN.text() == "1. Elen är borta.\n   • Felet är hittat.\n\n2. Hjälp varandra.\n\n3. Nytt besked kl. 18."
