"""The plan database's recorded migrations. A migration speaks SQL and is never edited once released.

Imported only when one is pending, for sqlite-utils is slow to import.
"""

import json

from krisapp.store.driver import Connection, alias_for_sqlite_utils
from krisapp.store.plan.plan_tables import APPLICATION, MIGRATION_SET
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml

alias_for_sqlite_utils()

from sqlite_utils import Database, Migrations  # noqa: E402 - the driver has to be found first

migrations = Migrations(MIGRATION_SET)

_WORDS = "TEXT NOT NULL DEFAULT ''"
_NUMBER = "INTEGER NOT NULL"
_TRUTH = "INTEGER NOT NULL DEFAULT 0 CHECK ({0} IN (0, 1))"
_LIST = "TEXT NOT NULL DEFAULT '[]' CHECK (json_type({0}) = 'array')"

_TABLES = {
    "setting": "key TEXT PRIMARY KEY, value TEXT NOT NULL CHECK (json_valid(value))",
    "chapter": f"id TEXT PRIMARY KEY, document {_WORDS}, rank {_NUMBER}, title {_WORDS}, text {_WORDS}",
    "audience": f"id TEXT PRIMARY KEY, rank {_NUMBER} UNIQUE, name {_WORDS}, short {_WORDS}, "
    f"internal {_TRUTH.format('internal')}, need {_WORDS}, tone {_WORDS}, "
    f"must_contain {_LIST.format('must_contain')}, adaptation {_WORDS}, groups {_LIST.format('groups')}",
    "channel": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, short {_WORDS}, form {_WORDS}, "
    f'"limit" {_WORDS}, works_without {_WORDS}, owner {_WORDS}, address {_WORDS}, verified {_WORDS}',
    "matrix": "audience TEXT NOT NULL REFERENCES audience (id), channel TEXT NOT NULL REFERENCES channel (id), "
    f"need TEXT NOT NULL CHECK (need IN ('M', 'B', 'K', 'D')), note {_WORDS}, PRIMARY KEY (channel, audience)",
    "role": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, english {_WORDS}, tasks {_WORDS}, "
    f"manned {_WORDS}, deputies_wanted {_NUMBER} DEFAULT 0, may_approve {_TRUTH.format('may_approve')}",
    "person": f"id TEXT PRIMARY KEY, name {_WORDS}, function {_WORDS}, organisation {_WORDS}, mobile {_WORDS}, "
    f"phone {_WORDS}, rakel {_WORDS}, email {_WORDS}, address {_WORDS}, minutes_away INTEGER, "
    f"languages {_WORDS}, groups {_LIST.format('groups')}, checked {_WORDS}, "
    f"protected {_TRUTH.format('protected')} CHECK (protected = 0 OR address = ''), note {_WORDS}",
    "holder": "role TEXT NOT NULL REFERENCES role (id), person TEXT NOT NULL REFERENCES person (id), "
    f"rank {_NUMBER}, PRIMARY KEY (role, person)",
    "level": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, criteria {_WORDS}, decided_by {_WORDS}, "
    f"opens {_LIST.format('opens')}, colour {_WORDS}",
    "incident_type": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, checklist {_WORDS}",
    "checklist": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, anchor {_WORDS}, starts {_WORDS}, "
    f"phase {_WORDS}, type {_WORDS}, owner {_WORDS}",
    "checklist_item": "id TEXT PRIMARY KEY, checklist TEXT NOT NULL REFERENCES checklist (id), "
    f'rank {_NUMBER}, text {_WORDS}, english {_WORDS}, role {_WORDS}, "offset" INTEGER, '
    f"mandatory {_TRUTH.format('mandatory')}, links {_LIST.format('links')}",
    "template": f"id TEXT PRIMARY KEY, text {_WORDS}",
    "place": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, kind {_WORDS}, phrase {_WORDS}, explained {_WORDS}",
    "safe_point": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, place TEXT NOT NULL REFERENCES place (id), "
    f"address {_WORDS}, phrase {_WORDS}, note {_WORDS}",
    "notice_board": f"id TEXT PRIMARY KEY, rank {_NUMBER}, place TEXT NOT NULL REFERENCES place (id), "
    f'site {_WORDS}, contact {_WORDS}, "key" {_WORDS}, sheltered {_TRUTH.format("sheltered")}, '
    f"copies {_NUMBER} DEFAULT 1, responsible {_WORDS}",
    "premises": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, use {_WORDS}, address {_WORDS}, "
    f"equipment {_WORDS}, note {_WORDS}",
    "law": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, reference {_WORDS}, about {_WORDS}, checked {_WORDS}",
    "complement": f"id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, owner {_WORDS}, version {_WORDS}, "
    f"valid_from {_WORDS}, review_due {_WORDS}",
    "edit": "id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, "
    '"key" TEXT NOT NULL, before TEXT NOT NULL CHECK (json_valid(before)), '
    "after TEXT NOT NULL CHECK (json_valid(after)), undoes INTEGER",
}

