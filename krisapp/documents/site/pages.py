"""The pages of a site (webbplatsens sidor): every file of it, from what it tells. The same always gives the same files.

No page says when the site was made: what has not changed must not be published anew. Links name files, so that the
site works from a folder or a stick as from a web server. There is no script, and nothing is fetched.
"""

import re
from datetime import datetime
from functools import cache
from html import escape
from itertools import groupby
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from krisapp.channels.exercise_marks import ENGLISH as ENGLISH_MARK
from krisapp.channels.exercise_marks import FULL, MARK
from krisapp.documents.html import under
from krisapp.documents.site import told as site
from krisapp.documents.site.style import policy, style
from krisapp.documents.site.told import Item, Told
from krisapp.domain.checks import Stage
from krisapp.domain.language.clock import date, stamp
from krisapp.domain.profile import dress_of
from krisapp.store.resources import resource

_RECENT = 5
_IN_FEED = 50
MENU = (
    ("index.html", "Startsida", "sv"),
    ("lattlast.html", "Lätt svenska", "sv"),
    ("english.html", "English", "en"),
    ("fragor.html", "Frågor och svar", "sv"),
    ("trygghetspunkter.html", "Trygghetspunkter", "sv"),
    ("press.html", "Press", "sv"),
    ("arkiv.html", "Alla besked", "sv"),
)
"""The pages every site has: path, name and language."""

LANGUAGES = ("sprak.html", "Andra språk", "sv")
"""The page of a site that has texts in more languages."""

_TAKEN = {Stage.CORRECTION: "Rättat", Stage.RETRACTION: "Återkallat"}
_SUPERSEDED = {
    Stage.CORRECTION: "Det här beskedet var fel och har rättats.",
    Stage.RETRACTION: "Det här beskedet är återkallat och gäller inte.",
}
_NEWER = "Det finns ett nyare besked."
# XML 1.0 allows no other control characters; a page shows none of them either.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def pages_of(told: Told, id: str) -> dict[str, bytes]:
    """Return every file of a site; `id` is that of the incident, by which the feed names its entries."""
    plan, dress = told.plan, dress_of(told.plan)
    sheet = style(dress)
    pages, languages = told.pages(), told.newest(site.LANGUAGES)
    first = next((item for item in pages if item.audience == site.RESIDENTS), None)
    archive = told.archive()
    presses = [item for item in archive if item.channel == site.PRESS]
    frame: dict[str, Any] = {
        "told": told,
        "dress": dress,
        "style": Markup(sheet),  # noqa: S704 - our own style sheet
        "policy": policy(sheet),
        "sender": plan.settings.sender,
        "audiences": {row.id: row.name for row in plan.audiences},
        "plan": plan,
        "menu": (*MENU[:3], LANGUAGES, *MENU[3:]) if languages else MENU,
        "mark": MARK,
        "full_mark": FULL,
        "root": "",
        "contact": plan.settings.public_contact,
    }
    start = {
        "first": first,
        "banners": [item for item in told.newest(site.BANNER, site.RESIDENTS) if not _same(item, first)],
        "others": [item for item in pages if item is not first],
        "places": told.by_place(),
        "recent": archive[:_RECENT] if len(archive) > 1 else [],
    }
    days = [(day, list(items)) for day, items in groupby(archive, key=lambda item: date(item.at).capitalize())]
    standing = [item for item in presses if item.stands]
    press = {
        "items": standing,
        "earlier": [item for item in presses if not item.stands],
        "media_contact": plan.settings.media_contact,
    }
    files = {
        "index.html": _page("index", frame, "index.html", start),
        "lattlast.html": _page("lattlast", frame, "lattlast.html", {"items": told.newest(site.EASY)}),
        "english.html": _page("english", frame, "english.html", {"items": _english(told), "language": "en"}),
        "fragor.html": _page("fragor", frame, "fragor.html", {}),
        "trygghetspunkter.html": _page("trygghetspunkter", frame, "trygghetspunkter.html", {}),
        "press.html": _page("press", frame, "press.html", press),
        "arkiv.html": _page("arkiv", frame, "arkiv.html", {"days": days}),
    }
    if languages:
        files["sprak.html"] = _page("sprak", frame, "sprak.html", {"items": languages})
    for item in told.items:
        own = {"item": item, "root": "../", "language": "en" if item.language == "en" else "sv"}
        files[item.path] = _page("message", frame, item.path, own)
    updated = max((item.at for item in told.items), default=datetime.fromisoformat("2000-01-01T00:00:00+01:00"))
    # A reader of the feed resolves links against where it was fetched, which is right wherever the site lies. Only a
    # whole address in the plan says that it lies there; a mere name, "flen.se", is the usual site and may be down.
    website = plan.settings.website
    base = f"{website.rstrip('/')}/" if website.startswith("https://") else ""
    fed = {"id": id, "base": base, "items": archive[:_IN_FEED], "updated": updated}
    files["feed.xml"] = _page("feed", frame, "feed.xml", fed)
    return files


