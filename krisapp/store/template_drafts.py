"""Drafts of templates (mallutkast): kept in the plan database beside the plan, so that no incident ever runs on one."""

from datetime import datetime
from typing import NamedTuple

from krisapp.store.driver import Connection


class TemplateDraft(NamedTuple):
    """A template's text that nobody has adopted: who wrote it and when."""

    text: str
    by: str
    at: datetime


def read(connection: Connection) -> dict[str, TemplateDraft]:
    """Return the drafts by the id of their template."""
    found = connection.execute("SELECT template, text, by, at FROM template_draft ORDER BY template").fetchall()
    return {template: TemplateDraft(text, by, datetime.fromisoformat(at)) for template, text, by, at in found}


def put(connection: Connection, template: str, draft: TemplateDraft) -> None:
    """Keep a draft in the place of the former one; one without text is thrown away."""
    connection.execute("DELETE FROM template_draft WHERE template = ?", (template,))
    if draft.text:
        row = (template, draft.text, draft.by, draft.at.isoformat())
        connection.execute("INSERT INTO template_draft (template, text, by, at) VALUES (?, ?, ?, ?)", row)
