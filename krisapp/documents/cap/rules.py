"""Our own rules of an alert (egna regler): what the schema lets through and Sveriges Radio's profile does not (8.5).

Each rule is one function of an alert that gives a sentence for each fault. Those of `READ` hold for any alert in the
world; those of `EXPORTED` besides for ours.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from krisapp.channels.exercise_marks import ENGLISH, FULL
from krisapp.documents.cap.alert import Alert, Area
from krisapp.documents.cap.shape import TIME
from krisapp.domain.ground import LARGEST, LEAST_CORNERS, Point, circle_of, points_of, within_sweden
from krisapp.domain.words import _

Rule = Callable[[Alert], Iterator[str]]

_FULL = (FULL, ENGLISH)
EXERCISE_WORD, EXERCISE_ID = "ÖVNING", "OVN-"
_LANGUAGE = re.compile(r"[a-z]{2,3}-[A-Z]{2}")
_GEOCODES = {"Kommun": re.compile(r"\d{4}"), "Län": re.compile(r"\d{2}"), "Sverige": re.compile("00")}
_CLAIMS = re.compile(r"\bVMA\b|viktigt meddelande till allmänheten", re.IGNORECASE)


def claims_warning(text: str) -> bool:
    """Return whether a text calls itself a VMA."""
    return bool(_CLAIMS.search(text))


def faults(alert: Alert, rules: tuple[Rule, ...]) -> tuple[str, ...]:
    """Return what rules find wrong with an alert, in their order."""
    return tuple(dict.fromkeys(sentence for rule in rules for sentence in rule(alert)))


def no_space_in_identifier(alert: Alert) -> Iterator[str]:
    """Identifier and sender hold no space, comma, < or &: references divide at them."""
    for name, value in (("identifier", alert.identifier), ("sender", alert.sender)):
        if re.search(r"[\s,<&]", value):
            yield _("{name} får inte ha blanksteg, komma, < eller &: {value}").format(name=name, value=value)


def earlier_named(alert: Alert) -> Iterator[str]:
    """An update, a cancel, an acknowledgement and an error say in references which alert they are about."""
    if alert.msg_type in ("Update", "Cancel", "Ack", "Error") and not alert.references.strip():
        yield _("{kind} måste peka på en tidigare varning i references.").format(kind=alert.msg_type)


def references_whole(alert: Alert) -> Iterator[str]:
    """Each reference is sender, identifier and sent, with commas between."""
    for one in alert.references.split():
        parts = one.split(",")
        if len(parts) != 3 or not all(parts) or not TIME.fullmatch(parts[-1]):
            yield _("references ska vara sender,identifier,sent: {value}").format(value=one)


def times_with_offset(alert: Alert) -> Iterator[str]:
    """Each time has seconds and an offset such as +01:00, never Z, and exists."""
    for name, value in _times(alert):
        if not TIME.fullmatch(value) or _moment(value) is None:
            yield _("{name} ska vara en tid som 2027-06-11T14:30:00+02:00, inte {value}.").format(
                name=name, value=value
            )


def ends_after_it_is_sent(alert: Alert) -> Iterator[str]:
    """It expires after it is sent."""
    sent = _moment(alert.sent)
    for info in alert.info:
        ends = _moment(info.expires)
        if sent is not None and ends is not None and ends <= sent:
            yield _("expires ({ends}) ligger inte efter sent ({sent}).").format(ends=info.expires, sent=alert.sent)


def polygons_closed(alert: Alert) -> Iterator[str]:
    """A polygon has at least four points, and the last is the first."""
    for area in _areas(alert):
        for text in area.polygon:
            points = points_of(text)
            if points is None:
                yield _("En polygon ska vara punkter som 59.06,16.59 med blanksteg mellan.")
            elif len(points) < LEAST_CORNERS or points[0] != points[-1]:
                yield _("En polygon ska ha minst fyra punkter och sluta där den börjar.")


def points_on_earth(alert: Alert) -> Iterator[str]:
    """Latitudes are within 90 degrees and longitudes within 180."""
    if any(abs(one.latitude) > 90 or abs(one.longitude) > 180 for one in _points(alert)):
        yield _("En punkt finns inte på jorden. Latituden står först, sedan longituden.")


def points_in_sweden(alert: Alert) -> Iterator[str]:
    """Every point of ours lies in Sweden, and latitude comes first."""
    for one in _points(alert):
        if within_sweden(one):
            continue
        if within_sweden(Point(one.longitude, one.latitude)):
            yield _("Latitud och longitud har bytt plats: latituden, omkring 59, ska stå först.")
        else:
            yield _("En punkt ligger inte i Sverige.")


def circles_in_kilometres(alert: Alert) -> Iterator[str]:
    """A circle is a point and a radius in kilometres; one of several hundred is metres."""
    for area in _areas(alert):
        for text in area.circle:
            circle = circle_of(text)
            if circle is None:
                yield _("En cirkel ska vara en punkt och en radie, som 59.06,16.59 3.")
            elif not 0 < circle.radius <= LARGEST:
                yield _("En cirkels radie ska vara mellan 0 och {most} kilometer.").format(most=int(LARGEST))


def language_once(alert: Alert) -> Iterator[str]:
    """Each language has one info, named by language and country, as sv-SE."""
    languages = [info.language for info in alert.info]
    if len(set(languages)) < len(languages):
        yield _("Två delar är på samma språk.")
    for language in languages:
        if not _LANGUAGE.fullmatch(language):
            yield _("Språket ska skrivas som sv-SE, inte {value}.").format(value=language or "–")


def exercise_marked(alert: Alert) -> Iterator[str]:
    """An exercise has its word first in the note and each headline, and the full mark around each text (rule P62)."""
    if alert.status != "Exercise":
        return
    for info in alert.info:
        lines = info.description.split("\n")
        if not (lines[0].startswith(_FULL) and lines[-1].startswith(_FULL)):
            yield _("I en övning ska texten börja och sluta med ÖVNING ÖVNING ÖVNING (P62).")
            return
    for text in (alert.note, *(info.headline for info in alert.info)):
        if not text.startswith((EXERCISE_WORD, "EXERCISE")):
            yield _("I en övning ska note och rubrik börja med ÖVNING (P62).")
            return


def exercise_never_actual(alert: Alert) -> Iterator[str]:
    """What belongs to an exercise has the status Exercise, whatever else it says (8.7)."""
    said = [alert.identifier, alert.incidents, alert.note, *(info.headline for info in alert.info)]
    if alert.status != "Exercise" and any(one.startswith((EXERCISE_ID, EXERCISE_WORD)) for one in said):
        yield _("En övning ska ha status Exercise, aldrig {status}.").format(status=alert.status)


def own_name(alert: Alert) -> Iterator[str]:
    """The identifier is ours: SRCAP and SRVMA are Sveriges Radio's."""
    if alert.identifier.startswith(("SRCAP", "SRVMA")):
        yield _("Namnet {value} hör till Sveriges Radio. Använd kommunens eget.").format(value=alert.identifier)


