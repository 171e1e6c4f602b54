"""Lists of the sheet as lines of text: help, what is open, roads, safe points, what is done and by whom."""

from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import heading, inner, sentence
from krisapp.domain.language.places import join


def helps(view: SheetView) -> Lines:
    """Return where there is help, one line each: "Vattentank: Malmaskolan, från kl. 16.00. Ta med dunk."."""
    lines = []
    for help in view.value("help"):
        place = ", ".join(part for part in (inner_name(help.where), help.when) if part)
        what = heading(help.what)
        if what in ("Trygghetspunkt", "Trygghetspunkten"):
            what = f"{what} – en plats där du får hjälp"
        line = sentence(f"{what}: {place}" if place else what)
        if help.bring:
            line += " " + sentence(f"Ta med {inner(help.bring)}")
        if help.offers:
            line += " " + sentence(f"Här finns {_in_words(inner(help.offers))}")
        lines.append(f"{line} {sentence(help.note)}".strip())
    return tuple(lines)


def open_closed(view: SheetView) -> Lines:
    """Return what is open and closed, one line each: "Biblioteken: öppna."."""
    lines = []
    for service in view.value("services"):
        line = sentence(f"{heading(service.what)}: {inner(service.status)}")
        if service.note:
            line += " " + sentence(service.note)
        if service.replacement:
            line += " " + sentence(f"I stället: {_inside(view, service.replacement)}")
        lines.append(line)
    return tuple(lines)


def roads(view: SheetView) -> Lines:
    """Return roads and lines, one line each: "Väg 55: avstängd till kl. 14. Omledning över Dunker."."""
    lines = []
    for road in view.value("traffic"):
        until = f" till {road.until}" if road.until and not road.until.startswith(("till", "tills")) else road.until
        line = sentence(f"{heading(road.what)}: {inner(road.status)}{until if until[:1] in ('', ' ') else ' ' + until}")
        if road.diversion:
            line += " " + sentence(f"Omledning: {_inside(view, road.diversion)}")
        lines.append(line)
    return tuple(lines)


def safe_points(view: SheetView) -> Lines:
    """Return the trygghetspunkter that are open, one line each.

    Closed ones are not named, nor those that only stand ready: someone would go there in vain.
    """
    lines = []
    told = " ".join(help.where for help in view.value("help"))
    for name, status in view.value("safe_points").items():
        state = inner(status)
        if not state or state.startswith(("stängd", "stängt", "beredd")):
            continue
        if state.startswith(("öppen", "öppet", "bemannad")):
            state = f"är {state}"
        point = next((point for point in view.ground.safe_points if name in (point.place, point.name)), None)
        what = point.name if point else name
        if what not in told:
            lines.append(sentence(f"{what} {state}"))
    return tuple(lines)


def others(view: SheetView) -> Lines:
    """Return what others do, one line each: "Sörmland Vatten tar nya prover."."""
    return tuple(sentence(f"{heading(doing.actor)} {inner(doing.action)}") for doing in view.value("others_actions"))


def done(view: SheetView) -> Lines:
    """Return what we do and what others do, one line each: for those the promise to residents is not made to."""
    return (*(sentence(action) for action in view.value("our_actions")), *others(view))


def doing(view: SheetView) -> Lines:
    """Return what we do, what others do, and what we promise, one line each."""
    promise = view.text("commitment")
    return (*done(view), *((sentence(promise),) if promise else ()))


def our_part(view: SheetView) -> Lines:
    """Return what we do, for texts that tell only that; what others do where we do nothing."""
    actions = view.value("our_actions")
    return tuple(sentence(action) for action in actions) if actions else others(view)


def signs(view: SheetView) -> str:
    """Return the signs of illness in a sentence."""
    symptoms = view.value("symptoms")
    return f"Vanliga tecken är {join([inner(sign) for sign in symptoms])}." if symptoms else ""


def agreed(view: SheetView) -> str:
    """Return with whom the message is agreed: "Sörmland Vatten och polisen"."""
    return join(view.value("coordinated_with"))


def agreement(view: SheetView) -> str:
    """Return whether the message is agreed with others, in a sentence."""
    names = agreed(view)
    return f"Budskapet är avstämt med {names}." if names else "Budskapet är ännu inte avstämt med andra aktörer."


def groups(view: SheetView) -> str:
    """Return which groups are affected, without "alla"."""
    return join([inner(group) for group in view.value("affected_groups") if group != "alla"])


def _in_words(offers: str) -> str:
    """Return a list with "och" before its last: "värme, laddning och toaletter"."""
    before, comma, last = offers.rpartition(", ")
    return f"{before} och {last}" if comma and " och " not in offers else offers


def _inside(view: SheetView, text: str) -> str:
    """Return a text after a colon with a small letter first, unless it begins with the name of a place."""
    ground = view.ground
    names = (*(place.name for place in ground.places), *(point.name for point in ground.safe_points))
    return inner_name(text) if text.startswith(names) else inner(text)


def inner_name(text: str) -> str:
    """Return a place as it stands after a colon, unchanged but for its end."""
    return text.rstrip(".")
