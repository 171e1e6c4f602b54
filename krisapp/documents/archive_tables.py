"""The tables of an archive package (arkivpaketets tabeller), domain handbook 11.3, whole or with the secret covered."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain.answering.tally import total
from krisapp.domain.chain import Read
from krisapp.domain.facts import STATUS_NAMES
from krisapp.domain.incident import Incident
from krisapp.domain.leading.decision.decision_words import STATE_NAMES
from krisapp.domain.leading.decision.decisions import Decisions, decider_of
from krisapp.domain.log import KIND_NAMES, Kind
from krisapp.domain.records.check_code import Codes
from krisapp.domain.records.papers import FORM_NAMES, Papers
from krisapp.domain.records.record_copies import Copy
from krisapp.domain.records.record_requests import OUTCOME_NAMES, Requests
from krisapp.domain.situation import FactStated
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.records.redaction import Redaction

Rows = Iterator[Sequence[object]]
Said = Callable[[str], str]
"""Returns a text as it may stand in the package."""

SECRET = N_("kan omfattas av sekretess")


class Table(NamedTuple):
    """A table: its file, its columns, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Rows


class Source(NamedTuple):
    """What tables are made of: the incident, its entries, a copy of its record, and the covers where it is masked."""

    incident: Incident
    entries: Sequence[Read]
    copy: Copy
    redaction: "Redaction | None"
    until: datetime

    def named(self, person: str) -> str:
        """Return a person's name as it may stand in the package."""
        return self.said(self.incident.name_of(person))

    def said(self, text: str) -> str:
        """Return a text as it may stand in the package."""
        return self.redaction.text(text) if self.redaction is not None else text


def tables(source: Source) -> Iterator[Table]:
    """Give every table of the package."""
    log = (_("nr"), _("hände"), _("inskrivet"), _("slag"), _("text"), _("källa"), _("roll"), _("skrivet av"))
    beside = (
        _("status"),
        _("från papper"),
        _("lagrum"),
        _("struken"),
        _("diarienr"),
        _("post-id"),
        _("kedja"),
        _("nr i kedjan"),
    )
    yield Table("01_logg.csv", (*log, *beside), _log(source))
    yield Table("02_beslut.csv", _decision_columns(), _decisions(source))
    facts = (_("tid"), _("av"), _("uppgift"), _("status"), _("text"), _("källa"), _("lagrum"))
    yield Table("03_fakta.csv", facts, _facts(source))
    texts = (_("fil"), _("budskap"), _("nr"), _("skede"), _("gick ut"), _("godkänd av"), _("faktaversion"), "sha256")
    yield Table("04_meddelanden/00_meddelanden.csv", texts, _texts(source))
    staffing = (_("märkning"), _("hände"), _("text"), _("skrivet av"))
    yield Table("07_bemanning.csv", staffing, _staffing(source))
    asked = (_("slag"), _("nr"), _("kom in"), _("från"), _("fråga"), _("svar"), _("besvarad"), _("av"))
    yield Table("08_media_och_fragor.csv", asked, _asked(source))
    rumours = (_("hördes"), _("var"), _("rykte"), _("antal"), _("svar"), _("utfall"))
    yield Table("09_rykten.csv", rumours, _rumours(source))
    papers = (_("nr"), _("blankett"), _("utskrivet"), _("inskrivet"), _("av"), _("rader"))
    yield Table("10_bilagor/papper.csv", papers, _papers(source))
    requests = (_("nr"), _("kom in"), _("begäran"), _("svar"), _("besvarad"), _("lagrum"), _("skäl"), _("kopior"))
    yield Table("10_bilagor/utlamningar.csv", requests, _requests(source))
    listed = (_("datum"), _("handling"), _("från eller till"), _("vad den rör"), _("sekretess"), _("diarienr"))
    yield Table("10_bilagor/diarielista.csv", listed, _to_register(source))
    codes = (_("kod"), _("papper"), _("utskrivet"), _("av"))
    yield Table("10_bilagor/kontrollkoder.csv", codes, _codes(source))


def written(moment: datetime | None) -> str:
    """Return a time as it stands in a table: 2027-06-11 14:10:00+02:00, nothing for none."""
    return moment.isoformat(sep=" ", timespec="seconds") if moment else ""


def _log(source: Source) -> Rows:
    stamps = {line.label: line.stamp for line in source.incident.log}
    for line in source.copy.lines:
        stamp = stamps[line.number]
        yield (
            line.number,
            written(line.happened),
            written(line.entered),
            line.kind,
            line.text,
            line.source,
            line.role,
            line.writer,
            line.status,
            line.paper,
            line.ground,
            line.struck,
            line.registered,
            stamp.id,
            stamp.stream,
            stamp.seq,
        )


def _decision_columns() -> tuple[str, ...]:
    first = (_("nr"), _("läge"), _("tid"), _("fattat av"), _("på delegation"), _("enligt lag"), _("bakgrund"))
    then = (_("beslut"), _("syfte"), _("utförs av"), _("klart senast"), _("gäller till"), _("omprövas"), _("villkor"))
    return (*first, *then, _("berörda"), _("avstämt med"), _("lagrum"), _("från papper"))


