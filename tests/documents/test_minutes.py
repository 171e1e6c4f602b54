"""The minutes of a meeting, as text and as a paper with the check code of the journal (P51, P62, LO7)."""

from datetime import timedelta

from krisapp.documents.minutes import minutes_paper, minutes_text
from krisapp.documents.pdf import compile_pdf
from krisapp.documents.picture_text import picture_paper
from krisapp.domain.events import Stamp
from krisapp.domain.leading.decision.deciding import decide
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.leading.meeting import holding, meeting_history
from krisapp.domain.leading.meeting.meetings import Born, Meeting, Meetings
from krisapp.domain.leading.picture.picture import picture
from krisapp.domain.leading.task.assigning import add_task
from krisapp.domain.leading.task.tasks import Origin, Source
from krisapp.domain.records.secrecy import mark
from krisapp.store.agendas import agendas
from tests.documents.reading import words
from tests.domain.sitting import Sitting

START = agendas()[0]


def held(sitting: Sitting) -> Meeting:
    """Hold a first meeting at which a decision and a task are born."""
    incident = sitting.incident
    id = sitting.do(holding.open_meeting(incident, START, ("chef", "tib"), "Stadshuset")).id
    sitting.do(holding.attend(incident, id, "Polisen, kommunpolis", present=True))
    sitting.do(holding.note(incident, id, "communication", "Besked kl. 13.00.\n\nVera talar."))
    decided = Formulation("Kommunen öppnar trygghetspunkten.", sitting.now, "chef", "KC")
    entry = sitting.do(decide(incident, decided, sitting.now)).id
    sitting.do(holding.born(incident, id, "direction", Born.DECISION, entry))
    entry = sitting.do(add_task(incident, "Hämta elverk", origin=Origin(Source.MEETING, id))).id
    sitting.do(holding.born(incident, id, "tasks", Born.TASK, entry))
    sitting.later(18)
    sitting.do(holding.close(incident, id, sitting.now, sitting.now + timedelta(hours=2), next_agenda="briefing"))
    return incident.part(Meetings).meeting(id)


def test_the_minutes_tell_who_was_there_what_was_said_what_was_born_and_when_the_next_one_is() -> None:
    sitting = Sitting()
    text = minutes_text(sitting.incident, held(sitting), "23456-789AC")
    for said in (
        "Startmöte, möte 1",
        "Började: fredag 11 juni 2027 kl. 12.00",
        "Slutade: fredag 11 juni 2027 kl. 12.18",
        "Plats: Stadshuset",
        "Närvarande: Vera Lind (KC), Olle Berg (TIB), Polisen, kommunpolis",
        "6. Kommunikation: vad säger vi nu, vem talar, när\nBesked kl. 13.00.\n\nVera talar.",
        "2. Stabens egen säkerhet\nInget antecknat.",
        "Nästa möte är kl. 14.18.",
        "Kontrollkod: 23456-789AC",
    ):
        assert said in text, said
    decision, task = (line for line in text.splitlines() if line.startswith("– "))
    assert "Kommunen öppnar trygghetspunkten." in decision
    assert "Hämta elverk" in task


def test_where_two_wrote_the_same_point_the_minutes_give_both_with_names() -> None:
    sitting = Sitting()
    meeting = held(sitting)
    late = Stamp("f" * 64, "other", 1, 99, int(sitting.now.timestamp() * 1000), 120, "chef")
    meeting_history.Noted(meeting.id, "communication", "Ida talar.").apply(sitting.incident, late)
    text = minutes_text(sitting.incident, meeting)
    assert "Olle Berg skrev: Besked kl. 13.00." in text
    assert "Vera Lind skrev: Ida talar." in text


def test_p62_minutes_of_an_exercise_are_marked_first_and_last() -> None:
    sitting = Sitting(exercise=True)
    rows = [row for row in minutes_text(sitting.incident, held(sitting)).splitlines() if row]
    assert rows[0] == rows[-1] == "ÖVNING ÖVNING ÖVNING"


def test_the_paper_of_a_meeting_and_of_a_picture_can_be_printed() -> None:
    sitting = Sitting()
    meeting = held(sitting)
    minutes = words(compile_pdf("report", minutes_paper(sitting.incident, meeting, "23456-789AC")))
    assert "Startmöte, möte 1" in minutes
    assert "23456-789AC" in minutes
    parts = picture(sitting.incident, sitting.now)
    paper = words(compile_pdf("report", picture_paper(sitting.incident, 1, sitting.now, parts, internal=True)))
    assert "Lägesbild 1" in paper
    assert "Kommunen öppnar trygghetspunkten." in paper


def test_p31_the_open_minutes_tell_no_secret_and_the_internal_ones_say_that_they_do() -> None:
    sitting = Sitting()
    meeting = held(sitting)
    entry = next(one.entry for one in meeting.born if one.sort is Born.DECISION)
    assert "sekretess" not in minutes_text(sitting.incident, meeting)
    sitting.do(mark(sitting.incident, f"log:{entry}", "OSL 18:13"))
    internal = minutes_text(sitting.incident, meeting)
    assert "Innehåller uppgifter som omfattas av sekretess." in internal
    assert "Sekretess enligt OSL 18:13." in internal
    openly = minutes_text(sitting.incident, meeting, internal=False)
    assert "trygghetspunkten" not in openly
    assert "[uppgift borttagen, sekretess enligt OSL 18:13]" in openly
    assert "trygghetspunkten" not in words(
        compile_pdf("report", minutes_paper(sitting.incident, meeting, internal=False))
    )
