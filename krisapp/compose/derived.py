"""What blanks may name beside the keys of the sheet: places in words, facts that may be stated, lists as lines.

Each is made from the fact sheet through the view that notes what is read. Only confirmed facts that are not secret are
stated; unconfirmed ones only for internal texts, marked as such (rule P34).
"""

from datetime import datetime

from krisapp.compose.contact_words import call, press, telephone
from krisapp.compose.filling import filled
from krisapp.compose.sheet_view import Derive, SheetView
from krisapp.compose.wording import content, heading, inner, repeats, sentence
from krisapp.domain.facts import Fact, Status
from krisapp.domain.language.clock import number
from krisapp.domain.language.places import english_in_places, in_places, join
from krisapp.domain.plan_rows import Place
from krisapp.domain.sheet import Affected

ALIKE = 0.2
"""Least and most closer than this share of the most are told as one number, "omkring"."""

NEWEST = 2
DAY = 24 * 60
POSITIONS = frozenset("vid nära där i norr söder öster väster mellan utanför på längs mitt".split())
BEFORE_ALARM = 20 * 60
FEW_PLACES = 3

Lines = tuple[str, ...]


def where(view: SheetView) -> str:
    """Return the places with their prepositions: "i Bettna och Vadsbro", else the whole municipality."""
    places = view.ground.places
    return in_places(view.value("places"), places) or f"i {view.context.sender}"


def english_where(view: SheetView) -> str:
    """Return the places in English: "in Bettna and Vadsbro"."""
    return english_in_places(view.value("places"), view.ground.places) or f"in {view.context.sender}"


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


def known(view: SheetView) -> Lines:
    """Return the confirmed public facts that the rest of a full text does not say already."""
    facts = view.facts(Status.CONFIRMED)
    said = _said(view) if facts else frozenset()
    told: list[str] = []
    for fact in facts:
        if not repeats(fact.text, said):
            told.append(sentence(fact.text))
            said |= content(fact.text)
    return tuple(told)


def fresh(view: SheetView) -> Lines:
    """Return what is new: what the communicator wrote, else the confirmed facts that came in last."""
    if news := view.text("news"):
        return (sentence(news),)
    facts = view.facts(Status.CONFIRMED)
    if not facts:
        return ()
    alarm: datetime = view.value("alarm_at")
    headline = content(view.text("headline"))
    ordered = sorted(enumerate(facts), key=lambda item: (_minutes(item[1], alarm), item[0]))
    newest = [sentence(fact.text) for _at, fact in reversed(ordered) if not repeats(fact.text, headline)]
    return tuple(reversed(newest[:NEWEST]))


def unconfirmed(view: SheetView) -> Lines:
    """Return the unconfirmed facts that are not secret, each marked: for internal texts only."""
    return tuple(f"{sentence(fact.text).rstrip('.')} (obekräftat)." for fact in view.facts(Status.UNCONFIRMED))


def affected_words(view: SheetView) -> str:
    """Return how many are affected in a sentence, unless a stated fact or what has happened says it."""
    affected: Affected = view.value("affected")
    words = _how_many(affected)
    if not words:
        return ""
    said = set().union(
        *(content(fact.text) for fact in view.facts(Status.CONFIRMED)), content(view.text("what_happened"))
    )
    numbers = {word for word in content(words) if word[0].isdigit()}
    return "" if numbers & said else f"{words} {affected.unit or 'personer'} berörs."


def advised(view: SheetView) -> Lines:
    """Return what to do and not to do, the most important first; else that nothing need be done."""
    lines = (*view.value("advice"), *view.value("do_not"))
    if lines:
        return tuple(sentence(line) for line in lines)
    reason = view.text("nothing_needed")
    if not reason:
        return ()
    if "behöver" in reason.lower():
        return (sentence(reason),)
    return ("Du behöver inte göra något just nu.", sentence(reason))


def emergency(view: SheetView) -> str:
    """Return where to turn in danger of life, unless advice says it already."""
    if not view.value("danger_to_life"):
        return ""
    lines = (view.text("headline"), *view.value("advice"), *view.value("do_not"))
    if any("112" in line for line in lines):
        return ""
    return filled(view.ground.phrases.emergency, view)


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
            line += " " + sentence(f"Här finns {inner(help.offers)}")
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
            line += " " + sentence(f"I stället: {inner(service.replacement)}")
        lines.append(line)
    return tuple(lines)


