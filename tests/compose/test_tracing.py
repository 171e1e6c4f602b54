"""From the finished text back to the words of the draft."""

from datetime import datetime

import pytest

from krisapp.compose.derived import DERIVED
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.tracing import Trace
from krisapp.compose.writing import write, writer_for
from krisapp.domain.checks import Stage
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan

PLAN = sample_plan()
SHEET = read_facts(resource("resources", "incidents", "FLN-2027-001.yaml"), PLAN)
ISSUED = datetime.fromisoformat("2027-06-11T14:10:00+02:00")


def traced(source: str, channel: str = "C03") -> tuple[str, Trace]:
    """Return the finished text of a source, and its trace."""
    writer = writer_for(PLAN)
    context = writer.context("E1", channel, Stage.FIRST, exercise=False, issued=ISSUED)
    text = write(source, SHEET, context, PLAN).text
    return text, Trace(source, text, SheetView(SHEET, context, writer.ground(SHEET.type), DERIVED))


def span(text: str, words: str) -> tuple[int, int]:
    at = text.index(words)
    return at, at + len(words)


def test_own_words_lead_to_where_they_were_written() -> None:
    source = "{{ headline }}\nVi har öppet 18:00 i dag. Välkommen."
    text, trace = traced(source)

    place = trace.own(span(text, "18:00"))

    assert place is not None
    assert source[place.start : place.end] == "18:00"


def test_a_part_of_a_word_leads_to_that_part() -> None:
    source = "Ring oss på 0157430000."
    text, trace = traced(source)

    place = trace.own(span(text, "430"))

    assert place is not None
    assert source[place.start : place.end] == "430"


def test_what_a_blank_gave_leads_to_the_blank_and_cannot_be_replaced() -> None:
    text, trace = traced("Nytt besked {{ next_update | moment }}.")

    place = trace.place(span(text, "18.00"))

    assert place is not None
    assert place.blank == "{{ next_update | moment }}"
    assert trace.own(span(text, "18.00")) is None


def test_a_span_over_own_words_and_a_blank_is_the_blanks() -> None:
    text, trace = traced("Nytt besked {{ next_update | moment }}.")

    place = trace.place((text.index("besked"), text.index("18.00") + 2))

    assert place is not None
    assert place.blank
    assert trace.own((0, len(text))) is None


def test_a_line_that_vanished_moves_nothing() -> None:
    source = "Till alla: {{ cause }}\n~Rad som får plats.\nSista raden här."
    text, trace = traced(source)

    place = trace.own(span(text, "Sista raden"))

    assert place is not None
    assert source[place.start : place.end] == "Sista raden"


def test_a_sign_in_the_form_of_its_channel_keeps_its_place_but_is_not_the_writers_own() -> None:
    source = "Flens kommun: Koka vattnet – alltid. Ring 112."
    text, trace = traced(source, "C05")

    dash = text.index("- alltid")
    place = trace.place((dash, dash + 1))

    assert place is not None
    assert source[place.start : place.end] == "–"
    assert trace.own((dash, dash + 1)) is None


def test_marks_that_nobody_wrote_have_no_place() -> None:
    writer = writer_for(PLAN)
    context = writer.context("E1", "C03", Stage.FIRST, exercise=True, issued=ISSUED)
    source = "Koka vattnet."
    text = write(source, SHEET, context, PLAN).text
    trace = Trace(source, text, SheetView(SHEET, context, writer.ground(SHEET.type), DERIVED))

    assert trace.place(span(text, "ÖVNING")) is None
    assert trace.own(span(text, "Koka vattnet")) is not None


def test_a_broken_blank_is_told() -> None:
    with pytest.raises(TemplateFault):
        Trace(
            "{{ nonsens }}",
            "",
            SheetView(
                SHEET,
                writer_for(PLAN).context("E1", "C03", Stage.FIRST, exercise=False, issued=ISSUED),
                writer_for(PLAN).ground(SHEET.type),
                DERIVED,
            ),
        )
