"""What waits in each screen (antal): the numbers beside the names in the navigation."""

from krisapp.domain import messages, todo
from krisapp.domain.answering import enquiries, questions
from krisapp.domain.words import _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.overview_needs import leading
from krisapp.ui.views.view import Count


def counts(live: Live) -> dict[str, Count]:
    """Return what waits, by the key of the screen; nothing without an incident."""
    if not live.has_incident or live.incident.start is None:
        return {}
    incident, now = live.incident, live.now()
    late = todo.late(incident, now)
    overdue = sum(one.urgency(now) is todo.Urgency.OVERDUE for one in late)
    waiting = contested = 0
    for message in incident.messages.values():
        waiting += messages.state(incident, message) is messages.State.DRAFT
    contested = len(incident.contested)
    red, yellow = enquiries.waiting(incident, now)
    asked = len(red) + len(yellow) + len(questions.late(incident, now))
    pressing = [row.mark.tone for row in leading(incident, live.plan, now) if row.mark.tone is not Tone.INFO]
    return {
        **_in_exercise(live),
        "todo": Count(
            overdue or len(late),
            ngettext("{count} försenad", "{count} försenade", overdue).format(count=overdue)
            if overdue
            else _("{count} att göra nu").format(count=len(late)),
            Tone.ALARM if overdue else Tone.WAIT,
        ),
        "messages": Count(
            waiting,
            ngettext("{count} väntar på godkännande", "{count} väntar på godkännande", waiting).format(count=waiting),
            Tone.INFO,
        ),
        "questions": Count(
            asked,
            ngettext("{count} har väntat länge på svar", "{count} har väntat länge på svar", asked).format(count=asked),
            Tone.ALARM if red else Tone.WAIT,
        ),
        "situation": Count(
            contested,
            ngettext("{count} uppgift i konflikt", "{count} uppgifter i konflikt", contested).format(count=contested),
            Tone.ALARM,
        ),
        "lead": Count(
            len(pressing),
            ngettext("{count} sak brådskar för staben", "{count} saker brådskar för staben", len(pressing)).format(
                count=len(pressing)
            ),
            Tone.ALARM if Tone.ALARM in pressing else Tone.WAIT,
        ),
    }


def _in_exercise(live: Live) -> dict[str, Count]:
    """Return what has come in from the director of a drill and nobody has taken in."""
    if not live.incident.exercise:
        return {}
    from krisapp.domain.exercising.arrivals import waiting  # here: nothing of drills is read for a real incident

    count = waiting(live.incident)
    words = ngettext("{count} har kommit in i övningen", "{count} har kommit in i övningen", count)
    return {"exercise": Count(count, words.format(count=count), Tone.WAIT)}
