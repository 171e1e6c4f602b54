"""Deciding (besluta): what may be decided, changed, told and reported, and why not. What it is: `decisions`."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.delegation import BOARD_ROLE
from krisapp.domain.leading.decision.decision_history import DecisionMade, DecisionsReported, MeetingKnown, StaffTold
from krisapp.domain.leading.decision.decisions import (
    COUNCIL,
    Decision,
    Decisions,
    Formulation,
    Sort,
    State,
    Told,
    next_number,
)
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.events import Event
    from krisapp.domain.incident import Incident

LONGEST = 2000
"""Characters of a decision; what is longer is an attachment."""


def decide(incident: "Incident", words: Formulation, now: datetime, sort: Sort = Sort.ORDINARY) -> DecisionMade:
    """Make a decision (besluta). Raises `Refused` by `sound`."""
    return DecisionMade(next_number(incident), sound(incident, words, now), sort)


def change(incident: "Incident", id: str, words: Formulation, now: datetime) -> DecisionMade:
    """Change a decision by a new one (ändra beslut).

    Raises `Refused` by `sound`, when nothing is new, or when it was changed or revoked already.
    """
    old = _standing(incident, id, now)
    words = sound(incident, words, now)
    if msgspec.structs.replace(words, decided_at=old.made.decided_at) == old.made:
        raise Refused(N_("Inget är ändrat."))
    return DecisionMade(next_number(incident), words, old.sort, id)


def from_paper(incident: "Incident", happened: DecisionMade, typed: str) -> "tuple[Event, ...]":
    """Enter a decision from a numbered paper (skriv in beslutsblad): the number is used once, and stands with it.

    `typed` is the number as people write it. Raises `Refused` for what is no number, and for one that is used.
    """
    from krisapp.domain.records.papers import Entered, check_unused, read_number  # here: most decisions are on no paper

    number = read_number(typed)
    check_unused(incident, number)
    words = msgspec.structs.replace(happened.words, paper=str(number))
    return Entered(number.form, number.place, 1, number.series), msgspec.structs.replace(happened, words=words)


def revoke(
    incident: "Incident", id: str, reason: str, decider: str, role: str, decided_at: datetime, now: datetime
) -> DecisionMade:
    """Revoke a decision by a new one (upphäv beslut). Raises `Refused` as `change` does, and without a reason."""
    old = _standing(incident, id, now)
    if not reason.strip():
        raise Refused(N_("Skriv varför beslutet upphävs."))
    words = Formulation(
        reason, decided_at, decider, role, units=old.made.units, report_to=old.made.report_to, ground=old.made.ground
    )
    return DecisionMade(next_number(incident), sound(incident, words, now), old.sort, id, revokes=True)


def sound(incident: "Incident", words: Formulation, now: datetime) -> Formulation:
    """Return a formulation with its spaces put right, and the council as addressee of what the board decides.

    Raises `Refused` without words or decider, for too many words, for a time of decision that lies ahead, for an end
    before it begins, for a delegation without the board it is reported to (KL), and for a secrecy without a legal
    ground of the plan's list (rule P31).
    """
    text = words.text.strip()
    if not text:
        raise Refused(N_("Skriv vad som beslutas: vem som ska göra vad, var och när."))
    if len(text) > LONGEST:
        raise Refused(
            N_("Beslutet är {length} tecken långt. Högst {limit} får plats; lägg resten i en bilaga."),
            length=len(text),
            limit=LONGEST,
        )
    if not words.decider.strip():
        raise Refused(N_("Ange vem som har beslutat."))
    if words.decided_at > now:
        raise Refused(N_("Beslutet har en tid som ligger framåt. Kontrollera klockslaget."))
    if any(end is not None and end <= words.decided_at for end in (words.due, words.until, words.review_at)):
        raise Refused(N_("Klart senast, gäller till och omprövas måste ligga efter beslutet."))
    report_to = words.report_to.strip() or (COUNCIL if words.role == BOARD_ROLE else "")
    if words.delegation.strip() and not report_to:
        raise Refused(N_("Skriv vilken nämnd beslutet på delegation anmäls till."))
    return msgspec.structs.replace(
        words,
        text=text,
        decider=words.decider.strip(),
        units=tuple(dict.fromkeys(unit.strip() for unit in words.units if unit.strip())),
        report_to=report_to,
        ground=_ground(incident, words.ground),
    )


def staff_words(one: Decision) -> str:
    """Return what a decision says to those who work here: its own words to them, else what was decided."""
    text = (one.made.staff or one.made.text).strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."


def tell_staff(incident: "Incident", id: str) -> "tuple[Event, ...]":
    """Put a decision into the fact sheet's words to the employees (rule P9), from which their texts are made.

    Raises `Refused` for one that is secret, or whose words already stand there.
    """
    from krisapp.domain.situation import set_fields  # here: the sheet is filled in only when somebody is told

    one = _known(incident, id)
    if one.made.ground:
        raise Refused(N_("Beslutet är sekretessmarkerat och kan inte stå i en text."))
    standing, new = incident.sheet.staff_impact.strip(), staff_words(one)
    if new in standing:
        raise Refused(N_("Beslutet står redan i texten till medarbetarna."))
    old = incident.part(Decisions).by_id.get(one.changes)
    if old is not None and old.words is not None:
        standing = _without(standing, staff_words(old))
    return set_fields(incident, {"staff_impact": f"{standing} {new}".strip()}), StaffTold(id, Told.SHEET)


def untell_staff(incident: "Incident", id: str) -> "tuple[Event, ...]":
    """Take back that the employees were told (ångra), with the words on the fact sheet.

    Raises `Refused` when those do not stand there any longer.
    """
    from krisapp.domain.situation import set_fields  # here: as above

    if _known(incident, id).told.value is Told.SPOKEN:
        return (StaffTold(id, Told.NOT),)
    new, standing = staff_words(_known(incident, id)), incident.sheet.staff_impact
    if new not in standing:
        raise Refused(N_("Beslutet står inte i texten till medarbetarna."))
    return set_fields(incident, {"staff_impact": _without(standing, new)}), StaffTold(id, Told.NOT)


def told_by_word(incident: "Incident", id: str) -> StaffTold:
    """Say that those whom a decision affects know by word of mouth. Raises `Refused` when they were told already."""
    if _known(incident, id).told.value:
        raise Refused(N_("De som berörs är redan informerade."))
    return StaffTold(id, Told.SPOKEN)


def report(ids: Collection[str], to: str, on: date, reference: str) -> DecisionsReported:
    """Say that decisions were reported to a board (anmäl). Raises `Refused` for none, or without a board."""
    if not ids:
        raise Refused(N_("Inget beslut väntar på att anmälas."))
    if not to.strip():
        raise Refused(N_("Skriv vem besluten är anmälda till."))
    return DecisionsReported(tuple(ids), to.strip(), on, reference.strip())


def know_meeting(incident: "Incident", board: str, on: date | None) -> MeetingKnown:
    """Say when a board meets next. Raises `Refused` when that is known already."""
    register = incident.part(Decisions).meets.get(board)
    if register is not None and not register.contested and register.value == on:
        raise Refused(N_("Inget är ändrat."))
    return MeetingKnown(board, on)


def _ground(incident: "Incident", ground: str) -> str:
    if not ground.strip():
        return ""
    from krisapp.domain.records.secrecy import check_ground  # here: most decisions are open

    return check_ground(incident.plan, ground)


def _without(standing: str, words: str) -> str:
    return " ".join(standing.replace(words, "").split())


def _known(incident: "Incident", id: str) -> Decision:
    one = incident.part(Decisions).by_id.get(id)
    if one is None or one.words is None:
        raise Refused(N_("Beslutet finns inte."))
    return one


def _standing(incident: "Incident", id: str, now: datetime) -> Decision:
    decisions, one = incident.part(Decisions), _known(incident, id)
    later = decisions.after(id)
    if later and decisions.state(one, now) is not State.HOLDS:
        raise Refused(
            N_("Beslut {number} är redan ändrat av beslut {new}. Ändra det i stället."),
            number=decisions.label(id),
            new=decisions.label(later[-1].id),
        )
    return one
