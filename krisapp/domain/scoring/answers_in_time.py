"""What others waited for (det utlovade och det frågade): promises, the media, rumours and corrections, handbook 9.4."""

from datetime import datetime

from krisapp.domain.answering.rumours import Closed, Countered, Verified
from krisapp.domain.exercising.scenario import InjectKind
from krisapp.domain.facts import Status
from krisapp.domain.promises import promises
from krisapp.domain.scoring.account import Account, Out
from krisapp.domain.scoring.measure import Found, Verdict, in_minutes, share_of, within
from krisapp.domain.words import N_, Later, _, ngettext

IN_TIME = 30
"""Minutes in which the media are answered, a rumour decided on and an error corrected."""

PROMISES_KEPT, MEDIA_ANSWERED, RUMOURS_MET = 90, 80, 80
"""The goals, in per cent."""


def promises_kept(account: Account) -> Found:
    """Count the promised times by which the next word came; those that lie ahead are not judged."""
    made = {(out.message, out.happened.next_update): out.entry for out in reversed(account.outs)}
    judged: list[tuple[bool | None, str]] = []
    for promise in promises(account.incident):
        broken = promise.broken(account.now)
        good = None if promise.kept is None and not broken else not broken
        judged.append((good, made[promise.messages[0], promise.due]))
    return share_of(judged, PROMISES_KEPT, N_("inget utlovat"))


def media_answered(account: Account) -> Found:
    """Count the media's enquiries that were answered within thirty minutes; those written off are left out.

    In a drill the media's injects that nobody took in were not answered.
    """
    return share_of(
        tuple(
            (within(account, one.asked.received_at, one.replies[0].at if one.replies else None, IN_TIME), one.id)
            for one in account.incident.enquiries.values()
            if not one.withdrawn
        )
        + _left_lying(account, InjectKind.MEDIA),
        MEDIA_ANSWERED,
        N_("inga mediefrågor"),
    )


def rumours_met(account: Account) -> Found:
    """Count the rumours on which somebody decided within thirty minutes: a verdict, an answer or an outcome.

    In a drill a rumour that was played in and that nobody took in was not decided on.
    """
    decided: dict[str, datetime] = {}
    for stamp, one in account.entries:
        if isinstance(one, Verified | Countered | Closed):
            decided.setdefault(one.rumour, stamp.at)
    return share_of(
        tuple(
            (within(account, one.heard.heard_at, decided.get(one.id), IN_TIME), one.id)
            for one in account.incident.rumours.values()
        )
        + _left_lying(account, InjectKind.RUMOUR, InjectKind.SOCIAL),
        RUMOURS_MET,
        N_("inga rykten"),
    )


def _left_lying(account: Account, *kinds: InjectKind) -> tuple[tuple[bool | None, str], ...]:
    """Judge the injects of a drill that reached the team and that nobody took in: they wait for ever."""
    drill = account.drill
    return tuple(
        (within(account, act.stamp.at, None, IN_TIME), act.stamp.id)
        for one in drill.injects
        if one.kind in kinds and one.id not in drill.taken and (act := drill.sent_at(one.id))
    )


def corrections(account: Account) -> Found:
    """Count the corrections, and the minutes from a text with an error to the text that takes it back.

    A text is also wrong when it stands as people have it, and rests on a fact that has since been refuted.
    """
    chains: dict[str, list[Out]] = {}
    taken: list[tuple[float, str]] = []
    for out in account.outs:
        chain = chains.setdefault(out.message, [])
        if out.stage.mends and chain:
            taken.append((account.between(_first_wrong(chain, out).at, out.at), out.entry))
            chain.clear()
        chain.append(out)
    left = [chain[-1].entry for chain in chains.values() if _refuted_since(account, chain[-1])]
    if not account.outs:
        return Found(Verdict.NOTHING, None, Later(_, N_("inga texter ute")))
    longest = max((minutes for minutes, _entry in taken), default=0.0)
    said = Later(_corrections_words, len(taken), longest, len(left))
    late = [entry for minutes, entry in taken if int(minutes) > IN_TIME]
    good = tuple(entry for minutes, entry in taken if int(minutes) <= IN_TIME)
    verdict = Verdict.MISSED if late or left else Verdict.MET
    return Found(verdict, float(len(taken) + len(left)), said, (*left, *late, *good))


def _corrections_words(taken: int, longest: float, left: int) -> str:
    words = ngettext("{count} rättelse", "{count} rättelser", taken).format(count=taken)
    if taken:
        words = _("{words}, längst {minutes}").format(words=words, minutes=in_minutes(longest))
    if left:
        wrong = ngettext("{count} fel kvar", "{count} fel kvar", left).format(count=left)
        words = f"{words}, {wrong}"
    return words


def _first_wrong(chain: list[Out], mending: Out) -> Out:
    """Return the first text since the last correction that said what was wrong, else the one before."""
    mends = mending.sheet.correction.wrong.strip().rstrip(".").casefold()
    return next((out for out in chain if mends and mends in out.happened.text.casefold()), chain[-1])


def _refuted_since(account: Account, out: Out) -> bool:
    said = {
        fact.id
        for fact in out.sheet.facts
        if fact.status is Status.CONFIRMED and f"facts.{fact.id}" in out.happened.uses
    }
    now = account.incident.facts
    return any((fact := now[id].value) is not None and fact.status is Status.REFUTED for id in said if id in now)
