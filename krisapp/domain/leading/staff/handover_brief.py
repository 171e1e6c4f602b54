"""The handover sheet (överlämningsblad): all that the next one needs to know, from what is there already (3.13, K08).

Nobody writes it: it is computed when it is asked for, point by point in the order of domain handbook 3.13. What is
secret is named and not told, so that the sheet can be printed and read aloud.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from krisapp.domain import messages, promises, todo
from krisapp.domain.answering.enquiries import in_order
from krisapp.domain.answering.questions import Standing
from krisapp.domain.answering.rumours import VERDICT_NAMES, Verdict
from krisapp.domain.checklists import Mark
from krisapp.domain.facts import STATUS_NAMES, Status
from krisapp.domain.leading.alarm.posts import role_of
from krisapp.domain.leading.law.legal_clocks import ClockRule
from krisapp.domain.leading.staff.endurance import Strain, working
from krisapp.domain.leading.staff.handover_orders import (
    clock_lines,
    decision_lines,
    report_lines,
    short_time,
    task_lines,
)
from krisapp.domain.leading.staff.shift_planning import reliefs
from krisapp.domain.leading.staff.shifts import Shifts
from krisapp.domain.leading.staff.staffing import Staffing, role_name
from krisapp.domain.log import KIND_NAMES, Kind
from krisapp.domain.messages import State
from krisapp.domain.todo import Todo
from krisapp.domain.words import _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

AHEAD = timedelta(hours=2)
"""How far ahead the sheet looks for what is due."""

MOST_LINES = 12
"""Lines of the log told of a shift: the newest. The rest is in the log."""

_TOLD_KINDS = frozenset(
    (Kind.DECISION, Kind.SITUATION, Kind.COOPERATION, Kind.OBSERVATION, Kind.INCOMING, Kind.OUTGOING, Kind.CORRECTION)
)
"""What of a shift is told; tasks, media, rumours and staff have points of their own."""


class Section(msgspec.Struct, frozen=True):
    """One point of the sheet: its title, its lines, and what to say when there are none."""

    title: str
    lines: tuple[str, ...]
    none: str


class Brief(msgspec.Struct, frozen=True):
    """The sheet at one moment, for the one who takes over a post, or for everybody when `post` is empty."""

    title: str
    made: datetime
    exercise: bool
    sections: tuple[Section, ...]


def brief(
    incident: "Incident", now: datetime, since: datetime, post: str = "", rules: Sequence[ClockRule] = ()
) -> Brief:
    """Return the handover sheet. `since` is when the shift began: what happened is told from then on.

    `rules` are the clocks that law starts.
    """
    title = _("Överlämning: {name}").format(name=incident.sheet.name)
    if post:
        title = _("Överlämning av {role}: {name}").format(role=role_name(incident, post), name=incident.sheet.name)
    made = (
        (_("Läget just nu"), _now(incident, now), _("Inget är skrivet.")),
        (_("Gör först: inom två timmar"), _due(incident, now, post), _("Inget ska vara klart inom två timmar.")),
        (_("Utlovade besked"), _promises(incident, now), _("Inget besked är utlovat.")),
        (_("Beslut som gäller"), decision_lines(incident, now), _("Inget beslut är skrivet.")),
        (_("Pågående uppgifter"), task_lines(incident, now), _("Ingen uppgift är öppen.")),
        (_("Inkommet som inte är klart"), report_lines(incident), _("Allt som har kommit in är klart.")),
        (_("Texter som väntar på godkännande"), _texts(incident), _("Ingen text väntar.")),
        (_("Obesvarade mediefrågor"), _media(incident, now), _("Alla mediefrågor är besvarade.")),
        (_("Frågor utan svar"), _questions(incident, now), _("Alla frågor har svar.")),
        (_("Rykten"), _rumours(incident), _("Inget rykte är igång.")),
        (_("Fakta som väntar på bekräftelse"), _facts(incident), _("Allt är bekräftat.")),
        (_("Klockor som lagen har startat"), clock_lines(incident, rules, now), _("Ingen lagens klocka går.")),
        (_("I tjänst och avlösning"), _people(incident, now), _("Ingen är inskriven i tjänst.")),
        (_("Det har hänt under passet"), _happened(incident, now, since), _("Inget är loggat under passet.")),
    )
    sections = tuple(Section(words, tuple(lines), none) for words, lines, none in (*made, _by_mouth("")))
    return Brief(title, now, incident.exercise, sections)


def with_note(sheet: Brief, note: str) -> Brief:
    """Return the sheet with what only the one who leaves knows: risks of the coming shift, keys, food."""
    *known, _last = sheet.sections
    words, lines, none = _by_mouth(note)
    return Brief(sheet.title, sheet.made, sheet.exercise, (*known, Section(words, tuple(lines), none)))


def _by_mouth(note: str) -> tuple[str, list[str], str]:
    told = [line.strip() for line in note.splitlines() if line.strip()]
    return _("Risker under nästa pass, och praktiskt"), told, _("Sägs muntligt: risker, inloggning, nycklar, mat.")


def as_text(sheet: Brief) -> str:
    """Return the sheet as plain text, to copy and to keep with the handover; an exercise says so (rule P62)."""
    lines = [sheet.title, _("Utskrivet {time}").format(time=f"{sheet.made:%Y-%m-%d %H.%M}")]
    for number, section in enumerate(sheet.sections, 1):
        lines += ["", f"{number}. {section.title}"]
        lines += [f"- {line}" for line in section.lines] or [section.none]
    if sheet.exercise:
        mark = _("ÖVNING ÖVNING ÖVNING")
        lines = [mark, "", *lines, "", mark]
    return "\n".join(lines)


def _now(incident: "Incident", now: datetime) -> Iterator[str]:
    sheet, plan = incident.sheet, incident.plan
    level = next((row.name for row in plan.levels if row.id == sheet.level), sheet.level) if plan else sheet.level
    yield _("Nivå: {level}. Larmet kom {time}.").format(level=level, time=short_time(sheet.alarm_at, now))
    for text in (sheet.headline, sheet.what_happened, sheet.news):
        if text:
            yield text
    if sheet.places:
        yield _("Plats: {places}.").format(places=", ".join(sheet.places))
    if sheet.danger_to_life:
        yield _("Det är fara för liv eller hälsa.")
    for unknown in sheet.unknowns:
        yield _("Det vet vi inte: {what}").format(what=unknown)
    if incident.contested:
        count = len(incident.contested)
        yield _("{count} uppgifter i faktaunderlaget står mot varandra.").format(count=count)


def _due(incident: "Incident", now: datetime, post: str) -> Iterator[str]:
    """Return the points of the checklists that are due within two hours, then those that are late.

    The sheet of a post tells its role's own; of what is late only so much is told as can be read aloud.
    """
    role = role_of(post)
    points = [
        one
        for one in todo.todos(incident)
        if one.state is Mark.OPEN and one.due is not None and one.due <= now + AHEAD and role in ("", one.role)
    ]
    points.sort(key=lambda point: point.due or now)
    late = [one for one in points if (one.due or now) < now]
    for one in points[len(late) :]:
        yield _point(one, _("{time}: {text} ({role})"), now)
    for one in late[-MOST_LINES:]:
        yield _point(one, _("FÖRSENAD, {time}: {text} ({role})"), now)
    if len(late) > MOST_LINES:
        yield _("{count} äldre försenade punkter står i Att göra.").format(count=len(late) - MOST_LINES)


def _point(one: Todo, words: str, now: datetime) -> str:
    return words.format(time=short_time(one.due or now, now), text=_(one.item.text), role=one.role or "–")


def _promises(incident: "Incident", now: datetime) -> Iterator[str]:
    for one in promises.promises(incident):
        if one.kept is None:
            texts = ", ".join(incident.title_of(id) for id in one.messages)
            late = one.broken(now)
            words = _("{time}, FÖRSENAT, utlovat i {texts}") if late else _("{time}, utlovat i {texts}")
            yield words.format(time=short_time(one.due, now), texts=texts)
    planned = incident.sheet.next_update
    if planned is not None and planned not in {one.due for one in promises.promises(incident)}:
        yield _("{time}, satt i faktaunderlaget men inte utskickat").format(time=short_time(planned, now))
    if incident.sheet.next_press is not None and incident.sheet.next_press >= now:
        yield _("{time}, pressträff").format(time=short_time(incident.sheet.next_press, now))


def _texts(incident: "Incident") -> Iterator[str]:
    for message in incident.messages.values():
        if messages.state(incident, message) is State.DRAFT:
            claims = message.draft.claims
            writer = incident.name_of(claims[-1][1].person) if claims else "–"
            yield _("{title}, skriven av {writer}").format(title=incident.title_of(message.id), writer=writer)


def _media(incident: "Incident", now: datetime) -> Iterator[str]:
    for one in in_order(incident, now):
        if not one.replies and not one.withdrawn:
            words = _("{medium}: {question} Svar senast {time}.") if one.asked.deadline else _("{medium}: {question}")
            due = short_time(one.asked.deadline, now) if one.asked.deadline else ""
            yield words.format(medium=one.asked.medium, question=one.asked.question, time=due)


def _questions(incident: "Incident", now: datetime) -> Iterator[str]:
    waiting = (Standing.OPEN, Standing.LATE, Standing.PROMISED, Standing.CONTESTED)
    for one in incident.questions.values():
        if one.standing(now) in waiting:
            words = _("{question} Svar utlovat {time}.") if one.promise.value else _("{question} ({count} har frågat)")
            due = short_time(one.promise.value, now) if one.promise.value else ""
            yield words.format(question=one.text, time=due, count=one.count)


def _rumours(incident: "Incident") -> Iterator[str]:
    for one in incident.rumours.values():
        if one.verdict in (Verdict.UNVERIFIED, Verdict.FALSE, Verdict.PARTLY) and not one.outcome.value:
            verdict = _(VERDICT_NAMES[one.verdict])
            yield _("{id}: {text} ({verdict})").format(id=one.heard.fact, text=one.heard.text, verdict=verdict)


def _facts(incident: "Incident") -> Iterator[str]:
    for fact in incident.sheet.facts:
        if fact.status in (Status.UNCONFIRMED, Status.RUMOUR):
            secret = _("sekretess enligt {ground}, läs den i Krisapp").format(ground=fact.legal_ground)
            status = _(STATUS_NAMES[fact.status]).lower()
            text = secret if fact.secret else fact.text
            yield _("{id}: {text} ({status})").format(id=fact.id, text=text, status=status)


def _people(incident: "Incident", now: datetime) -> Iterator[str]:
    """Tell who works, since when, and who relieves them; a shift that is secret is only said to be planned."""
    strain = {one.person: one for one in working(incident)}
    relief = {one.spell.id: one for one in reliefs(incident, now)} if incident.part(Shifts).planned else {}
    for spell in incident.part(Staffing).running():
        stretch, coming = strain[spell.person], relief.get(spell.id)
        words = _("{role}: {person} sedan {time}")
        if stretch.strain(now) is Strain.STOP:
            words = _("{role}: {person} sedan {time}, MER ÄN 12 TIMMAR I STRÄCK")
        elif stretch.strain(now) is Strain.RELIEVE:
            words = _("{role}: {person} sedan {time}, SKA AVLÖSAS")
        line = words.format(
            role=role_name(incident, spell.post),
            person=incident.name_of(spell.person),
            time=short_time(stretch.since, now),
        )
        if coming is not None:
            line += _(". Avlösning är planerad.") if coming.planned else _(". INGEN AVLÖSNING ÄR PLANERAD.")
        yield line


def _happened(incident: "Incident", now: datetime, since: datetime) -> list[str]:
    told = [
        line for line in incident.log if line.happened >= since and line.kind in _TOLD_KINDS and line.struck is None
    ]
    told.sort(key=lambda line: line.happened)
    left_out = len(told) - MOST_LINES
    lines = [_("{count} äldre poster står i loggen.").format(count=left_out)] if left_out > 0 else []
    for line in told[-MOST_LINES:]:
        secret = _("sekretess enligt {ground}, läs den i loggen").format(ground=line.ground)
        text = secret if line.ground else " ".join(line.text.split())
        kind = _(KIND_NAMES[line.kind]).lower()
        lines.append(_("{time}, {kind}: {text}").format(time=short_time(line.happened, now), kind=kind, text=text))
    return lines
