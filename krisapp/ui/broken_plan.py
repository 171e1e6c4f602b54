"""The dialog for a plan that cannot be read (trasig plan): in a crisis the program goes on, with the sample plan."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import _
from krisapp.store.trouble import Trouble
from krisapp.ui.last_resort import remedy
from krisapp.ui.widgets.dialog import ask, tell
from krisapp.workplace import Workplace


def can_read_plan(workplace: Workplace, parent: QWidget) -> bool:
    """Return whether there is a plan to work by, after the sample plan has been offered where the own one is broken.

    The broken file is kept beside the new one, under a name with the time in it.
    """
    try:
        workplace.plan  # noqa: B018 - asked for what it raises
    except (Trouble, OSError) as error:
        return _begin_with_sample(workplace, parent, remedy(error))
    return True


def _begin_with_sample(workplace: Workplace, parent: QWidget, why: str) -> bool:
    text = _(
        "{why}\n\nDu kan arbeta vidare nu med den medföljande provplanen. Den skadade filen flyttas undan och finns "
        "kvar i samma mapp, så att den kan lagas efteråt. Pågående händelser har sin egen plan och påverkas inte."
    ).format(why=why)
    if not ask(parent, _("Krisplanen går inte att läsa"), text, _("Börja med provplanen")):
        return False
    return _attempt(workplace.set_plan_aside, parent) and _attempt(lambda: workplace.plan, parent)


def _attempt(act: Callable[[], object], parent: QWidget) -> bool:
    try:
        act()
    except (Trouble, OSError) as error:
        tell(parent, _("Det gick inte"), remedy(error))
        return False
    return True
