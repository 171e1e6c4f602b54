"""Incidents to make sites of: the sample sets, released stage after stage, without a journal."""

from datetime import datetime, timedelta
from functools import cache

import msgspec

from krisapp.compose.message_set import message_set
from krisapp.compose.writing import Text
from krisapp.documents.site.pages import pages_of
from krisapp.documents.site.told import told_by
from krisapp.domain.checks import Stage
from krisapp.domain.events import Event, Stamp
from krisapp.domain.incident import Incident, start
from krisapp.domain.matrix import language_of
from krisapp.domain.messages import digests, message_id, version_of
from krisapp.domain.plan import Plan
from krisapp.domain.release import Released
from krisapp.domain.sheet import Sheet
from krisapp.domain.situation import FactStated, set_fields
from tests.compose.written import changed, issued, plan, sheet

HEAD = frozenset(("id", "name", "type", "alarm_at", "level", "danger_to_life", "places", "facts", "timeline", "proves"))


class Story:
    """An incident of a set, and what has been released of it so far."""

    def __init__(self, number: str, *, exercise: bool = False) -> None:
        known = sheet(number)
        self.incident = Incident(plan())
        self.now = issued(known)
        self._count = 0
        self.do(
            start(
                id=known.id,
                name=known.name,
                type=known.type,
                alarm_at=known.alarm_at,
                level=known.level,
                danger_to_life=known.danger_to_life,
                exercise=exercise,
                plan="",
                places=known.places,
                now=self.now,
            )
        )
        values = {
            field.name: getattr(known, field.name)
            for field in msgspec.structs.fields(known)
            if field.name not in HEAD and getattr(known, field.name) != getattr(self.incident.sheet, field.name)
        }
        values.pop("answers", None)
        values.pop("staff_answers", None)
        self.do(set_fields(self.incident, values), *(FactStated(fact) for fact in known.facts))

    def do(self, *happened: Event) -> None:
        """Apply events, now."""
        for one in happened:
            self._count += 1
            wall = int(self.now.timestamp() * 1000)
            one.apply(
                self.incident,
                Stamp(f"{self._count:064x}", "s", self._count, self._count, wall, 120, "tib", one.heads(self.incident)),
            )

    def later(self, minutes: float) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)

    def released(self, stage: Stage = Stage.FIRST, *cells: str) -> "Story":
        """Release the texts of a stage: all, or those of some cells such as "E1-C01"."""
        known = self.incident.sheet
        if stage.mends:
            known = changed(known, correction={"wrong": "att vattnet är bra", "right": "att det ska kokas"})
        for text in _texts(msgspec.json.encode(known), stage, self.incident.exercise, self.now):
            if cells and f"{text.audience}-{text.channel}" not in cells:
                continue
            self.put(text.audience, text.channel, text.text, stage, text.uses)
        return self

    def put(
        self, audience: str, channel: str, text: str, stage: Stage = Stage.FIRST, uses: tuple[str, ...] = ()
    ) -> None:
        """Release a text as it is."""
        id = message_id(audience, channel, language_of(channel))
        message = self.incident.message(id)
        self.do(
            Released(
                id,
                version_of(id, stage, text),
                text,
                stage,
                message.number,
                digests(self.incident.sheet, uses),
                self.incident.version,
                "chef",
                replaces=message.number - 1,
            )
        )

    def files(self, own: Plan | None = None) -> dict[str, bytes]:
        """Return the site as it stands, with a plan of its own if one is given."""
        return pages_of(told_by(self.incident, own or plan()), self.incident.id)

    def page(self, path: str = "index.html") -> str:
        """Return a page of it."""
        return self.files()[path].decode()


@cache
def _texts(known: bytes, stage: Stage, exercise: bool, issued: datetime) -> list[Text]:
    """Return the texts of a sheet: many stories tell the same, and to write and check them takes long."""
    read = msgspec.json.decode(known, type=Sheet)
    return message_set(read, plan(), stage, exercise=exercise, issued=issued, asked=frozenset({"C20"}))


def whole(number: str = "001", *, exercise: bool = False) -> Story:
    """Return a story with a first text, an update, a correction, a retraction, and three languages."""
    story = Story(number, exercise=exercise).released()
    story.later(60)
    story.released(Stage.UPDATE)
    story.later(15)
    story.released(Stage.CORRECTION, "E1-C01", "E5-C08", "E2-C01", "E1-C18")
    story.later(15)
    story.released(Stage.RETRACTION, "E2-C01")
    story.put("E1", "C20", LANGUAGES)
    return story


LANGUAGES = """Flens kommun

suomi
Keitä vesi ennen kuin juot sitä.

العربية
اغلِ الماء قبل شربه.

Flens kommun"""