def roads(view: SheetView) -> Lines:
    """Return roads and lines, one line each: "Väg 55: avstängd till kl. 14. Omledning över Dunker."."""
    lines = []
    for road in view.value("traffic"):
        until = f" till {road.until}" if road.until and not road.until.startswith(("till", "tills")) else road.until
        line = sentence(f"{heading(road.what)}: {inner(road.status)}{until if until[:1] in ('', ' ') else ' ' + until}")
        if road.diversion:
            line += " " + sentence(f"Omledning: {inner(road.diversion)}")
        lines.append(line)
    return tuple(lines)


def safe_points(view: SheetView) -> Lines:
    """Return the trygghetspunkter that are open or may open, one line each; closed ones are not named."""
    lines = []
    told = " ".join(help.where for help in view.value("help"))
    for name, status in view.value("safe_points").items():
        state = inner(status)
        if not state or state.startswith(("stängd", "stängt")):
            continue
        if state.startswith("beredd"):
            state = "kan öppna om det behövs"
        elif state.startswith(("öppen", "öppet", "bemannad")):
            state = f"är {state}"
        point = next((point for point in view.ground.safe_points if name in (point.place, point.name)), None)
        what = point.name if point else name
        if what not in told:
            lines.append(sentence(f"{what} {state}"))
    return tuple(lines)


def others(view: SheetView) -> Lines:
    """Return what others do, one line each: "Sörmland Vatten tar nya prover."."""
    return tuple(sentence(f"{heading(doing.actor)} {inner(doing.action)}") for doing in view.value("others_actions"))


def contact_public(view: SheetView) -> str:
    """Return how the public reaches us, as a sentence: "Ring 08-465 004 10 kl. 8–22."."""
    return call(view.value("contact").get("public", ""))


def contact_partners(view: SheetView) -> str:
    """Return how partners reach us, else how the public does."""
    contact = view.value("contact")
    return call(contact.get("partners") or contact.get("public", ""))


def contact_business(view: SheetView) -> str:
    """Return how companies reach us, else how the public does."""
    contact = view.value("contact")
    return call(contact.get("business") or contact.get("public", ""))


def contact_media(view: SheetView) -> str:
    """Return how media reach us: "070-174 06 05, dygnet runt"."""
    return press(view.value("contact").get("media", ""))


def speaker(view: SheetView) -> str:
    """Return who answers for the municipality, as a role."""
    return role_words(view.value("spokesperson").municipality)


def topic_speaker(view: SheetView) -> str:
    """Return who answers on the topic, as a role, if that is another."""
    spokesperson = view.value("spokesperson")
    return "" if spokesperson.topic == spokesperson.municipality else role_words(spokesperson.topic)


def danger_words(view: SheetView) -> str:
    """Return whether life or health is in danger: "ja" or "nej"."""
    return "ja" if view.value("danger_to_life") else "nej"


def english_contact(view: SheetView) -> str:
    """Return in English how the public reaches us: by telephone, by a visit the bank knows, else on the web."""
    contact = view.value("contact").get("public", "")
    if found := telephone(contact):
        return f"Questions? Call {found}."
    standard = view.ground.bank.find(contact)
    if standard and standard.english:
        return f"Questions? {standard.english[0]}"
    return f"Questions? Visit {view.context.website}." if view.context.website else ""


def english_media(view: SheetView) -> str:
    """Return in English how media reach us."""
    contact = view.value("contact").get("media", "")
    return f"Press contact: {telephone(contact) or contact}." if contact else ""


def english_emergency(view: SheetView) -> str:
    """Return in English where to turn in danger of life."""
    return "Call 112 if anyone is in danger." if emergency(view) else ""


def signs(view: SheetView) -> str:
    """Return the signs of illness in a sentence."""
    symptoms = view.value("symptoms")
    return f"Vanliga tecken är {join([inner(sign) for sign in symptoms])}." if symptoms else ""


def agreed(view: SheetView) -> str:
    """Return with whom the message is agreed: "Sörmland Vatten och polisen"."""
    return join(view.value("coordinated_with"))


def doing(view: SheetView) -> Lines:
    """Return what we do, what others do, and what we promise, one line each."""
    actions = tuple(sentence(action) for action in view.value("our_actions"))
    promise = view.text("commitment")
    return (*actions, *others(view), *((sentence(promise),) if promise else ()))


def told(view: SheetView) -> Lines:
    """Return the headline and all advice: what easy Swedish and English are made of."""
    headline = view.text("headline")
    return (*((headline,) if headline else ()), *advised(view))


def statement(view: SheetView) -> str:
    """Return what the municipality says in a quotation, without its last full stop."""
    parts = [sentence(text) for text in (view.text("empathy"), view.text("commitment")) if text]
    return " ".join(parts).rstrip(".")


def ended(view: SheetView) -> str:
    """Return what is over: the sheet's outcome, else the type's own words."""
    outcome = view.text("outcome")
    return sentence(outcome) if outcome else filled(view.ground.phrases.over, view)


