"""The timeline as a drawing (tidslinjebild): lanes told apart by name and shape, so that it reads without colour."""

from collections.abc import Sequence
from html import escape

from krisapp.domain.scoring.measure import in_minutes
from krisapp.domain.scoring.timeline import LANE_NAMES, Lane, Point
from krisapp.domain.words import _, ngettext

WIDE, LEFT, RIGHT, HIGH, TOP = 680, 112, 16, 34, 12
"""Sizes of the drawing in points: its width, the room for names, the edge, the height of a lane and the top edge."""

_STEPS = (5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080)
_MOST_TICKS = 10
_SHAPES = {
    Lane.INJECTS: "triangle",
    Lane.DECISIONS: "diamond",
    Lane.INTERNAL: "ring",
    Lane.RESIDENTS: "dot",
    Lane.OTHERS: "square",
    Lane.QUESTIONS: "ring",
    Lane.TROUBLE: "cross",
}


def drawing(points: Sequence[Point], last: float) -> str:
    """Return the timeline as SVG, from the alarm to the `last` minute."""
    lanes = [lane for lane in Lane if any(one.lane is lane for one in points)]
    last = max(last, 10.0, *(one.minute for one in points))
    step = next((one for one in _STEPS if last / one <= _MOST_TICKS), _STEPS[-1])
    bottom = TOP + HIGH * len(lanes)
    scale = (WIDE - LEFT - RIGHT) / last
    high = bottom + 30
    size = f'width="{WIDE}" height="{high}" viewBox="0 0 {WIDE} {high}"'
    dress = 'font-family="Inter" font-size="11" fill="#1b1b1b"'
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} {dress}>']
    for minute in range(0, int(last) + 1, step):
        x = LEFT + minute * scale
        parts.append(f'<path d="M{x:.1f} {TOP}V{bottom + 4}" stroke="#c4c8cc" stroke-width="1"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{_tick(minute)}</text>')
    for place, lane in enumerate(lanes):
        y = TOP + HIGH * place + HIGH / 2
        parts.append(f'<path d="M{LEFT} {y}H{WIDE - RIGHT}" stroke="#6b6b6b" stroke-width="1"/>')
        parts.append(f'<text x="0" y="{y + 4}" font-weight="600">{escape(_(LANE_NAMES[lane]))}</text>')
        before = -100.0
        for one in points:
            if one.lane is lane:
                x = LEFT + one.minute * scale
                parts.append(_shape(_SHAPES[lane], x, y))
                if one.count > 1 and x - before > 18:
                    parts.append(f'<text x="{x:.1f}" y="{y - 8}" text-anchor="middle" font-size="9">{one.count}</text>')
                    before = x
    return "".join([*parts, "</svg>"])


def said(points: Sequence[Point], last: float) -> str:
    """Return what the drawing shows, for who does not see it; all of it stands in the table beneath."""
    counts = [
        f"{_(LANE_NAMES[lane])} {count}"
        for lane in Lane
        if (count := sum(one.count for one in points if one.lane is lane))
    ]
    lanes = ngettext("en bana", "{count} banor", len(counts)).format(count=len(counts))
    return _("Tidslinje från larmet till {last}, {lanes}: {counts}. Allt står i tabellen under bilden.").format(
        last=in_minutes(last), lanes=lanes, counts=", ".join(counts) or _("inget")
    )


def _tick(minute: int) -> str:
    if minute < 120:
        return _("{minutes} min").format(minutes=minute)
    if minute < 2880:
        return _("{hours} tim").format(hours=f"{minute / 60:g}".replace(".", ","))
    return _("{days} dygn").format(days=f"{minute / 1440:g}".replace(".", ","))


def _shape(shape: str, x: float, y: float) -> str:
    ink = 'fill="#1b1b1b" stroke="#ffffff" stroke-width="1"'
    match shape:
        case "triangle":
            return f'<path d="M{x:.1f} {y - 6:.1f}l6 11h-12z" {ink}/>'
        case "diamond":
            return f'<path d="M{x:.1f} {y - 7:.1f}l6 7l-6 7l-6 -7z" {ink}/>'
        case "square":
            return f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" {ink}/>'
        case "ring":
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="#ffffff" stroke="#1b1b1b" stroke-width="2"/>'
        case "cross":
            return f'<path d="M{x - 5:.1f} {y - 5:.1f}l10 10m0 -10l-10 10" stroke="#1b1b1b" stroke-width="2.5"/>'
        case _:
            return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5.5" {ink}/>'
