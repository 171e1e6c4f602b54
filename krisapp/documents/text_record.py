"""An incident as plain text (händelsen i text): fact sheet, what is out, and the log, for people and paper."""

from collections.abc import Iterator

from krisapp.domain.facts import STATUS_NAMES
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.log import KIND_NAMES, Line
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.words import N_, _

EXERCISE = N_("ÖVNING")


def text_record(incident: Incident) -> str:
    """Return the whole incident as text. Secret facts and lines are in it, with their ground: it is not for release.

    An exercise says so first and last (rule P62).
    """
    lines = list(_lines(incident))
    if incident.exercise:
        lines = [_(EXERCISE), "", *lines, "", _(EXERCISE)]
    return "\n".join(lines) + "\n"


def _lines(incident: Incident) -> Iterator[str]:
    sheet = incident.sheet
    yield f"{sheet.id} {sheet.name}"
    yield _("Larm {time}, nivå {level}").format(time=stamp(sheet.alarm_at), level=sheet.level)
    yield ""
    yield _("FAKTAUNDERLAG, version {version}").format(version=incident.version)
    yield from (text for text in (sheet.headline, sheet.what_happened, sheet.area) if text)
    for fact in sheet.facts:
        secret = _(" [sekretess: {ground}]").format(ground=fact.legal_ground) if fact.secret else ""
        yield f"{fact.id} {_(STATUS_NAMES[fact.status])}: {fact.text} ({fact.source}){secret}"
    for title, sentences in (
        (_("Råd"), sheet.advice),
        (_("Gör inte"), sheet.do_not),
        (_("Det vet vi inte"), sheet.unknowns),
        (_("Det gör vi"), sheet.our_actions),
    ):
        if sentences:
            yield f"{title}:"
            yield from (f"- {sentence}" for sentence in sentences)
    if sheet.next_update:
        yield _("Nästa besked {time}").format(time=stamp(sheet.next_update))
    yield ""
    yield _("UTE HOS MÅLGRUPPERNA")
    for message in incident.messages.values():
        for number, release in enumerate(message.releases, 1):
            yield ""
            words = (
                _("{message} nr {number}, {stage}, {time}, godkänt av {by}")
                if release.approved_by
                else _("{message} nr {number}, {stage}, {time}, UTAN GODKÄNNANDE, godkänt i efterhand av {by}")
            )
            afterwards = incident.approved_afterwards.get((message.id, release.number))
            approver = release.approved_by or (afterwards.by if afterwards else "")
            yield words.format(
                message=message.id,
                number=number,
                stage=_(STAGE_NAMES[release.stage]).lower(),
                time=stamp(release.stamp.at),
                by=incident.name_of(approver) or _("ingen"),
            )
            yield release.text
    rejected = [(message.id, one) for message in incident.messages.values() for one in message.rejected]
    if rejected:
        yield ""
        yield _("SKICKADE TILLBAKA, ALDRIG UTE")
    for id, one in rejected:
        yield ""
        yield _("{message}, {time}, av {by}: {reason}").format(
            message=id, time=stamp(one.stamp.at), by=incident.name_of(one.by), reason=one.reason
        )
        yield one.text
    yield ""
    yield _("LOGG")
    yield from (_log_line(line, incident) for line in incident.log)


def _log_line(line: Line, incident: Incident) -> str:
    written = _(", inskrivet {time}").format(time=f"{line.stamp.at:%Y-%m-%d %H.%M}") if line.late else ""
    paper = _(", från papper nr {number}").format(number=line.paper) if line.paper else ""
    struck = _(" [struken: {reason}]").format(reason=line.struck_reason) if line.struck else ""
    ground = _(" [sekretess: {ground}]").format(ground=line.ground) if line.ground else ""
    return (
        f"{line.label:>4}  {line.happened:%Y-%m-%d %H.%M}{written}{paper}  {_(KIND_NAMES[line.kind])}  "
        f"{incident.name_of(line.stamp.person)}: {line.text}{ground}{struck}"
    )
