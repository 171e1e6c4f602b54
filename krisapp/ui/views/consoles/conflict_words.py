"""What a conflict is about, in words (två uppgifter om vad), and on which screen it is dealt with."""

from collections.abc import Callable
from typing import NamedTuple

from krisapp.domain.conflicts import Conflict
from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident
from krisapp.domain.leading.picture.assessing import ASSESSED
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _
from krisapp.ui.views.situation.conflict import in_words
from krisapp.ui.views.situation.names import words_of


class About(NamedTuple):
    """What a conflict is about, and where it is dealt with: a screen and something in it."""

    title: str
    screen: str
    item: str = ""


_PARTS = {
    "opened": (N_("När en checklista började"), "todo"),
    "message_map": (N_("Budskapskartan"), "messages"),
    "questions": (N_("En fråga från invånarna"), "questions"),
    "rumours": (N_("Ett rykte"), "questions"),
    "enquiries": (N_("En fråga från medierna"), "questions"),
    "AlarmQuestions": (N_("Ett svar på larmfrågorna"), "lead"),
    "Calls": (N_("Samlingsplatsen"), "lead"),
    "Staffing": (N_("Vem som är i tjänst"), "lead"),
    "Shifts": (N_("Ett planerat pass"), "lead"),
    "Meetings": (N_("Ett stabsmöte"), "lead"),
    "Tasks": (N_("Ett uppdrag"), "lead"),
    "Reports": (N_("En inkommen rapport"), "lead"),
    "Decisions": (N_("Ett beslut"), "lead"),
    "CrisisBoard": (N_("Krisledningsnämnden"), "lead"),
    "LegalClocks": (N_("En tidsfrist i lag"), "lead"),
    "Registrations": (N_("Ett diarienummer"), "after"),
    "Secrecy": (N_("En sekretessmarkering"), "after"),
    "Requests": (N_("En begäran om allmän handling"), "after"),
    "Evaluation": (N_("Utvärderingen"), "after"),
    "Improvements": (N_("En åtgärd efter händelsen"), "after"),
}
"""What a part of the incident is called, and its screen."""

_FIELDS = {
    "owners": N_("vem som gör det"),
    "deadlines": N_("när det ska vara klart"),
    "words": N_("orden"),
    "priorities": N_("hur viktigt det är"),
    "marks": N_("hur långt det har kommit"),
    "notes": N_("anteckningen"),
    "attendance": N_("vem som var med"),
    "closing": N_("hur det slutade"),
    "next": N_("när nästa är"),
    "moves": N_("var den är"),
    "checks": N_("om den är kontrollerad"),
    "answer": N_("svaret"),
    "promise": N_("när svar är lovat"),
    "adopted": N_("om svaret är antaget"),
    "checker": N_("vem som kontrollerar"),
    "verified": N_("vad som stämmer"),
    "counter": N_("vad vi svarar"),
    "outcome": N_("hur det slutade"),
    "political": N_("om den är politisk"),
}


def about(conflict: Conflict, incident: Incident, plan: Plan) -> About:
    """Return what a conflict is about."""
    known = _KNOWN.get(conflict.path[0])
    if known is not None:
        return known(conflict.path, incident, plan)
    name, screen = _PARTS.get(conflict.path[0], (N_("En uppgift"), "log"))
    field = _FIELDS.get(conflict.path[-1], "")
    title = _("{what}: {field}").format(what=_(name), field=_(field)) if field else _(name)
    return About(title, screen)


def _field(path: tuple[str, ...], _incident: Incident, _plan: Plan) -> About:
    name = path[1]
    if name in ASSESSED:
        return About(words_of(name), "lead", f"picture:{name}")
    return About(words_of(name), "situation", name)


def _fact(path: tuple[str, ...], _incident: Incident, _plan: Plan) -> About:
    return About(_("Uppgift {id} på faktaunderlaget").format(id=path[1]), "situation", f"facts.{path[1]}")


def _message(path: tuple[str, ...], incident: Incident, _plan: Plan) -> About:
    return About(_("Texten {title}").format(title=incident.title_of(path[1])), "messages", path[1])


def _mark(path: tuple[str, ...], _incident: Incident, plan: Plan) -> About:
    items = (item for checklist in plan.checklists for item in checklist.items)
    text = next((item.text for item in items if item.id == path[1]), path[1])
    words = _("Vem som gör: {text}") if path[-1] == "role" else _("Punkten: {text}")
    return About(words.format(text=_(text)), "todo", path[1])


_KNOWN: dict[str, Callable[[tuple[str, ...], Incident, Plan], About]] = {
    "fields": _field,
    "facts": _fact,
    "messages": _message,
    "marks": _mark,
}


def claim_words(value: object, stamp: Stamp, incident: Incident, plan: Plan) -> str:
    """Return a value as a person reads it: what the log said of it where it is an act, else the value itself."""
    role = getattr(value, "role", None)
    if isinstance(value, Event) and isinstance(role, str):
        known = plan.role(role)
        return known.name if known else role
    line = incident.lines.get(stamp.id)
    if isinstance(value, Event) and line is not None:
        return line.text
    return in_words(value)