_ORDER = "Målgruppernas ordning ligger fast i policyn (P27)."
_EIGHT = "Policyn har exakt åtta målgrupper (P61)."
_KEPT = "Planens ändringshistorik kan inte skrivas om."
_GUARDS = (
    (
        "audience_order",
        "UPDATE OF id, rank, internal ON audience",
        "new.id IS NOT old.id OR new.rank IS NOT old.rank OR new.internal IS NOT old.internal",
        _ORDER,
    ),
    ("audience_kept", "DELETE ON audience", "true", _EIGHT),
    (
        "audience_eight",
        "INSERT ON audience",
        "(SELECT count(*) FROM audience) >= 8 OR EXISTS (SELECT 1 FROM audience WHERE id = new.id OR rank = new.rank)",
        _EIGHT,
    ),
    ("edit_unchanged", "UPDATE ON edit", "true", _KEPT),
    ("edit_kept", "DELETE ON edit", "true", _KEPT),
    ("edit_not_replaced", "INSERT ON edit", "EXISTS (SELECT 1 FROM edit WHERE id = new.id)", _KEPT),
)


@migrations()
def plan_2026_11(db: Database) -> None:
    """Make the plan's tables, the guards of rules P27 and P61, the history of edits and the search index."""
    db.execute(f"PRAGMA application_id = {APPLICATION}")
    for name, columns in _TABLES.items():
        db.execute(f"CREATE TABLE {name} ({columns}) STRICT")
    db.execute("CREATE INDEX item_in_checklist ON checklist_item (checklist, rank)")
    for name, act, when, sentence in _GUARDS:
        stop = f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        db.execute(f"CREATE TRIGGER {name} BEFORE {act} WHEN {when} {stop}")
    db.execute(
        "CREATE VIRTUAL TABLE plan_text USING fts5 "
        "(kind UNINDEXED, id UNINDEXED, title, body, tokenize = 'trigram case_sensitive 0')"
    )


@migrations()
def phrase_bank(db: Database) -> None:
    """Make the tables of the phrase bank: languages, fixed sentences, and what is said in each language."""
    db.execute(
        f"CREATE TABLE language (id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, own {_WORDS}, "
        f"rtl {_TRUTH.format('rtl')}) STRICT"
    )
    db.execute(
        f"CREATE TABLE phrase (id TEXT PRIMARY KEY, rank {_NUMBER}, subject {_WORDS}, sv {_WORDS}, easy {_WORDS}, "
        f"en {_WORDS}, known_by {_LIST.format('known_by')}) STRICT"
    )
    db.execute(
        "CREATE TABLE translation (language TEXT NOT NULL REFERENCES language (id), "
        f"phrase TEXT NOT NULL REFERENCES phrase (id), text {_WORDS}, source {_WORDS}, reviewed_by {_WORDS}, "
        f"reviewed_on {_WORDS}, PRIMARY KEY (language, phrase)) STRICT"
    )


