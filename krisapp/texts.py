"""The texts of an open incident: each message of the matrix, rendered on the sheet as it stands.

A message nobody has touched shows what the template gives; it becomes a draft when a person edits or approves it.
"""

from collections.abc import Mapping

import msgspec

from krisapp.compose.agreement import Drafted
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import Text, context_for, source_for, write
from krisapp.desk import Desk
from krisapp.domain import approval, break_glass, messages
from krisapp.domain.checking.residents import RESIDENTS
from krisapp.domain.checks import AGREEMENT, Context, Finding, Severity, Stage
from krisapp.domain.consistency.contradiction import Contradiction
from krisapp.domain.consistency.words import reason, verdict
from krisapp.domain.delegation_rows import PreApproval
from krisapp.domain.events import Event
from krisapp.domain.matrix import standing_ids
from krisapp.domain.messages import MENDING, Draft, Message, Rendering, State
from krisapp.domain.plan import Plan
from krisapp.domain.pre_approval import approve_in_advance, in_advance
from krisapp.domain.reaching.gap import lost
from krisapp.domain.sheet import Correction, Sheet
from krisapp.domain.words import N_, Refused

RESIDENTS_PAGE = f"{RESIDENTS}-C01.sv"
"""The fullest text to the residents: what others are told must stand there too (rule P29)."""


