"""The municipality's graphic profile (grafisk profil): mark, colours, sender block and headings of all that is printed.

A plan has one row of it, and one that has none gets the plain look. The colours carry text, so that one which is hard
to read on white is refused in words (WCAG 2.2, 1.4.3).
"""

import base64
import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from krisapp.domain.plan_rows import Row
from krisapp.domain.words import N_, _

if TYPE_CHECKING:
    from krisapp.domain.plan import Plan

CONTRAST = 4.5
"""The least contrast between a colour and white that text may have."""

MOST_LOGO = 100_000
"""Letters a mark may have as it is kept: it is copied with the plan into every incident."""

PNG, SVG = "data:image/png;base64,", "data:image/svg+xml;base64,"
"""What a mark begins with: it is kept as an address that a page can show (`src` of an image)."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ELSEWHERE = re.compile(r"<!|<\?xml-|<script|<foreignObject|\son\w+\s*=|@import|url\(\s*['\"]?(?!#)", re.IGNORECASE)
_LINK = re.compile(r"href\s*=\s*[\"'](?!#|data:image/)", re.IGNORECASE)


class Headings(StrEnum):
    """The tone of headings: black as the text, in the colour, or white on a field of the colour."""

    CALM = "calm"
    COLOURED = "coloured"
    FIELD = "field"


HEADING_NAMES = (
    (Headings.CALM.value, N_("lugn: svart text")),
    (Headings.COLOURED.value, N_("i kommunens färg")),
    (Headings.FIELD.value, N_("vit text på ett fält i kommunens färg")),
)


class Profile(Row, frozen=True):
    """The graphic profile as the plan keeps it.

    `logo` is a PNG or SVG as a `data:` address; `logo_says` is what it shows, for one who does not see it.
    `colour` is that of the municipality, `accent` that of frames around what must not be missed. `lines` are the
    sender block under the municipality's name: address, telephone, web.
    """

    id: str
    rank: int
    colour: str = "#1b1b1b"
    accent: str = "#8a1c1c"
    headings: str = Headings.CALM
    lines: tuple[str, ...] = ()
    logo: str = ""
    logo_says: str = ""


class Dress(NamedTuple):
    """The profile as a document wears it (klädsel): plain values, with the municipality's name first in `sender`."""

    sender: tuple[str, ...]
    colour: str
    accent: str
    headings: Headings
    logo: str
    logo_says: str

    @property
    def logo_drawing(self) -> str:
        """Return the mark as SVG, a PNG wrapped in one of its own size; or nothing."""
        if not self.logo.startswith(PNG):
            return _bytes(self.logo, SVG).decode()
        wide, high = png_size(self.logo_png)
        image = f'<image width="{wide}" height="{high}" href="{self.logo}"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">{image}</svg>'

    @property
    def logo_png(self) -> bytes:
        """Return the mark as PNG for a document that takes no SVG; empty when it is none."""
        return _bytes(self.logo, PNG) if self.logo.startswith(PNG) else b""


def dress_of(plan: "Plan | None") -> Dress:
    """Return how documents of a plan look; the plain look for a plan without a profile, and for none."""
    row = plan.profiles[0] if plan and plan.profiles else Profile(id="", rank=1)
    name = plan.settings.sender if plan else ""
    sender = (name, *row.lines) if name else row.lines
    return Dress(sender, row.colour, row.accent, Headings(row.headings), row.logo, row.logo_says or name)


def contrast(first: str, second: str) -> float:
    """Return the contrast between two colours written #rrggbb, from 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def png_size(content: bytes) -> tuple[int, int]:
    """Return the width and height in points of a PNG, or 0 and 0 if it is none."""
    if not content.startswith(_SIGNATURE) or len(content) < 24:
        return 0, 0
    return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])


def why_no_colour(colour: str) -> str:
    """Return in a sentence why a colour cannot carry text on white, or nothing if it can."""
    if not _COLOUR.fullmatch(colour):
        return _("Skriv färgen som # och sex tecken, till exempel #1d4f72.")
    found = contrast(colour, "#ffffff")
    if found >= CONTRAST:
        return ""
    # Rounded down: 4.49 is not 4.5.
    said = f"{int(found * 10) / 10:.1f}".replace(".", ",")
    return _(
        "{colour} har kontrasten {found}:1 mot vitt och är svår att läsa. Välj en mörkare färg, minst 4,5:1."
    ).format(colour=colour, found=said)


def why_no_logo(logo: str) -> str:
    """Return in a sentence why something cannot be the mark, or nothing if it can.

    One that runs a script or fetches anything is refused: documents are read where there is no network, and by others.
    """
    if len(logo) > MOST_LOGO:
        return _("Märket är för stort. Välj en fil under {size} kB.").format(size=MOST_LOGO // 1333)
    kind = next((kind for kind in (PNG, SVG) if logo.startswith(kind)), "")
    try:
        content = _bytes(logo, kind)
        drawing = content.decode() if kind == SVG else ""
    except ValueError:
        content, drawing = b"", ""
    if kind == PNG and 0 not in png_size(content):
        return ""
    if "<svg" not in drawing or "</svg>" not in drawing:
        return _("Märket går inte att läsa. Välj en PNG- eller SVG-fil.")
    if _ELSEWHERE.search(drawing) or _LINK.search(drawing):
        return _("Märket kör program eller hämtar något utifrån. Spara det som en enkel SVG-fil.")
    return ""


def logo_of(content: bytes) -> str:
    """Return a file's content as the plan keeps a mark; whether it can be one is asked of `why_no_logo`."""
    return (PNG if content.startswith(_SIGNATURE) else SVG) + base64.b64encode(content).decode()


def faults_in_profile(plan: "Plan") -> Iterator[tuple[tuple[str | int, ...], str, dict[str, object]]]:
    """Yield what does not hold in the graphic profile of a plan: where, and a sentence."""
    if len(plan.profiles) > 1:
        yield ("profiles", 1), N_("En kommun har en grafisk profil. Ta bort den andra."), {}
    for at, row in enumerate(plan.profiles):
        for name, said in (
            ("colour", why_no_colour(row.colour)),
            ("accent", why_no_colour(row.accent)),
            ("logo", why_no_logo(row.logo) if row.logo else ""),
        ):
            if said:
                yield ("profiles", at, name), "{said}", {"said": said}
        if row.headings not in tuple(Headings):
            known = ", ".join(Headings)
            yield ("profiles", at, "headings"), N_("Rubrikernas ton ska vara en av {known}."), {"known": known}
        if row.logo and not row.logo_says.strip():
            yield ("profiles", at, "logo_says"), N_("Skriv vad märket visar, för den som inte ser det."), {}


def _bytes(logo: str, kind: str) -> bytes:
    """Return what a mark of a kind holds; raises `ValueError` for letters that say no bytes."""
    return base64.b64decode(logo.removeprefix(kind), validate=True)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
