"""How sound the work was (hur arbetet skedde): reach, facts, order, reading ease, reasons and the log, handbook 9.4."""

from collections import Counter
from collections.abc import Callable

from krisapp.domain.checking.confirmation import unconfirmed_facts
from krisapp.domain.checks import Context
from krisapp.domain.dispatch import WAYS, State, Way
from krisapp.domain.language.lix import counts
from krisapp.domain.leading.decision.decisions import Decisions
from krisapp.domain.log import Kind
from krisapp.domain.release import RESIDENTS
from krisapp.domain.scoring.account import Account, Out
from krisapp.domain.scoring.measure import Found, Verdict, share_of
from krisapp.domain.scoring.order_attempts import OrderRefused
from krisapp.domain.words import N_, Later, _, ngettext

AUDIENCES = ("I1", "I2", "E1", "E2", "E3", "E4", "E5", "E6")
SIX_HOURS = 360
EASY = 35
"""The highest LIX of a text that most people read with ease (handbook 7.2)."""

WITH_REASONS = 95
"""The goal of decisions that say why, in per cent."""


def audiences_reached(account: Account) -> Found:
    """Count the audiences that had a text within six hours. What is carried has come when somebody says it has."""
    reached: dict[str, str] = {}
    for out in account.outs:
        if WAYS.get(out.channel, Way.NET) is Way.NET and account.minutes(out.at) < SIX_HOURS + 1:
            reached.setdefault(out.audience, out.entry)
    for one in account.incident.dispatches.values():
        come = one.at or (one.moved.at if one.moved else None)
        if one.state is State.DONE and come is not None and account.minutes(come) < SIX_HOURS + 1:
            reached.setdefault(one.message.partition("-")[0], one.id)
    count = sum(audience in reached for audience in AUDIENCES)
    said = Later(_of_all_words, count)
    missing = [audience for audience in AUDIENCES if audience not in reached]
    names = ", ".join(_short(account, one) for one in missing)
    added = Later(_missing_words, names) if missing and account.outs else ""
    if not missing:
        verdict = Verdict.MET
    elif account.passed >= SIX_HOURS + 1:
        verdict = Verdict.MISSED
    else:
        verdict = Verdict.UNTRIED if account.over else Verdict.WAITING
    return Found(verdict, float(count), said, tuple(reached[one] for one in AUDIENCES if one in reached), added)


def _of_all_words(count: int) -> str:
    return _("{count} av {all}").format(count=count, all=len(AUDIENCES))


def _missing_words(names: str) -> str:
    return _("Inte nådda: {names}.").format(names=names)


def _short(account: Account, audience: str) -> str:
    rows = account.incident.plan.audiences if account.incident.plan else ()
    return next((row.short for row in rows if row.id == audience), audience)


def unconfirmed_published(account: Account) -> Found:
    """Count the texts that told something unconfirmed, refuted or rumoured as a fact, on the sheet as it stood then."""
    wrong = tuple(out.entry for out in account.outs if unconfirmed_facts(out.happened.text, out.sheet, _context(out)))
    return _none_of(account, wrong, _texts_words)


def order_refused(account: Account) -> Found:
    """Count the attempts to let a text out before the residents had theirs (rule P28)."""
    wrong = tuple(stamp.id for stamp, one in account.entries if isinstance(one, OrderRefused))
    return _none_of(account, wrong, _attempts_words)


def internal_passed_over(account: Account) -> Found:
    """Count the texts that went out, with a reason, before the elected and the employees knew (rule P16)."""
    passed = tuple(out.entry for out in account.outs if "P16" in out.happened.rules)
    said = Later(_texts_words, len(passed))
    return Found(Verdict.SHOWN if account.outs else Verdict.NOTHING, float(len(passed)), said, passed)


def _texts_words(count: int) -> str:
    return ngettext("{count} text", "{count} texter", count).format(count=count)


def _attempts_words(count: int) -> str:
    return ngettext("{count} försök", "{count} försök", count).format(count=count)


def reading_ease(account: Account) -> Found:
    """Return the median LIX of the residents' texts in Swedish; texts too short for a safe value are left out."""
    found = []
    for out in account.outs:
        if out.audience == RESIDENTS and out.language == "sv":
            counted = counts(out.happened.text)
            if counted.safe and counted.lix is not None:
                found.append((counted.lix, out.entry))
    if not found:
        return Found(Verdict.NOTHING, None, Later(_, N_("inga texter att mäta")))
    from statistics import median  # here: the screens are brought in ahead, and the score is counted seldom

    middle = round(median(lix for lix, _entry in found), 1)
    hardest = tuple(entry for _lix, entry in sorted(found, reverse=True))
    said = Later(_ease_words, middle, len(found))
    return Found(Verdict.MET if middle <= EASY else Verdict.MISSED, middle, said, hardest)


def _ease_words(middle: float, count: int) -> str:
    return _("LIX {lix}, {count} texter").format(lix=f"{middle:.0f}", count=count)


def decisions_with_reasons(account: Account) -> Found:
    """Count the decisions that say why: their background or their purpose."""
    made = account.incident.part(Decisions).all
    return share_of(
        ((bool(one.made.background.strip() or one.made.purpose.strip()), one.id) for one in made),
        WITH_REASONS,
        N_("inga beslut"),
    )


def log_lines(account: Account) -> Found:
    """Count the lines of the log by the hour, and tell which functions wrote them; the program's own are left out."""
    lines = [line for line in account.incident.log if line.kind is not Kind.SYSTEM]
    if not lines:
        return Found(Verdict.NOTHING, 0.0, Later(_, N_("inga poster")))
    plan = account.incident.plan
    roles = {one.person: one.role for one in reversed(plan.holders)} if plan else {}
    by = Counter(line.role or roles.get(line.stamp.person, "–") for line in lines)
    hours = max(account.passed, 60.0) / 60
    told = ", ".join(f"{role} {count}" for role, count in sorted(by.items(), key=lambda pair: (-pair[1], pair[0])))
    each = round(len(lines) / hours, 1)
    return Found(Verdict.SHOWN, each, Later(_rate_words, each), tuple(line.stamp.id for line in lines), f"{told}.")


def _rate_words(each: float) -> str:
    return _("{each} i timmen").format(each=f"{each:.0f}")


def _none_of(account: Account, wrong: tuple[str, ...], say: Callable[[int], str]) -> Found:
    """Judge a count whose goal is none."""
    if not account.outs and not wrong:
        return Found(Verdict.NOTHING, None, Later(_, N_("inga texter ute")))
    return Found(Verdict.MISSED if wrong else Verdict.MET, float(len(wrong)), Later(say, len(wrong)), wrong)


def _context(out: Out) -> Context:
    return Context(
        audience=out.audience,
        channel=out.channel,
        stage=out.stage,
        exercise=False,
        issued=out.at,
        language=out.language,
    )