def _decisions(source: Source) -> Rows:
    incident = source.incident
    decisions = incident.part(Decisions)
    for one in decisions.all:
        words = one.made
        hidden = source.redaction.covered(words.ground) if source.redaction is not None and words.ground else ""

        def said(text: str, hidden: str = hidden) -> str:
            return hidden if hidden and text else source.said(text)

        yield (
            decisions.label(one.id),
            _(STATE_NAMES[decisions.state(one, source.until)]),
            written(words.decided_at),
            said(decider_of(incident, words)),
            said(words.delegation),
            words.law,
            said(words.background),
            said(words.text),
            said(words.purpose),
            said(words.carried_out_by),
            written(words.due),
            written(words.until),
            written(words.review_at),
            said(words.condition),
            "" if hidden else ", ".join(words.units),
            said(words.agreed_with),
            words.ground,
            words.paper,
        )


def _facts(source: Source) -> Rows:
    stated = [(stamp, happened) for stamp, happened, _kind in source.entries if isinstance(happened, FactStated)]
    secret = {happened.fact.id: happened.fact.legal_ground for _stamp, happened in stated if happened.fact.secret}
    for stamp, happened in stated:
        fact = happened.fact
        hidden = source.redaction is not None and fact.id in secret
        ground = secret.get(fact.id, "")
        text = source.redaction.covered(ground) if hidden and source.redaction else source.said(fact.text)
        yield (
            written(stamp.at),
            source.named(stamp.person),
            fact.id,
            _(STATUS_NAMES[fact.status]),
            text,
            "" if hidden else source.said(fact.source),
            ground if hidden else fact.legal_ground,
        )


def _texts(source: Source) -> Rows:
    for text in source.copy.texts:
        name = f"{text.id}-{text.number}.txt"
        yield (
            name,
            text.title,
            text.number,
            text.stage,
            written(text.at),
            text.approved_by,
            text.facts_version,
            text.sha256,
        )


def _staffing(source: Source) -> Rows:
    for line in source.copy.lines:
        if line.kind == _(KIND_NAMES[Kind.STAFFING]):
            yield _(SECRET), written(line.happened), line.text, line.writer


def _asked(source: Source) -> Rows:
    incident, said = source.incident, source.said
    for enquiry in incident.enquiries.values():
        answer = enquiry.replies[0] if enquiry.replies else None
        yield (
            _("media"),
            enquiry.number,
            written(enquiry.asked.received_at),
            enquiry.asked.medium,
            said(enquiry.asked.question),
            said(answer.text) if answer else "",
            written(answer.at) if answer else "",
            source.named(answer.spokesperson) if answer else "",
        )
    for question in incident.questions.values():
        value = question.answer.value
        yield (
            _("fråga"),
            question.number,
            written(question.stamp.at),
            "",
            said(question.first.question),
            said(value.answer) if value else "",
            written(value.stamp.at) if value else "",
            source.named(value.stamp.person) if value else "",
        )


def _rumours(source: Source) -> Rows:
    for rumour in source.incident.rumours.values():
        counter = rumour.counter.value
        yield (
            written(rumour.heard.heard_at),
            source.said(rumour.heard.where),
            source.said(rumour.heard.text),
            total(rumour.tally),
            source.said(counter.answer) if counter else "",
            source.said(rumour.outcome.value or ""),
        )


def _papers(source: Source) -> Rows:
    incident = source.incident
    for paper in incident.part(Papers).by_number.values():
        use = paper.use
        yield (
            str(paper.number),
            _(FORM_NAMES[paper.number.form]),
            written(paper.handed[0].at) if paper.handed else "",
            written(use.stamp.at) if use else "",
            source.named(use.stamp.person) if use else "",
            use.lines if use else "",
        )


def _requests(source: Source) -> Rows:
    for request in source.incident.part(Requests).by_id.values():
        value = request.answer.value
        yield (
            request.number,
            written(request.asked.received_at),
            source.said(request.asked.what),
            _(OUTCOME_NAMES[value.outcome]) if value else "",
            written(value.at) if value else "",
            ", ".join(value.grounds) if value else "",
            source.said(value.reason) if value else "",
            " ".join(value.copies) if value else "",
        )


def _to_register(source: Source) -> Rows:
    """Give what there is to register (OSL 5 kap.): what came in, what went out, decisions, and texts that went out."""
    kinds = {_(KIND_NAMES[kind]) for kind in (Kind.INCOMING, Kind.OUTGOING, Kind.DECISION, Kind.COOPERATION)}
    for line in source.copy.lines:
        if line.kind in kinds:
            about = _("post {number}, {kind}").format(number=line.number, kind=line.kind.lower())
            yield written(line.happened), about, line.source, line.text, line.ground, line.registered
    for text in source.copy.texts:
        name = _("{title} nr {number}").format(title=text.title, number=text.number)
        first = next((part for part in text.text.splitlines() if part.strip()), "")
        yield written(text.at), name, text.title, first, "", text.registered


def _codes(source: Source) -> Rows:
    for printed in source.incident.part(Codes).by_code.values():
        name = source.named(printed.stamp.person)
        yield printed.code, source.said(printed.paper), written(printed.stamp.at), name
