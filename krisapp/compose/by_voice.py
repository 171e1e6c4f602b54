"""What texts that are read to people by radio, telephone or from a car need: the area in full, and what is urged.

A warning to the public names the place, the municipality and the county, and says nothing in numbers but distances and
times (domain handbook 8.4).
"""

import re

from krisapp.compose.advice_lines import main_advice
from krisapp.compose.listed_lines import open_closed
from krisapp.compose.sheet_view import Derive, Lines, SheetView
from krisapp.compose.whereabouts import where
from krisapp.compose.who_answers import web_page
from krisapp.compose.wording import content, is_order, repeats, sentence, unsaid
from krisapp.domain.language.lix import words
from krisapp.domain.language.sentences import sentences
from krisapp.domain.needs import names_school

_SAID_ELSEWHERE = re.compile(r"\b(?:112|1177|113 13|114 14)\b|^lyssna på", re.IGNORECASE)


def warned_area(view: SheetView) -> str:
    """Return the area in full: "i Malmköping i Flens kommun, Södermanlands län"."""
    told, within = _addressed(view), f"i {view.context.sender}"
    whole = told if view.context.sender in told else f"{told} {within}"
    return f"{whole}, {view.ground.county}" if view.ground.county else whole


def warned_place(view: SheetView) -> str:
    """Return the area in full as it stands after a colon: "Malmköping i Flens kommun, Södermanlands län"."""
    return warned_area(view).removeprefix("i ")


def _addressed(view: SheetView) -> str:
    """Return where those live who are spoken to; a town that names its municipality is said to be the town."""
    told = where(view)
    if told.startswith("i hela ") and view.context.sender in told:
        return told
    name = told.removeprefix("i ")
    return f"i tätorten {name}" if view.context.sender.startswith(name) else told


def area_code(view: SheetView) -> str:
    """Return the official code of the area, with what it is: "0482 (Flens kommun)"."""
    return f"{view.ground.code} ({view.context.sender})" if view.ground.code else ""


def urged(view: SheetView) -> Lines:
    """Return the advice that is urged upon all: what the type urges first, else the headline's own orders.

    Whom to call and what to listen to are left out, since they are said elsewhere, unless that is what is urged.
    """
    if first := _urged_first(view):
        return (first, *(line for line in main_advice(view) if line != first and not _SAID_ELSEWHERE.search(line)))
    orders = tuple(part for part in sentences(view.text("headline")) if is_order(part))
    said = frozenset().union(*(content(order) for order in orders))
    advice = tuple(unsaid(line, said) for line in main_advice(view) if not repeats(line, said))
    spoken = tuple(line for line in advice if not _SAID_ELSEWHERE.search(line))
    return (*(sentence(order) for order in orders), *spoken) or advice


def _urged_first(view: SheetView) -> str:
    """Return the advice that the type urges before all other, known by how one of its words begins."""
    stem = view.ground.phrases.urge
    begins = (line for line in main_advice(view) if stem and any(word.lower().startswith(stem) for word in words(line)))
    return next(begins, "")


def more_information(view: SheetView) -> str:
    """Return where more is told: "på flen.se och i Sveriges Radio P4 Sörmland"."""
    radio = f"i Sveriges Radio {view.context.radio}"
    page = web_page(view)
    return f"på {page} och {radio}" if page else radio


def school_services(view: SheetView) -> Lines:
    """Return what is open and closed of schools and preschools."""
    return tuple(line for line in open_closed(view) if names_school(line))


BY_VOICE: dict[str, Derive] = {
    "warned_area": warned_area,
    "warned_place": warned_place,
    "area_code": area_code,
    "urged": urged,
    "more_information": more_information,
    "school_services": school_services,
}
"""What blanks of texts that are read to people may name."""
