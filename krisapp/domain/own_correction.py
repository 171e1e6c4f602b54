"""A correction that keeps its own words (egna rättelseord) when another fault is corrected before it has gone out.

The sheet has one field for what was wrong and what is right (Rättelse). A draft follows it while it is the latest; when
another correction begins, the drafts of the one before are given its words, so that no text tells of another's fault
(rule P43).
"""

from typing import TYPE_CHECKING

from krisapp.domain.messages import MENDING, Drafted
from krisapp.domain.sheet import Correction

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


def keep_words(incident: "Incident", but: tuple[str, ...], new: Correction) -> tuple[Drafted, ...]:
    """Return what gives the drafts of corrections and retractions that are not out the words they have.

    None is needed for those in `but`, which begin anew, nor when the words of the field stay the same.
    """
    words = incident.sheet.correction
    if words in (new, Correction()):
        return ()
    return tuple(
        Drafted(id, draft.source, draft.stage, draft.edited, words)
        for id, message in sorted(incident.messages.items())
        for draft in (message.draft.value,)
        if draft is not None and draft.stage.mends and draft.mends is None and id not in but
    )


def has_gone_out(incident: "Incident", ids: tuple[str, ...]) -> bool:
    """Return whether one of these messages has told what the field says: then the next is of another fault."""
    register = incident.fields.get(MENDING)
    claims = register.claims if register else ()
    if not claims:
        return False
    written = claims[-1][1]
    return any(
        release.stage.mends and (release.stamp.tick, release.stamp.stream) > (written.tick, written.stream)
        for id in ids
        for release in incident.message(id).releases
    )
