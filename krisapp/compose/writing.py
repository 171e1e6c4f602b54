"""Writing texts: from template and phrases to a draft's source, and from source and fact sheet to the finished text."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from msgspec.structs import replace

from krisapp import channels
from krisapp.compose.assembly import Assembler
from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import HEADED, Rendered, fill
from krisapp.compose.phrase_book import PhraseBook
from krisapp.compose.phrases import bank_of, groups_of, phrases_of
from krisapp.compose.sandbox import Line, read_draft
from krisapp.compose.sheet_view import Ground, Shared, SheetView
from krisapp.compose.wording import by_manager
from krisapp.domain.checks import Context, Finding, Severity, Stage
from krisapp.domain.language.lix import counts
from krisapp.domain.language.sms import sms_size
from krisapp.domain.matrix import language_of
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Template
from krisapp.domain.sheet import Sheet

REMEMBERED_PLANS = 4

_CHANNEL_TEMPLATE = re.compile(r"^C\d\d[^/]*\.j2$")
"""The template of C05 is the file whose name begins with "C05"."""


class Text(msgspec.Struct, frozen=True):
    """A finished text: whose it is, what it was written from, what it read, what it lacks and how it measures."""

    audience: str
    channel: str
    language: str
    source: str
    text: str
    uses: tuple[str, ...]
    unfilled: tuple[str, ...]
    findings: tuple[Finding, ...]
    characters: int
    words: int
    lix: float | None
    sms_alphabet: str
    sms_parts: int

    @property
    def stops(self) -> tuple[Finding, ...]:
        """Return the findings that block approval."""
        return tuple(finding for finding in self.findings if finding.severity is Severity.STOP)


class Writer:
    """Writes on one plan: its templates are read once, and each source is assembled and read once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._templates = {template.id: template.text for template in plan.templates}
        self._assembler = Assembler(self._templates)
        self._by_channel = {id[:3]: id for id in self._templates if _CHANNEL_TEMPLATE.match(id)}
        self._bank = bank_of(self._templates)
        self._book = PhraseBook(plan)
        self._grounds: dict[str, Ground] = {}
        self._sources: dict[tuple[str, str, str, str], str] = {}
        settings = plan.settings
        self._proper = (
            settings.municipality,
            settings.sender,
            *(place.name for place in plan.places),
            *(point.name for point in plan.safe_points),
            *(one.address for one in plan.premises if one.address),
        )
        contacts = (settings.public_contact, settings.media_contact, settings.business_contact)
        self._telephones = tuple(contact for contact in contacts if contact)

    def ground(self, type: str) -> Ground:
        """Return what texts of a type are written on."""
        if type not in self._grounds:
            phrases = phrases_of(self._templates, type)
            self._grounds[type] = Ground(
                self.plan.places,
                self.plan.safe_points,
                phrases,
                self._bank,
                self._book,
                groups_of(self._templates, type),
                county=self.plan.settings.county,
                code=self.plan.settings.code,
                contact=self.plan.settings.public_contact,
            )
        return self._grounds[type]

    def source(self, type: str, audience: str, channel: str, stage: Stage) -> str:
        """Return what the templates give for a cell and stage. Raises `TemplateFault`."""
        key = (type, audience, channel, stage)
        if key not in self._sources:
            known = _known(self.ground(type), audience, channel, stage)
            self._sources[key] = self._assembler.assemble(self._by_channel.get(channel, f"{channel}.j2"), known).strip(
                "\n"
            )
        return self._sources[key]

    def trying(self, template: str, text: str) -> "Writer":
        """Return a writer on the same plan with another text of one template. Raises `TemplateFault`."""
        others = tuple(one for one in self.plan.templates if one.id != template)
        return Writer(replace(self.plan, templates=(*others, Template(template, text))))

    def context(
        self,
        audience: str,
        channel: str,
        stage: Stage,
        *,
        exercise: bool,
        issued: datetime,
        number: int = 1,
        incident: str = "",
    ) -> Context:
        """Return the circumstances of a text on this plan; `incident` is the name an exercise is marked with."""
        settings = self.plan.settings
        return Context(
            audience=audience,
            channel=channel,
            stage=stage,
            exercise=exercise,
            issued=issued,
            number=number,
            language=language_of(channel),
            sender=settings.sender,
            radio=settings.radio,
            website=settings.website,
            names=self._proper,
            telephones=self._telephones,
            incident=incident,
        )

    def words(self, source: str, sheet: Sheet, context: Context, shared: Shared | None = None) -> str:
        """Return the words of a finished text alone, unchecked. Raises `TemplateFault`."""
        view = SheetView(sheet, context, self.ground(sheet.type), DERIVED, shared)
        return _shaped(channels.channel(context.channel), fill(read(source), view), context)

    def write(self, source: str, sheet: Sheet, context: Context, shared: Shared | None = None) -> Text:
        """Return the finished text of a source on the sheet as it stands, checked. Raises `TemplateFault`."""
        view = SheetView(sheet, context, self.ground(sheet.type), DERIVED, shared)
        rendered = fill(read(source), view)
        channel = channels.channel(context.channel)
        text = _shaped(channel, rendered, context)
        found = tuple(finding for check in channel.checks for finding in check(text, sheet, context))
        measured, size = counts(text), sms_size(text)
        return Text(
            audience=context.audience,
            channel=context.channel,
            language=context.language,
            source=source,
            text=text,
            uses=tuple(sorted(view.read)),
            unfilled=rendered.missing,
            findings=found,
            characters=len(text),
            words=measured.words,
            lix=measured.lix,
            sms_alphabet=size.alphabet,
            sms_parts=size.parts,
        )


