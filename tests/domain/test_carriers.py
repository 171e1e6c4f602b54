"""A correction goes to those who were told what was wrong, and stays a correction when another follows (rule P43)."""

from krisapp.domain.approval import approve
from krisapp.domain.carriers import carriers
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, State, draft, state
from krisapp.domain.release import Reason, release
from krisapp.domain.sheet import Correction
from krisapp.domain.situation import set_fields
from tests.domain.sitting import Sitting

PAGE, SMS, INSIDE = "E1-C01.sv", "E1-C05.sv", "I1-C07.sv"


def out(sitting: Sitting, id: str, text: str, stage: Stage = Stage.FIRST, uses: tuple[str, ...] = ("headline",)) -> str:
    sitting.do(draft(sitting.incident, id, text, stage, edited=False))
    sitting.do(approve(sitting.incident, id, Rendering(text, uses), "chef"))
    sitting.do(release(sitting.incident, id, Reason.OTHER, "prov"))
    return id


def test_p43_only_those_who_were_told_the_wrong_number_carry_the_fault() -> None:
    sitting = Sitting()
    out(sitting, INSIDE, "Det är strömavbrott i Bettna.")
    out(sitting, PAGE, "2 200–2 400 kunder saknar ström i Bettna.")
    out(sitting, SMS, "Strömmen är borta. Spara på värmen.")

    assert carriers(sitting.incident, "Omkring 2 300 kunder.", "Omkring 2 100 kunder.") == {PAGE}


def test_p43_who_has_been_corrected_carries_the_fault_no_more() -> None:
    sitting = Sitting()
    out(sitting, INSIDE, "Omkring 2 300 kunder saknar ström.")
    out(sitting, PAGE, "Omkring 2 300 kunder saknar ström.")
    out(sitting, PAGE, "Rättelse. Omkring 2 100 kunder saknar ström.", Stage.CORRECTION)

    assert carriers(sitting.incident, "2 300 kunder", "2 100 kunder") == {INSIDE}


def test_p43_without_numbers_times_and_places_they_are_those_that_used_what_has_changed() -> None:
    sitting = Sitting()
    out(sitting, INSIDE, "Det är strömavbrott.", uses=("cause",))
    out(sitting, PAGE, "Det är strömavbrott.")
    assert carriers(sitting.incident, "Vi skrev fel orsak.", "Orsaken är is.") == {INSIDE, PAGE}

    sitting.do(set_fields(sitting.incident, {"cause": "Is på ledningarna."}))
    assert carriers(sitting.incident, "Vi skrev fel orsak.", "Orsaken är is.") == {INSIDE}


def test_p43_a_later_retraction_does_not_make_the_corrections_that_are_out_stale() -> None:
    sitting = Sitting()
    sitting.do(set_fields(sitting.incident, {"correction": Correction(wrong="2 300", right="2 100")}))
    for id in (INSIDE, "I2-C06.sv", PAGE):
        out(sitting, id, "Rättelse. 2 100, inte 2 300.", Stage.CORRECTION, ("correction", "headline"))

    sitting.do(set_fields(sitting.incident, {"correction": Correction(wrong="Rådet", right="Drick", why="Misstag")}))
    assert state(sitting.incident, sitting.incident.message(PAGE)) is State.RELEASED

    sitting.do(set_fields(sitting.incident, {"headline": "Strömmen är tillbaka i Bettna."}))
    assert state(sitting.incident, sitting.incident.message(PAGE)) is State.STALE