_NEEDS = {
    "C01 C02": '["own_web + web"]',
    "C03 C04 C16": '["web"]',
    "C05": '["mobile"]',
    "C06": '["own_intranet + web"]',
    "C07": '["own_mail + web"]',
    "C08": '["own_mail + web", "own_exchange + telephone", "mobile"]',
    "C09": '["nothing"]',
    "C10 C11": '["own_exchange + telephone", "own_exchange + mobile"]',
    "C12": '["board"]',
    "C13 C23 C24": '["hands"]',
    "C14": '["p4", "mobile"]',
    "C15": '["p4"]',
    "C17": '["own_mail + web", "telephone", "mobile"]',
    "C18 C19 C20": '["own_web + web", "board"]',
    "C21": '["web", "mobile", "hands"]',
    "C22": '["own_mail + web", "hands"]',
    "C25": '["telephone", "mobile"]',
}
"""What the handbook's channels need (6.2), for plans that were made before they told it."""


@migrations()
def channel_needs(db: Database) -> None:
    """Let each channel tell what it needs to reach a place, and tell it of the handbook's own."""
    db.execute(f"ALTER TABLE channel ADD COLUMN needs {_LIST.format('needs')}")
    for codes, needs in _NEEDS.items():
        for code in codes.split():
            db.execute("UPDATE channel SET needs = ? WHERE id = ?", (needs, code))


@migrations()
def delegations(db: Database) -> None:
    """Make the table of who may decide what, and of the templates approved in advance. Both begin empty.

    Nothing is filled in: a decision is something that somebody took.
    """
    until = f"decision {_WORDS}, decided {_WORDS}, valid_from {_WORDS}, valid_to {_WORDS}, note {_WORDS}"
    db.execute(
        f"CREATE TABLE delegation (id TEXT PRIMARY KEY, rank {_NUMBER}, kind {_WORDS}, "
        f"role TEXT NOT NULL REFERENCES role (id), person {_WORDS}, {until}) STRICT"
    )
    db.execute(
        f"CREATE TABLE pre_approval (id TEXT PRIMARY KEY, rank {_NUMBER}, "
        f"channel TEXT NOT NULL REFERENCES channel (id), stage {_WORDS}, audience {_WORDS}, type {_WORDS}, "
        f"role TEXT NOT NULL REFERENCES role (id), person {_WORDS}, {until}) STRICT"
    )


@migrations()
def template_drafts(db: Database) -> None:
    """Make room for drafts of templates, which no incident runs on, and for a note with each edit (ME13)."""
    db.execute(
        "CREATE TABLE template_draft (template TEXT PRIMARY KEY REFERENCES template (id) ON DELETE CASCADE, "
        f"text {_WORDS}, by {_WORDS}, at TEXT NOT NULL) STRICT"
    )
    db.execute(f"ALTER TABLE edit ADD COLUMN note {_WORDS}")


@migrations()
def plan_versions(db: Database) -> None:
    """Make the table of adopted versions, which nothing changes or takes away (PL2).

    It begins empty: what an older plan was when it was adopted is not known any longer.
    """
    db.execute(
        f"CREATE TABLE version (id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL, name {_WORDS}, "
        f"adopted {_WORDS}, owner {_WORDS}, decision {_WORDS}, review_due {_WORDS}, by {_WORDS}, at TEXT NOT NULL, "
        f"note {_WORDS}, content BLOB NOT NULL) STRICT"
    )
    kept = "BEGIN SELECT RAISE(ABORT, 'En antagen version kan varken ändras eller tas bort.'); END"
    db.execute(f"CREATE TRIGGER version_unchanged BEFORE UPDATE ON version {kept}")
    db.execute(f"CREATE TRIGGER version_kept BEFORE DELETE ON version {kept}")
    taken = "EXISTS (SELECT 1 FROM version WHERE id = new.id)"
    db.execute(f"CREATE TRIGGER version_not_replaced BEFORE INSERT ON version WHEN {taken} {kept}")


@migrations()
def secrecy_grounds(db: Database) -> None:
    """Let a law say that it may be chosen as the ground of secrecy (rule P31).

    Where none says so, those of the handbook are offered.
    """
    db.execute(f"ALTER TABLE law ADD COLUMN ground {_TRUTH.format('ground')}")


