"""Everything that is Qt: the window and its parts (fönstret).

A view asks the domain for an event, hands it to the desk and waits for the signal like all others;
it never edits its widgets after acting. Only the Qt thread touches desk, journal and widgets, and
nothing on it takes more than a tenth of a second. Each part has one `retranslate()`.
"""
