"""The wall as a page (väggbilden som sida): one file without script or address, that fetches itself anew."""

from datetime import datetime, timedelta
from functools import cache

import msgspec
from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from krisapp.domain.wall import Wall
from krisapp.domain.words import _
from krisapp.store.resources import resource

EVERY = 10
"""Seconds between two times the page fetches itself."""


class WallClock(msgspec.Struct, frozen=True):
    """A clock in words: what it is, how long, and until when."""

    name: str
    words: str
    note: str = ""
    late: bool = False


def wall_clocks(wall: Wall, now: datetime) -> list[WallClock]:
    """Return the clocks of a wall in words: since the alarm, until the next word, and those of law."""
    found = [WallClock(_("Sedan larm"), _span(now - wall.alarm_at), _until(wall.alarm_at, now))]
    if wall.promise is None:
        found.append(WallClock(_("Nästa besked"), "–", _("Inget lovat")))
    else:
        found.append(_towards(_("Nästa besked"), wall.promise, now))
    return [*found, *(_towards(one.name, one.at, now) for one in wall.clocks)]


def _towards(name: str, due: datetime, now: datetime) -> WallClock:
    left = due - now
    if left < timedelta(0):
        return WallClock(name, _("{span} sent").format(span=_span(-left)), _until(due, now), late=True)
    return WallClock(name, _span(left), _until(due, now))


def _until(at: datetime, now: datetime) -> str:
    at = at.astimezone(now.tzinfo)
    if at.date() == now.date():
        return _("kl. {time}").format(time=f"{at:%H.%M}")
    return _("{day}/{month} kl. {time}").format(day=at.day, month=at.month, time=f"{at:%H.%M}")


def _span(time: timedelta) -> str:
    minutes = int(time.total_seconds()) // 60
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    hours, minutes = divmod(minutes, 60)
    if hours < 48:
        return _("{hours} tim {minutes} min").format(hours=hours, minutes=minutes)
    return _("{days} dygn").format(days=hours // 24)


def kind_of(wall: Wall) -> str:
    """Return whether it is real or an exercise, in the words of the head."""
    return _("ÖVNING") if wall.exercise else _("SKARPT LÄGE")


def wall_words() -> dict[str, str]:
    """Return the headings of the wall, and what stands where there is nothing."""
    return {
        "clocks": _("Klockor"),
        "out": _("Texter ute"),
        "wrong": _("inaktuell"),
        "none_out": _("Ingen text är ute än."),
        "decisions": _("Senaste beslut"),
        "none_decided": _("Inget beslut än."),
        "lines": _("Senast i loggen"),
        "none_written": _("Inget skrivet än."),
        "nothing": _("Ingen händelse pågår"),
    }


def wall_page(wall: Wall | None, now: datetime) -> bytes:
    """Return the page; without a wall it says that nothing is under way. Every value is escaped."""
    text = _template().render(
        wall=wall,
        every=EVERY,
        kind=kind_of(wall) if wall else "",
        clocks=wall_clocks(wall, now) if wall else (),
        words=wall_words(),
        footer=_("Läget kl. {time}. Sidan hämtas om var {every}:e sekund; står klockan still är den gammal.").format(
            time=f"{now:%H.%M.%S}", every=EVERY
        ),
    )
    return text.encode()


@cache
def _template() -> Template:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(str(resource("templates", "wall"))),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["hour"] = lambda at: f"{at:%H.%M}"
    return environment.get_template("page.j2")
