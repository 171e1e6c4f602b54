"""What a text that has gone out says of itself (egen kedja): its number, and when it was dated.

Texts of one incident go out at different minutes, and one has been corrected once and another twice. So the number and
the time of a text contradict no other text's (rule P57): they are right as long as the text stands as it was signed.
"""

import re
from datetime import datetime

import msgspec

from krisapp.domain.language.clock import ENGLISH_MONTHS
from krisapp.domain.months import MONTHS

_MONTHS = {name.lower(): at for names in (MONTHS, ENGLISH_MONTHS) for at, name in enumerate(names, 1)}
_STAMP = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})(?: kl\. |, )(\d\d)[.:](\d\d)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!ersätter )\b(?:besked|lägesrapport) (\d{1,4})\b", re.IGNORECASE)
_REPLACED = re.compile(r"\bersätter (?:besked|lägesrapport) (\d{1,4})\b", re.IGNORECASE)


class OwnChain(msgspec.Struct, frozen=True):
    """The number and time of a text by its own words; None where it tells none."""

    number: int | None = None
    issued: datetime | None = None


def own_chain(text: str, told_of: tuple[datetime | None, ...], zone: datetime) -> OwnChain:
    """Return what a text says of itself, in the offset of `zone`. A time among `told_of` is of something else."""
    number, replaced = _NUMBER.search(text), _REPLACED.search(text)
    others = {f"{time:%Y-%m-%d %H:%M}" for time in told_of if time}
    stamps = [time for time in (_time(found, zone) for found in _STAMP.finditer(text)) if time]
    own = [time for time in stamps if f"{time:%Y-%m-%d %H:%M}" not in others]
    return OwnChain(
        int(number[1]) if number else int(replaced[1]) + 1 if replaced else None,
        next(iter(own or stamps), None),
    )


def _time(found: re.Match[str], zone: datetime) -> datetime | None:
    try:
        return datetime(
            int(found[3]), _MONTHS[found[2].lower()], int(found[1]), int(found[4]), int(found[5]), tzinfo=zone.tzinfo
        )
    except ValueError:
        return None
