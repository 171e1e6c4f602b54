"""The annual wheel out of the program (årshjul): a year as PDF and as a calendar file (rule P4, row PL7)."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from krisapp.documents.calendar import Entry, calendar
from krisapp.documents.frame import sent_by
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.months import MONTHS
from krisapp.domain.plan import Plan
from krisapp.domain.planning.acts import Act
from krisapp.domain.planning.year_wheel import STATE_NAMES, Occasion, day_words, month_of, occasions, state
from krisapp.domain.words import N_, _

LASTS = timedelta(hours=1)
"""How long something with a time of day is shown in a calendar."""


def year_calendar(plan: Plan, year: int, acts: Iterable[Act], now: datetime) -> bytes:
    """Return a year of the wheel as iCalendar. Made anew it moves what was moved and doubles nothing."""
    place = plan.settings.municipality
    entries = [_entry(one, place, now) for one in occasions(plan.year_wheel, year, acts)]
    return calendar(entries, _("Årshjul {year}, {place}").format(year=year, place=place))


def _entry(one: Occasion, place: str, now: datetime) -> Entry:
    begins = one.moment(now.tzinfo)
    if begins is not None:
        # The wall clock of that day: summer time may differ from today's offset.
        begins = begins.replace(tzinfo=None).astimezone()
    told = [one.item.note, _("Ansvarig: {name}").format(name=one.item.person or one.item.owner or "–")]
    return Entry(
        uid=f"{one.key}@krisapp.arshjul",
        summary=one.item.name,
        start=begins or one.start,
        end=begins + LASTS if begins else one.end,
        description="\n".join(line for line in told if line),
        place=place,
    )


def year_pdf(plan: Plan, year: int, acts: Iterable[Act], now: datetime) -> bytes:
    """Return a year of the wheel as PDF: a table for each month that has something in it."""
    found = occasions(plan.year_wheel, year, acts)
    names = (N_("När"), N_("Vad"), N_("Ansvarig"), N_("Läge"))
    columns = [{"name": _(name), "width": width} for name, width in zip(names, (3, 7, 2, 3), strict=True)]
    blocks: list[dict[str, object]] = []
    for month, name in enumerate(MONTHS, 1):
        rows = [
            [day_words(one), one.item.name, one.item.person or one.item.owner or "–", state_words(one, now)]
            for one in found
            if month_of(one) == month
        ]
        if rows:
            blocks.append({"kind": "heading", "text": _(name).capitalize()})
            blocks.append({"kind": "table", "columns": columns, "rows": rows, "size": 10})
    if not blocks:
        blocks.append({"kind": "text", "text": _("Inget är planerat.")})
    return compile_pdf(
        "report",
        {
            "title": _("Årshjul {year}").format(year=year),
            **sent_by(plan, _("Krisberedskap och kommunikation")),
            "date": now.isoformat(timespec="minutes"),
            "foot": _("Årshjul {year}, utskrivet {date}").format(year=year, date=now.date()),
            "blocks": blocks,
        },
    )


def state_words(one: Occasion, now: datetime) -> str:
    """Return where an occasion stands, and since when it is done."""
    if one.done is not None:
        return _("klart {date}").format(date=one.done.day)
    return _(STATE_NAMES[state(one, now.date())])
