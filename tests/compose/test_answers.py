"""Answers adopted in the incident stand in the manuscript, on the web page and for employees, and mark just those."""

import msgspec
import pytest

from krisapp.compose.writing import context_for, source_for, write
from krisapp.domain.checks import Stage
from krisapp.domain.sheet import Answered
from tests.compose.written import issued, plan, sheet

ASKED = Answered("Får jag vattna gräset?", "Ja, det går bra.")
STAFF = Answered("Får jag ta med eget vatten?", "Ja, till alla pass.")


def text(audience: str, channel: str, stage: Stage = Stage.FIRST) -> tuple[str, tuple[str, ...]]:
    known = msgspec.structs.replace(sheet("001"), answers=(ASKED,), staff_answers=(STAFF,))
    context = context_for(plan(), audience, channel, stage, exercise=False, issued=issued(known))
    written = write(source_for(plan(), known.type, audience, channel, stage), known, context, plan())
    return written.text, written.uses


@pytest.mark.parametrize("cell", [("E1", "C11"), ("E1", "C01"), ("E2", "C01"), ("E3", "C01"), ("E6", "C01")])
def test_an_adopted_answer_stands_beneath_its_question(cell: tuple[str, str]) -> None:
    told, uses = text(*cell)
    assert "Får jag vattna gräset?\nJa, det går bra." in told
    assert "Får jag ta med eget vatten?" not in told
    assert "answers" in uses


@pytest.mark.parametrize("channel", ["C06", "C11"])
def test_p63_employees_read_the_answers_to_what_employees_ask(channel: str) -> None:
    told, uses = text("I2", channel)
    assert "Får jag ta med eget vatten?\nJa, till alla pass." in told
    assert "staff_answers" in uses


@pytest.mark.parametrize("cell", [("E1", "C05"), ("E1", "C12"), ("E5", "C08")])
def test_a_text_without_answers_does_not_grow_old_with_them(cell: tuple[str, str]) -> None:
    told, uses = text(*cell)
    assert ASKED.question not in told
    assert not {"answers", "staff_answers"} & set(uses)


def test_p45_media_texts_tell_when_media_are_met_next() -> None:
    known = msgspec.structs.replace(
        sheet("001"), next_press=issued(sheet("001")).replace(hour=17, minute=0), press_place="stadshuset i Flen"
    )
    context = context_for(plan(), "E5", "C08", Stage.FIRST, exercise=False, issued=issued(known))
    written = write(source_for(plan(), known.type, "E5", "C08", Stage.FIRST), known, context, plan())
    assert "Nästa pressträff är kl. 17.00.\nPlats: Stadshuset i Flen." in written.text
    assert {"next_press", "press_place"} <= set(written.uses)