def _shaped(channel: channels.Channel, rendered: Rendered, context: Context) -> str:
    """Return the text in the form of its channel; a heading of which no line fitted goes with them."""
    shaped = channel.shape("\n".join(rendered.lines), context)
    dropped = set(shaped.dropped)
    bare = {
        at
        for first, last in rendered.blocks
        if set(range(first + HEADED, last + 1)) <= dropped
        for at in range(first, last + 1)
    }
    if not bare - dropped:
        return shaped.text
    kept = [line for at, line in enumerate(rendered.lines) if at not in bare]
    return channel.shape("\n".join(kept), context).text


def _known(ground: Ground, audience: str, channel: str, stage: Stage) -> Mapping[str, Any]:
    """Return what a template may name: where it is used, and the type's phrases as plain values."""
    return {
        "audience": audience,
        "channel": channel,
        "stage": str(stage),
        "internal": audience.startswith("I"),
        "first": stage is Stage.FIRST,
        "update": stage is Stage.UPDATE,
        "correction": stage.mends,
        "retraction": stage is Stage.RETRACTION,
        "mended": "Återkallelse" if stage is Stage.RETRACTION else "Rättelse",
        "final": stage.over,
        "last": stage is Stage.FINAL,
        "type": _plain(ground.phrases),
        "staff_by_manager": tuple(by_manager(line) for line in ground.phrases.staff),
        "languages": tuple(language.id for language in ground.book.languages),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    return tuple(_plain(each) for each in value) if isinstance(value, tuple) else value


_writers: dict[int, Writer] = {}


def writer_for(plan: Plan) -> Writer:
    """Return the writer of a plan, the same one for the same plan."""
    known = _writers.get(id(plan))
    if known is None or known.plan is not plan:
        if len(_writers) >= REMEMBERED_PLANS:
            _writers.clear()
        known = _writers[id(plan)] = Writer(plan)
    return known


def read(source: str) -> tuple[Line, ...]:
    """Return a draft's source as read: its lines of plain text and blanks. Raises `TemplateFault`."""
    return read_draft(source, DERIVED.allowed)


def source_for(plan: Plan, type: str, audience: str, channel: str, stage: Stage) -> str:
    """Return what the plan's templates give for a cell and stage: a source with live blanks. Raises `TemplateFault`."""
    return writer_for(plan).source(type, audience, channel, stage)


def context_for(
    plan: Plan,
    audience: str,
    channel: str,
    stage: Stage,
    *,
    exercise: bool,
    issued: datetime,
    number: int = 1,
    incident: str = "",
) -> Context:
    """Return the circumstances of a text on a plan."""
    return writer_for(plan).context(
        audience, channel, stage, exercise=exercise, issued=issued, number=number, incident=incident
    )


def write(source: str, sheet: Sheet, context: Context, plan: Plan) -> Text:
    """Return the finished text of a source on the sheet as it stands, checked. Raises `TemplateFault`."""
    return writer_for(plan).write(source, sheet, context)
