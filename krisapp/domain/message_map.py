"""The message map (budskapskarta): three key messages, each with three supporting facts, rule ME10.

Three messages, together at most 27 words, which is nine seconds of speech (domain handbook 7.5, Q43, Q44). A draft is
always there, made from the fact sheet; a person's own map stands until the sheet gives another reason to look at it.
"""

from typing import TYPE_CHECKING

from krisapp.domain.checking.message_map import MOST, MOST_WORDS, MOST_WORDS_EACH
from krisapp.domain.checks import Finding, Severity
from krisapp.domain.facts import Status
from krisapp.domain.language.clock import clock
from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import sentences
from krisapp.domain.map_history import Key, MapWritten, MessageMap
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Refused, _

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

SUPPORTS = 3
_STEM = 4
"""Letters by which a word is known again in another form."""

WORDS_A_SECOND = 3
"""How fast a spokesperson speaks: 27 words in nine seconds."""


def words_in(found: MessageMap) -> int:
    """Return how many words the key messages of a map have together."""
    return sum(len(words(key.message)) for key in found.keys)


def seconds_of(found: MessageMap) -> int:
    """Return how long the key messages of a map take to say, in whole seconds."""
    return -(-words_in(found) // WORDS_A_SECOND)


def message_map(sheet: Sheet) -> MessageMap:
    """Return the map the fact sheet gives: its key messages, else what to do, what we do and when the next word comes.

    Each is supported by what the sheet says of the same thing; nothing is made up, so a support may be missing.
    """
    if sheet.key_messages:
        given = [key.rstrip(".") + "." for key in sheet.key_messages[:MOST]]
    else:
        given = [line for line in (_first(sheet.headline), _doing(sheet), _next(sheet)) if line]
    grounds = (_advice(sheet), _happened(sheet), _ahead(sheet))
    said = set(given)
    keys = []
    for number, message in enumerate(given):
        near = [line for ground in (grounds[number], *grounds) for line in ground if line not in said]
        supports = tuple(sorted(dict.fromkeys(near), key=lambda line: -_shared(line, message)))[:SUPPORTS]
        said.update(supports)
        keys.append(Key(message, supports))
    return MessageMap(tuple(keys))


def map_of(incident: "Incident") -> MessageMap:
    """Return the map as people have it: the one a person wrote, else what the sheet gives."""
    return incident.message_map.value or message_map(incident.sheet)


def check_map(found: MessageMap) -> list[Finding]:
    """Return what is too long or missing in a map (Q11, Q43, Q44, and a key message without three supports)."""
    findings = []
    if (spoken := words_in(found)) > MOST_WORDS:
        told = _("Huvudbudskapen har {count} ord. Högst 27 ord hinner sägas på nio sekunder.").format(count=spoken)
        findings.append(Finding("Q43", Severity.WARNING, (0, 0), told, _("Korta dem.")))
    for key in found.keys:
        if (count := len(words(key.message))) > MOST_WORDS_EACH:
            told = _("Huvudbudskapet ”{message}” har {count} ord. Nio är lagom.")
            findings.append(Finding("Q44", Severity.TIP, (0, 0), told.format(message=key.message, count=count)))
    if len(found.keys) < MOST:
        told = _("Kartan har {count} huvudbudskap. Tre är lagom.").format(count=len(found.keys))
        findings.append(Finding("Q11", Severity.TIP, (0, 0), told, _("Fyll på i kartan eller i Läge.")))
    for number, key in enumerate(found.keys, 1):
        if len(key.supports) < SUPPORTS:
            told = _("Huvudbudskap {number} har {count} stödfakta av tre.")
            findings.append(Finding("ME10", Severity.TIP, (0, 0), told.format(number=number, count=len(key.supports))))
    return findings


def write_map(incident: "Incident", found: MessageMap) -> MapWritten:
    """Write a map of one's own (ändra budskapskartan). Raises `Refused` when it is empty, too large or unchanged."""
    keys = tuple(
        Key(" ".join(key.message.split()), tuple(line for text in key.supports if (line := " ".join(text.split()))))
        for key in found.keys
    )
    kept = MessageMap(tuple(key for key in keys if key.message))
    if any(key.supports and not key.message for key in keys):
        raise Refused(N_("Stödfakta saknar huvudbudskap. Skriv huvudbudskapet eller ta bort stödfakta."))
    if not kept.keys:
        raise Refused(N_("Kartan är tom. Skriv minst ett huvudbudskap."))
    if len(kept.keys) > MOST or any(len(key.supports) > SUPPORTS for key in kept.keys):
        raise Refused(N_("Högst tre huvudbudskap med högst tre stödfakta vart och ett."))
    if any(len(text) > 300 for key in kept.keys for text in (key.message, *key.supports)):
        raise Refused(N_("En rad i kartan är för lång. Högst 300 tecken får plats."))
    if kept == map_of(incident):
        raise Refused(N_("Kartan är redan så."))
    return MapWritten(kept)


def drop_map(incident: "Incident") -> MapWritten:
    """Take back the map that the sheet gives (följ faktaunderlaget). Raises `Refused` when it is so already."""
    if incident.message_map.value is None:
        raise Refused(N_("Kartan följer redan faktaunderlaget."))
    return MapWritten(MessageMap())


def _shared(line: str, message: str) -> int:
    """Return how many words two lines share, known by how they begin."""
    one, other = ({word.lower()[:_STEM] for word in words(text) if len(word) >= _STEM} for text in (line, message))
    return len(one & other)


def _first(text: str) -> str:
    found = sentences(text)
    return _ended(found[0]) if found else ""


def _doing(sheet: Sheet) -> str:
    return _ended(sheet.our_actions[0]) if sheet.our_actions else ""


def _next(sheet: Sheet) -> str:
    return f"Nästa besked kommer {clock(sheet.next_update)}." if sheet.next_update else ""


def _advice(sheet: Sheet) -> list[str]:
    return [_ended(line) for line in (*sheet.advice, *sheet.do_not) if line]


def _happened(sheet: Sheet) -> list[str]:
    facts = [fact.text for fact in sheet.public_facts(Status.CONFIRMED)]
    return [_ended(line) for line in (*sheet.our_actions[1:], *sentences(sheet.what_happened), *facts) if line]


def _ahead(sheet: Sheet) -> list[str]:
    found = [_ended(line) for line in (sheet.commitment, *sheet.unknowns) if line]
    return [*found, next_told] if (next_told := _next(sheet)) else found


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
