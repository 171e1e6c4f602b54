"""One thing that needs someone now (kräver åtgärd), as the overview lists it."""

from typing import NamedTuple

from krisapp.ui.widgets.marks import Mark


class Need(NamedTuple):
    """One thing that needs someone: what, why, and where it is dealt with (view and item)."""

    key: str
    title: str
    detail: str
    mark: Mark
    view: str
    item: str
