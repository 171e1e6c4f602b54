"""The municipality's own alert (egen varning): from texts as they were approved, in Sveriges Radio's profile (8.5).

Everything said in it stands in the approved texts: the headline and the advice are taken from the fact sheet only where
the text says them too. It is actual only when a person has released it, and never in an exercise.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from krisapp.channels.exercise_marks import ENGLISH, FULL, without_marks
from krisapp.documents.cap.alert import Alert, Area, Info, Pair, reference
from krisapp.documents.cap.incident_codes import codes_of
from krisapp.documents.cap.rules import EXERCISE_WORD, claims_warning
from krisapp.domain.checks import Stage
from krisapp.domain.ground import around, circle_text, polygon_text
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.warning_form import PHONES_NAMES, Form
from krisapp.domain.words import N_, Refused, _

EMPTY = Form()

MARKS = {"sv": FULL, "en": ENGLISH}
"""What stands first and last in the text of an exercise, by language (rule P62)."""

LANGUAGES = {"sv": "sv-SE", "en": "en-GB"}
"""The tags of the languages texts are written in."""

LONGEST_HEADLINE = 160
"""Characters of a headline; the standard asks for what a phone shows."""


def alert_of(
    sheet: Sheet,
    plan: Plan,
    stage: Stage,
    texts: Mapping[str, str],
    *,
    exercise: bool,
    issued: datetime,
    released: bool = False,
    number: int = 1,
    name: str = "",
    earlier: Sequence[Alert] = (),
    form: Form = EMPTY,
) -> Alert:
    """Return the alert of the texts at a stage.

    `texts` are the finished texts by language, "sv" and "en", as they were approved, exercise marks and all. `issued`
    is when they are dated, with offset. `released` says that a person has released them: only then, and only outside an
    exercise, is the status Actual; else it is Draft. `number` is the place in the chain and `name` the message, so that
    two chains of an incident never share an identifier. `earlier` are the alerts this one updates or ends: without
    any it is a first alert, whatever the stage. `form` narrows the area down and says how a
    warning goes to telephones; what in it is not for the public is left out. Raises `Refused` without a Swedish
    text or without an offset.
    """
    if not texts.get("sv", "").strip():
        raise Refused(N_("Varningen behöver en svensk text."))
    if issued.tzinfo is None:
        raise Refused(N_("Tiden saknar tidszon."))
    exercise = exercise or sheet.id.startswith("OVN-")
    incident = f"OVN-{sheet.id.partition('-')[2]}" if exercise and not sheet.id.startswith("OVN-") else sheet.id
    sent = issued.isoformat(timespec="seconds")
    kind = _kind(stage, earlier)
    note = f"{EXERCISE_WORD} {incident}" if exercise else ""
    if kind == "Cancel":
        note = "\n".join(filter(None, (note, _bare(texts["sv"]))))
    site = plan.settings.website
    alert = Alert(
        identifier="-".join(filter(None, (incident, name, str(number)))),
        sender=f"https://www.{site}" if site else plan.settings.sender.replace(" ", "-"),
        sent=sent,
        status="Exercise" if exercise else "Actual" if released else "Draft",
        msg_type=kind,
        scope="Public",
        note=note,
        references=" ".join(reference(one) for one in earlier),
        incidents=incident,
    )
    if kind == "Cancel":
        return alert
    infos = tuple(
        _info(sheet, plan, stage, language, text, exercise=exercise, issued=issued, form=form)
        for language, text in texts.items()
        if language in LANGUAGES and text.strip()
    )
    return msgspec.structs.replace(alert, info=infos)


def _kind(stage: Stage, earlier: Sequence[Alert]) -> str:
    if not earlier:
        return "Alert"
    return "Cancel" if stage in (Stage.FINAL, Stage.RETRACTION) else "Update"


def _info(
    sheet: Sheet,
    plan: Plan,
    stage: Stage,
    language: str,
    text: str,
    *,
    exercise: bool,
    issued: datetime,
    form: Form,
) -> Info:
    codes, plain = codes_of(sheet.type), _bare(text)
    mark = {"sv": EXERCISE_WORD, "en": "EXERCISE"}[language]
    headline = _headline(sheet, plain)
    ends = sheet.next_update.isoformat(timespec="seconds") if sheet.next_update and sheet.next_update > issued else ""
    kind = next((one.name for one in plan.types if one.id == sheet.type), sheet.type)
    advice = [one for one in (*sheet.advice, *sheet.do_not) if _said(one, plain)] if language == "sv" else []
    return Info(
        language=LANGUAGES[language],
        category=codes.category,
        event=codes.english if language == "en" else kind,
        response_type=("AllClear",) if stage.over else codes.response,
        urgency="Past" if stage.over else "Immediate",
        severity="Minor" if stage.over else codes.severity,
        certainty="Observed" if stage.over else codes.certainty,
        expires="" if stage.over else ends,
        sender_name=plan.settings.sender,
        headline=f"{mark} {headline}" if exercise else headline,
        description=f"{MARKS[language]}\n{plain}\n{MARKS[language]}" if exercise else plain,
        instruction="" if stage.over else "\n".join(advice),
        web=f"https://www.{plan.settings.website}" if plan.settings.website else "",
        contact=plan.settings.public_contact,
        parameter=tuple(Pair(value_name=name, value=value) for name, value in _asked(form)),
        area=(_area(sheet, plan, form),),
    )


def _asked(form: Form) -> Iterator[tuple[str, str]]:
    """Yield how a warning is to reach telephones. Numbers to call and names of people are not for the public."""
    if form.phones:
        yield "Kanaler", ", ".join(_(PHONES_NAMES[one]) for one in form.phones)
    if form.languages:
        yield "Språk", form.languages


def _area(sheet: Sheet, plan: Plan, form: Form) -> Area:
    settings = plan.settings
    code = form.code or settings.code or settings.county_code
    county = len(code) == len("04")
    within = f"{settings.municipality} ({settings.county})" if settings.county else settings.municipality
    everywhere = {place.name for place in plan.places if place.kind == "town"} <= set(sheet.places)
    places = [] if everywhere or county else [place for place in sheet.places if place != settings.municipality]
    polygon = around(form.circle) if form.circle else form.polygon
    return Area(
        area_desc=settings.county if county and settings.county else ", ".join((*places, within)),
        polygon=(polygon_text(polygon),) if polygon else (),
        circle=(circle_text(form.circle),) if form.circle else (),
        geocode=(Pair(value_name="Län" if county else "Kommun", value=code),),
    )


def _bare(text: str) -> str:
    """Return a text without its exercise marks, which are set anew first and last in each part."""
    return "\n".join(without_marks(text.replace("\r\n", "\n").split("\n"))).strip()


def _headline(sheet: Sheet, text: str) -> str:
    """Return the sheet's headline where the text says it, else the text's first line, but never one that says VMA."""
    if sheet.headline and _said(sheet.headline, text):
        return sheet.headline
    lines = (line.strip() for line in text.split("\n") if line.strip() and not claims_warning(line))
    first = next(lines, "")
    return first if len(first) <= LONGEST_HEADLINE else f"{first[: LONGEST_HEADLINE - 1].rpartition(' ')[0]}…"


def _said(sentence: str, text: str) -> bool:
    return " ".join(sentence.split()).rstrip(".").casefold() in " ".join(text.split()).casefold()