class Texts:
    """Renders and remembers the texts of one incident, and turns what people do with them into events."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[str, tuple[object, Text]] = {}
        self._mended: dict[Correction, tuple[Sheet, Sheet]] = {}
        self.contradictions: tuple[Contradiction, ...] = ()
        """What the latest comparison of all texts found; whoever compares them puts it here."""

    @property
    def _plan(self) -> Plan:
        plan = self._desk.incident.plan
        assert plan is not None
        return plan

    def ids(self) -> tuple[str, ...]:
        """Return the message of each cell the incident calls for and those begun, audiences in policy order."""
        incident = self._desk.incident
        down = lost(incident, self._plan) if incident.working.known else None
        return standing_ids(self._plan, incident, down)

    def message(self, id: str) -> Message:
        """Return a cell's message."""
        return self._desk.incident.message(id)

    def stage(self, id: str) -> Stage:
        """Return the stage of a message's draft, or the one that comes next in its chain."""
        message = self.message(id)
        if message.draft.value:
            return message.draft.value.stage
        return Stage.UPDATE if message.releases else Stage.FIRST

    def source(self, id: str, stage: Stage | None = None) -> str:
        """Return a message's draft, or what the template gives for a stage."""
        message = self.message(id)
        if message.draft.value and stage is None:
            return message.draft.value.source
        return self.template(id, stage or self.stage(id))

    def template(self, id: str, stage: Stage) -> str:
        """Return what the template gives for a message, untouched."""
        message = self.message(id)
        return source_for(self._plan, self._desk.incident.sheet.type, message.audience, message.channel, stage)

    def context(self, id: str, stage: Stage) -> Context:
        """Return the circumstances of a message's text, now."""
        message, incident = self.message(id), self._desk.incident
        plain = context_for(
            self._plan,
            message.audience,
            message.channel,
            stage,
            exercise=incident.exercise,
            issued=self._desk.now().replace(second=0, microsecond=0),
            number=message.number,
            incident=incident.sheet.name,
        )
        if message.audience == RESIDENTS or not plain.external:
            return msgspec.structs.replace(plain, facts_changed=incident.sheet_changed)
        return msgspec.structs.replace(plain, facts_changed=incident.sheet_changed, residents=self._told_residents())

    def _told_residents(self) -> str:
        """Return what the residents are told on the web at this moment (rule P29); nothing while that has a fault."""
        message, state = self.message(RESIDENTS_PAGE), self.state(RESIDENTS_PAGE)
        if state is State.APPROVED and message.approval:
            return message.approval.text
        if state in (State.RELEASED, State.STALE) and message.out:
            return message.out.text
        try:
            return self.text(RESIDENTS_PAGE).text
        except TemplateFault:
            return ""

    def text(self, id: str) -> Text:
        """Return a message's draft, or the template's suggestion, rendered and checked on the sheet as it stands."""
        stage = self.stage(id)
        return self.preview(id, self.source(id), stage)

    def preview(self, id: str, source: str, stage: Stage) -> Text:
        """Return a source rendered and checked as this message's text. Raises `TemplateFault` for a broken blank."""
        context, mends = self.context(id, stage), self._mends(id, stage)
        # The incident too: read anew with what others wrote, it may have another value at the same version.
        key = (self._desk.incident, self._desk.incident.version, source, context, mends)
        known = self._known.get(id)
        if known is None or known[0] != key:
            known = (key, self._write(source, context, mends))
            self._known[id] = known
        return known[1]

    def _mends(self, id: str, stage: Stage) -> Correction | None:
        """Return the words of its own that a message's correction has, if it has any."""
        draft = self.message(id).draft.value
        return draft.mends if draft and draft.stage is stage else None

    def _write(self, source: str, context: Context, mends: Correction | None) -> Text:
        """Return a text written; one with words of its own does not rest on the field that has another's."""
        sheet = self._desk.incident.sheet
        if mends is None:
            return write(source, sheet, context, self._plan)
        known = self._mended.get(mends)
        if known is None or known[0] is not sheet:
            known = self._mended[mends] = sheet, msgspec.structs.replace(sheet, correction=mends)
        text = write(source, known[1], context, self._plan)
        return msgspec.structs.replace(text, uses=tuple(name for name in text.uses if name != MENDING))

    def drafts(self) -> tuple[Drafted, ...]:
        """Return each message as it stands and as its template has it, as plain values to compare elsewhere."""
        return tuple(
            Drafted(id, self.source(id), self.template(id, stage), self.context(id, stage), self._mends(id, stage))
            for id in self.ids()
            for stage in (self.stage(id),)
        )

    def disagreements(self, id: str) -> tuple[Finding, ...]:
        """Return the contradictions of a message as warnings (domain handbook 6.7): they are passed, not forbidden."""
        return tuple(_as_warning(each) for each in self.contradictions if each.id == id)

    def _against_others(self, id: str) -> tuple[Finding, ...]:
        """Return where a message says otherwise than another text or the sheet, and the sheet does not back it."""
        return tuple(
            _as_warning(each)
            for each in self.contradictions
            if each.against and (each.id == id or (each.against.id == id and not each.supported))
        )

    def state(self, id: str) -> State:
        """Return where a message stands."""
        return messages.state(self._desk.incident, self.message(id))

    def _drafted(self, id: str) -> list[Event]:
        message = self.message(id)
        if message.draft.value is not None:
            return []
        stage = self.stage(id)
        return [messages.draft(self._desk.incident, id, self.source(id), stage, edited=False)]

    def save(self, id: str, source: str, stage: Stage) -> None:
        """Save an edited draft. Raises `Refused`, and `TemplateFault` for a broken blank, and then nothing is lost."""
        self.preview(id, source, stage)
        edited, mends = source != self.template(id, stage), self._mends(id, stage)
        if self.message(id).draft.value == Draft(source, stage, edited, mends):
            return
        self._desk.do(messages.draft(self._desk.incident, id, source, stage, edited=edited, mends=mends))

    def renew(self, ids: tuple[str, ...], stage: Stage) -> None:
        """Make the next version of messages from their templates, at a stage (ny version).

        A text that a person has edited keeps the person's words when the stage is the same.
        """
        events: list[Event] = []
        for id in ids:
            draft = self.message(id).draft.value
            keep = draft is not None and draft.edited and draft.stage is stage
            if not keep:
                source = self.template(id, stage)
                events.append(messages.draft(self._desk.incident, id, source, stage, edited=False))
        if events:
            self._desk.do(*events)

    def approve(
        self,
        ids: tuple[str, ...],
        by: str,
        *,
        means: str,
        accepted: tuple[str, ...] = (),
        seen: Mapping[str, Rendering] | None = None,
        why: str = "",
    ) -> None:
        """Approve messages as they were seen; what nobody has edited becomes a draft of the one at the desk first.

        `why` is the reason that residents are not told what these texts tell (rule P29), where there is something.

        `seen` are the texts the approver read. Without it they are taken as they stand now, which is another text as
        soon as the minute it is dated has passed. Raises `Refused` for the first that may not be approved, and then
        none is.
        """
        drafts = [event for id in ids for event in self._drafted(id)]
        if drafts and self._desk.person == by:
            raise Refused(N_("Du har gjort texten. Någon annan måste godkänna."))
        with self._desk.telling_once():
            if drafts:
                self._desk.do(*drafts)
            incident, on = self._desk.incident, self._desk.now().date()
            self._desk.do(
                *(
                    approval.approve(
                        incident,
                        id,
                        seen[id] if seen else self._seen(id),
                        by,
                        means=means,
                        accepted=accepted,
                        on=on,
                        why=why,
                    )
                    for id in ids
                )
            )

    def in_advance(self, id: str) -> PreApproval | None:
        """Return the decision by which a text, as it stands, is approved in advance, if one covers it (row ME6)."""
        message = self.message(id)
        if not any(row.channel == message.channel for row in self._plan.pre_approvals):
            return None
        if self.state(id) not in (State.SUGGESTED, State.DRAFT):
            return None
        day, stage = self._desk.now().date(), self.stage(id)
        edited = self.source(id) != self.template(id, stage)
        return in_advance(self._desk.incident, message, stage, self._seen(id), day, edited=edited)

    def approval_in_advance(self, id: str) -> tuple[Event, ...]:
        """Return what is written down when a text is released by a decision taken in advance. Raises `Refused`."""
        stage = self.stage(id)
        approved = approve_in_advance(
            self._desk.incident,
            id,
            self._seen(id),
            self._desk.now().date(),
            stage=stage,
            edited=self.source(id) != self.template(id, stage),
            person=self._desk.person,
        )
        return (*self._drafted(id), approved)

    def release_unapproved(self, id: str, *, reason: str, knows: bool) -> None:
        """Let a text out that nobody has approved, as it stands now (nöd-release). Raises `Refused`."""
        break_glass.refuse_unless_meant(reason, knows=knows)
        drafts, person = self._drafted(id), self._desk.person
        seen = self._seen(id)
        seen = msgspec.structs.replace(seen, findings=(*seen.findings, *self._against_others(id)))
        if drafts:
            self._desk.do(*drafts)
        act = break_glass.release_unapproved(self._desk.incident, id, seen, person, reason=reason, knows=knows)
        self._desk.do(act)

    def _seen(self, id: str) -> Rendering:
        text = self.text(id)
        return Rendering(text.text, text.uses, text.findings)

    def stops(self, id: str) -> int:
        """Return how many findings block approval."""
        return sum(finding.severity is Severity.STOP for finding in self.text(id).findings)

    def warnings(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Return the rules of the warnings somebody has to accept before these messages are approved."""
        return tuple(
            sorted(
                {
                    finding.rule
                    for id in ids
                    for finding in self.text(id).findings
                    if finding.severity is Severity.WARNING
                }
            )
        )


def _as_warning(found: Contradiction) -> Finding:
    return Finding(AGREEMENT, Severity.WARNING, found.span, f"{reason(found)} {verdict(found)}")
