"""What every text carries: its sender (Q24, P36), its time (Q25), and the mark of an exercise (F12, P62)."""

import re

from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import ENGLISH_MONTHS
from krisapp.domain.language.reading import read
from krisapp.domain.months import MONTHS
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

MARK = "ÖVNING"

_OWN_LINES = 3
_MARK = re.compile(rf"\b{MARK}\b|\bEXERCISE\b")
_DATED = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join((*MONTHS, *(month.lower() for month in ENGLISH_MONTHS)))})\b|\b\d{{4}}-\d\d-\d\d\b"
)
_TIMED = re.compile(r"\b\d{1,2}[.:]\d\d\b|\bklockan \d{1,2}\b")
_PROMISED = re.compile(r"\bnästa |\bnytt besked|\bnästa besked|next (?:update|information)|\bsenast ")


def sender(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find that the sender stands neither in the first nor in the last lines (Q24)."""
    lines = [text[first:last] for first, last in read(text).lines]
    own = [line for line in lines if not _is_mark(line)]
    near = "\n".join(own[:_OWN_LINES] + own[-_OWN_LINES:]).casefold()
    if context.sender.casefold() in near:
        return []
    return [
        Finding(
            "Q24",
            Severity.STOP,
            (0, 0),
            _("Det syns inte vem som är avsändare."),
            _("Börja eller sluta med ”{sender}”.").format(sender=context.sender),
        )
    ]


def sms_sender(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find that a text message does not begin with the sender and a colon (Q24, P36)."""
    begins = text.removeprefix(f"{MARK} ") if context.exercise else text
    if begins.startswith(f"{context.sender}:"):
        return []
    return [
        Finding(
            "Q24",
            Severity.STOP,
            (0, min(len(text), len(context.sender))),
            _("Ett sms ska börja med avsändaren, så att det inte misstas för bluff."),
            f"{context.sender}: ",
        )
    ]


def time_stamp(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find that no line says on what day and at what time the text was written (Q25). A promise is no such line."""
    reading = read(text)
    for first, last in reading.lines:
        line = reading.lower[first:last]
        if _DATED.search(line) and _TIMED.search(line) and not _PROMISED.search(line):
            return []
    return [
        Finding(
            "Q25",
            Severity.STOP,
            (0, 0),
            _("Det står inte när texten skrevs."),
            _("Skriv dag och klockslag på en egen rad, till exempel ”Uppdaterat fredag 11 juni 2027 kl. 14.30”."),
        )
    ]


def exercise_mark(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find a mark missing first or last in an exercise, or standing in a real incident's text (F12)."""
    if not context.exercise:
        return [
            Finding(
                "F12",
                Severity.STOP,
                found.span(),
                _("Händelsen är skarp, men texten säger att det är en övning."),
                _("Stryk märkningen."),
            )
            for found in (_MARK.finditer(text) if MARK in text or "EXERCISE" in text else ())
        ]
    lines = read(text).lines
    if lines and all(MARK in text[first:last] for first, last in (lines[0], lines[-1])):
        return []
    return [
        Finding(
            "F12",
            Severity.STOP,
            (0, 0),
            _("Det här är en övning, men texten är inte märkt först och sist."),
            _("Börja och sluta med {mark}.").format(mark=MARK),
        )
    ]


def _is_mark(line: str) -> bool:
    return line.startswith(f"{MARK} {MARK}")
