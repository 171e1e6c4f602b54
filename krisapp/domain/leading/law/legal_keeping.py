"""Starting and settling the clocks of law (hålla lagens tider): what may be done, and why not."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.leading.law.legal_clocks import (
    Asked,
    Begins,
    Clock,
    ClockRule,
    LegalClocks,
    Outcome,
    clocks,
    is_declined,
)
from krisapp.domain.leading.law.legal_history import ClockDeclined, ClockSettled, ClockStarted
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_ENDS = {
    Begins.COUNCIL: N_("Anmäl besluten på sidan Beslut, så är klockan klar."),
    Begins.REQUEST: N_("Besvara begäran på sidan Utlämning, så är klockan klar."),
    Begins.ALARM: N_("Klockan blev klar när texten gick ut."),
}

BY_HAND = frozenset({Begins.ASKED, Begins.HAND, Begins.CLOSING})
"""Which clocks a person may start; the others are started by what they follow."""


def start_clocks(
    incident: "Incident",
    rules: Sequence[ClockRule],
    began: datetime,
    now: datetime,
    because: str = "",
    due: datetime | None = None,
) -> tuple[ClockStarted, ...]:
    """Start clocks (starta lagens klocka) from when the municipality knew.

    `due` is for a rule without a length. Raises `Refused` for a time that lies ahead, for a clock that starts by
    itself, and while one of the same rule that began then runs.
    """
    if began > now:
        raise Refused(N_("Tiden ligger framåt. Skriv när kommunen fick veta det."))
    going = [(one.rule.id, one.began) for one in clocks(incident, rules) if one.outcome is Outcome.RUNS]
    for rule in rules:
        if rule.begins not in BY_HAND:
            raise Refused(N_("Klockan {name} startar av sig själv."), name=rule.name)
        if (rule.id, began) in going:
            raise Refused(N_("Klockan {name} går redan från den tiden."), name=rule.name)
    return tuple(
        ClockStarted(rule.id, began, rule.name, rule.reference, rule.due(began) or due, because.strip())
        for rule in rules
    )


def decline(incident: "Incident", asked: Asked, reason: str) -> ClockDeclined:
    """Answer no to a question (nej, det gäller inte). Raises `Refused` without a reason, or when that is said."""
    if not reason.strip():
        raise Refused(N_("Skriv varför det inte gäller."))
    if is_declined(incident.part(LegalClocks), asked.trigger):
        raise Refused(N_("Frågan är redan besvarad."))
    return ClockDeclined(asked.trigger, asked.question, reason.strip())


def ask_again(incident: "Incident", trigger: str) -> ClockDeclined:
    """Open a question again that was answered no (fråga igen). Raises `Refused` when it is open."""
    register = incident.part(LegalClocks).declined.get(trigger)
    if register is None or register.value is None or not register.value.declined:
        raise Refused(N_("Frågan är inte besvarad."))
    return ClockDeclined(trigger, register.value.question, "", declined=False)


def settle(clock: Clock, outcome: Outcome, at: datetime, now: datetime, reason: str = "") -> ClockSettled:
    """Say what became of a clock (klar, gäller inte, går igen).

    Raises `Refused` when it is so already, for a time that lies ahead or before it began, without a reason where it
    does not apply, and for what something else in the program ends.
    """
    if clock.by_itself:
        raise Refused(_ENDS.get(clock.rule.begins, N_("Klockan blir klar av sig själv.")))
    if clock.outcome is outcome and not clock.contested:
        raise Refused(N_("Klockan är redan markerad så."))
    if at > now or at < clock.began:
        raise Refused(N_("Tiden måste ligga mellan att klockan startade och nu."))
    if outcome is Outcome.NOT_APPLICABLE and not reason.strip():
        raise Refused(N_("Skriv varför det inte gäller."))
    return ClockSettled(clock.key, outcome, at, clock.name, reason.strip())
