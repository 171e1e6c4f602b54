"""What the crisis team adds to the picture (stabens rader): decisions, reports of the units, level, what is late.

Lines of the situation picture (domain handbook 3.9), and what is shown beside the points of a meeting.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain import todo
from krisapp.domain.language.clock import moment
from krisapp.domain.leading.decision import decisions as deciding
from krisapp.domain.leading.decision.crisis_board import CrisisBoard
from krisapp.domain.leading.picture.picture_lines import LATEST, Basis, Lines, Said
from krisapp.domain.leading.task import incoming, tasks
from krisapp.domain.words import _, ngettext

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def decisions(incident: "Incident", now: datetime) -> Lines:
    """What has been decided and holds, the latest first."""
    made = incident.part(deciding.Decisions)
    holding = [one for one in made.all if made.state(one, now) is deciding.State.HOLDS]
    for one in reversed(holding[-LATEST:]):
        origin = _("Beslut {number}, {by}, {time}").format(
            number=made.label(one.id),
            by=deciding.decider_of(incident, one.made),
            time=moment(one.made.decided_at.astimezone(now.tzinfo), now),
        )
        yield Said(
            f"decision.{one.id}", Basis.KNOWN, one.made.text, origin, "lead", f"decisions:{one.id}", one.made.ground
        )


def tasks_given(incident: "Incident", now: datetime) -> Lines:
    """What is being done and by whom: the tasks that wait for somebody, those of most haste first."""
    for task in (one for one in tasks.in_order(incident, now) if not one.closed):
        owner = tasks.called(incident, task.owner) if task.owner else _("ingen har det")
        number = _("Uppdrag {number}").format(number=task.number)
        due = (
            _("klart senast {time}").format(time=moment(task.deadline.astimezone(now.tzinfo), now))
            if task.deadline
            else ""
        )
        origin = ", ".join(part for part in (number, due) if part)
        words = _("{owner}: {title}").format(owner=owner, title=task.title)
        yield Said(f"task.{task.id}", Basis.KNOWN, words, origin, "lead", f"tasks:{task.id}")


def reports(incident: "Incident", now: datetime) -> Lines:
    """What each unit has told last, and which ones are silent."""
    received = incident.part(incoming.Reports).received()
    latest = {incoming.unit_key(one.received.unit): one for one in received if one.received}
    for report in sorted(latest.values(), key=lambda one: -one.number):
        told = report.received
        if told is None:
            continue
        words = _("{unit}: {text}").format(unit=told.unit, text=told.text)
        time = moment(told.came_at.astimezone(now.tzinfo), now)
        checked = _("kontrollerad") if report.verified else _("inte kontrollerad")
        origin = _("Rapport {number}, {time}, {checked}").format(number=report.number, time=time, checked=checked)
        basis = Basis.KNOWN if report.verified else Basis.ASSUMED
        yield Said(f"report.{report.id}", basis, words, origin, "lead", f"incoming:{report.id}")
    for unit in incoming.silent_units(incident, now):
        words = (
            _("{unit} har inte rapporterat sedan {time}.").format(
                unit=unit.name, time=moment(unit.last.astimezone(now.tzinfo), now)
            )
            if unit.last
            else _("{unit} har inte rapporterat.").format(unit=unit.name)
        )
        yield Said(f"silent.{unit.name}", Basis.UNKNOWN, words, _("Verksamheternas läge"), "lead", "incoming")


def level(incident: "Incident", now: datetime) -> Lines:
    """Which level we are on and since when, and whether the krisledningsnämnd is in function."""
    if incident.levels:
        level, reason, entry = incident.levels[-1]
        time = moment(entry.at.astimezone(now.tzinfo), now)
        words = _("Nivå {level} sedan {time}. {reason}").format(level=level, time=time, reason=reason)
        yield Said("level", Basis.KNOWN, words.strip(), _("Nivå"), "overview")
    term = incident.part(CrisisBoard).current
    words = (
        _("Krisledningsnämnden är i funktion sedan {time}.").format(time=moment(term.since.astimezone(now.tzinfo), now))
        if term and term.since
        else _("Krisledningsnämnden är inte i funktion.")
    )
    yield Said("board", Basis.KNOWN, words, _("Krisledningsnämnd"), "lead", "decisions")


def overdue(incident: "Incident", now: datetime) -> Lines:
    """What is late: tasks past their deadline, and the checklist points of each role."""
    for task in incident.part(tasks.Tasks).added():
        if task.urgency(now) is tasks.Urgency.OVERDUE and task.deadline:
            time = moment(task.deadline.astimezone(now.tzinfo), now)
            origin = _("Uppdrag {number}, klart senast {time}").format(number=task.number, time=time)
            words = _("{owner}: {title}").format(owner=tasks.called(incident, task.owner), title=task.title)
            text = words if task.owner else task.title
            yield Said(f"task.{task.id}", Basis.KNOWN, text, origin, "lead", f"tasks:{task.id}")
    by_role: dict[str, list[todo.Todo]] = {}
    for one in todo.late(incident, now):
        by_role.setdefault(one.role, []).append(one)
    for role, items in by_role.items():
        known = incident.plan.role(role) if incident.plan else None
        first = items[0]
        words = ngettext(
            "{role}: {count} punkt är sen. {text}", "{role}: {count} punkter är sena. Först: {text}", len(items)
        ).format(role=known.name if known else role, count=len(items), text=_(first.item.text))
        time = moment((first.due or now).astimezone(now.tzinfo), now)
        yield Said(f"late.{role}", Basis.KNOWN, words, _("sedan {time}").format(time=time), "todo", first.item.id)
