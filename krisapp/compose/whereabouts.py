"""Places in words: with their prepositions, in English, and explained for those who do not know the names."""

from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import sentence
from krisapp.domain.language.places import english_in_places, in_places, join
from krisapp.domain.plan_rows import Place

FEW_PLACES, MANY_PLACES = 3, 5
BRIEF = 39
"""The most characters of what it is about, after "Återkallelse, " in a subject line (6.2)."""
POSITIONS = frozenset(
    ("vid", "nära", "där", "i", "norr", "söder", "öster", "väster", "mellan", "utanför", "på", "längs", "mitt")
)


def where(view: SheetView) -> str:
    """Return the places with their prepositions: "i Bettna och Vadsbro", else the whole municipality."""
    places = view.ground.places
    if area := _holiday_area(view):
        return area.phrase if _within(view, area) else f"vid {area.name}"
    return in_places(view.value("places"), places) or f"i {view.context.sender}"


def _holiday_area(view: SheetView) -> Place | None:
    """Return the holiday area (fritidsområde) the sheet's area speaks of, which says more than the one town named."""
    names = view.value("places")
    if len(names) != 1:
        return None
    area = view.text("area")
    known = (place for place in view.ground.places if place.kind == "area" and place.name not in names)
    return next((place for place in known if place.name in area), None)


def _within(view: SheetView, area: Place) -> bool:
    """Return whether it is in the holiday area itself, and not beside it: "Skogen mellan … och väg 55"."""
    return view.text("area").startswith(area.name)


def about_briefly(view: SheetView) -> str:
    """Return what it is about and where for a subject line: "elavbrottet i Bettna", "snöovädret på flera orter"."""
    told = where(view)
    about = view.ground.phrases.about
    if told.startswith("i hela "):
        return about
    places = view.value("places")
    brief = f"{about} {told}"
    if len(places) < FEW_PLACES and len(brief) <= BRIEF:
        return brief
    return about if len(places) == 1 else f"{about} på flera orter"


def english_where(view: SheetView) -> str:
    """Return the places in English: "in Bettna and Vadsbro"."""
    if area := _holiday_area(view):
        return f"{'in' if _within(view, area) else 'near'} {area.name}"
    return english_in_places(view.value("places"), view.ground.places) or f"in {view.context.sender}"


def place_line(view: SheetView) -> str:
    """Return which places it is about, where the headline names none of them: "Det gäller Flen och Bettna."."""
    names = _unsaid(view)
    if len(names) > MANY_PLACES:
        return f"Det gäller {names[0]} och fler orter."
    return f"Det gäller {join(names)}." if names else ""


def _unsaid(view: SheetView) -> Lines:
    """Return the places, unless the headline names one of them or they are the whole municipality."""
    names: Lines = view.value("places")
    headline = view.text("headline")
    if any(name in headline for name in names) or where(view).startswith("i hela "):
        return ()
    return names


def whereabouts(view: SheetView) -> Lines:
    """Return where it is, with the places explained for those who do not know the names when they are few."""
    area = view.text("area")
    first = sentence(area) if area else sentence(f"Det gäller {where(view)}")
    holiday = _holiday_area(view)
    names = (holiday.name,) if holiday else view.value("places")
    if len(names) > FEW_PLACES:
        return (first,)
    lines, told = [first], ""
    for place in view.ground.places:
        if place.name in names and place.explained:
            rest = place.explained.removeprefix(place.name)
            same = rest == told
            lines.append(f"{place.name} ligger i samma del av kommunen." if same else _explained(place))
            told = rest
    return tuple(lines)


def _explained(place: Place) -> str:
    """Return where a place lies as a sentence: "Malmköping ligger där väg 53 och väg 55 möts."."""
    rest = place.explained.removeprefix(place.name).lstrip(", ")
    if rest == place.explained:
        return sentence(rest)
    first = rest.partition(" ")[0]
    return sentence(f"{place.name} {'ligger' if first in POSITIONS else 'är'} {rest}")
