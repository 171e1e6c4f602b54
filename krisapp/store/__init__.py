"""Everything on disk, and the only SQL in the program: journal, plan, search, backup.

Tables come from migrations alone, and a migration is never edited once released. The journal is
append-only, written and read back before anyone is told that something is saved (sparat).
Nothing here knows the window, the texts or the channels; a row goes out as a domain object.
"""
