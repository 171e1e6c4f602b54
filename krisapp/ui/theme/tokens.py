"""Colour roles, tones, spacing and type scale in the three schemes (färgroller, mått, skrift).

A role says what a colour is for, never which it is. `tests/ui/theme/test_tokens.py` holds every
text at 4.5:1 and every field border and focus ring at 3:1 on each ground it may stand on
(WCAG 2.1 AA, domain.md 7.10).
"""

from enum import IntEnum, StrEnum
from typing import NamedTuple

from krisapp.domain.words import N_


class Scheme(StrEnum):
    """The colour scheme a person has chosen (färgschema)."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "contrast"


SCHEME_NAMES = {
    Scheme.LIGHT: N_("Ljusa färger"),
    Scheme.DARK: N_("Mörka färger"),
    Scheme.HIGH_CONTRAST: N_("Hög kontrast"),
}


class Tone(StrEnum):
    """What a state means for the one who looks (tonläge): never shown without a word and a shape."""

    NEUTRAL = "neutral"
    INFO = "info"
    GOOD = "good"
    WAIT = "wait"
    ALARM = "alarm"


class Pair(NamedTuple):
    """A ground, what is written on it, and the line around it."""

    ground: str
    text: str
    line: str


class Colours(NamedTuple):
    """Every colour role of one scheme, as #rrggbb.

    Grounds: `ground` is the window, `surface` a card or field, `raised` a menu or dialog, `sunken` a
    table head or key hint. `quiet` is text one may skip. `line` parts things and means nothing;
    `border` surrounds what can be filled in. `nav…` is the column to the left.
    """

    ground: str
    surface: str
    raised: str
    sunken: str
    text: str
    quiet: str
    line: str
    border: str
    accent: str
    accent_strong: str
    on_accent: str
    selection: str
    on_selection: str
    focus: str
    focus_on_selection: str
    nav: str
    nav_text: str
    nav_quiet: str
    nav_selected: str
    nav_on_selected: str
    nav_focus: str
    nav_line: str
    danger: str
    on_danger: str
    real: str
    on_real: str
    exercise: str
    on_exercise: str
    exercise_stripe: str
    neutral: Pair
    info: Pair
    good: Pair
    wait: Pair
    alarm: Pair

    def tone(self, tone: Tone) -> Pair:
        """Return the colours of a tone."""
        pair: Pair = getattr(self, tone.value)
        return pair


LIGHT = Colours(
    ground="#f3f1ec",
    surface="#ffffff",
    raised="#ffffff",
    sunken="#eae7e0",
    text="#1a1e23",
    quiet="#50575f",
    line="#dcd8cf",
    border="#797e84",
    accent="#0b5c74",
    accent_strong="#08465a",
    on_accent="#ffffff",
    selection="#d3e6ec",
    on_selection="#12222a",
    focus="#0a58ca",
    focus_on_selection="#0a58ca",
    nav="#10303c",
    nav_text="#e4eef1",
    nav_quiet="#a9c2ca",
    nav_selected="#1f5263",
    nav_on_selected="#ffffff",
    nav_focus="#ffd27a",
    nav_line="#10303c",
    danger="#a31515",
    on_danger="#ffffff",
    real="#a31515",
    on_real="#ffffff",
    exercise="#5b2a91",
    on_exercise="#ffffff",
    exercise_stripe="#cdb8e6",
    neutral=Pair("#e9e6df", "#474d55", "#e9e6df"),
    info=Pair("#dce8f7", "#174a8c", "#dce8f7"),
    good=Pair("#d8eedf", "#14532f", "#d8eedf"),
    wait=Pair("#fbebc4", "#6a4100", "#fbebc4"),
    alarm=Pair("#fadbd8", "#8f1414", "#fadbd8"),
)

DARK = Colours(
    ground="#1b1a18",
    surface="#252320",
    raised="#2f2d29",
    sunken="#151412",
    text="#e9e3d8",
    quiet="#b8b1a4",
    line="#3d3a34",
    border="#8d877c",
    accent="#74b9cd",
    accent_strong="#98d0e0",
    on_accent="#10191c",
    selection="#2b434c",
    on_selection="#f2ece1",
    focus="#9ccbff",
    focus_on_selection="#9ccbff",
    nav="#121110",
    nav_text="#e0d9cd",
    nav_quiet="#a8a194",
    nav_selected="#35322d",
    nav_on_selected="#f4eee3",
    nav_focus="#9ccbff",
    nav_line="#3d3a34",
    danger="#f0968b",
    on_danger="#2a0d0a",
    real="#b3261e",
    on_real="#fff3ee",
    exercise="#bb9fe8",
    on_exercise="#1b1024",
    exercise_stripe="#4a3768",
    neutral=Pair("#383530", "#d3ccc0", "#383530"),
    info=Pair("#1f354b", "#aed0f5", "#1f354b"),
    good=Pair("#1f3c2c", "#9fdcb6", "#1f3c2c"),
    wait=Pair("#463610", "#f3cd7f", "#463610"),
    alarm=Pair("#54211e", "#ffb9af", "#54211e"),
)

HIGH_CONTRAST = Colours(
    ground="#000000",
    surface="#000000",
    raised="#000000",
    sunken="#000000",
    text="#ffffff",
    quiet="#ffffff",
    line="#ffffff",
    border="#ffffff",
    accent="#ffe92e",
    accent_strong="#fff59a",
    on_accent="#000000",
    selection="#ffe92e",
    on_selection="#000000",
    focus="#00e5ff",
    focus_on_selection="#000000",
    nav="#000000",
    nav_text="#ffffff",
    nav_quiet="#ffffff",
    nav_selected="#ffe92e",
    nav_on_selected="#000000",
    nav_focus="#00e5ff",
    nav_line="#ffffff",
    danger="#ff9b91",
    on_danger="#000000",
    real="#ff7a70",
    on_real="#000000",
    exercise="#ff9cff",
    on_exercise="#000000",
    exercise_stripe="#000000",
    neutral=Pair("#000000", "#ffffff", "#ffffff"),
    info=Pair("#000000", "#8ad4ff", "#8ad4ff"),
    good=Pair("#000000", "#7cff9b", "#7cff9b"),
    wait=Pair("#000000", "#ffd75e", "#ffd75e"),
    alarm=Pair("#000000", "#ffa097", "#ffa097"),
)

SCHEMES = {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK, Scheme.HIGH_CONTRAST: HIGH_CONTRAST}


class Space(IntEnum):
    """Distances in pixels at text size 100 % (avstånd)."""

    HAIR = 2
    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Size(IntEnum):
    """Heights of letters in pixels at text size 100 % (grader)."""

    CAPTION = 12
    SMALL = 13
    BODY = 15
    HEADING = 17
    ALOUD = 19
    TITLE = 22
    NUMBER = 30
    HERO = 44


class Weight(IntEnum):
    """Weights of the bundled faces (vikt)."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    BOLD = 700


RADIUS = 5
SCROLL_BAR = 12
"""How wide a scroll bar is, in pixels at every text size: it is for the hand, not the eye."""
TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""The text sizes one can choose, in per cent."""
