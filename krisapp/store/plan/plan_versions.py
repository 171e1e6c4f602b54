"""Adopted versions of the plan (antagna versioner): frozen, named by their hash, and never changed afterwards (PL2)."""

import zlib
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from krisapp.domain.plan import Plan, decode_plan, digest, encode_plan
from krisapp.store.driver import Connection


class Version(NamedTuple):
    """An adopted version: what people call it, who decided, when it must be looked over, and who froze it here.

    `adopted` and `review_due` are ISO dates, and `digest` names the content exactly.
    """

    id: int
    digest: str
    name: str
    adopted: str
    owner: str
    decision: str
    review_due: str
    by: str
    at: datetime
    note: str


_COLUMNS = "digest, name, adopted, owner, decision, review_due, by, at, note"


def read(connection: Connection) -> list[Version]:
    """Return the versions, the latest first."""
    rows = connection.execute(f"SELECT id, {_COLUMNS} FROM version ORDER BY id DESC").fetchall()  # noqa: S608 - ours
    return [Version._make((*row[:8], datetime.fromisoformat(row[8]), row[9])) for row in rows]


def version_of(versions: Sequence[Version], plan: Plan) -> Version | None:
    """Return the version that the head of a plan names, the latest if there are two, or None if it is not kept here."""
    return next((one for one in versions if (one.name, one.adopted) == (plan.version, plan.adopted)), None)


def put(connection: Connection, plan: Plan, *, by: str, at: datetime, note: str = "") -> None:
    """Freeze a plan as a version."""
    content = encode_plan(plan)
    values = (
        digest(content),
        plan.version,
        plan.adopted,
        plan.owner,
        plan.decision,
        plan.review_due,
        by,
        at.isoformat(),
        note,
        zlib.compress(content),
    )
    marks = ", ".join("?" * len(values))
    connection.execute(f"INSERT INTO version ({_COLUMNS}, content) VALUES ({marks})", values)  # noqa: S608 - ours


def plan_of(connection: Connection, id: int) -> Plan | None:
    """Return the plan of a version, or None if it is not there or is not what was frozen."""
    row = connection.execute("SELECT digest, content FROM version WHERE id = ?", (id,)).fetchone()
    if row is None:
        return None
    try:
        content = zlib.decompress(row[1])
        return decode_plan(content) if digest(content) == row[0] else None
    except (zlib.error, msgspec.DecodeError):
        return None
