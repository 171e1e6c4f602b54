"""The card of a request for a VMA (kortet): who may, the calls in order, the text to read, and lines to fill in."""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.channels.exercise_marks import FULL, without_marks
from krisapp.channels.vma_request import VMA_REQUEST
from krisapp.documents.frame import fields, heading, incident_paper, words
from krisapp.documents.paper import Paper
from krisapp.domain.delegation import TextKind, who_may
from krisapp.domain.language.lix import counts
from krisapp.domain.language.spelled_names import names_in, spelled
from krisapp.domain.warning_form import form_lines, form_of
from krisapp.domain.warning_request import POINT_NAMES, Point, pace
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.plan import Plan

CALLS = (
    N_("Stäm av med räddningsledaren vem som begär."),
    N_("Den som har delegation beslutar."),
    N_("Ring SOS Alarm och säg att kommunen begär VMA. Uppge namn, roll och nummer för motringning."),
    N_("Läs texten långsamt. Stava namnen."),
    N_("Be att få texten uppläst tillbaka. Bocka av varje mening."),
    N_("Kom överens med Sveriges Radios sändningsledning om orden, och skriv ner dem."),
    N_("Bestäm när meddelandet ska omprövas. Begär faran över när faran är över."),
)
"""What is done, in the order of checklist K14."""


def read_aloud(text: str) -> str:
    """Return the part of a request that is read aloud, without exercise marks."""
    return "\n".join(without_marks(VMA_REQUEST.measured(text).split("\n"))).strip()


def said(text: str, *, exercise: bool) -> str:
    """Return what is said on the telephone: in an exercise with its mark first and last, heard too (rule P62)."""
    read = read_aloud(text)
    return f"{FULL}\n{read}\n{FULL}" if exercise and read else read


def sentences(text: str, *, exercise: bool = False) -> tuple[str, ...]:
    """Return the lines that are read, each to be ticked off when it is read back."""
    return tuple(line.strip() for line in said(text, exercise=exercise).split("\n") if line.strip())


def spelled_in(text: str, plan: "Plan") -> tuple[tuple[str, str], ...]:
    """Return the names in what is read, each with its letters by name; who takes it down knows where to hear more."""
    read = "\n".join(line for line in sentences(text) if not line.startswith("Mer information"))
    return tuple((name, spelled(name)) for name in names_in(read, (place.name for place in plan.places)))


def sos_number(plan: "Plan") -> str:
    """Return the number to SOS Alarm that the plan holds for those who may ask, or nothing."""
    known = (one for one in plan.people if one.organisation == "SOS Alarm")
    return next((one.phone or one.mobile for one in known if one.phone or one.mobile), "")


def warning_card(incident: "Incident", plan: "Plan", id: str, text: str, now: datetime) -> Paper:
    """Return the card to hold at the telephone for a request's message. Nothing on it says that a warning is sent.

    What its form has is filled in; what it lacks is a line to write on.
    """
    took = pace(counts(read_aloud(text)).words)
    blank = "_" * 34
    number = sos_number(plan) or _("Finns inte i planen. Skriv: {blank}").format(blank=blank)
    known = dict(form_lines(form_of(incident, id)))
    asked = (_("Nummer för motringning"), _("Stämt av med räddningsledaren"))
    filled = {name: known.pop(name, blank) for name in asked} | known
    blocks = [
        fields([(_("Får begära"), who_may(plan, TextKind.VMA, now.date())), (_("SOS Alarm"), number), *filled.items()]),
        heading(_("I den här ordningen")),
        {"kind": "numbered", "items": [_(one) for one in CALLS]},
        heading(_("Läs det här")),
        {"kind": "aloud", "lines": list(sentences(text, exercise=incident.exercise))},
        words(_("{count} ord, omkring {seconds} sekunder.").format(count=took.words, seconds=took.seconds)),
        heading(_("Skriv medan du ringer")),
        fields([(name, blank) for name in (_("Uppringt kl., vem"), _("Motläst kl."), _("Omprövas kl."))]),
        heading(_("Namnen bokstav för bokstav")),
        fields(list(spelled_in(text, plan))),
        words(_("Texten ska svara på: {points}").format(points=" ".join(_(POINT_NAMES[one]) for one in Point))),
    ]
    return incident_paper(incident, _("Begära VMA"), now, blocks, more={"text_size": 9.5})
