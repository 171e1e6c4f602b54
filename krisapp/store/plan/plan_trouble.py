"""What can be wrong with a plan database, in words, and its transactions: all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from krisapp.domain.words import N_
from krisapp.store import driver
from krisapp.store.trouble import Damaged, NotAJournal, Trouble


class NotAPlan(Trouble):
    """The file is something else, or its key is another."""

    sentence = N_("{file} är inte en krisplan från Krisapp, eller så är den låst med en annan nyckel.")


class PlanDamaged(Trouble):
    """The plan database does not hold together (skadad)."""

    sentence = N_(
        "{file} är skadad. Lägg tillbaka en säkerhetskopia, eller flytta undan filen, så börjar programmet om "
        "med provplanen."
    )


_OF_A_PLAN: dict[type[Trouble], type[Trouble]] = {NotAJournal: NotAPlan, Damaged: PlanDamaged}
"""What the driver says of a journal, said of a plan."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the driver says into a sentence for a person."""
    try:
        yield
    except driver.DatabaseError as error:
        found = driver.trouble(error, path)
        if found is None:
            raise
        of_a_plan = _OF_A_PLAN.get(type(found))
        raise (of_a_plan(path) if of_a_plan else found) from error


@contextmanager
def transaction(connection: driver.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
