"""Plan: the whole crisis plan to read and search, and the checklists to edit.

What stands in the library and on a page is worked out in `sections` and the `…_pages`, without Qt. Shown is the plan as
it stands on disk, not the one an open incident was started on.
"""
