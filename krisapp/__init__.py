"""Krisapp: the crisis-communication console of a Swedish municipality (kriskommunikation).

One incident is one file, one fact sheet feeds every message, and the journal proves what was done.
The layers, from the top: app, ui or cli, desk, then store, compose, channels, documents, then domain.
"""

__version__ = "0.1.0"
