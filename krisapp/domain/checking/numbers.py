"""Numbers in a text: with their unit, and the same as in the fact sheet, rules Q33 and Q34 (7.4)."""

import re
from collections.abc import Iterator

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checking.statements import open_sentences
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.clock import span_of
from krisapp.domain.language.reading import read
from krisapp.domain.language.sentences import sentence_spans
from krisapp.domain.language.stems import stem
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

_SPACE = "[ \u00a0\u202f]"
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+|\d+"
_NUMBER_AND_NOUN = re.compile(rf"(?<![\w.,:/–-])({_NUMBER})(?:–({_NUMBER}))?{_SPACE}([^\W\d_]{{3,40}})")
_ALONE = re.compile(rf"(?<![\w.,:/–-])(?<!\d )(?:{_NUMBER})(?=[.,;!?)]*(?:\s*$|\s*\n|[.!?] ))", re.MULTILINE)
_NAMED = re.compile(
    r"(?:\b(?:kl\.?|klockan|nr|nummer|numret|väg|länsväg|riksväg|e|ring|ringa|nå|når|till|på|besked|version|linje|buss"
    r"|rum|sal|sida|punkt|nivå|p|hus|telefon|sms|lägesrapport|klass|och|eller)|\d|[–:.-])\s*$"
)
"""What stands before a number that is a name, a time or a telephone number."""

_MEASURES = frozenset(
    {
        *("minut", "minuter", "timme", "timmar", "dygn", "dag", "dagar", "vecka", "veckor", "månad", "månader", "år"),
        *("sekund", "sekunder", "meter", "kilometer", "grad", "grader", "procent", "liter", "januari", "februari"),
        *("mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "och"),
        *(
            "eller",
            "till",
            "från",
            "men",
            "för",
            "som",
            "den",
            "det",
            "hela",
            "dygnet",
            "kilo",
            "gram",
            "tecken",
            "ord",
        ),
        *("gånger", "gång"),
    }
)
"""Words after a number that measure, or are no unit at all: the same one may rightly stand with many numbers."""


_LACKING = re.compile(r"\b(?:saknar|utan|berör|drabba)")
"""Words by which a fact tells how many are affected, and not some part of them."""


class _Counted:
    """The numbers of a sheet, by the stem of what they count.

    `at_odds` are those a fact gives as how many are affected, while the sheet's own field says otherwise: then a text
    would say both.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.by_noun: dict[str, set[int]] = {}
        for sentence in open_sentences(sheet):
            for _span, least, most, noun in _counted_in(sentence):
                self.by_noun.setdefault(noun, set()).update((least, most))
        affected = sheet.affected
        known = [number for number in (affected.min, affected.max) if number is not None]
        self.noun = stem(affected.unit.lower()) if known else ""
        self.range = (min(known), max(known)) if known else (0, 0)
        if known:
            self.by_noun.setdefault(self.noun, set()).update(known)
        self.wrong = sheet.correction.wrong.lower()
        self.at_odds = {
            number
            for fact in sheet.public_facts()
            if _LACKING.search(fact.text.lower())
            for _span, least, most, noun in _counted_in(fact.text.lower())
            for number in (least, most)
            if noun == self.noun and not self.range[0] <= number <= self.range[1]
        }

    def allows(self, number: int, noun: str) -> bool:
        """Return whether a number of something is one of the sheet's, or within those affected."""
        return number in self.by_noun[noun] or (noun == self.noun and self.range[0] <= number <= self.range[1])


_remembered = Remembered(_Counted)


def numbers_without_unit(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find a number that ends its sentence and does not say of what, "Omkring 300." (Q33)."""
    return [
        Finding(
            "Q33",
            Severity.TIP,
            found.span(),
            _("Talet säger inte vad det räknar."),
            _("Skriv ut vad det är: personer, meter, grader."),
        )
        for found in _ALONE.finditer(text)
        if not _NAMED.search(text[max(0, found.start() - 24) : found.start()].lower())
    ]


def numbers_unlike_sheet(text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find a number of what the sheet counts too, but with another number than the sheet has (Q34)."""
    counted = _remembered.of(sheet)
    if not counted.by_noun:
        return []
    findings = []
    lower = read(text).lower
    for span, least, most, noun in _counted_in(lower):
        if noun == counted.noun and not counted.at_odds.isdisjoint((least, most)):
            findings.append(_at_odds(span, counted.range))
            continue
        known_here = noun not in counted.by_noun or (counted.allows(least, noun) and counted.allows(most, noun))
        if known_here or _told_as_wrong(lower, span, counted.wrong):
            continue
        known = sorted(counted.by_noun[noun])
        findings.append(
            Finding(
                "Q34",
                Severity.WARNING,
                span,
                _("Talet är ett annat än i faktaunderlaget."),
                "–".join(dict.fromkeys((str(known[0]), str(known[-1])))),
                str(known[0]) if len(known) == 1 else None,
            )
        )
    return findings


def affected_unlike_sheet(text: str, sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield each number that a text gives as how many are affected and the sheet's field does not, with the field's."""
    counted = _remembered.of(sheet)
    if not counted.noun:
        return
    lower = read(text).lower
    for start, stop in sentence_spans(lower):
        sentence = lower[start:stop]
        if _LACKING.search(sentence):
            for (first, last), least, most, noun in _counted_in(sentence):
                if noun == counted.noun and not counted.range[0] <= least <= most <= counted.range[1]:
                    low, high = sheet.affected.min, sheet.affected.max
                    yield text[start + first : start + last], span_of(low, high)


def _at_odds(span: tuple[int, int], affected: tuple[int, int]) -> Finding:
    said = "–".join(dict.fromkeys(str(end) for end in affected))
    return Finding(
        "Q34",
        Severity.WARNING,
        span,
        _("Uppgiften säger ett antal, och fältet Antal berörda ett annat."),
        _("Antal berörda är {number}. Ändra det ena i Läge.").format(number=said),
    )


def _told_as_wrong(text: str, span: tuple[int, int], wrong: str) -> bool:
    """Return whether a number stands in what a correction says was wrong: there it must differ."""
    start = text.find(wrong) if wrong else -1
    return start >= 0 and start <= span[0] < start + len(wrong)


def _counted_in(text: str) -> Iterator[tuple[tuple[int, int], int, int, str]]:
    """Yield span, least and most number, and the stem of what is counted."""
    for found in _NUMBER_AND_NOUN.finditer(text):
        noun = found[3].lower()
        if noun not in _MEASURES:
            least = _value(found[1])
            yield (
                (found.start(1), found.end(2) if found[2] else found.end(1)),
                least,
                _value(found[2] or found[1]),
                stem(noun),
            )


def _value(digits: str) -> int:
    return int(re.sub(r"\D", "", digits)[:12])
