"""What a channel is: its form, its limits, its reading ease and its checks, domain handbook 6.2 and 7.2.

`shape` turns a rendered text into the finished one. A line that begins with "~" is optional: it is kept while the whole
holds within the limits. In each run of optional lines the last go first, and a run never loses a line in its middle, so
that nothing is left that leans on what is gone. A line that begins with "~~" is kept only where all others have room.
"""

import unicodedata
from collections.abc import Callable, Sequence

import msgspec

from krisapp.domain.checks import Check, Context
from krisapp.domain.language.lix import counts
from krisapp.domain.language.posts import weighted_length
from krisapp.domain.language.sms import sms_size

OPTIONAL = "~"
LAST_KEPT = "~~"

Finish = Callable[[Sequence[str], Context], str]
"""Joins the kept lines into the finished text, with exercise marks; done twice, it changes nothing more."""


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The most of each measure a text may have; 0 is no limit. Words are counted as for LIX.

    `weighted` is the length of a post on X.
    """

    words: int = 0
    characters: int = 0
    sms_parts: int = 0
    subject: int = 0
    line: int = 0
    weighted: int = 0

    def hold(self, text: str) -> bool:
        """Return whether a finished text is within the limits of the whole text."""
        return (
            (not self.words or counts(text).words <= self.words)
            and (not self.characters or len(text) <= self.characters)
            and (not self.sms_parts or sms_size(text).parts <= self.sms_parts)
            and (not self.weighted or weighted_length(text) <= self.weighted)
        )


class ReadingEase(msgspec.Struct, frozen=True, kw_only=True):
    """The LIX over which a tip, a warning or a stop is given; None for never (7.2)."""

    tip: float | None = None
    warning: float | None = None
    stop: float | None = None


class Shaped(msgspec.Struct, frozen=True):
    """A finished text, and the indexes of the rendered lines, from 0, that did not fit."""

    text: str
    dropped: tuple[int, ...]


def _whole(text: str) -> str:
    return text


class Channel(msgspec.Struct, frozen=True, kw_only=True):
    """One channel (kanal): how a text takes its form, what it must hold to, and what looks at it.

    `measured` gives the part of a text that the limits are about, where a form stands around it.
    `spoken` says that the text is read aloud, so times are "klockan 18". `text_checks` need only the text;
    `sheet_checks` hold it against the fact sheet.
    """

    code: str
    name: str
    finish: Finish
    file_suffix: str = "txt"
    spoken: bool = False
    language: str = "sv"
    limits: Limits = Limits()
    lix: ReadingEase = ReadingEase()
    measured: Callable[[str], str] = _whole
    text_checks: tuple[Check, ...] = ()
    sheet_checks: tuple[Check, ...] = ()

    @property
    def checks(self) -> tuple[Check, ...]:
        """Return all checks, those that need only the text first."""
        return self.text_checks + self.sheet_checks

    def form(self, text: str, context: Context) -> str:
        """Return the finished text of a rendered one."""
        return self.shape(text, context).text

    def shape(self, text: str, context: Context) -> Shaped:
        """Return the finished text, and which of its optional lines did not fit.

        The required lines are kept even where they alone break the limit; a check tells.
        """
        lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").split("\n")
        kept, dropped = fit(lines, lambda some: self.limits.hold(self.measured(self.finish(some, context))))
        return Shaped(self.finish(kept, context), dropped)


def fit(lines: Sequence[str], holds: Callable[[Sequence[str]], bool]) -> tuple[list[str], tuple[int, ...]]:
    """Return the lines that can be kept, without their "~", and the indexes of the optional ones that cannot.

    Earlier runs of optional lines go before later ones, and those that are kept last after all others.
    """
    ranks = [_rank(line.lstrip()) for line in lines]
    plain = [line.lstrip().lstrip(OPTIONAL).lstrip() if rank else line for line, rank in zip(lines, ranks, strict=True)]
    if not any(ranks) or holds(plain):
        return plain, ()
    kept = {index for index, rank in enumerate(ranks) if not rank}
    for turn in (1, 2):
        in_run = True
        for index, rank in enumerate(ranks):
            if not rank:
                in_run = in_run or bool(plain[index].strip())
            elif rank == turn:
                in_run = in_run and holds([line for at, line in enumerate(plain) if at in kept or at == index])
                if in_run:
                    kept.add(index)
    dropped = tuple(index for index, rank in enumerate(ranks) if rank and index not in kept)
    return [line for index, line in enumerate(plain) if index in kept], dropped


def _rank(line: str) -> int:
    """Return 0 for a required line, 1 for an optional one, 2 for one that is kept last."""
    return 2 if line.startswith(LAST_KEPT) else 1 if line.startswith(OPTIONAL) else 0
