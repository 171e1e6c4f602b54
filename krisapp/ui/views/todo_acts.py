"""What can be done with an item or a list (punktens handlingar): each with what is said of it and its way back."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain import checklists
from krisapp.domain.checklists import Mark
from krisapp.domain.events import Event
from krisapp.domain.todo import Todo
from krisapp.domain.words import _
from krisapp.ui.live import Live


class Act(NamedTuple):
    """Something to do, what to say when it is done, and how to take it back; no way back for what is only added."""

    do: Callable[[], None]
    said: str
    back: Callable[[], None] | None = None


def mark_item(live: Live, one: Todo, mark: Mark, reason: str = "") -> Act:
    """Tick an item, set it aside or open it again; back is the mark it had."""
    said = {
        Mark.DONE: _("Klar: {text}"),
        Mark.NOT_APPLICABLE: _("Ej aktuell: {text}"),
        Mark.OPEN: _("Öppnad igen: {text}"),
    }[mark]
    return Act(
        lambda: live.do(checklists.tick(live.incident, one.item, mark, reason)),
        said.format(text=_(one.item.text)),
        lambda: live.do(checklists.tick(live.incident, one.item, one.state, one.reason)),
    )


def give(live: Live, one: Todo, role: str) -> Act:
    """Give an item to another role; back is the role it had."""
    known = live.plan.role(role)
    return Act(
        lambda: live.do(_reassigned(live, one, role)),
        _("Lämnad till {role}: {text}").format(role=known.name if known else role, text=_(one.item.text)),
        lambda: live.do(_reassigned(live, one, one.role)),
    )


def _reassigned(live: Live, one: Todo, role: str) -> Event:
    return checklists.reassign(live.incident, one.item, role)


def note(live: Live, one: Todo, text: str) -> Act:
    """Write a note on an item."""
    return Act(
        lambda: live.do(checklists.note(live.incident, one.item, text)),
        _("Antecknat på {item}").format(item=one.item.id),
    )


def open_list(live: Live, checklist: str, title: str) -> Act:
    """Start a list's clock, now."""
    return Act(
        lambda: live.do(checklists.open_list(live.incident, checklist, live.now())),
        _("Startad: {name}").format(name=title),
    )


def print_lists(live: Live, near: QWidget) -> None:
    """Show the open lists as they stand, to be printed or saved."""
    from krisapp.documents.checklist_paper import checklists_paper  # here: no screen waits for what few print
    from krisapp.ui.views.paper_saving import show_paper

    show_paper(near, lambda: checklists_paper(live.incident, live.now()))
