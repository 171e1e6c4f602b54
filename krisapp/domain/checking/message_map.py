"""The message map (budskapskarta): three key messages, 27 words, nine seconds: rules Q11, Q43, Q44 (7.1, 7.5)."""

from krisapp.domain.checking.elements import spoken
from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.lix import words
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

MOST = 3
MOST_WORDS = 27
MOST_WORDS_EACH = 9

_lengths = Remembered(lambda sheet: [len(words(message)) for message in sheet.key_messages])


def many_key_messages(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find more than three of the sheet's key messages in one text (Q11)."""
    if len(sheet.key_messages) <= MOST:
        return []
    looked_at = spoken(read(text), sheet, context)
    told = sum(looked_at.holds(message) for message in looked_at.words.key_messages)
    if told <= MOST:
        return []
    return [
        Finding(
            "Q11",
            Severity.TIP,
            (0, 0),
            _("Texten har {count} huvudbudskap. Läsaren minns högst tre.").format(count=told),
            _("Behåll de tre viktigaste."),
        )
    ]


def words_of_key_messages(_text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find that the first three key messages have more than 27 words together, which is nine seconds (Q43)."""
    count = sum(_lengths.of(sheet)[:MOST])
    if count <= MOST_WORDS:
        return []
    return [
        Finding(
            "Q43",
            Severity.WARNING,
            (0, 0),
            _("Huvudbudskapen har {count} ord. Högst 27 ord hinner sägas på nio sekunder.").format(count=count),
            _("Korta huvudbudskapen i Läge."),
        )
    ]


def long_key_message(_text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find a key message of more than nine words (Q44)."""
    return [
        Finding(
            "Q44",
            Severity.TIP,
            (0, 0),
            _("Huvudbudskapet ”{message}” har {count} ord. Nio är lagom.").format(message=message, count=count),
            _("Korta det i Läge."),
        )
        for message, count in zip(sheet.key_messages, _lengths.of(sheet), strict=True)
        if count > MOST_WORDS_EACH
    ]