def _same(banner: Item, first: Item | None) -> bool:
    """Return whether a banner says no more than the heading beneath it."""
    return first is not None and banner.title.rstrip(".") == first.title.rstrip(".")


def _english(told: Told) -> list[Item]:
    """Return the texts in English, the same words once."""
    return list({item.text: item for item in reversed(told.newest(site.ENGLISH))}.values())[::-1]


def _page(template: str, frame: dict[str, Any], path: str, own: dict[str, Any]) -> bytes:
    text = _environment().get_template(f"{template}.j2").render({"language": "sv", **frame, **own, "here": path})
    return _CONTROL.sub("", text).encode()


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    """Return what reads our own templates; every value is escaped, whoever wrote it."""
    loader = FileSystemLoader(str(resource("templates", "site")))
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(
        stamp=stamp,
        kind=_kind,
        taken=_TAKEN.__getitem__,
        superseded=_superseded,
        prose=_prose,
        tongues=_tongues,
        lined=_lined,
        capitalized=_capitalized,
    )
    environment.globals["english_mark"] = f"{FULL} – {ENGLISH_MARK}"
    return environment


@pass_context
def _kind(context: Context, item: Item) -> str:
    """Return whom a text is to, and what it is."""
    audience = str(context["audiences"].get(item.audience, item.audience))
    words = {site.PRESS: "Pressmeddelande", site.EASY: "Lätt svenska", site.ENGLISH: "In English"}
    words[site.LANGUAGES] = "Andra språk"
    what = words.get(item.channel, "")
    return what if item.channel == site.PRESS else ", ".join(part for part in (audience, what) if part)


def _superseded(item: Item) -> str:
    """Return why a text is not the one that holds."""
    return _SUPERSEDED.get(item.next_stage, _NEWER) if item.next_stage else ""


def _prose(item: Item, level: int) -> Markup:
    return Markup(under(item.body, level))  # noqa: S704 - every line is escaped


def _lined(text: str) -> Markup:
    return Markup("<br>").join(text.split("\n"))


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


@pass_context
def _tongues(context: Context, item: Item, level: int) -> Markup:
    """Return a text in several languages, each under its own name, marked with its language and direction."""
    known = {row.own: row for row in context["plan"].languages}
    parts = []
    for filled, group in groupby(item.lines, key=lambda line: bool(line.strip())):
        lines = [line.strip() for line in group]
        row = known.get(lines[0]) if filled else None
        if row is not None:
            turned = ' dir="rtl"' if row.rtl else ""
            said = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
            heading = f"<h{level}>{escape(lines[0])}</h{level}>"
            parts.append(f'<section lang="{escape(row.id)}"{turned}>{heading}{said}</section>')
        elif filled:
            parts += [f"<p>{escape(line)}</p>" for line in lines]
    return Markup("".join(parts))  # noqa: S704 - every line is escaped
