"""A plan made by an older program is brought up to date with nothing lost."""

from pathlib import Path
from types import GenericAlias
from typing import Any

import msgspec

from krisapp.domain.leading.meeting.agendas import agendas_of
from krisapp.store.agendas import agendas
from krisapp.store.driver import Connection, make
from krisapp.store.plan.plan_migrations import migrate, migrations
from krisapp.store.plan.plan_tables import TABLES, _query


def test_an_older_plan_is_told_what_the_handbooks_channels_need(tmp_path: Path) -> None:
    from sqlite_utils import Database  # here: the migrations give it its driver

    connection = make(tmp_path / "plan.db")
    migrations.apply(Database(connection, execute_plugins=False), stop_before="channel_needs")
    for code in ("C01", "C99"):
        connection.execute("INSERT INTO channel (id, rank, owner) VALUES (?, 1, 'RED')", (code,))

    migrate(connection)

    found = dict(connection.execute("SELECT id, needs FROM channel").fetchall())
    owners = {owner for (owner,) in connection.execute("SELECT owner FROM channel").fetchall()}
    connection.close()
    assert found == {"C01": '["own_web + web"]', "C99": "[]"}
    assert owners == {"RED"}


def test_an_older_plan_gets_an_empty_table_of_delegation_for_a_decision_is_something_somebody_took(
    tmp_path: Path,
) -> None:
    from sqlite_utils import Database  # here: the migrations give it its driver

    connection = make(tmp_path / "plan.db")
    migrations.apply(Database(connection, execute_plugins=False), stop_before="delegations")
    migrate(connection)

    found = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("delegation", "pre_approval")]
    connection.close()
    assert found == [(0,), (0,)]


def test_an_older_plan_says_of_no_number_that_it_is_private(tmp_path: Path) -> None:
    from sqlite_utils import Database  # here: the migrations give it its driver

    connection = make(tmp_path / "plan.db")
    migrations.apply(Database(connection, execute_plugins=False), stop_before="private_numbers")
    connection.execute("INSERT INTO person (id, name, mobile) VALUES ('alva', 'Alva', '070-174 06 05')")
    migrate(connection)

    found = connection.execute("SELECT mobile, private FROM person").fetchall()
    connection.close()
    assert found == [("070-174 06 05", "[]")]


def test_an_older_plan_gets_the_handbooks_agendas_and_calls_nobody_it_has_no_role_for(tmp_path: Path) -> None:
    from sqlite_utils import Database  # here: the migrations give it its driver

    connection = make(tmp_path / "plan.db")
    migrations.apply(Database(connection, execute_plugins=False), stop_before="leading_tables")
    for code in ("KC", "TIB", "SC"):
        connection.execute("INSERT INTO role (id, rank) VALUES (?, 1)", (code,))
    migrate(connection)

    plan = read_plan_rows_of(connection)
    connection.close()
    assert agendas_of(*plan[:2]) == agendas()
    assert [(step.role, step.caller) for step in plan[2]] == [("KC", "TIB"), ("SC", "KC"), ("", "SC")]
    assert plan[3] == ()


def read_plan_rows_of(connection: Connection) -> tuple[Any, ...]:
    """Return the rows of the tables that came with `leading_tables`."""
    found = []
    for table in TABLES[-4:]:
        (content,) = connection.execute(_query(table)).fetchone()
        found.append(msgspec.json.decode(content, type=GenericAlias(tuple, (table.kind, ...))))
    return tuple(found)
