"""Looking at the fact sheet while a text is written, and noting what was read.

What was read makes a text stale, exactly: the names of `digest_of` in `domain.sheet`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import msgspec

from krisapp.compose.phrase_book import NO_BOOK, PhraseBook
from krisapp.compose.phrases import NO_BANK, NO_PHRASES, Bank, GroupAdvice, Phrases, Standard
from krisapp.compose.sandbox import Allowed
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.wording import plain
from krisapp.domain.checks import Context
from krisapp.domain.facts import Fact, Status
from krisapp.domain.plan_rows import Place, SafePoint
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

SHEET_NAMES = frozenset(Sheet.__struct_fields__) - {"facts", "first_sms", "timeline", "proves"}
"""What a blank may name directly; facts are reached only as `known`, `fresh` and the like, never raw."""

STRUCTURED = frozenset(
    (
        *("affected", "answers", "contact", "correction", "danger_to_life", "help"),
        *("assumptions", "board_since", "confidence", "consequences", "forecast", "impact"),
        *("next_report", "support_needed"),
        *("others_actions", "safe_points", "services", "spokesperson", "staff_answers", "traffic"),
    )
)
"""What a text names in words through something derived, such as `helps`, and never as it stands."""

CONTEXT_NAMES = frozenset({"issued", "number", "sender", "radio", "website"})
"""What belongs to this text and not to the incident, so that it never makes a text stale."""


class Ground(msgspec.Struct, frozen=True):
    """What texts are written on beside the fact sheet: the plan's gazetteer, the type's phrases, the bank.

    `county` and `code` are the municipality's county and official code, as a warning to the public names them;
    `contact` is how anybody reaches it at any time.
    """

    places: tuple[Place, ...] = ()
    safe_points: tuple[SafePoint, ...] = ()
    phrases: Phrases = NO_PHRASES
    bank: Bank[Standard] = NO_BANK
    book: PhraseBook = NO_BOOK
    groups: tuple[GroupAdvice, ...] = ()
    county: str = ""
    code: str = ""
    contact: str = ""


Lines = tuple[str, ...]
"""Lines of text, each a sentence or more."""

Derive = Callable[["SheetView"], Any]
"""Makes a value from the sheet, the ground, and the stage and number that all texts of a set have in common."""

Shared = dict[str, tuple[Any, frozenset[str]]]
"""What has been read and derived from one sheet, with what was read for it, kept from text to text."""


class Derived:
    """What can be derived from a sheet, by name, and with it all that a draft may hold."""

    def __init__(self, makers: Mapping[str, Derive], filters: Mapping[str, tuple[object, ...]]) -> None:
        self.makers = makers
        self.allowed = Allowed((SHEET_NAMES - STRUCTURED) | CONTEXT_NAMES | frozenset(makers), filters)


class SheetView:
    """The fact sheet seen by one text. `read` gathers the names it has looked at."""

    __slots__ = ("_derived", "_made", "_making", "context", "ground", "read", "sheet")

    def __init__(
        self,
        sheet: Sheet,
        context: Context,
        ground: Ground,
        derived: Derived,
        shared: Shared | None = None,
    ) -> None:
        self.sheet = sheet
        self.context = context
        self.ground = ground
        self.read: set[str] = set()
        self._derived = derived
        self._made: Shared = {} if shared is None else shared
        self._making: set[str] = set()

    @property
    def allowed(self) -> Allowed:
        """Return what a draft or a phrase may hold."""
        return self._derived.allowed

    def value(self, name: str) -> Any:
        """Return what a blank's name stands for: a key of the sheet, of the text's context, or something derived."""
        if name in CONTEXT_NAMES:
            return getattr(self.context, name)
        if name not in self._made:
            outer, self.read = self.read, set()
            made = self._make(name)
            self._made[name] = (made, frozenset(self.read))
            self.read = outer
        value, read = self._made[name]
        self.read |= read
        return value

    def _make(self, name: str) -> Any:
        if name in SHEET_NAMES:
            self.read.add(name)
            return clean(getattr(self.sheet, name))
        if name in self._making:
            raise TemplateFault(1, _("Frasen använder fältet {name}, som frasen själv ger.").format(name=name))
        self._making.add(name)
        made = self._derived.makers[name](self)
        self._making.discard(name)
        return made

    def text(self, name: str) -> str:
        """Return a text of the sheet as one line."""
        value = self.value(name)
        return value if isinstance(value, str) else ""

    def facts(self, status: Status) -> tuple[Fact, ...]:
        """Return the facts of a status that are not secret; notes which there are, and each of them."""
        self.read.add(f"facts.{status}")
        found = self.sheet.public_facts(status)
        self.read.update(f"facts.{fact.id}" for fact in found)
        return found


def clean(value: Any) -> Any:
    """Return a value of the sheet with every text in it as one plain line."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, tuple):
        return tuple(found for found in (clean(each) for each in value) if found)
    if isinstance(value, dict):
        return {key: plain(text) for key, text in value.items()}
    if isinstance(value, msgspec.Struct) and not isinstance(value, Fact):
        changed = {name: clean(getattr(value, name)) for name in value.__struct_fields__}
        return type(value)(**changed)
    return value


def is_empty(value: Any) -> bool:
    """Return whether a value has nothing to say."""
    return not isinstance(value, datetime | int) and not value
