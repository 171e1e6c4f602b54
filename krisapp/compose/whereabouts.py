"""Places in words: with their prepositions, in English, and explained for those who do not know the names."""

from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import sentence
from krisapp.domain.language.places import english_in_places, in_places, join
from krisapp.domain.plan_rows import Place

FEW_PLACES, MANY_PLACES = 3, 5
POSITIONS = frozenset(
    ("vid", "nära", "där", "i", "norr", "söder", "öster", "väster", "mellan", "utanför", "på", "längs", "mitt")
)


def where(view: SheetView) -> str:
    """Return the places with their prepositions: "i Bettna och Vadsbro", else the whole municipality."""
    places = view.ground.places
    return in_places(view.value("places"), places) or f"i {view.context.sender}"


def about_briefly(view: SheetView) -> str:
    """Return what it is about and where for a subject line: "elavbrottet i Bettna", "snöovädret på flera orter"."""
    told = where(view)
    about = view.ground.phrases.about
    if told.startswith("i hela "):
        return about
    return f"{about} {told if len(view.value('places')) < FEW_PLACES else 'på flera orter'}"


def english_where(view: SheetView) -> str:
    """Return the places in English: "in Bettna and Vadsbro"."""
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
    names = view.value("places")
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
