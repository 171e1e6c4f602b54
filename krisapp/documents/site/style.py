"""How pages look (stil): one style sheet within each page, in light, dark and print, in the municipality's colours.

The style is named by its checksum in the page's own policy, so that nothing else can style it, and nothing is fetched.
"""

import base64
import hashlib
from functools import lru_cache

from krisapp.domain.profile import Dress, Headings, contrast
from krisapp.store.resources import resource

DARK_PAPER = "#16181c"
DARK_CARD = "#24272d"
_READABLE = 7.0
"""Contrast of the municipality's colour against the dark page, where it carries links and headings."""


@lru_cache(maxsize=8)
def style(dress: Dress) -> str:
    """Return the style sheet of a municipality's pages."""
    written = resource("templates", "site", "style.css").read_text("utf-8")
    coloured = dress.headings is not Headings.CALM
    light, dark = _lit(dress.colour), _lit(dress.accent)
    values = {
        "COLOUR": dress.colour,
        "ACCENT": dress.accent,
        "COLOUR_LIT": light,
        "ACCENT_LIT": dark,
        "HEADING": dress.colour if coloured else "#1b1b1b",
        "HEADING_LIT": light if coloured else "#f2f0ea",
        "DARK_PAPER": DARK_PAPER,
        "DARK_CARD": DARK_CARD,
    }
    for name in sorted(values, key=len, reverse=True):
        written = written.replace(f"${name}", values[name])
    return "".join(line.strip() for line in written.splitlines())


def policy(sheet: str) -> str:
    """Return the page's policy (CSP): nothing from anywhere but this very style, and pictures within the page."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _lit(colour: str) -> str:
    """Return a colour mixed with white until it can be read on the dark page."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for white in range(21):
        mixed = "#" + "".join(f"{round(part + (255 - part) * white / 20):02x}" for part in parts)
        if contrast(mixed, DARK_CARD) >= _READABLE:
            return mixed
    return "#ffffff"
