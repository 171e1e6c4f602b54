"""Checking an answer somebody is about to give (granskning av svar): domain handbook 7.7, secrecy, and rule P34."""

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.checking.confirmation import unconfirmed_facts
from krisapp.domain.checking.forbidden import dangerous_wordings, groups_suspected, guesses
from krisapp.domain.checking.secrecy import identity_numbers, secret_facts
from krisapp.domain.checks import Context, Finding, Severity, Stage
from krisapp.domain.sheet import Answered
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

MEDIA, RESIDENTS, STAFF = ("E5", "C08"), ("E1", "C11"), ("I2", "C11")
"""Whom an answer is for, and the channel that comes closest to it."""

_CHECKS = (dangerous_wordings, guesses, groups_suspected, identity_numbers, secret_facts, unconfirmed_facts)


def answer_context(incident: "Incident", reader: tuple[str, str], now: datetime) -> Context:
    """Return the circumstances of an answer; `reader` is one of MEDIA, RESIDENTS and STAFF."""
    plan = incident.plan
    names = (*(place.name for place in plan.places), plan.settings.sender) if plan else ()
    audience, channel = reader
    return Context(
        audience=audience,
        channel=channel,
        stage=Stage.UPDATE,
        exercise=incident.exercise,
        issued=now,
        names=names,
    )


def answer_findings(
    incident: "Incident", text: str, reader: tuple[str, str], now: datetime, rumour: str = ""
) -> list[Finding]:
    """Return what must not, or had better not, be said in an answer; the hardest first."""
    context, sheet = answer_context(incident, reader, now), incident.sheet
    if rumour:
        sheet = msgspec.structs.replace(sheet, answers=(*sheet.answers, Answered("", text, rumour)))
    found = [finding for check in _CHECKS for finding in check(text, sheet, context)]
    return sorted(found, key=lambda one: (one.severity is not Severity.STOP, one.span))


def refuse_stops(incident: "Incident", text: str, reader: tuple[str, str], now: datetime, *, rumour: str = "") -> None:
    """Raise `Refused` for an answer that is empty, endless or says what no answer may say.

    `rumour` is the fact that this answers, whose words it may name: a rumour answer is where they belong (5.3).
    """
    if not text.strip():
        raise Refused(N_("Skriv svaret innan du sparar."))
    if len(text) > 2_000:
        raise Refused(N_("Svaret är för långt. Högst 2 000 tecken får plats."))
    for finding in answer_findings(incident, text, reader, now, rumour):
        if finding.severity is Severity.STOP:
            raise Refused(
                N_("Svaret kan inte sparas. {reason} {instead}"), reason=finding.text, instead=finding.suggestion
            )
