"""A text of any channel on paper (budskap på papper): press release, situation report, manager pack, manuscript, card.

The words are those of the text and no others; the paper adds the sender, the look and what state the text is in. A text
that is read aloud becomes a card in large type (uppläsningskort), one thought a paragraph. Posters are made elsewhere.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from krisapp.channels import CHANNELS
from krisapp.channels.exercise_marks import SMS_CLOSING, SMS_OPENING, without_marks
from krisapp.documents.frame import Block, file_name, heading, listed, sent_by
from krisapp.documents.glyphs import UNSHOWABLE, showable
from krisapp.documents.html import LineKind, kinds
from krisapp.documents.paper import Paper
from krisapp.domain.language.clock import stamp
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused, _

READ_ALOUD = frozenset(channel.code for channel in CHANNELS if channel.spoken)
"""Channels whose texts a person reads aloud."""

CARD_SIZE = 17
"""Points of a card that is read aloud, at arm's length and in poor light."""

ASKED = frozenset({"C09", "C11"})
"""Channels whose texts have questions with their answers."""

MOST_KEPT = 600
"""Letters of a last part that is kept on one page."""

LONGEST_TITLE = 120
MOST_LOST = 5
"""Signs that may be missing in the program's faces before the text is another."""

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ–])")


class Told(NamedTuple):
    """A text and what is said of it. `id` is the cell's, "E5-C08.sv"; `state` says how far it has come, "Utkast" too.

    `draft` marks a text that nobody has approved, so that it is not taken for one that is out.
    """

    id: str
    text: str
    at: datetime
    state: str = ""
    draft: bool = False

    @property
    def channel(self) -> str:
        """Return the channel's code."""
        return self.id.partition("-")[2].partition(".")[0]


def message_paper(plan: Plan, incident: str, told: Told, *, exercise: bool) -> Paper:
    """Return a text as a document; `incident` is the number of its incident.

    Raises `Refused` for a text in letters the program's faces do not have.
    """
    lost = showable(told.text).count(UNSHOWABLE) - told.text.count(UNSHOWABLE)
    if lost > MOST_LOST:
        raise Refused(
            N_("{count} tecken finns inte i programmets typsnitt. Skriv ut texten från webbsidan i stället."),
            count=lost,
        )
    language = told.id.partition(".")[2] or "sv"
    channel = next((one.short or one.name for one in plan.channels if one.id == told.channel), told.channel)
    audience = next((one.short or one.name for one in plan.audiences if one.id == told.id.partition("-")[0]), "")
    name = f"{channel}, {audience.lower()}" if audience else channel
    text = _bare(told.text)
    title, rest = _headed(text, name)
    aloud = told.channel in READ_ALOUD
    draft: list[Block] = (
        [{"kind": "mark", "text": _("UTKAST – inte godkänt, får inte lämnas ut")}] if told.draft else []
    )
    blocks = [*draft, *_blocks(rest, aloud=aloud, questions=told.channel in ASKED)]
    data = {
        **sent_by(plan),
        "title": title,
        "date": told.at.isoformat(timespec="minutes"),
        "stamps": [name, told.state or stamp(told.at)],
        "foot": f"{incident} {name}, {stamp(told.at)}",
        "exercise": exercise,
        "language": language if language in ("sv", "en") else "sv",
        "blocks": blocks,
        "kept_together": _last_part(blocks),
        **({"text_size": CARD_SIZE, "hyphenate": False} if aloud else {}),
    }
    return Paper(title=title, file_name=file_name("ÖVNING" if exercise else "", incident, name), data=data)


def _bare(text: str) -> str:
    """Return a text without the marks of an exercise, which the frame puts on every page."""
    lines = without_marks(text.replace("\r\n", "\n").split("\n"))
    return "\n".join(lines).removeprefix(SMS_OPENING).removesuffix(SMS_CLOSING).strip()


def _headed(text: str, name: str) -> tuple[str, str]:
    """Return a title and what stands under it: the first line if it is a heading, or else what the text is called."""
    first, _break, rest = text.partition("\n")
    if rest.strip() and len(first) <= LONGEST_TITLE and not first.rstrip().endswith((".", ":", ",")):
        return first.strip(), rest.rstrip("\n")
    return name, "\n" + text


def _blocks(text: str, *, aloud: bool, questions: bool) -> Iterator[Block]:
    """Yield what stands under the title. Read aloud, each sentence is a paragraph: the eye finds the next at once."""
    under, _break, rest = text.partition("\n")
    if under.strip() and not under.endswith((".", ":")) and not rest.startswith("\n"):
        # The line under the title belongs to it, as the headline of a press release.
        yield {"kind": "strong", "text": under.strip()}
        text = rest
    found = kinds("-\n" + text)[1:]  # under a title of its own
    lines = [(kind, line.strip()) for kind, line in zip(found, text.split("\n"), strict=True) if line.strip()]
    for kind, group in groupby(lines, key=lambda line: line[0]):
        said = [line for _kind, line in group]
        if kind is LineKind.ITEM:
            yield listed([line.removeprefix("- ") for line in said])
        elif kind is LineKind.UNDER:
            yield from (heading(line) for line in said)
        else:
            told = [sentence for line in said for sentence in _SENTENCE.split(line)] if aloud else said
            for asked, some in groupby(told, key=lambda line: questions and line.endswith("?")):
                yield {"kind": "strong" if asked else "text", "text": "\n\n".join(some)}


def _last_part(blocks: list[Block]) -> int:
    """Return how many blocks at the end stay on one page, for no page to have the signature alone; 0 if too long."""
    at = max((place for place, block in enumerate(blocks) if block["kind"] == "heading"), default=len(blocks))
    size = sum(len(str(block.get("text", ""))) for block in blocks[at:])
    return len(blocks) - at if size <= MOST_KEPT else 0
