"""How soon the first things were done (tid till det första): seven measures of handbook 9.4, from the alarm (T0)."""

from collections.abc import Callable
from datetime import datetime

from krisapp.domain.leading.levels import LevelSet
from krisapp.domain.log import Kind
from krisapp.domain.release import INTERNAL, RESIDENTS, WEB
from krisapp.domain.scoring.account import Account, Out
from krisapp.domain.scoring.measure import Found, first_within

SCRIPT, REPORT = "C11", "C17"
"""The channels of the contact centre's script and of the report to the county board."""

LOG_BY, LEVEL_BY, INTERNAL_BY, RESIDENTS_BY, WEB_BY, SCRIPT_BY, REPORT_BY = 5, 15, 15, 30, 60, 45, 120
"""The goals, in minutes."""


def first_log(account: Account) -> Found:
    """Count the minutes to the first line that somebody caused, by hand or by an act; the start itself is none."""
    lines = [line for line in account.incident.log if line.kind is not Kind.SYSTEM]
    first = min(lines, key=lambda line: line.stamp.wall, default=None)
    return first_within(account, (first.stamp.at, first.stamp.id) if first else None, LOG_BY)


def level_decided(account: Account) -> Found:
    """Count the minutes to the first decision on the level; nobody decided the one that it was started on."""
    found = next(((stamp.at, stamp.id) for stamp, one in account.entries if isinstance(one, LevelSet)), None)
    return first_within(account, found, LEVEL_BY)


def first_internal(account: Account) -> Found:
    """Count the minutes to the first text to the elected or the employees."""
    return first_within(account, _first(account, lambda out: out.audience in INTERNAL), INTERNAL_BY)


def first_to_residents(account: Account) -> Found:
    """Count the minutes to the first text to the residents."""
    return first_within(account, _first(account, lambda out: out.audience == RESIDENTS), RESIDENTS_BY)


def whole_web_text(account: Account) -> Found:
    """Count the minutes to the residents' text on the web."""
    found = _first(account, lambda out: out.audience == RESIDENTS and out.channel == WEB)
    return first_within(account, found, WEB_BY)


def script(account: Account) -> Found:
    """Count the minutes to the contact centre's script."""
    return first_within(account, _first(account, lambda out: out.channel == SCRIPT), SCRIPT_BY)


def first_report(account: Account) -> Found:
    """Count the minutes to the first report to the county board (lägesrapport)."""
    return first_within(account, _first(account, lambda out: out.channel == REPORT), REPORT_BY)


def _first(account: Account, wanted: Callable[[Out], bool]) -> tuple[datetime, str] | None:
    return next(((out.at, out.entry) for out in account.outs if wanted(out)), None)
