"""The form of a request for a VMA: typed once, kept, and never one of two that stand against each other."""

from datetime import timedelta

import pytest

from krisapp.domain.ground import Point, read_circle, read_polygon
from krisapp.domain.warning_form import Form, FormFilled, Forms, Phones, fill_form, form_lines, form_of
from krisapp.domain.words import Refused
from tests.domain.sitting import NOON, Sitting

ID = "E1-C14.sv"
FORM = Form(callback="08-465 004 12", commander="Sara Ask", agreed_at=NOON, phones=(Phones.SMS,), code="0482")


def test_what_is_filled_in_is_kept_and_in_the_log() -> None:
    sitting = Sitting()
    assert form_of(sitting.incident, ID) == Form()
    sitting.do(fill_form(sitting.incident, ID, FORM, NOON))
    assert form_of(sitting.incident, ID) == FORM
    assert form_of(sitting.incident, "E3-C14.sv") == Form()
    assert "08-465 004 12" in sitting.incident.log[-1].text
    with pytest.raises(Refused, match="ändrat"):
        fill_form(sitting.incident, ID, FORM, NOON)


def test_two_forms_filled_in_apart_both_stand_until_one_is_chosen() -> None:
    sitting = Sitting()
    mine, theirs = (FormFilled(ID, Form(callback=number)) for number in ("08-465 004 12", "08-465 004 13"))
    stamps = [sitting.stamp(one) for one in (mine, theirs)]
    for one, stamp in zip((mine, theirs), stamps, strict=True):
        one.apply(sitting.incident, stamp)
    register = sitting.incident.part(Forms).of(ID)
    assert register.contested
    sitting.do(fill_form(sitting.incident, ID, theirs.form, NOON))
    assert not register.contested


@pytest.mark.parametrize(
    ("form", "says"),
    [
        (Form(code="482"), "fyra siffror"),
        (Form(commander="Sara Ask", agreed_at=NOON + timedelta(minutes=1)), "framåt"),
        (Form(agreed_at=NOON), "namn"),
        (Form(circle=read_circle("59", "16", "1"), polygon=read_polygon("59 16; 59,1 16; 59 16,1")), "inte båda"),
        (Form(), "ändrat"),
    ],
)
def test_a_form_that_cannot_be_used_is_refused(form: Form, says: str) -> None:
    with pytest.raises(Refused, match=says):
        fill_form(Sitting().incident, ID, form, NOON)


def test_corners_are_closed_and_told_as_they_were_typed() -> None:
    corners = read_polygon("59,05 16,55; 59,10, 16,60\n59,05 16,65")
    assert corners[0] == corners[-1] == Point(59.05, 16.55)
    assert dict(form_lines(Form(polygon=corners)))["Område på kartan"] == "59,05 16,55; 59,1 16,6; 59,05 16,65"
    for few in ("", "59,05 16,55; 59,10 16,60", "59,05", "16,55 59,05; 16,6 59,1; 16,7 59"):
        with pytest.raises(Refused):
            read_polygon(few)
