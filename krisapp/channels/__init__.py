"""The channels (kanaler): one file each, with its form, its limits and its checks.

A new channel is one file, one name in the tuple of this package and its code in the domain's matrix; nothing else
changes.
A channel shapes a rendered text by form alone: lines, marks, alphabet, and optional lines left out. It never adds or
rewords what is said, and never sends. Its checks look at the finished text and alter nothing.
"""

from datetime import UTC, datetime

from krisapp.channels.answering import ANSWERING
from krisapp.channels.banner import BANNER
from krisapp.channels.contact_centre import CONTACT_CENTRE
from krisapp.channels.easy_swedish import EASY_SWEDISH
from krisapp.channels.email import EMAIL
from krisapp.channels.english import ENGLISH
from krisapp.channels.facebook import FACEBOOK
from krisapp.channels.flyer import FLYER
from krisapp.channels.form import Channel, Limits, ReadingEase, Shaped, fit
from krisapp.channels.guardians import GUARDIANS
from krisapp.channels.intranet import INTRANET
from krisapp.channels.krisinformation import KRISINFORMATION
from krisapp.channels.manager_pack import MANAGER_PACK
from krisapp.channels.national_number import NATIONAL_NUMBER
from krisapp.channels.notice import NOTICE, hand_copy
from krisapp.channels.other_languages import OTHER_LANGUAGES
from krisapp.channels.press import PRESS
from krisapp.channels.press_conference import PRESS_CONFERENCE
from krisapp.channels.radio import RADIO
from krisapp.channels.read_out import READ_OUT
from krisapp.channels.situation_report import SITUATION_REPORT
from krisapp.channels.sms import SMS
from krisapp.channels.vma_request import VMA_REQUEST
from krisapp.channels.web import WEB
from krisapp.channels.workplace_notice import WORKPLACE_NOTICE
from krisapp.channels.x import X
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

__all__ = (
    "CHANNELS",
    "Channel",
    "Limits",
    "ReadingEase",
    "Shaped",
    "channel",
    "check_text",
    "fit",
    "hand_copy",
)

CHANNELS: tuple[Channel, ...] = (
    WEB,
    BANNER,
    FACEBOOK,
    X,
    SMS,
    INTRANET,
    EMAIL,
    PRESS,
    PRESS_CONFERENCE,
    ANSWERING,
    CONTACT_CENTRE,
    NOTICE,
    FLYER,
    VMA_REQUEST,
    RADIO,
    KRISINFORMATION,
    SITUATION_REPORT,
    EASY_SWEDISH,
    ENGLISH,
    OTHER_LANGUAGES,
    GUARDIANS,
    MANAGER_PACK,
    WORKPLACE_NOTICE,
    READ_OUT,
    NATIONAL_NUMBER,
)
"""The channels the program writes for, in the order of their codes."""

_BY_CODE = {known.code: known for known in CHANNELS}


def channel(code: str) -> Channel:
    """Return the channel of a code such as "C05".

    Raises KeyError for a code no text is written for.
    """
    return _BY_CODE[code]


LONGEST = 100_000
"""Characters of the longest text that is checked."""

_NO_SHEET = Sheet(
    id="", name="", type="other", alarm_at=datetime(1970, 1, 1, tzinfo=UTC), level="N0", danger_to_life=False
)
_HARDEST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


def check_text(text: str, sheet: Sheet | None, context: Context) -> list[Finding]:
    """Return all findings of a finished text in its channel, by place in the text, the hardest first.

    Without a sheet only the checks that need none are done. A text of more than 100 000 characters gets one finding.
    Raises KeyError for a channel no text is written for.
    """
    known = channel(context.channel)
    if len(text) > LONGEST:
        sentence = _("Texten är för lång för att granskas: {count} tecken. Högst {most} granskas.")
        told = sentence.format(count=len(text), most=LONGEST)
        return [Finding(known.code, Severity.STOP, (0, 0), told, _("Dela upp den eller korta den."))]
    checks = known.text_checks if sheet is None else known.checks
    found = {finding for check in checks for finding in check(text, sheet or _NO_SHEET, context)}
    return sorted(found, key=lambda one: (one.span, _HARDEST_FIRST[one.severity], one.rule, one.text))
