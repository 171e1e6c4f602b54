"""The elements of texts that take back something that was said: correction and retraction (7.3, rule P43)."""

import re

from krisapp.domain.checking.elements import ACTION, Element
from krisapp.domain.words import N_

_WITHDRAWN = re.compile(r"återkalla|återkallelse|(?:tar|drar) tillbaka|withdraw|retract")

WRONG = Element(
    "correction",
    N_("Vad som var fel"),
    lambda text: text.holds(text.words.wrong),
    lambda text: bool(text.sheet.correction.wrong),
)
RIGHT = Element(
    "correction",
    N_("Vad som är rätt"),
    lambda text: text.holds(text.words.right),
    lambda text: bool(text.sheet.correction.right),
)
WITHDRAWN = Element("correction", N_("Vad som återkallas"), lambda text: text.says(_WITHDRAWN), lambda _text: True)
WHY = Element(
    "correction",
    N_("Varför det återkallas"),
    lambda text: text.holds(text.words.why),
    lambda text: bool(text.sheet.correction.why),
)
INSTEAD = Element(
    "correction",
    N_("Vad som gäller i stället"),
    lambda text: text.holds(text.words.right) if text.words.right else ACTION.present(text),
    lambda text: bool(text.sheet.correction.right or text.sheet.headline or text.sheet.advice),
)
