"""Personal data in a text: names, addresses and telephone numbers, rules F2, S2, S3 and S5 (7.7, 7.8).

Hints, never verdicts: what the plan, the fact sheet and everybody knows is left alone.
"""

import re
from collections.abc import Iterator

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import ENGLISH_MONTHS, ENGLISH_WEEKDAYS
from krisapp.domain.language.given_names import GIVEN_NAMES
from krisapp.domain.language.reading import Reading, read
from krisapp.domain.language.telephones import PHONE, SERVICE, digits_of, numbers_in
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_CAPITAL = r"[A-ZÅÄÖÉÜ][^\W\d_]*[a-zåäöéü](?:-[A-ZÅÄÖÉÜ][^\W\d_]+)?"
_NAME = re.compile(rf"(?<![\w.@/-]){_CAPITAL}(?: {_CAPITAL})+")
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?:”\"–•-])\s*$")
_KNOWN = frozenset(
    {
        *("sörmland", "södermanland", "södermanlands", "sverige", "sveriges", "radio", "svenska", "kyrkan", "röda"),
        *("korset", "vattenfall", "eldistribution", "region", "länsstyrelsen", "polisen", "trafikverket", "sos"),
        *("alarm", "krisinformation", "migrationsverket", "livsmedelsverket", "folkhälsomyndigheten", "stockholm"),
        *("katrineholm", "eskilstuna", "strängnäs", "nyköping", "gnesta", "kullbergska", "mälarsjukhuset", "facebook"),
        *("västra", "stambanan", "europa", "norden", "mälardalen", "smhi", "försvarsmakten", "hemvärnet", "blå"),
        *("stjärnan", "frivilliga", "resursgruppen", "kriskommunikation", "ämne", "god", "jul", "gott", "nytt"),
        *(name.lower() for name in (*ENGLISH_WEEKDAYS, *ENGLISH_MONTHS)),
    }
)
"""Words of names that belong to no person: authorities, companies, neighbours."""

_STRUCK = re.compile(
    r"\b(?:skada[dt]\w*|död\w*|dog|avlid\w*|omkom\w*|drabbad\w*|försvun\w*|saknad|saknas|misstänk\w*|gripen|anhållen"
    r"|offer|offr\w*|sjuk|sjuka|insjukn\w*|smitta[dt]\w*|kräk\w*|hotad\w*|vårdas)\b"
    r"|\b(?:eleven|patienten|brukaren|barnet|pojken|flickan|mannen|kvinnan|offret|boende[nt]?) $"
)
_QUOTED = re.compile(r"\b(?:säger|uppger|berättar|skriver|enligt)\b")
_PICTURE = re.compile(
    r"\b(?:bild|bilder|foto|foton|film|filmen|bilden|fotot)\b[^.!?\n]{0,30}\b(?:på|av|visar)\b[^.!?\n]{0,30}"
    r"\b(?:offr\w*|offer|skadad\w*|döda|döde|drabbad\w*|avlid\w*|eleven|barnet|misstänkt\w*)"
)
_NO_PICTURE = re.compile(r"\b(?:sprid|dela|inte|lägg|publicera|fotografera)\b")
_STREET = re.compile(
    r"\b[A-ZÅÄÖ][^\W\d_]+(?: [a-zåäö][^\W\d_]+)?(?:gatan|vägen|gränd|gränden|stigen|torget|backen|allén|plan|liden"
    r"|leden|gata|väg|stig)s? \d{1,4}(?: ?[A-Fa-f])?\b"
)
_HOME = re.compile(r"\b(?:bor|bodde|boende|hem|hemma|bostad\w*|lägenhet\w*|villa\w*|hus|familj\w*|adress\w*)\b")


class _Told:
    """What a sheet itself tells: its contacts' numbers, and the names of sites, services and those it works with."""

    def __init__(self, sheet: Sheet) -> None:
        lines = [f"{one.what} {one.where} {one.note} {one.offers} {one.bring}" for one in sheet.help]
        lines += [f"{one.what} {one.note} {one.replacement}" for one in sheet.services]
        lines += [f"{one.what} {one.diversion}" for one in sheet.traffic]
        lines += [other.actor for other in sheet.others_actions]
        lines += [sheet.area, sheet.spokesperson.topic, sheet.spokesperson.municipality]
        lines += [*sheet.places, *sheet.coordinated_with, *sheet.contact.values(), *sheet.safe_points]
        self.lower = "\n".join(lines).lower()
        self.telephones = frozenset(numbers_in(self.lower))
        self.words = frozenset(re.findall(r"[^\W\d_]+", self.lower))


