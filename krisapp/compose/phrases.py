"""The phrases of an incident type (fraser), and the bank of standard advice in easy Swedish and English.

A type is one file of `types/`; what it leaves out it takes from the type `other`. Phrases may hold live
blanks. The bank knows standard advice by its words, so that easy and English texts say what the fact sheet says.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

import msgspec
import yaml

from krisapp.compose.template_fault import TemplateFault, nearest
from krisapp.domain.words import _

LARGEST_FILE = 40_000
OTHER = "other"
TYPES = "types/"
BANK = "phrases/advice.yaml"
GROUPS = "phrases/groups.yaml"

_WORD = re.compile(r"\w+")
_NOT = "inte"
_DENIALS = frozenset((_NOT, "aldrig", "ingen", "inget", "inga", "sluta", "slutat", "undvik", "avstå"))
_BEGIN_CLAUSE = frozenset(("om", "när", "innan", "tills", "så", "som", "eftersom", "medan", "då", "också", "fast"))


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What people ask (fråga). The answer is the advice that holds the words of `find`, or `answer` as it stands."""

    ask: str
    find: str = ""
    answer: str = ""


class HelpAtHand(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where help is to be had whatever happens, such as 1177."""

    what: str
    where: str = ""
    when: str = ""


class Prefill(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the fact sheet holds from the start for a type: standard advice, nothing that claims to be known."""

    headline: str = ""
    what_happened: str = ""
    advice: tuple[str, ...] = ()
    do_not: tuple[str, ...] = ()
    unknowns: tuple[str, ...] = ()
    our_actions: tuple[str, ...] = ()
    empathy: str = ""
    commitment: str = ""
    staff_impact: str = ""
    symptoms: tuple[str, ...] = ()
    help: tuple[HelpAtHand, ...] = ()
    affected_groups: tuple[str, ...] = ()


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The phrases of one type by audience and form. Lists are lines; all may be empty.

    `business` E2, `away` E3 who are not here, `staff` I2, `elected` I1, `partners` E4, `outside` E6, `refer` where the
    contact centre refers. `threat` says in one sentence what a warning warns of, and `urge` is how a word begins of the
    advice it urges first. `guardians` is what a guardian can do.
    `over` says in one sentence that it is over, `after` what still holds then.
    `advice_first` puts what the sheet says before the type's own lines in easy Swedish and English: truth first (F9).
    """

    name: str = ""
    about: str = ""
    prefill: Prefill = Prefill()
    emergency: str = ""
    business: tuple[str, ...] = ()
    business_sms: str = ""
    away: tuple[str, ...] = ()
    away_sms: str = ""
    staff: tuple[str, ...] = ()
    staff_sms: str = ""
    elected: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    outside_speech: str = ""
    threat: str = ""
    urge: str = ""
    guardians: tuple[str, ...] = ()
    refer: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    easy: tuple[str, ...] = ()
    easy_over: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    english_over: tuple[str, ...] = ()
    english_business: str = ""
    english_away: str = ""
    english_outside: str = ""
    advice_first: bool = False
    over: str = ""
    after: tuple[str, ...] = ()
    after_sms: str = ""


NO_PHRASES = Phrases()


class Standard(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A piece of standard advice and how it is said.

    `match` are the beginnings of the Swedish words it is known by. Those before "|" stand in the main clause, those
    after it anywhere. "inte" means that the main clause denies, with whatever word.
    """

    match: str
    easy: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


class GroupAdvice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Advice to a special group (särskild grupp, 6.1), known by how its name in the sheet begins.

    It is told to some audiences in incidents of some types, or of all where none is named.
    """

    groups: tuple[str, ...]
    audiences: tuple[str, ...]
    line: str
    types: tuple[str, ...] = ()


class Matched(Protocol):
    """Something known by the beginnings of words."""

    @property
    def match(self) -> str:
        """Return them, as in `Standard`."""


M = TypeVar("M", bound=Matched)


class Bank(Generic[M]):
    """The bank of standard advice, searched in its order.

    It says nothing rather than something else than the text: a denial in the text needs one in the match, and a text
    with "utan att" is known by none.
    """

    def __init__(self, entries: tuple[M, ...]) -> None:
        self._entries = tuple((*_stems(entry.match), entry) for entry in entries)

    def find(self, text: str) -> M | None:
        """Return the first standard advice that says what the sentence says, or None."""
        if "utan att" in text.lower():
            return None
        words = [word.lower() for word in _WORD.findall(text)]
        main = _main_clause(text)
        denied = not _DENIALS.isdisjoint(main)
        for denies, stems, anywhere, entry in self._entries:
            if denies == denied and _holds(main, stems) and _holds(words, anywhere):
                return entry
        return None


def _stems(match: str) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    main, _bar, anywhere = match.lower().partition("|")
    stems = main.split()
    return _NOT in stems, tuple(stem for stem in stems if stem != _NOT), tuple(anywhere.split())


def _holds(words: list[str], stems: tuple[str, ...]) -> bool:
    return all(any(word.startswith(stem) for word in words) for stem in stems)


def _main_clause(text: str) -> list[str]:
    """Return the words of a sentence's main clause, which ends where a word begins another, or follows on that one."""
    words = [word.lower() for word in _WORD.findall(text)]
    if words and words[0] in _BEGIN_CLAUSE:
        words = [word.lower() for word in _WORD.findall(text.partition(",")[2])]
    ends = next((at for at, word in enumerate(words) if word in _BEGIN_CLAUSE), len(words))
    return words[:ends]


NO_BANK: Bank[Standard] = Bank(())


def types_of(templates: Mapping[str, str]) -> tuple[str, ...]:
    """Return the incident types there are files for."""
    return tuple(
        sorted(id[len(TYPES) : -len(".yaml")] for id in templates if id.startswith(TYPES) and id.endswith(".yaml"))
    )


def phrases_of(templates: Mapping[str, str], type: str) -> Phrases:
    """Return the phrases of a type, filled from the type `other`. Raises `TemplateFault`."""
    common: Phrases = _read(templates, f"{TYPES}{OTHER}.yaml", Phrases)
    own = f"{TYPES}{type}.yaml"
    if type == OTHER or own not in templates:
        return common
    phrases = _read(templates, own, Phrases)
    given = {name: getattr(phrases, name) or getattr(common, name) for name in Phrases.__struct_fields__}
    given["prefill"] = Prefill(
        **{name: getattr(phrases.prefill, name) or getattr(common.prefill, name) for name in Prefill.__struct_fields__}
    )
    return Phrases(**given)


def bank_of(templates: Mapping[str, str]) -> Bank[Standard]:
    """Return the bank of standard advice; empty if the plan has none."""
    if BANK not in templates:
        return NO_BANK
    return Bank(_read(templates, BANK, tuple[Standard, ...]))


def groups_of(templates: Mapping[str, str], type: str) -> tuple[GroupAdvice, ...]:
    """Return the advice to special groups in an incident of a type; none if the plan has none."""
    if GROUPS not in templates:
        return ()
    found: tuple[GroupAdvice, ...] = _read(templates, GROUPS, tuple[GroupAdvice, ...])
    return tuple(one for one in found if not one.types or type in one.types)


def _read(templates: Mapping[str, str], id: str, kind: Any) -> Any:
    text = templates.get(id, "")
    if not text:
        sentence = _("Filen {name} finns inte.").format(name=id)
        raise TemplateFault(1, sentence, nearest(id, tuple(templates)), id)
    return _parsed(text, id, kind)


@lru_cache(maxsize=128)
def _parsed(text: str, id: str, kind: Any) -> Any:
    """Return a file's content; each text is read once."""
    if len(text) > LARGEST_FILE:
        raise TemplateFault(1, _("Filen är för stor."), template=id)
    try:
        return msgspec.convert(_plain_yaml(text, id), kind)
    except msgspec.ValidationError as fault:
        at = str(fault).rpartition("`$")[2].rstrip("`")
        sentence = _("Innehållet vid {place} har fel form. Jämför med en annan fil av samma slag.")
        raise TemplateFault(1, sentence.format(place=at or id), template=id) from None


def _plain_yaml(text: str, id: str) -> Any:
    """Return YAML of plain values; anchors are refused, since a few of them can stand for a million values."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse(text, Loader=loader):
            if isinstance(event, yaml.AliasEvent):
                raise TemplateFault(1, _("Hänvisningar med & och * går inte att använda."), template=id)
        return yaml.load(text, Loader=loader)  # noqa: S506 - one of the two safe loaders
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        sentence = _("Filen går inte att läsa som YAML. Kontrollera indrag och citattecken.")
        raise TemplateFault(mark.line + 1 if mark else 1, sentence, template=id) from None
