"""The situation picture: filled from what is kept, fixed in versions, and never telling a secret where it may not."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.documents.picture_text import change_told, picture_text
from krisapp.domain import log
from krisapp.domain.answering import asking, press
from krisapp.domain.answering.questions import Asker
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.leading.decision import deciding, seating
from krisapp.domain.leading.decision.crisis_board import Grounds
from krisapp.domain.leading.decision.decisions import Formulation
from krisapp.domain.leading.picture.picture import GROUPS, IN_PICTURE, Part, Pictures, changes, fix, picture
from krisapp.domain.leading.picture.picture_lines import Basis, Said
from krisapp.domain.leading.task import assigning, receiving
from krisapp.domain.leading.task.tasks import State
from krisapp.domain.log import Kind
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.situation import set_fields, state_fact
from krisapp.domain.words import Refused
from krisapp.store.agendas import agendas
from tests.domain.sitting import NOON, Sitting

SECRET = Fact("F2", Status.CONFIRMED, "Två elever är skadade.", "Polisen", SourceType.POLICE, "13:10", True, "OSL 35:1")


def lines_of(sitting: Sitting, *groups: str) -> list[Said]:
    return [line for part in picture(sitting.incident, sitting.now, groups or IN_PICTURE) for line in part.lines]


def stated(sitting: Sitting, fact: Fact) -> None:
    sitting.do(state_fact(sitting.incident, fact, "tib"))


def test_a_fact_is_known_assumed_or_unknown_by_its_status_and_says_where_it_stands() -> None:
    sitting = Sitting()
    for number, status in enumerate(Status, 1):
        stated(sitting, Fact(f"F{number}", status, f"Uppgift {status}.", "Polisen", SourceType.POLICE, "13:10"))
    found = {line.text: line for line in lines_of(sitting, "event") if line.key.startswith("facts.")}
    assert {text: line.basis for text, line in found.items()} == {
        "Uppgift confirmed.": Basis.KNOWN,
        "Uppgift unconfirmed.": Basis.ASSUMED,
        "Uppgift rumour.": Basis.UNKNOWN,
    }
    line = found["Uppgift confirmed."]
    assert (line.origin, line.view, line.item) == ("F1, bekräftad, Polisen, 13.10", "situation", "facts.F1")


def test_what_people_wrote_on_the_sheet_and_in_the_log_is_never_typed_again() -> None:
    sitting = Sitting()
    sitting.do(
        set_fields(
            sitting.incident,
            {
                "what_happened": "Ett kabelbrott i Bettna.",
                "unknowns": ("Vi vet inte när strömmen är tillbaka.",),
                "our_actions": ("Vi öppnar trygghetspunkten.",),
                "support_needed": ("Två elverk.",),
                "forecast": {"6": "Strömmen är borta till kvällen."},
                "assumptions": ("kylan håller i sig",),
                "impact": {"power": "critical"},
            },
        )
    )
    sitting.do(log.write(sitting.incident, Kind.OBSERVATION, "Kö vid macken.", sitting.now, source="Rektor"))
    sitting.do(receiving.receive_report(sitting.incident, "Vård och omsorg", "Larmen går.", sitting.now, sitting.now))
    found = {line.text: line.basis for line in lines_of(sitting)}
    assert found["Ett kabelbrott i Bettna."] is Basis.KNOWN
    assert found["Vi vet inte när strömmen är tillbaka."] is Basis.UNKNOWN
    assert found["Vi öppnar trygghetspunkten."] is Basis.KNOWN
    assert found["Två elverk."] is Basis.KNOWN
    assert found["Inom 6 timmar: Strömmen är borta till kvällen."] is Basis.ASSUMED
    assert found["Vi antar: kylan håller i sig"] is Basis.ASSUMED
    assert found["El och värme: kritisk påverkan."] is Basis.ASSUMED
    assert found["Kö vid macken."] is Basis.ASSUMED
    assert found["Vård och omsorg: Larmen går."] is Basis.ASSUMED
    assert found["Antal berörda: ingen har fyllt i."] is Basis.UNKNOWN


def test_a_decision_that_holds_stands_in_the_picture_with_who_took_it() -> None:
    sitting = Sitting()
    words = Formulation("Kommunen öppnar trygghetspunkten i Bettna kl. 13.", sitting.now, "chef", "KC")
    sitting.do(deciding.decide(sitting.incident, words, sitting.now))
    (line,) = lines_of(sitting, "decisions")
    assert (line.text, line.basis) == ("Kommunen öppnar trygghetspunkten i Bettna kl. 13.", Basis.KNOWN)
    assert line.origin.startswith("Beslut 1, Vera Lind")


def test_tasks_that_wait_stand_in_the_picture_with_who_has_them_and_those_done_do_not() -> None:
    sitting = Sitting()
    add, due = assigning.add_task, sitting.now + timedelta(hours=1)
    sitting.do(add(sitting.incident, "Kör vatten till Bettna", owner="tib", deadline=due))
    stamp = sitting.do(add(sitting.incident, "Sätt upp affischer"))
    found = {line.text: line for line in lines_of(sitting, "tasks")}
    assert len(found) == 2
    line = next(line for text, line in found.items() if text.endswith(": Kör vatten till Bettna"))
    assert line.origin == "Uppdrag 1, klart senast kl. 13.00"
    assert "ingen har det: Sätt upp affischer" in found
    sitting.do(assigning.mark_task(sitting.incident, stamp.id, State.DONE))
    assert [one.text for one in lines_of(sitting, "tasks")] == [line.text]


def test_every_line_opens_somewhere() -> None:
    sitting = Sitting()
    sitting.do(press.receive(medium="P4", question="Hur många?", now=sitting.now))
    sitting.do(asking.ask(sitting.incident, "När är det över?", Asker.RESIDENTS, sitting.now))
    sitting.released("E1-C05.sv")
    sitting.later(90)
    found = lines_of(sitting, *GROUPS)
    views = {"situation", "messages", "questions", "log", "lead", "todo", "reach", "overview"}
    assert {line.view for line in found} <= views
    assert {"P4 väntar på svar: Hur många?", "1 har frågat: När är det över?"} <= {line.text for line in found}
    assert len({line.key for line in found}) == len(found)


def test_two_values_nobody_has_chosen_between_are_unknown() -> None:
    sitting = Sitting()
    first = set_fields(sitting.incident, {"area": "Bettna tätort"})
    second = set_fields(sitting.incident, {"area": "Hela Bettna"})
    stamps = [sitting.stamp(first), sitting.stamp(second)]
    for happened, stamp in zip((first, second), stamps, strict=True):
        happened.apply(sitting.incident, stamp)
    texts = [line.text for line in lines_of(sitting, "unknown")]
    assert "Två uppgifter står mot varandra: område." in texts


def test_a_fixed_picture_never_changes_and_the_next_tells_what_has() -> None:
    sitting = Sitting()
    stated(sitting, Fact("F1", Status.UNCONFIRMED, "Ett ställverk brinner.", "Vittne"))
    sitting.do(fix(sitting.incident, sitting.now))
    first = sitting.incident.part(Pictures).versions[0]
    before = first.lines["facts.F1"]
    with pytest.raises(Refused, match="Inget har ändrats"):
        fix(sitting.incident, sitting.now)

    sitting.later(20)
    fact = Fact("F1", Status.CONFIRMED, "Ett ställverk brinner.", "Räddningstjänsten", SourceType.RESCUE_SERVICE)
    stated(sitting, fact)
    sitting.do(set_fields(sitting.incident, {"area": "Bettna"}))
    sitting.do(fix(sitting.incident, sitting.now))
    second = sitting.incident.part(Pictures).versions[1]

    assert (first.number, second.number) == (1, 2)
    assert first.lines["facts.F1"] == before
    found = {change.after.key if change.after else "": change for change in changes(first.parts, second.parts)}
    assert (found["facts.F1"].before, found["sheet.area."].before) == (before, None)
    (gone,) = [one.before.key for one in changes(first.parts, second.parts) if one.after is None and one.before]
    assert gone == "empty.area"
    assert "Lägesbild 2, kl. 12.20:" in sitting.incident.log[-1].text


def test_p31_a_secret_fact_stands_only_in_the_internal_version_with_its_ground() -> None:
    sitting = Sitting()
    stated(sitting, SECRET)
    parts = picture(sitting.incident, sitting.now)
    internal = picture_text(sitting.incident, 1, sitting.now, parts, internal=True)
    openly = picture_text(sitting.incident, 1, sitting.now, parts, internal=False)
    assert "Två elever är skadade." in internal
    assert "Sekretess enligt OSL 35:1." in internal
    assert "Intern version" in internal
    assert "elever" not in openly
    assert "uppgift borttagen, sekretess enligt OSL 35:1" in openly
    assert "Intern version" not in openly


def test_p31_what_became_secret_is_left_out_of_the_changes_both_before_and_after() -> None:
    sitting = Sitting()
    stated(sitting, Fact("F2", Status.UNCONFIRMED, "Två elever är skadade.", "Vittne"))
    before = picture(sitting.incident, sitting.now)
    stated(sitting, SECRET)
    (change,) = [one for one in changes(before, picture(sitting.incident, sitting.now)) if one.before and one.after]
    assert "elever" not in change_told(change, Redaction(sitting.incident))
    assert "elever" in change_told(change, None)
    # Nor in a version that was fixed while it was open.
    assert "elever" not in picture_text(sitting.incident, 1, sitting.now, before, internal=False)


def test_p62_a_picture_of_an_exercise_is_marked_first_and_last() -> None:
    sitting = Sitting(exercise=True)
    text = picture_text(sitting.incident, 0, sitting.now, picture(sitting.incident, sitting.now), internal=True)
    rows = [row for row in text.splitlines() if row]
    assert rows[0] == rows[-1] == "ÖVNING ÖVNING ÖVNING"


def test_the_points_of_every_agenda_ask_for_groups_that_there_are() -> None:
    asked = {group for agenda in agendas() for point in agenda.points for group in point.beside}
    assert asked <= set(GROUPS)
    assert {"communication", "unknown", "overdue", "decisions", "reports", "forecast"} <= asked


LINES = st.lists(
    st.builds(
        Said,
        st.sampled_from("abcdef"),
        st.sampled_from(Basis),
        st.sampled_from(("ett", "två")),
        st.sampled_from(("här", "där")),
        st.just("log"),
    ),
    unique_by=lambda line: line.key,
)


@given(LINES, LINES)
def test_changes_tell_exactly_how_one_picture_becomes_the_other(before: list[Said], after: list[Said]) -> None:
    found = changes((Part("event", tuple(before)),), (Part("event", tuple(after)),))
    told = {line.key: (line.text, line.basis) for line in before}
    for old, new in found:
        if new is None:
            assert old is not None
            del told[old.key]
        else:
            told[new.key] = (new.text, new.basis)
    assert told == {line.key: (line.text, line.basis) for line in after}
    assert all(one.before is None or one.after is None or one.before != one.after for one in found)


def test_cn10_the_sheet_says_since_when_the_krisledningsnamnd_is_in_function_and_never_two_things_at_once() -> None:
    sitting = Sitting()
    grounds = Grounds(*("Ja, det gör den." for _field in Grounds.__struct_fields__))
    sitting.do(seating.activate(sitting.incident, "chef", sitting.now, grounds, sitting.now, alone=True, basis="F1"))
    assert sitting.incident.sheet.board_since == NOON
    words = {line.text for line in lines_of(sitting, "level")}
    assert "Krisledningsnämnden är i funktion sedan kl. 12.00." in words

    sitting.later(60)
    sitting.do(seating.end(sitting.incident, "chef", sitting.now, "Faran är över.", sitting.now, council=False))
    after = sitting.incident.sheet
    assert after.board_since is None
    assert not list(sitting.incident.contested)