def no_warning_claimed(alert: Alert) -> Iterator[str]:
    """Neither event nor headline says VMA: only who sends one may (8.7)."""
    if any(claims_warning(text) for info in alert.info for text in (info.event, info.headline)):
        yield _("Händelse och rubrik får inte säga VMA. Kommunen sänder inga VMA.")


def public_open(alert: Alert) -> Iterator[str]:
    """Our alerts are to the public, and name nobody."""
    if alert.scope != "Public" or alert.addresses or alert.restriction:
        yield _("Scope ska vara Public, utan adresser och begränsning.")


def nothing_to_assess(alert: Alert) -> Iterator[str]:
    """The public is never told to assess."""
    if any("Assess" in info.response_type for info in alert.info):
        yield _("Assess används inte till allmänheten.")


def cancel_bare(alert: Alert) -> Iterator[str]:
    """A cancel has no info, as Sveriges Radio's have none, and says why in its note; all others have info."""
    if alert.msg_type == "Cancel" and (alert.info or not alert.note):
        yield _("Cancel ska bara ha en förklaring i note.")
    if alert.msg_type in ("Alert", "Update") and not alert.info:
        yield _("{kind} ska säga något på minst ett språk.").format(kind=alert.msg_type)


def place_and_text_told(alert: Alert) -> Iterator[str]:
    """Each info has a text, and an area in words with a code."""
    for info in alert.info:
        if not info.description.strip():
            yield _("Texten saknas.")
        if not info.area or any(not one.area_desc.strip() or not one.geocode for one in info.area):
            yield _("Området ska stå i ord och med kod.")


def codes_known(alert: Alert) -> Iterator[str]:
    """A code is Kommun with four digits, Län with two, or Sverige 00 (8.6)."""
    for area in _areas(alert):
        for code in area.geocode:
            pattern = _GEOCODES.get(code.value_name)
            if pattern is None or not pattern.fullmatch(code.value):
                yield _("Områdeskoden {name} {value} finns inte. Skriv Kommun 0482 eller Län 04.").format(
                    name=code.value_name, value=code.value
                )


READ: tuple[Rule, ...] = (
    no_space_in_identifier,
    earlier_named,
    references_whole,
    times_with_offset,
    ends_after_it_is_sent,
    polygons_closed,
    points_on_earth,
)
EXPORTED: tuple[Rule, ...] = (
    *READ,
    points_in_sweden,
    circles_in_kilometres,
    language_once,
    exercise_marked,
    exercise_never_actual,
    own_name,
    no_warning_claimed,
    public_open,
    nothing_to_assess,
    cancel_bare,
    place_and_text_told,
    codes_known,
)


def _areas(alert: Alert) -> Iterator[Area]:
    for info in alert.info:
        yield from info.area


def _points(alert: Alert) -> Iterator[Point]:
    for area in _areas(alert):
        for text in area.polygon:
            yield from points_of(text) or ()
        for text in area.circle:
            circle = circle_of(text)
            if circle is not None:
                yield circle.centre


def _times(alert: Alert) -> Iterator[tuple[str, str]]:
    yield "sent", alert.sent
    for info in alert.info:
        for name in ("effective", "onset", "expires"):
            if value := getattr(info, name):
                yield name, value


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
