"""Text that is read aloud: times, signs and shortenings as a voice says them, domain handbook 7.4."""

import re
from collections.abc import Sequence

from krisapp.channels.exercise_marks import marked
from krisapp.channels.prose import tidy
from krisapp.domain.checks import Context

_INTERVAL = re.compile(r"\b[Kk]l\. ?(\d{1,2})(?:\.(\d\d))?[–-](\d{1,2})(?:\.(\d\d))?")
_CLOCK = re.compile(r"\b([Kk])l\. ?(\d{1,2})(?:\.(\d\d))?(?!\d)")
_SPOKEN = (
    (re.compile(r"(?<=\d)[ \u00a0\u202f]?°C?(?!\w)"), " grader"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]?%"), " procent"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]km\b"), " kilometer"),
    (re.compile(r"(?<=\d)[ \u00a0\u202f]m/s\b"), " meter i sekunden"),
    (re.compile(r"\bt\.ex\.", re.IGNORECASE), "till exempel"),
    (re.compile(r"\bbl\.a\.", re.IGNORECASE), "bland annat"),
    (re.compile(r"\bca\b\.?", re.IGNORECASE), "ungefär"),
    (re.compile(r"\btfn\b\.?|\btel\.", re.IGNORECASE), "telefon"),
)


def speakable(text: str) -> str:
    """Return the text as it is read: "kl. 18.00" is "klockan 18", "kl. 8–16" is "klockan 8 till 16"."""
    text = _INTERVAL.sub(lambda found: f"klockan {_hour(found[1], found[2])} till {_hour(found[3], found[4])}", text)
    text = _CLOCK.sub(lambda found: f"{found[1]}lockan {_hour(found[2], found[3])}", text)
    for pattern, spoken in _SPOKEN:
        text = pattern.sub(spoken, text)
    return text


def finish_speech(lines: Sequence[str], context: Context) -> str:
    """Return the finished manuscript with its exercise marks."""
    return marked(speakable(tidy(lines)), context)


def _hour(hour: str, minute: str | None) -> str:
    plain = str(int(hour))
    return plain if minute in (None, "00") else f"{plain}.{minute}"
