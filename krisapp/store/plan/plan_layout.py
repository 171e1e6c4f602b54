"""The layout of a plan as readable text files, the same in `resources/plan` and in a plan package.

    plan.yaml                    version, adoption, settings
    matrix.yaml                  channel → audience → need
    holders.yaml                 role → people in calling order
    roles.yaml, people.yaml, …   one list each
    checklists/K01.yaml          one checklist each
    phrases/fi.yaml              the phrases in one language each
    messages/…                   message templates as they are

A row's rank is its place in the file, and written only where it is not.
"""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from krisapp.domain import delegation_rows, leading_rows, phrase_rows
from krisapp.domain import plan_rows as rows
from krisapp.domain.plan import Plan
from krisapp.domain.profile import Profile
from krisapp.store.yaml_writing import write_yaml

LISTS: tuple[tuple[str, type[rows.Row]], ...] = (
    ("chapters", rows.Chapter),
    ("audiences", rows.Audience),
    ("channels", rows.Channel),
    ("roles", rows.Role),
    ("people", rows.Person),
    ("levels", rows.Level),
    ("types", rows.IncidentType),
    ("places", rows.Place),
    ("safe_points", rows.SafePoint),
    ("notice_boards", rows.NoticeBoard),
    ("premises", rows.Premises),
    ("laws", rows.Law),
    ("complements", rows.Complement),
    ("languages", phrase_rows.Language),
    ("phrases", phrase_rows.Phrase),
    ("delegations", delegation_rows.Delegation),
    ("pre_approvals", delegation_rows.PreApproval),
    ("year_wheel", rows.YearItem),
    ("profiles", Profile),
    ("agendas", leading_rows.AgendaRow),
    ("agenda_points", leading_rows.AgendaPoint),
    ("call_steps", leading_rows.CallStep),
    ("reporting_units", leading_rows.ReportingUnit),
)
"""The plan's plain lists, each in a file of its own name."""

Look = Callable[[], None]
"""Asked between two files of a plan: raises what is to stop the work, such as `Refused` when somebody has left it."""

_LANGUAGE = re.compile(r"phrases/[\w-]{1,60}\.yaml")
_CHECKLIST = re.compile(r"checklists/[\w-]{1,60}\.yaml")
_MESSAGE = re.compile(r"messages/(?:[\w-][\w.-]{0,80}/){0,6}[\w-][\w.-]{0,80}\.(?:j2|yaml)")
_FLAT = {"plan.yaml", "matrix.yaml", "holders.yaml", *(f"{name}.yaml" for name, _kind in LISTS)}


class Head(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The content of plan.yaml: what the plan is, and the municipality's settings."""

    version: str
    adopted: str = ""
    owner: str = ""
    decision: str = ""
    review_due: str = ""
    settings: rows.Settings


def belongs(name: str) -> bool:
    """Return whether a file of this name, with / between folders, is part of a plan."""
    return name in _FLAT or any(kind.fullmatch(name) for kind in (_CHECKLIST, _LANGUAGE, _MESSAGE))


def in_order(plan: Plan) -> Plan:
    """Return the plan with its rows in the one order that gives equal plans equal digests."""
    channels = {channel.id: channel.rank for channel in plan.channels}
    audiences = {audience.id: audience.rank for audience in plan.audiences}
    roles = {role.id: role.rank for role in plan.roles}
    languages = {language.id: language.rank for language in plan.languages}
    phrases = {phrase.id: phrase.rank for phrase in plan.phrases}
    ranked = {
        name: tuple(sorted(getattr(plan, name), key=lambda row: (row.rank, row.id)))
        for name, kind in LISTS
        if "rank" in kind.__struct_fields__
    }
    matrix = sorted(plan.matrix, key=lambda cell: (channels[cell.channel], audiences[cell.audience]))
    holders = sorted(plan.holders, key=lambda holder: (roles[holder.role], holder.role, holder.rank))
    translations = sorted(plan.translations, key=lambda one: (languages[one.language], phrases[one.phrase]))
    checklists = (
        msgspec.structs.replace(checklist, items=tuple(sorted(checklist.items, key=_by_rank)))
        for checklist in sorted(plan.checklists, key=_by_rank)
    )
    return msgspec.structs.replace(
        plan,
        **ranked,
        people=tuple(sorted(plan.people, key=lambda person: person.id)),
        matrix=tuple(matrix),
        holders=tuple(holders),
        checklists=tuple(checklists),
        translations=tuple(translations),
        templates=tuple(sorted(plan.templates, key=lambda template: template.id)),
    )


def _by_rank(row: rows.Checklist | rows.Item) -> tuple[int, str]:
    return row.rank, row.id


def go_on() -> None:
    """Let the work go on to its end."""


def write_plan(plan: Plan, look: Look = go_on) -> dict[str, bytes]:
    """Return a plan as files by their names, such that `read_plan` gives the same plan back; `look` can stop it."""
    head = Head(
        version=plan.version,
        adopted=plan.adopted,
        owner=plan.owner,
        decision=plan.decision,
        review_due=plan.review_due,
        settings=plan.settings,
    )
    files = {"plan.yaml": write_yaml(msgspec.to_builtins(head))}
    for name, _kind in LISTS:
        look()
        files[f"{name}.yaml"] = write_yaml(_unranked(msgspec.to_builtins(getattr(plan, name))))
    files["matrix.yaml"] = write_yaml(_matrix(plan))
    files["holders.yaml"] = write_yaml(_holders(plan))
    for checklist in plan.checklists:
        look()
        content = msgspec.to_builtins(checklist)
        content["items"] = _unranked(content.get("items", []))
        files[f"checklists/{checklist.id}.yaml"] = write_yaml(content)
    for language in plan.languages:
        said = [msgspec.to_builtins(one) for one in plan.translations if one.language == language.id]
        if said:
            rest = [{key: value for key, value in one.items() if key != "language"} for one in said]
            files[f"phrases/{language.id}.yaml"] = write_yaml(rest)
    for template in plan.templates:
        files[f"messages/{template.id}"] = template.text.encode()
    return files


def _matrix(plan: Plan) -> dict[str, dict[str, Any]]:
    matrix: dict[str, dict[str, Any]] = {}
    for cell in plan.matrix:
        need = {"need": cell.need, "note": cell.note} if cell.note else cell.need
        matrix.setdefault(cell.channel, {})[cell.audience] = need
    return matrix


def _holders(plan: Plan) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = {}
    for holder in plan.holders:
        holders.setdefault(holder.role, []).append(holder.person)
    return holders


def _unranked(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {key: value for key, value in row.items() if not (key == "rank" and value == place)}
        for place, row in enumerate(found, 1)
    ]
