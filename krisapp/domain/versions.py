"""Versions of the Swedish text in other words and languages (språkversioner), rule ME11: when they no longer hold.

Easy Swedish, English and other languages say what the residents' Swedish page says. Once that page is another, they no
longer hold (gäller inte längre), whatever the fact sheet says; and so when a phrase they are made of is another.
"""

import hashlib
from typing import TYPE_CHECKING

from krisapp.domain.events import Stamp
from krisapp.domain.phrase_bank import reviewed

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident
    from krisapp.domain.messages import Message

SWEDISH = "E1-C01.sv"
"""The residents' page, which the versions are versions of (rule P29)."""

VERSIONS = frozenset(("C18", "C19", "C20"))
"""Easy Swedish, English, other languages."""

_PHRASE = "phrase."


def newer_swedish(incident: "Incident", message: "Message") -> bool:
    """Return whether the residents' Swedish text has changed since a version of it was approved or went out.

    It has when a person has edited it since, or when a text of another stage or on a newer sheet has gone out.
    """
    swedish = incident.messages.get(SWEDISH)
    if message.channel not in VERSIONS or swedish is None:
        return False
    version, standing = (message.approval, message.approved) if message.approval else (message.out, None)
    if version is None:
        return False
    since = standing or (message.out.stamp if message.out else None)
    if since is None:
        return False
    claims = swedish.draft.claims
    if claims and claims[-1][0].edited and _later(claims[-1][1], since):
        return True
    out = swedish.out
    if out is None:
        return False
    if out.edited and _later(out.edited, since):
        return True
    newer = out.facts_version > version.facts_version or out.stage is not version.stage
    return newer and _later(out.stamp, since)


def changed_phrases(incident: "Incident", uses: dict[str, str]) -> tuple[str, ...]:
    """Return the phrases a text was made of that the plan no longer has as reviewed in those words."""
    names = tuple(name for name in uses if name.startswith(_PHRASE))
    if not names or incident.plan is None:
        return ()
    known = {
        f"{_PHRASE}{language}.{phrase}.{_exact(one.text)}"
        for language, phrases in reviewed(incident.plan).items()
        for phrase, one in phrases.items()
    }
    return tuple(name for name in names if name not in known)


def phrase_used(language: str, phrase: str, text: str) -> str:
    """Return the name by which a text remembers that it used exactly this wording of a phrase (rule ME3)."""
    return f"{_PHRASE}{language}.{phrase}.{_exact(text)}"


def _exact(text: str) -> str:
    """Return a short digest of a wording."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _later(one: Stamp, other: Stamp) -> bool:
    return (one.tick, one.stream, one.seq) > (other.tick, other.stream, other.seq)


def holds(incident: "Incident", message: "Message", uses: dict[str, str]) -> bool:
    """Return whether what a text says in other words or languages still holds, apart from the fact sheet."""
    return not changed_phrases(incident, uses) and not newer_swedish(incident, message)
