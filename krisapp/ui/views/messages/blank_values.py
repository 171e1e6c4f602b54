"""What each blank of a draft is called and gives on the sheet as it stands (fältens värden)."""

from typing import TYPE_CHECKING, NamedTuple

from krisapp.compose.blanks import lines_of
from krisapp.compose.derived import DERIVED
from krisapp.compose.filling import filled
from krisapp.compose.sandbox import BLANK, Blank, read_draft
from krisapp.compose.sheet_view import SheetView, is_empty
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.tracing import Trace
from krisapp.compose.writing import writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.fields import field_of, label_of
from krisapp.domain.words import _
from krisapp.ui.views.situation.names import listed

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_FOREIGN = ("english_", "easy_", "groups_", "phrase.", "own_languages", "phrases")
"""Blanks that only the texts of one form use."""
_TIME_FORMS = {"C05": "sms_moment", "C04": "sms_moment", "C02": "sms_moment", "C19": "english_moment"}
_SPOKEN = frozenset({"C09", "C10", "C15", "C24"})


class Value(NamedTuple):
    """A blank: as it is written, what it is called, what it gives now, and the names on the sheet it reads."""

    blank: str
    label: str
    value: str
    reads: tuple[str, ...] = ()
    field: str = ""
    """The name on the sheet it stands on first of all."""

    @property
    def sentence(self) -> str:
        """Return it in words: "kl. 18.00 (från nästa besked)"."""
        shown = self.value or _("inget än, raden utgår")
        return _("{value} (från {names})").format(value=shown, names=listed(self.reads)) if self.reads else shown


class Blanks:
    """The blanks of one message at one stage; what they give is looked up once for each state of the sheet."""

    def __init__(self, live: "Live") -> None:
        self._live = live
        self._channel = ""
        self._key: object = None
        self._view: SheetView | None = None
        self._known: dict[str, Value] = {}

    def of(self, id: str, stage: Stage) -> None:
        """Say which text is written, and look at the sheet as it stands now."""
        incident, context = self._live.incident, self._live.texts.context(id, stage)
        key = (incident, incident.version, context)
        if key != self._key:
            ground = writer_for(self._live.plan).ground(incident.sheet.type)
            self._view = SheetView(incident.sheet, context, ground, DERIVED)
            self._key, self._channel = key, context.channel
            self._known.clear()

    @staticmethod
    def holds(blank: str) -> bool:
        """Return whether a blank can be read as it is written."""
        try:
            read_draft(blank, DERIVED.allowed)
        except TemplateFault:
            return False
        return True

    def value(self, blank: str) -> Value:
        """Return what a blank is called and gives; for a broken one, why it is broken."""
        view = self._view
        if view is None:
            return Value(blank, blank, "")
        if blank not in self._known:
            view.read = set()
            try:
                ((piece,),) = read_draft(blank, view.allowed)
                assert isinstance(piece, Blank)
                given = filled(blank, view)
            except TemplateFault as fault:
                return Value(blank, _("Felskrivet fält"), fault.sentence)
            field, reads = field_of(piece.name), tuple(sorted(view.read))
            self._known[blank] = Value(blank, label_of(piece.name), given, reads, field)
        return self._known[blank]

    def trace(self, source: str, text: str) -> Trace:
        """Return where each word of a finished text came from. Raises `TemplateFault`."""
        assert self._view is not None, "no text is open"
        return Trace(source, text, self._view)

    def offered(self, source: str) -> list[Value]:
        """Return the blanks one may put in: first those the text has, then one for each thing with something to say."""
        found = dict.fromkeys(blank for blank in BLANK.findall(source) if self.holds(blank))
        had = [self.value(blank) for blank in found]
        view = self._view
        assert view is not None, "no text is open"
        more = []
        for name in sorted(DERIVED.allowed.names):
            if name.startswith(_FOREIGN) or label_of(name) == name:
                continue
            given = view.value(name)
            blank = f"{{{{ {name}{_form(given, self._channel)} }}}}"
            if not is_empty(given) and lines_of(given) and blank not in found:
                more.append(self.value(blank))
        said: set[tuple[str, str]] = {(one.label, one.value) for one in had}
        rest = []
        for one in sorted(more, key=lambda one: (one.label, len(one.value))):
            if one.value and (one.label, one.value) not in said:
                said.add((one.label, one.value))
                rest.append(one)
        return had + rest


def _form(given: object, channel: str) -> str:
    """Return the filter that writes a value the way its channel does."""
    if hasattr(given, "hour"):
        return f" | {'spoken_moment' if channel in _SPOKEN else _TIME_FORMS.get(channel, 'moment')}"
    if isinstance(given, tuple):
        return " | sentence"
    return ""