@migrations()
def private_numbers(db: Database) -> None:
    """Let a contact say which of its numbers are the person's own, which leave in no ordinary export (handbook 3.6).

    Nothing is marked: which numbers are private is known to those who gave them.
    """
    db.execute(f"ALTER TABLE person ADD COLUMN private {_LIST.format('private')}")


@migrations()
def year_wheel(db: Database) -> None:
    """Make the table of the year's recurring work (P4), and of acts that leave no other trace (readiness, 12.3).

    Both begin empty: what a municipality does in a year is its own.
    """
    db.execute(
        f"CREATE TABLE year_item (id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, months {_LIST.format('months')}, "
        f'"when" {_WORDS}, number {_NUMBER} DEFAULT 0, time {_WORDS}, year {_NUMBER} DEFAULT 0, owner {_WORDS}, '
        f"person {_WORDS}, note {_WORDS}) STRICT"
    )
    db.execute(
        "CREATE TABLE act (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, "
        f"about {_WORDS}, day TEXT NOT NULL, by {_WORDS}) STRICT"
    )


@migrations()
def graphic_profile(db: Database) -> None:
    """Make the table of the graphic profile (P36). It begins empty: how a municipality looks is its own."""
    db.execute(
        f"CREATE TABLE profile (id TEXT PRIMARY KEY, rank {_NUMBER}, colour {_WORDS}, accent {_WORDS}, "
        f"headings {_WORDS}, lines {_LIST.format('lines')}, logo {_WORDS}, logo_says {_WORDS}) STRICT"
    )


@migrations()
def leading_tables(db: Database) -> None:
    """Make the tables of agendas (P51), the calling order (3.5) and the units that report (P54).

    The handbook's agendas and calling order were in the program before, and come with it, but for roles the plan has
    not. The units begin empty: until somebody names them they are those the heads of department lead.
    """
    db.execute(
        f"CREATE TABLE agenda (id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, minutes {_NUMBER} DEFAULT 0, "
        f"standing {_TRUTH.format('standing')}) STRICT"
    )
    db.execute(
        f"CREATE TABLE agenda_point (id TEXT PRIMARY KEY, rank {_NUMBER}, agenda TEXT NOT NULL REFERENCES agenda (id), "
        f"text {_WORDS}, minutes {_NUMBER} DEFAULT 0, locked {_TRUTH.format('locked')}, "
        f"beside {_LIST.format('beside')}) STRICT"
    )
    db.execute(
        f"CREATE TABLE call_step (id TEXT PRIMARY KEY, rank {_NUMBER}, role {_WORDS}, organisation {_WORDS}, "
        f"caller {_WORDS}, within {_NUMBER} DEFAULT 0) STRICT"
    )
    db.execute(
        f"CREATE TABLE reporting_unit (id TEXT PRIMARY KEY, rank {_NUMBER}, name {_WORDS}, contact {_WORDS}, "
        f"minutes {_NUMBER} DEFAULT 120, types {_LIST.format('types')}) STRICT"
    )
    if not list(db.execute("SELECT 1 FROM role LIMIT 1")):
        # A new database, which is filled with a plan of its own.
        return
    roles = {"", *(id for (id,) in db.execute("SELECT id FROM role"))}
    for table, file in (("agenda", "agendas"), ("agenda_point", "agenda_points"), ("call_step", "call_steps")):
        rows, _locate = read_yaml(resource("resources", "plan", f"{file}.yaml"))
        for rank, row in enumerate(rows, 1):
            if {row.get("role", ""), row.get("caller", "")} <= roles:
                kept = {name: json.dumps(value) if isinstance(value, list) else value for name, value in row.items()}
                names = ", ".join(("rank", *kept))
                marks = ", ".join("?" * (len(kept) + 1))
                db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", (rank, *kept.values()))  # noqa: S608 - names are ours


def migrate(connection: Connection) -> None:
    """Apply what is pending, each migration in a transaction of its own."""
    migrations.apply(Database(connection, execute_plugins=False))