def correction_words(view: SheetView) -> str:
    """Return what was wrong, what is right and since when; without them only that something no longer holds (P43)."""
    correction = view.value("correction")
    if not (correction.wrong or correction.right):
        return "Uppgifter som vi har lämnat tidigare stämmer inte längre."
    parts = []
    if correction.wrong:
        parts.append(sentence(f"Det här var fel: {inner(correction.wrong)}"))
    if correction.right:
        parts.append(sentence(f"Det här är rätt: {inner(correction.right)}"))
    if correction.since:
        parts.append(sentence(f"Det gäller sedan {inner(correction.since)}"))
    return " ".join([*parts, "Vi beklagar felet."] if correction.wrong else parts)


def groups(view: SheetView) -> str:
    """Return which groups are affected, without "alla"."""
    return join([inner(group) for group in view.value("affected_groups") if group != "alla"])


ROLES = {
    "KC": "kommunchefen",
    "KSO": "kommunstyrelsens ordförande",
    "KOM": "kommunikationschefen",
    "SC": "stabschefen",
    "TIB": "tjänsteperson i beredskap",
    "VA": "Sörmland Vatten",
    "IT": "it-chefen",
    "RCB": "räddningschef i beredskap",
    "REK": "rektorn",
    "FC": "förvaltningschefen",
}


def role_words(role: str) -> str:
    """Return a role in words and definite form: "skolchefen"; codes of the plan's roles are spelled out."""
    if role in ROLES:
        return ROLES[role]
    first, space, rest = inner(role).partition(" ")
    for indefinite, definite in (("chef", "chefen"), ("ledare", "ledaren"), ("rektor", "rektorn")):
        if first.endswith(indefinite):
            return f"{first.removesuffix(indefinite)}{definite}{space}{rest}"
    return inner(role)


def inner_name(text: str) -> str:
    """Return a place as it stands after a colon, unchanged but for its end."""
    return text.rstrip(".")


def _explained(place: Place) -> str:
    """Return where a place lies as a sentence: "Malmköping ligger där väg 53 och väg 55 möts."."""
    rest = place.explained.removeprefix(place.name).lstrip(", ")
    if rest == place.explained:
        return sentence(rest)
    first = rest.partition(" ")[0]
    return sentence(f"{place.name} {'ligger' if first in POSITIONS else 'är'} {rest}")


def _said(view: SheetView) -> frozenset[str]:
    """Return the words of all that a full text says beside its list of facts."""
    texts = (
        view.text("headline"),
        view.text("what_happened"),
        *view.value("advice"),
        *view.value("our_actions"),
        *helps(view),
        *open_closed(view),
    )
    return frozenset().union(*(content(text) for text in texts))


def _how_many(affected: Affected) -> str:
    least, most = affected.min, affected.max
    if least and most:
        if most - least <= ALIKE * most:
            return f"Omkring {number(_rounded((least + most) // 2))}"
        return f"Mellan {number(min(least, most))} och {number(max(least, most))}"
    if least and most is None:
        return f"Minst {number(least)}"
    return ""


def _rounded(count: int) -> int:
    """Return a number without more digits than anyone knows; small ones in tens, so that they point nobody out."""
    step = 10 if count < 1_000 else 100
    return max(step, (count + step // 2) // step * step)


def _minutes(fact: Fact, alarm: datetime) -> int:
    """Return minutes from the alarm to a fact's time of day; a time of day just before the alarm is before it."""
    hour, _colon, minute = fact.time.replace(".", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal()):
        return 0
    since = (int(hour) * 60 + int(minute) - alarm.hour * 60 - alarm.minute) % DAY
    return since if since < BEFORE_ALARM else since - DAY


DERIVED: dict[str, Derive] = {
    "where": where,
    "english_where": english_where,
    "whereabouts": whereabouts,
    "known": known,
    "fresh": fresh,
    "unconfirmed": unconfirmed,
    "affected_words": affected_words,
    "advised": advised,
    "emergency": emergency,
    "helps": helps,
    "open_closed": open_closed,
    "roads": roads,
    "safe_places": safe_points,
    "others": others,
    "contact_public": contact_public,
    "contact_business": contact_business,
    "contact_partners": contact_partners,
    "danger_words": danger_words,
    "english_contact": english_contact,
    "english_media": english_media,
    "english_emergency": english_emergency,
    "contact_media": contact_media,
    "speaker": speaker,
    "topic_speaker": topic_speaker,
    "signs": signs,
    "agreed": agreed,
    "doing": doing,
    "told": told,
    "statement": statement,
    "ended": ended,
    "correction_words": correction_words,
    "groups": groups,
}
