"""What the sheet lets a text say, and what it keeps out: statements as words, ready to be found again in a text.

A statement is found by three words in a row, and by its telling words within one sentence. Words that the sheet says
openly elsewhere tell nothing, unless the open sentence is itself all but the same statement.
"""

from collections.abc import Iterator

import msgspec

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.facts import Fact, Status
from krisapp.domain.language.reading import Reading, Shingle, content_of
from krisapp.domain.language.stems import STOP_WORDS, stem
from krisapp.domain.sheet import Sheet

_SAME = 0.6
"""Share of a statement's words that makes another sentence all but the same."""
_HINT = 0.6


class Hit(msgspec.Struct, frozen=True):
    """Where a statement was found, and whether surely (its words in a row or all of them) or as a hint."""

    span: tuple[int, int]
    sure: bool


class Statement:
    """One fact as words: what to look for, less what is openly said elsewhere."""

    def __init__(self, fact: Fact, open_readings: list[Reading], warnings: list[Reading]) -> None:
        self.fact = fact
        own = Reading(fact.text)
        self.tokens = own.tokens
        self.content = content_of(own.tokens)
        others = [reading for reading in open_readings if not self._is_same(reading, own)] + warnings
        open_words = frozenset[str]().union(*(reading.content for reading in others))
        self.telling = self.content - open_words
        open_shingles = frozenset[Shingle]().union(*(reading.shingles for reading in others))
        told = [shingle for shingle in own.shingles if shingle not in open_shingles]
        self.shingles = [shingle for shingle in told if self._tells(shingle)]
        if fact.secret and not self.shingles:
            self.shingles = [shingle for shingle in told if content_of(list(shingle))]
        self._alone = fact.secret and len(self.telling) == 1 and not any(word.isdigit() for word in self.telling)

    def find(self, reading: Reading) -> Hit | None:
        """Return the first place the statement is made in a text, or None."""
        return self._in_a_row(reading) or self._in_a_sentence(reading)

    def _in_a_row(self, reading: Reading) -> Hit | None:
        places = [reading.shingles[shingle] for shingle in self.shingles if shingle in reading.shingles]
        if places:
            at = min(places)
            return Hit((reading.spans[at][0], reading.spans[at + 2][1]), sure=True)
        if self.telling and 0 < len(self.tokens) < 3:
            return self._short(reading)
        return None

    def _short(self, reading: Reading) -> Hit | None:
        length = len(self.tokens)
        for at in range(len(reading.tokens) - length + 1):
            if reading.tokens[at : at + length] == self.tokens:
                return Hit((reading.spans[at][0], reading.spans[at + length - 1][1]), sure=True)
        return None

    def _in_a_sentence(self, reading: Reading) -> Hit | None:
        needed = 1 if self._alone else 2
        if len(self.content & reading.content) < needed:
            return None
        hint: Hit | None = None
        for span, words in zip(reading.sentences, reading.sentence_content, strict=True):
            content = len(self.content & words)
            if content < needed:
                continue
            telling = len(self.telling & words)
            if content == len(self.content) and (content >= 3 or (telling and content >= 2)):
                return Hit(span, sure=True)
            if hint is None and telling and telling >= _HINT * len(self.telling):
                hint = Hit(span, sure=False)
        return hint

    def _is_same(self, other: Reading, own: Reading) -> bool:
        """Return whether an open sentence says all but the same, so that it opens nothing."""
        shared = sum(1 for shingle in own.shingles if shingle in other.shingles)
        if own.shingles and shared >= _SAME * len(own.shingles):
            return True
        return len(self.content) >= 3 and len(self.content & other.content) > _SAME * len(self.content)

    def _tells(self, shingle: Shingle) -> bool:
        words = [stem(token) for token in shingle if token not in STOP_WORDS]
        # What is secret must not be hinted at. But a rumour about the school in Bettna must not keep the school out.
        return (self.fact.secret and len(words) >= 2) or any(word in self.telling for word in words)


class Kept:
    """What a sheet keeps out of texts, by kind; all of it computed once for each sheet."""

    def __init__(self, sheet: Sheet) -> None:
        readings = [Reading(sentence) for sentence in open_sentences(sheet) if sentence.strip()]
        warnings = [Reading(sentence) for sentence in sheet.do_not]
        made = [Statement(fact, readings, warnings) for fact in sheet.facts if _kept_out(fact) and fact.text.strip()]
        self.secret = [one for one in made if one.fact.secret]
        public = [one for one in made if not one.fact.secret]
        self.rumours = [one for one in public if one.fact.status is Status.RUMOUR]
        self.unconfirmed = [one for one in public if one.fact.status is Status.UNCONFIRMED]
        self.refuted = [one for one in public if one.fact.status is Status.REFUTED]


_remembered = Remembered(Kept)


def kept_by(sheet: Sheet) -> Kept:
    """Return what a sheet keeps out, computed once."""
    return _remembered.of(sheet)


def open_sentences(sheet: Sheet) -> Iterator[str]:
    """Yield every sentence the sheet says openly: its fields, and its confirmed facts that are not secret.

    What not to do is left out: it tells nobody that something is so, and opens its words in any case.
    """
    yield from (sheet.name, sheet.area, sheet.headline, sheet.what_happened, sheet.news, sheet.outcome)
    yield from (sheet.nothing_needed, sheet.empathy, sheet.commitment, sheet.cause, sheet.staff_impact)
    yield from (sheet.correction.right, sheet.correction.since)
    for sentences in (sheet.places, sheet.unknowns, sheet.our_actions, sheet.advice, sheet.still_holds, sheet.symptoms):
        yield from sentences
    yield from sheet.key_messages
    yield from sheet.coordinated_with
    yield from (f"{other.actor} {other.action}" for other in sheet.others_actions)
    yield from (f"{one.what} {one.where} {one.when} {one.bring} {one.offers} {one.note}" for one in sheet.help)
    yield from (f"{one.what} {one.status} {one.note} {one.replacement}" for one in sheet.services)
    yield from (f"{one.what} {one.status} {one.diversion} {one.until}" for one in sheet.traffic)
    yield from (f"{place} {status}" for place, status in sheet.safe_points.items())
    yield from sheet.contact.values()
    yield from (fact.text for fact in sheet.public_facts())


def _kept_out(fact: Fact) -> bool:
    return fact.secret or fact.status in (Status.RUMOUR, Status.UNCONFIRMED, Status.REFUTED)
