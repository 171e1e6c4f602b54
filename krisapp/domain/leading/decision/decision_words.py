"""A decision in words (beslutsblad): its rows by the template of handbook 3.10, on screen, copied and printed."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.leading.decision.crisis_board import CrisisBoard
from krisapp.domain.leading.decision.decisions import Decision, Decisions, State, Told, decider_of
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

STATE_NAMES = {
    State.HOLDS: N_("gäller"),
    State.CHANGED: N_("ändrat"),
    State.REVOKED: N_("upphävt"),
    State.LAPSED: N_("gäller inte längre"),
}

TOLD_NAMES = {
    Told.SHEET: N_("står i texten till medarbetarna"),
    Told.SPOKEN: N_("informerade muntligt"),
    Told.NOT: N_("inte informerade än"),
}


def moment(at: datetime, now: datetime | None = None) -> str:
    """Return a time as it stands on a decision: "2027-06-11 15.40", or "15.40" on the day that it is."""
    if now is not None and at.astimezone(now.tzinfo).date() == now.date():
        return f"{at.astimezone(now.tzinfo):%H.%M}"
    return f"{at:%Y-%m-%d %H.%M}"


def rows(incident: "Incident", one: Decision, now: datetime | None = None) -> list[tuple[str, str]]:
    """Return what a decision says as labels and words, in the order of 3.10; what nobody wrote is left out.

    With `now` the times of the same day are short, as on the screen.
    """
    words = one.made
    found = [
        (_("Tid"), moment(words.decided_at)),
        (_("Fattat av"), decider_of(incident, words)),
        (_("På delegation"), words.delegation),
        (_("Enligt lag"), words.law),
        (_("Bakgrund"), words.background),
        (_("Beslut"), words.text),
        (_("Syfte"), words.purpose),
        *_of_board(incident, one),
        (_("Utförs av"), words.carried_out_by),
        (_("Klart senast"), moment(words.due, now) if words.due else ""),
        (_("Gäller till"), moment(words.until, now) if words.until else ""),
        (_("Omprövas"), moment(words.review_at, now) if words.review_at else ""),
        (_("Villkor"), words.condition),
        (_("Berörda verksamheter"), ", ".join(words.units)),
        (_("Till medarbetarna"), words.staff),
        (_("Medarbetarna"), _(TOLD_NAMES[one.told.value or Told.NOT]) if words.units and not words.ground else ""),
        (_("Kommunicera"), words.communicate),
        (_("Avstämt med"), words.agreed_with),
        (_("Sekretess"), words.ground or _("nej")),
        (_("Anmäls till"), _reported(one)),
        (_("Från papper"), words.paper),
    ]
    return [(label, said) for label, said in found if said]


def title(incident: "Incident", one: Decision) -> str:
    """Return "Beslut 7", and what it changes or revokes."""
    decisions = incident.part(Decisions)
    known = {"number": decisions.label(one.id), "old": decisions.label(one.changes)}
    if not one.changes:
        return _("Beslut {number}").format(**known)
    sentence = _("Beslut {number}, upphäver beslut {old}") if one.revokes else _("Beslut {number}, ändrar beslut {old}")
    return sentence.format(**known)


def standing(incident: "Incident", one: Decision, now: datetime) -> str:
    """Return whether it holds, and by which decision it does not: "ändrat av beslut 8"."""
    decisions = incident.part(Decisions)
    state = decisions.state(one, now)
    later = [decisions.label(other.id) for other in decisions.after(one.id)]
    if later:
        sentence = _("upphävt av beslut {new}") if state is State.REVOKED else _("ändrat av beslut {new}")
        return sentence.format(new=_(" och ").join(later))
    return _(STATE_NAMES[state])


def sheet(incident: "Incident", one: Decision, now: datetime) -> str:
    """Return a decision as text, to copy into minutes or a diary (beslutsblad)."""
    lines = [f"{label}: {said}" for label, said in rows(incident, one)]
    head = f"{title(incident, one)} ({standing(incident, one, now)})"
    return "\n".join([head, incident.sheet.name, "", *lines])


def _reported(one: Decision) -> str:
    report = one.reported.value
    if report is None:
        return one.made.report_to
    sentence = _("{to}, anmält {day} {reference}")
    return sentence.format(to=report.to, day=report.on.isoformat(), reference=report.reference).strip()


def _of_board(incident: "Incident", one: Decision) -> list[tuple[str, str]]:
    """Return the grounds by the three tests of the law, for the decision that the krisledningsnämnd enters."""
    term = incident.part(CrisisBoard).by_id.get(one.id)
    if term is None or term.grounds is None:
        return []
    alone = _("Ordföranden beslutade ensam, nämnden kunde inte avvaktas.")
    return [
        (_("Avviker från det normala"), term.grounds.departs),
        (_("Allvarlig störning"), term.grounds.disturbs),
        (_("Kräver skyndsamma insatser"), term.grounds.prompt),
        (_("Hur"), alone if term.alone else ""),
    ]
