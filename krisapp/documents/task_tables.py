"""Tasks and incoming reports as tables (uppdrag och inkommande), for the archive package and open exports."""

from collections.abc import Iterator

from krisapp.documents.archive_tables import Rows, Source, Table, written
from krisapp.domain.leading.task.incoming import MEANS_NAMES, STAGE_NAMES, Reports
from krisapp.domain.leading.task.tasks import PRIORITY_NAMES, STATE_NAMES, Tasks, called
from krisapp.domain.words import _


def task_tables(source: Source) -> Iterator[Table]:
    """Give the table of tasks and that of incoming reports."""
    tasks = (_("nr"), _("uppdrag"), _("ansvarig"), _("klart senast"), _("vikt"), _("läge"), _("skäl"), _("del av"))
    yield Table("10_bilagor/uppdrag.csv", (*tasks, _("skrivet"), _("av")), _tasks(source))
    came = (_("nr"), _("kom in"), _("enhet"), _("från"), _("sätt"), _("text"), _("läge"), _("skäl"), _("bekräftad"))
    yield Table("10_bilagor/inkommande.csv", (*came, _("skrivet av")), _reports(source))


def _tasks(source: Source) -> Rows:
    incident, tasks = source.incident, source.incident.part(Tasks)
    for task in tasks.added():
        if task.stamp is None:
            continue
        parent = tasks.by_id.get(task.parent)
        yield (
            task.number,
            source.said(task.title),
            source.said(called(incident, task.owner)) if task.owner else "",
            written(task.deadline),
            _(PRIORITY_NAMES[task.priority]),
            _(STATE_NAMES[task.state]),
            source.said(task.reason),
            parent.number if parent is not None else "",
            written(task.stamp.at),
            source.named(task.stamp.person),
        )


def _reports(source: Source) -> Rows:
    for report in source.incident.part(Reports).received():
        received = report.received
        if received is None or report.stamp is None:
            continue
        yield (
            report.number,
            written(received.came_at),
            source.said(received.unit),
            source.said(received.who),
            _(MEANS_NAMES[received.means]),
            source.said(received.text),
            _(STAGE_NAMES[report.stage]),
            source.said(report.reason),
            _("ja") if report.verified else _("nej"),
            source.named(report.stamp.person),
        )
