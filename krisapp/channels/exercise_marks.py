"""The exercise mark (övningsmärkning): first and last in every text, rule P62 and domain handbook 9.2.

The marks are put on by the form of the channel, never by a template, and never twice.
"""

import re
from collections.abc import Sequence

from krisapp.domain.checks import Context

MARK = "ÖVNING"
FULL = f"{MARK} {MARK} {MARK}"
ENGLISH = "EXERCISE EXERCISE EXERCISE"
SMS_OPENING = f"{MARK} "
SMS_CLOSING = f" Bara övning. {MARK}"

_MARK_LINE = re.compile(rf"^\s*(?:{FULL}|{ENGLISH})\b")


def marked(text: str, context: Context) -> str:
    """Return the text with the mark on a line of its own first and last, if this is an exercise."""
    if not context.exercise:
        return text
    body = "\n".join(without_marks(text.split("\n")))
    return "\n\n".join(part for part in (opening(context), body, closing(context)) if part)


def opening(context: Context) -> str:
    """Return the first line of a text in an exercise: mark and name, in English too if the text is."""
    return " ".join(part for part in (closing(context), context.incident) if part)


def closing(context: Context) -> str:
    """Return the last line of a text in an exercise."""
    return f"{FULL} – {ENGLISH}" if context.language == "en" else FULL


def marked_sms(text: str, context: Context) -> str:
    """Return a text message in its short marks: "ÖVNING Flens kommun: … Bara övning. ÖVNING"."""
    if not context.exercise:
        return text
    text = text.removeprefix(SMS_OPENING).removesuffix(SMS_CLOSING.strip()).strip()
    return f"{SMS_OPENING}{text}{SMS_CLOSING}"


def without_marks(lines: Sequence[str]) -> list[str]:
    """Return the lines without full marks at either end, so that a text formed twice is marked once."""
    kept = list(lines)
    while kept and (not kept[0].strip() or _MARK_LINE.match(kept[0])):
        kept.pop(0)
    while kept and (not kept[-1].strip() or _MARK_LINE.match(kept[-1])):
        kept.pop()
    return kept
