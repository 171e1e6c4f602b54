"""Who may approve what (delegation), rules P49, P53 and P55: the delegation table of the plan, asked on a given day.

A plan without a table falls back on what it always told: the roles that may approve, and for political texts the
elected ones. With a table only what stands in it counts.
"""

import re
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

import msgspec

from krisapp.domain.delegation_rows import Delegation
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Role
from krisapp.domain.words import N_, Refused, _


class TextKind(StrEnum):
    """What has to be decided: an official text, a political one, a request for a VMA, a template in advance."""

    OFFICIAL = "official"
    POLITICAL = "political"
    VMA = "vma"
    TEMPLATE = "template"


KIND_NAMES = {
    TextKind.OFFICIAL: N_("tjänstemannatexter"),
    TextKind.POLITICAL: N_("politiska texter"),
    TextKind.VMA: N_("begäran om VMA"),
    TextKind.TEMPLATE: N_("mallar i förväg"),
}
"""Each kind as it stands after "får godkänna"."""

BOARD_ROLE = "KLN"
"""The role that decides for the krisledningsnämnd, only while that is in function (LEH, domain handbook 3.3)."""

ELECTED = ("KSO", BOARD_ROLE)
"""The roles elected people hold: only they approve political texts (rule P49)."""

WARNING_TO_PUBLIC = "C14"


class Authority(msgspec.Struct, frozen=True):
    """By what a person may decide: the role, and the decision that stands in the table, if the plan has one."""

    role: str
    decision: str = ""


def holds_on(valid_from: str, valid_to: str, day: date) -> bool:
    """Return whether ISO dates enclose a day; an empty one does not bound."""
    return valid_from <= day.isoformat() and (not valid_to or day.isoformat() <= valid_to)


def in_force(plan: Plan, kind: TextKind, day: date) -> tuple[Delegation, ...]:
    """Return the lines of the table that let somebody decide a kind on a day, in the table's order."""
    return tuple(
        one
        for one in plan.delegations
        if one.kind == kind
        and holds_on(one.valid_from, one.valid_to, day)
        and (kind is not TextKind.POLITICAL or one.role in ELECTED)
    )


def authority(plan: Plan, person: str, kind: TextKind, day: date, barred: Collection[str] = ()) -> Authority | None:
    """Return by what a person may decide a kind of text on a day, or None when the person may not.

    `barred` are roles that decide nothing now.
    """
    held = [role.id for role in plan.held_by(person) if role.id not in barred]
    if plan.delegations:
        lines = in_force(plan, kind, day)
        return next(
            (Authority(one.role, one.decision) for one in lines if one.role in held and one.person in ("", person)),
            None,
        )
    return next((Authority(role) for role in held if role in _roles_without_table(plan, kind)), None)


def entitled(plan: Plan, kind: TextKind, day: date, barred: Collection[str] = ()) -> tuple[str, ...]:
    """Return the ids of those who may decide a kind on a day, ordinary holders before deputies.

    `barred` are roles that decide nothing now.
    """
    if plan.delegations:
        lines = [(one.role, one.person) for one in in_force(plan, kind, day)]
    else:
        lines = [(role, "") for role in _roles_without_table(plan, kind)]
    found = (
        (holder.rank, place, holder.person)
        for place, (role, person) in enumerate(lines)
        for holder in plan.holders
        if holder.role == role and role not in barred and person in ("", holder.person)
    )
    return tuple(dict.fromkeys(person for _rank, _place, person in sorted(found)))


def who_may(plan: Plan, kind: TextKind, day: date, barred: Collection[str] = ()) -> str:
    """Return in words who may decide a kind on a day: "Kommunchef (Folke Stenhagenius …)"; a dash for nobody.

    `barred` are roles that decide nothing now.
    """
    return ", ".join(_with_names(plan, kind, day, barred)) or "–"


def _with_names(plan: Plan, kind: TextKind, day: date, barred: Collection[str]) -> Iterator[str]:
    lines = in_force(plan, kind, day) if plan.delegations else ()
    roles = [(one.role, one.person) for one in lines] or [(role, "") for role in _roles_without_table(plan, kind)]
    for id, person in roles:
        role = plan.role(id)
        holder = next((one for one in plan.holders if one.role == id and person in ("", one.person)), None)
        known = plan.person(holder.person) if holder else None
        if role is not None and known is not None and id not in barred:
            yield _("{role} ({name})").format(role=short(role), name=known.name)


def short(role: Role) -> str:
    """Return what a role is called in a sentence: "Kommunchef", without what else it is."""
    return re.split(r"[,(]", role.name)[0].strip()


def refuse_decider(plan: Plan, name: str, kind: TextKind, day: date) -> Refused:
    """Return the refusal of somebody who may not approve a kind of text: it says who may."""
    sentences = {
        TextKind.POLITICAL: N_("{name} får inte godkänna politiska texter (P49). Det får: {who}."),
        TextKind.VMA: N_("{name} får inte godkänna en begäran om VMA. Det får: {who}."),
        TextKind.TEMPLATE: N_("{name} får inte godkänna mallar i förväg. Det får: {who}."),
    }
    official = N_("{name} får inte godkänna. Det får: {who}.")
    return Refused(sentences.get(kind, official), name=name, who=who_may(plan, kind, day))


def _roles_without_table(plan: Plan, kind: TextKind) -> tuple[str, ...]:
    if plan.delegations:
        return ()
    if kind is TextKind.POLITICAL:
        return tuple(role.id for role in plan.roles if role.id in ELECTED)
    return tuple(role.id for role in plan.roles if role.may_approve)
