"""The degradation ladder of chapter 6.4, as its table."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.reaching.ladder import LONG, Rung, ladder, rung_of, step_of, whole, words
from krisapp.domain.reaching.working import (
    FIBRE,
    HOUSE,
    LOCAL,
    MOBILE,
    OWN_EXCHANGE,
    OWN_MAIL,
    OWN_WEB,
    POWER,
    RADIO,
    TELEPHONE,
    WEB,
    State,
    set_cold,
)
from tests.domain.reaching.places import sample, sitting_in_flen, tell


@pytest.mark.parametrize(
    ("house", "place", "rung"),
    [
        ((), (), Rung.A),
        ((), (MOBILE,), Rung.A),
        ((), (FIBRE, TELEPHONE), Rung.A),
        ((OWN_EXCHANGE,), (), Rung.A),
        ((OWN_WEB,), (), Rung.B),
        ((OWN_MAIL,), (), Rung.B),
        ((), (WEB,), Rung.A),
        ((), (WEB, MOBILE), Rung.C),
        ((), (FIBRE, MOBILE), Rung.C),
        ((OWN_WEB,), (FIBRE, MOBILE), Rung.C),
        ((), (POWER,), Rung.D),
        ((OWN_WEB,), (POWER, MOBILE), Rung.D),
    ],
)
def test_the_rung_is_what_the_table_of_chapter_6_4_says(
    house: tuple[str, ...], place: tuple[str, ...], rung: Rung
) -> None:
    sitting = sitting_in_flen()
    if house:
        tell(sitting, HOUSE, *house)
    if place:
        tell(sitting, "Bettna", *place)

    assert rung_of(sitting.incident.working, "Bettna", sitting.now) is rung


def test_cold_or_a_whole_day_without_power_is_the_last_rung() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", POWER)
    working = sitting.incident.working
    assert rung_of(working, "Bettna", sitting.now + LONG - timedelta(minutes=1)) is Rung.D
    assert rung_of(working, "Bettna", sitting.now + LONG) is Rung.E

    sitting.do(set_cold(sitting.incident, cold=True))
    assert rung_of(working, "Bettna", sitting.now) is Rung.E


def test_only_living_channels_are_to_be_used() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Bettna", POWER)
    working = sitting.incident.working
    assert step_of(sample(), working, "Bettna", sitting.now).channels == ("C05", "C12", "C24", "C15")

    tell(sitting, "Bettna", MOBILE, RADIO)
    assert step_of(sample(), working, "Bettna", sitting.now).channels == ("C12", "C24")


def test_the_whole_stands_as_its_worst_place() -> None:
    sitting = sitting_in_flen()
    tell(sitting, "Vadsbro", FIBRE, MOBILE)
    tell(sitting, "Bettna", POWER)
    working = sitting.incident.working
    steps = ladder(sample(), working, sitting.now)

    worst = whole(steps, sample(), working, sitting.now)

    assert {step.place: step.rung for step in steps if step.rung is not Rung.A} == {
        "Bettna": Rung.D,
        "Vadsbro": Rung.C,
    }
    assert (worst.place, worst.rung) == ("Bettna", Rung.D)


@pytest.mark.parametrize(
    ("place", "thing", "sentence"),
    [
        ("Bettna", (), "Ingen har berättat vad som fungerar än."),
        (
            "Bettna",
            (POWER, MOBILE),
            (
                "Läge D: ingen el. Använd anslag för hand, upplästa besked och P4."
                " Skriv anslag för hand. Öppna trygghetspunkter och håll fasta tider för anslag."
            ),
        ),
        (
            "Bettna",
            (MOBILE,),
            (
                "Läge A: det mesta fungerar. Nere: mobilnät."
                " Använd webben, Facebook, telefonsvarare, kontaktcenter och P4."
            ),
        ),
        (
            HOUSE,
            (OWN_WEB,),
            (
                "Läge B: egen webb eller e-post nere."
                " Använd Facebook, sms, P4, pressmeddelande per telefon, anslag och anslag på arbetsplatserna."
                " Ring medierna i stället för att mejla. Gå till arbetsplatserna och informera där."
            ),
        ),
    ],
)
def test_a_step_is_told_in_clear_swedish(place: str, thing: tuple[str, ...], sentence: str) -> None:
    sitting = sitting_in_flen()
    if thing:
        tell(sitting, place, *thing)

    assert words(step_of(sample(), sitting.incident.working, place, sitting.now), sample()) == sentence


@given(st.sets(st.sampled_from(LOCAL)), st.sampled_from(LOCAL))
def test_turning_something_back_on_never_leads_down_the_ladder(down: set[str], thing: str) -> None:
    sitting = sitting_in_flen()
    if down:
        tell(sitting, "Bettna", *down)
    before = rung_of(sitting.incident.working, "Bettna", sitting.now)

    tell(sitting, "Bettna", thing, state=State.WORKING)

    assert rung_of(sitting.incident.working, "Bettna", sitting.now) <= before