_told = Remembered(_Told)


def private_telephones(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find telephone numbers that neither the plan nor the sheet has (S2): private, or wrongly written."""
    findings = []
    known: frozenset[str] | None = None
    for found in PHONE.finditer(text) if "0" in text else ():
        digits = digits_of(found.group())
        if known is None:
            known = _told.of(sheet).telephones | {number for one in context.telephones for number in numbers_in(one)}
        if digits not in known and digits not in SERVICE:
            findings.append(
                Finding(
                    "S2",
                    Severity.WARNING,
                    found.span(),
                    _("Numret finns varken i planen eller i faktaunderlaget. Det kan vara privat eller fel."),
                    _("Använd kommunens nummer."),
                )
            )
    return findings


def personal_names(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find what looks like a person's name (S3): two words with capitals that are no place, site, role or authority."""
    return [
        Finding(
            "S3",
            Severity.WARNING,
            span,
            _("Det här kan vara namnet på en person."),
            _("Skriv rollen i stället, om inte personen ska stå med sitt namn."),
        )
        for span in _names(text, sheet, context)
    ]


def names_of_those_struck(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find the name, the home or the picture of somebody who is struck, ill or suspected (F2)."""
    reading = read(text)
    lower = reading.lower
    findings = [
        _struck(span, _("Namnet på någon som är drabbad, sjuk eller misstänkt får inte stå här."))
        for span in _names(text, sheet, context)
        if _tells_of(reading, span)
    ]
    for found in _STREET.finditer(text):
        within = reading.sentence_at(found.start())
        if _STRUCK.search(lower, *within) and _HOME.search(lower, *within):
            findings.append(_struck(found.span(), _("Adressen pekar ut någon som är drabbad.")))
    if "bild" in lower or "foto" in lower or "film" in lower:
        findings += [
            _struck(found.span(), _("Bilder på drabbade får inte spridas."))
            for found in _PICTURE.finditer(lower)
            if not _NO_PICTURE.search(lower, reading.sentence_at(found.start())[0], found.start())
        ]
    return findings


def _tells_of(reading: Reading, span: tuple[int, int]) -> bool:
    """Return whether the sentence of a name says that its bearer is struck; one who is quoted is not."""
    first, last = reading.sentence_at(span[0])
    if _QUOTED.search(reading.lower, first, last):
        return False
    return bool(_STRUCK.search(reading.lower, first, last) or _STRUCK.search(reading.lower[first : span[0]]))


def street_addresses(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find an address with its house number that is no site of the plan or the sheet (S5)."""
    findings = []
    for found in _STREET.finditer(text):
        address = found.group()
        if address.lower() in _told.of(sheet).lower or any(address in name for name in context.names):
            continue
        findings.append(
            Finding(
                "S5",
                Severity.WARNING,
                found.span(),
                _("En adress med husnummer kan peka ut någon."),
                _("Skriv området eller vägens namn."),
            )
        )
    return findings


def _names(text: str, sheet: Sheet, context: Context) -> Iterator[tuple[int, int]]:
    for found in _NAME.finditer(text):
        words = found.group().split(" ")
        start = found.start()
        if words[0].lower() not in GIVEN_NAMES and _SENTENCE_START.search(text[max(0, start - 3) : start]):
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) > 1 and not any(_is_known(word, sheet, context) for word in words):
            yield start, found.end()


def _is_known(word: str, sheet: Sheet, context: Context) -> bool:
    lower = word.lower()
    if lower in _KNOWN or lower.removesuffix("s") in _KNOWN:
        return True
    told = _told.of(sheet).words
    if lower in told or lower.removesuffix("s") in told:
        return True
    plain = word.removesuffix("s")
    return any(plain in name for name in context.names) or plain in context.sender or plain in context.radio


def _struck(span: tuple[int, int], why: str) -> Finding:
    return Finding("F2", Severity.STOP, span, why, _("Stryk det."))
