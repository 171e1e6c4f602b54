"""Names of places with the right Swedish preposition: "i Bettna och Vadsbro", "på Harpsund", "i hela Flens kommun"."""

from collections.abc import Iterable, Sequence

from krisapp.domain.plan_rows import Place

PREPOSITIONS = frozenset(
    {
        *("i", "på", "vid", "utanför", "norr", "söder", "öster", "väster", "nära", "kring", "runt", "omkring", "längs"),
        *("mellan", "inom", "utmed", "hos", "under", "över", "från", "till"),
    }
)


def join(names: Sequence[str], word: str = "och") -> str:
    """Return names as a list in words: "Flen, Malmköping och Bettna"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def phrase(name: str, places: Iterable[Place]) -> str:
    """Return a place with its preposition, from the gazetteer if it is there, else "i" before the name.

    A free text that already begins with a preposition ("vid Båven") stays as it is.
    """
    name = name.strip()
    for place in places:
        if name in (place.name, place.id):
            return place.phrase or f"i {place.name}"
    return name if _begins_with_preposition(name) else f"i {name}"


def in_places(names: Sequence[str], places: Sequence[Place]) -> str:
    """Return where something is: names with the same preposition share it, and all towns are the whole municipality.

    Empty if no place is named.
    """
    wanted = [name.strip() for name in names if name.strip()]
    whole = _whole(wanted, places)
    if whole:
        return f"i hela {whole}"
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(wanted):
        preposition, _space, rest = phrase(name, places).partition(" ")
        groups.setdefault(preposition, []).append(rest)
    return join([f"{preposition} {join(rest)}" for preposition, rest in groups.items()])


def english_in_places(names: Sequence[str], places: Sequence[Place]) -> str:
    """Return where something is in English: "in Bettna and Vadsbro", "throughout Flens kommun"."""
    wanted = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    whole = _whole(wanted, places)
    if whole:
        return f"throughout {whole}"
    return f"in {join(wanted, 'and')}" if wanted else ""


def possessive(name: str) -> str:
    """Return the genitive of a name: "Bettnas", "Flens", and unchanged after s, x and z ("Hälleforsnäs skola")."""
    return name if name.endswith(("s", "x", "z", "S", "X", "Z")) or not name else f"{name}s"


def town_names(places: Iterable[Place]) -> tuple[str, ...]:
    """Return the names of the towns of the gazetteer (orter), in its order."""
    return tuple(place.name for place in places if place.kind == "town")


def _whole(names: Sequence[str], places: Sequence[Place]) -> str:
    """Return the municipality's name if every town, or the municipality itself, is named."""
    towns = frozenset(town_names(places))
    for place in places:
        if place.kind == "municipality" and (place.name in names or (towns and towns.issubset(names))):
            return place.name
    return ""


def _begins_with_preposition(name: str) -> bool:
    first, _space, rest = name.partition(" ")
    return bool(rest) and first in PREPOSITIONS
