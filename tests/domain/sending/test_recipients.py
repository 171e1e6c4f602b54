"""To whom a text goes: numbers and addresses in the form that is dialled and mailed, and the bad ones told."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.plan_rows import Person
from krisapp.domain.sending.recipients import (
    Recipient,
    e164,
    groups_of,
    in_groups,
    mail_address,
    name_for,
    together,
    typed,
)
from krisapp.domain.sending.ways import (
    Email,
    Gateway,
    Security,
    Sftp,
    Way,
    WaysOut,
    check_security,
    check_url,
    ways_for,
)
from krisapp.domain.words import Refused
from tests.domain.sitting import PLAN


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("070-174 06 05", "+46701740605"),
        ("0701740605", "+46701740605"),
        ("+46 (0)70 174 06 05", "+46701740605"),
        ("0046701740605", "+46701740605"),
        ("+46\u00a070\u202f1740605", "+46701740605"),
        ("+358 40 1234567", "+358401234567"),
        ("08-465 004 10", ""),
        ("112", ""),
        ("11313", ""),
        ("070-174 06", ""),
        ("070-174 06 05 67", ""),
        ("070-174 06 O5", ""),
        ("+46701740605; rm -rf", ""),
        ("-unicode", ""),
        ("", ""),
        ("+1", ""),
        ("+46+46701740605", ""),
    ],
)
def test_a_number_is_dialled_in_its_international_form_or_not_at_all(written: str, dialled: str) -> None:
    assert e164(written) == dialled


@given(st.text(max_size=30))
def test_whatever_is_typed_gives_digits_or_nothing(text: str) -> None:
    number = e164(text)
    assert not number or (number[0] == "+" and number[1:].isascii() and number[1:].isdigit() and len(number) <= 16)


@pytest.mark.parametrize(
    ("written", "mailed"),
    [
        (" Anna.Ek@Example.SE ", "Anna.Ek@example.se"),
        ("info@räksmörgås.example", "info@xn--rksmrgs-5wao1o.example"),
        ("a@b", ""),
        ("a b@example.se", ""),
        ("a@example.se\nBcc: x@example.se", ""),
        ("@example.se", ""),
        ("a@@example.se", ""),
        ("a@-example.se", ""),
        ("a..b@example.se", ""),
        ("å@example.se", ""),
        ("a" * 250 + "@example.se", ""),
        ("<a@example.se>", ""),
    ],
)
def test_an_address_is_one_that_servers_take_or_none(written: str, mailed: str) -> None:
    assert mail_address(written) == mailed


def test_a_group_gives_each_address_once_and_says_who_cannot_be_reached() -> None:
    plan = msgspec.structs.replace(
        PLAN,
        people=(
            Person(id="a", name="Anna", mobile="070-174 06 05", groups=("E4",)),
            Person(id="b", name="Bo", mobile="+46701740605", groups=("E4", "POSOM")),
            Person(id="c", name="Cia", mobile="08-465 004 10", groups=("E4",)),
            Person(id="d", name="Dan", groups=("E4",)),
            Person(id="e", name="Hemlig", function="Samordnare", mobile="0701740606", groups=("E4",), protected=True),
            Person(id="f", name="Hemlig Två", mobile="08-465 004 11", groups=("E4",), protected=True),
            Person(id="g", name="Gun", mobile="070-174 06 07", groups=("I1",)),
        ),
    )
    found = in_groups(plan, ("E4", "POSOM"), Way.SMS)

    assert found.recipients == (Recipient("+46701740605", "Anna", "a"), Recipient(person="e"))
    assert [tuple(one) for one in found.bad] == [
        ("Cia", "08-465 004 10 är inget mobilnummer"),
        ("Dan", "mobilnummer saknas"),
        ("Skyddad identitet", "mobilnummer saknas"),
    ]
    assert name_for(plan, found.recipients[1]) == "Samordnare"
    assert groups_of(plan) == ("E4", "I1", "POSOM")
    more = together(plan, Way.SMS, found, typed("070-174 06 06, 0701740608\nfel", Way.SMS))
    assert [one.address for one in more.recipients] == ["+46701740605", "", "+46701740608"]
    assert more.bad[-1] == ("fel", "inget mobilnummer")


def test_no_way_carries_a_vma_or_what_people_carry() -> None:
    assert [channel for channel in ("C09", "C10", "C11", "C12", "C13", "C14", "C15", "C24") if ways_for(channel)] == []


@pytest.mark.parametrize(
    "url",
    [
        "http://example.se/x",
        "https://a b/",
        "https://u:p@example.se",
        "//example.se",
        "",
        "https://x:port/",
        "https://a..b/",
        "https://x/å",
    ],
)
def test_an_unsafe_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        check_url(url)


def test_a_way_is_set_up_when_it_says_where_it_goes_and_its_secret_follows_server_and_account() -> None:
    ways = WaysOut(Email("smtp.example.se", sender="a@example.se"), Gateway(sender="Flen"), sftp=Sftp("x.example.se"))
    assert [way for way in Way if ways.through(way)] == [Way.EMAIL, Way.SMS]
    assert ways.through(Way.SMS) == "api.46elks.com"
    assert not ways.needs_secret(Way.EMAIL) and ways.needs_secret(Way.SMS) and not ways.needs_secret(Way.MODEM)
    own_key = msgspec.structs.replace(ways, sftp=Sftp("x.example.se", key_file="/egen/nyckel"))
    assert ways.needs_secret(Way.SFTP) and own_key.takes_secret(Way.SFTP) and not own_key.needs_secret(Way.SFTP)
    other = msgspec.structs.replace(ways, email=Email("ond.example.se", sender="a@example.se"))
    assert other.account(Way.EMAIL) != ways.account(Way.EMAIL)
    with pytest.raises(Refused, match="TLS"):
        check_security(Email("smtp.example.se", security=Security.NOTHING))
