"""Required elements by stage, channel and audience: rules Q20, Q21, Q22, Q40, Q42, P23, P46, P48, P63 (7.3, 7.5).

A missing element that must be there is a stop, one that should be there a warning. If the sheet itself lacks the value,
the finding names the field to fill in.
"""

import re
from datetime import timedelta

import msgspec

from krisapp.domain.checking import elements as parts
from krisapp.domain.checking import taking_back
from krisapp.domain.checking.elements import Element, Spoken, names_spokesperson, spoken
from krisapp.domain.checks import Context, Finding, Severity, Stage
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, _

_FULL = frozenset({"C01", "C11", "C21"})
_STAFF = frozenset({"C06", "C22", "C23"})
_NUMBERED = frozenset({"C01", "C03", "C06", "C07", "C08", "C11", "C12", "C17", "C21", "C22", "C23", "C25"})
_FIRST_LINES = 5
_SAID_FIRST = {
    Stage.CORRECTION: (
        "rättelse|correction",
        N_("En rättelse ska säga det först, så att ingen missar den."),
        N_("Börja med ordet Rättelse."),
    ),
    Stage.RETRACTION: (
        "återkallelse|retraction",
        N_("En återkallelse ska säga det först, så att ingen tror på det som vi tar tillbaka."),
        N_("Börja med ordet Återkallelse."),
    ),
}
"""What a text that takes something back says first: a pattern, why, and what to do."""
_DAYTIME = range(8, 18)
_FAR = timedelta(hours=4)


class _Demand(msgspec.Struct, frozen=True):
    element: Element
    severity: Severity
    rule: str


def _must(element: Element, rule: str = "Q20") -> _Demand:
    return _Demand(element, Severity.STOP, rule)


def _should(element: Element, rule: str = "Q21") -> _Demand:
    return _Demand(element, Severity.WARNING, rule)


_CORE = (_must(parts.ACTION), _must(parts.PLACE), _must(parts.NEXT_UPDATE))
_WHOLE_TEXT = (
    _must(parts.HEADLINE),
    _must(parts.WHAT),
    _must(parts.PLACE),
    _must(parts.ADVICE),
    _should(parts.UNKNOWNS, "Q42"),
    _must(parts.ACTIONS),
    _must(parts.NEXT_UPDATE),
)
_SITUATION = (_must(parts.WHAT), _must(parts.PLACE), _must(parts.ACTIONS), _must(parts.NEXT_UPDATE))
_STAFF_FIRST = (
    _must(parts.WHAT),
    _should(parts.AT_WORK, "P63"),
    _must(parts.FREEDOM, "P48"),
    _must(parts.NEXT_UPDATE),
    _should(parts.REPLY, "P14"),
)

_FIRST: dict[str, tuple[_Demand, ...]] = {
    "C01": (*_WHOLE_TEXT, _must(parts.CONTACT, "P23")),
    "C03": (*_CORE, _must(parts.ADVICE), _must(parts.CONTACT, "P23")),
    "C02": _CORE,
    "C04": _CORE,
    "C05": _CORE,
    "C08": (
        _must(parts.WHAT),
        _must(parts.PLACE),
        _should(parts.UNKNOWNS, "Q42"),
        _must(parts.ACTIONS),
        _must(parts.NEXT_UPDATE),
        _must(parts.PRESS_CONTACT, "P46"),
        _should(parts.HOURS, "P46"),
    ),
    "C09": (
        *_SITUATION,
        _must(parts.ADVICE),
        _should(parts.UNKNOWNS, "Q42"),
        _must(parts.FREEDOM, "P48"),
        _must(parts.PRESS_CONTACT, "P46"),
        _should(parts.HOURS, "P46"),
    ),
    "C10": (_must(parts.PLACE), _must(parts.ADVICE), _must(parts.NEXT_UPDATE)),
    "C11": _WHOLE_TEXT,
    "C12": (*_CORE, _must(parts.ADVICE), _must(parts.CONTACT, "P23")),
    "C13": (*_CORE, _must(parts.ADVICE), _must(parts.CONTACT, "P23")),
    "C14": (_must(parts.WHAT), _must(parts.PLACE), _must(parts.ADVICE), _must(parts.NEXT_UPDATE)),
    "C15": _CORE,
    "C16": (
        *(_must(parts.WHAT), _must(parts.PLACE), _must(parts.ADVICE)),
        *(_must(parts.NEXT_UPDATE), _must(parts.CONTACT, "P23"), _should(parts.PRESS_CONTACT, "P46")),
    ),
    "C17": _SITUATION,
    "C18": (*_CORE, _must(parts.ADVICE), _must(parts.CONTACT, "P23")),
    "C21": (*_CORE, _must(parts.ADVICE), _must(parts.CONTACT, "P23")),
    "C24": (*_CORE, _must(parts.ADVICE)),
    "C25": (
        *(_must(parts.WHAT), _must(parts.PLACE), _must(parts.ADVICE), _should(parts.UNKNOWNS, "Q42")),
        *(_must(parts.NEXT_UPDATE), _must(parts.CONTACT, "P23")),
    ),
    "C19": (_must(parts.PLACE), _must(parts.NEXT_UPDATE), _must(parts.CONTACT, "P23")),
}
_EMAIL: dict[str, tuple[_Demand, ...]] = {
    "I1": (_must(parts.WHAT), _must(parts.NEXT_UPDATE), _should(parts.REPLY, "P14")),
    "I2": _STAFF_FIRST,
    "E5": _FIRST["C08"],
}
_WEB_FOR_STAFF = (_must(parts.WHAT), _must(parts.PLACE), _must(parts.NEXT_UPDATE))
_EMAIL_OTHERS = (_must(parts.WHAT), _must(parts.PLACE), _must(parts.NEXT_UPDATE), _must(parts.CONTACT, "P23"))
_ONE_LINE = frozenset({"C02"})
"""Where there is no room for more than what to do: what is new stands on the page the banner leads to."""

_ONE_PART = frozenset({"C05"})
"""A text message of one part tells why something is withdrawn if there is room; a second part may never come."""
_SILENT_ON_CONTACT = frozenset({"C02", "C04", "C05", "C10", "C11", "C14", "C15", "C24"})


def required_elements(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find the elements a text of this stage, channel and audience lacks."""
    looked_at = spoken(read(text), sheet, context)
    findings = [_missing(demand, looked_at) for demand in _demands(context) if not demand.element.present(looked_at)]
    if context.external and context.language == "sv" and not parts.ACTION.present(looked_at):
        findings += _says_nothing(context)
    if context.audience == "E3" and context.channel in ("C01", "C07") and context.stage is Stage.FIRST:
        findings += _unless(parts.ABSENT, looked_at)
    if not context.external and names_spokesperson(looked_at.reading):
        findings += _unless(parts.FREEDOM, looked_at, Severity.STOP, "P48")
    if context.stage is not Stage.FINAL and parts.NEXT_UPDATE.present(looked_at):
        findings += _unless(parts.NEXT_DAY, looked_at, Severity.WARNING, "Q22")
    return findings


def _says_nothing(context: Context) -> list[Finding]:
    """Return a stop for a text that neither tells what is known nor what to do (P40)."""
    if context.stage not in (Stage.FIRST, Stage.UPDATE):
        return []
    return [
        Finding(
            "P40",
            Severity.STOP,
            (0, 0),
            _("Texten säger varken vad kommunen vet eller vad läsaren kan göra."),
            _("Skriv minst det ena."),
        )
    ]


def empathy(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find that a first text to residents has no word of empathy (Q40), or an empathy that reads as an excuse (Q41)."""
    looked_at = spoken(read(text), sheet, context)
    findings = []
    heard = context.audience == "E1" or context.channel == "C09"
    if context.stage is Stage.FIRST and heard and not parts.EMPATHY.present(looked_at):
        severity = Severity.WARNING if context.channel == "C10" else Severity.STOP
        findings.append(_missing(_Demand(parts.EMPATHY, severity, "Q40"), looked_at))
    if len(re.findall(r"[.!?](?=\s|$)", sheet.empathy)) > 2 or "eventuella olägenheter" in sheet.empathy:
        findings.append(
            Finding(
                "Q41",
                Severity.WARNING,
                (0, 0),
                _("Fältet Vi förstår är längre än två meningar eller låter som en ursäkt."),
                _("Skriv en mening som visar att kommunen förstår."),
            )
        )
    return findings


def next_update(_text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find a promise that has passed (Q22), or is more than four hours off by day at level N2 or above (Q23)."""
    promised = sheet.next_update
    if promised is None or context.stage is Stage.FINAL or not (promised.tzinfo and context.issued.tzinfo):
        return []
    if promised <= context.issued:
        return [
            Finding(
                "Q22",
                Severity.STOP,
                (0, 0),
                _("Tiden för nästa besked har redan passerat."),
                _("Bestäm en ny tid i fältet Nästa besked."),
            )
        ]
    if sheet.level in ("N2", "N3") and context.issued.hour in _DAYTIME and promised - context.issued > _FAR:
        return [
            Finding(
                "Q23",
                Severity.WARNING,
                (0, 0),
                _("Det är mer än fyra timmar till nästa besked, på nivå {level}.").format(level=sheet.level),
                _("Lova ett tidigare besked, även om inget nytt har hänt."),
            )
        ]
    return []


def opening_of_stage(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
    """Find that a correction does not say so first, or that an update does not tell its number (7.3, P43, P57)."""
    reading = read(text)
    lines = [
        text[first:last] for first, last in reading.lines if not text.startswith(("ÖVNING ÖVNING", "EXERCISE"), first)
    ]
    beginning = "\n".join(lines[:_FIRST_LINES])
    pattern, why, how = _SAID_FIRST.get(context.stage, ("", "", ""))
    if pattern and not re.search(pattern, beginning, re.IGNORECASE):
        return [Finding("Q20", Severity.STOP, (0, 0), _(why), _(how))]
    if context.stage is Stage.UPDATE and context.channel in _NUMBERED and context.number > 1:
        if re.search(rf"(?<![\d.:]){context.number}(?![\d.:]\d)", beginning):
            return []
        return [
            Finding(
                "Q20",
                Severity.STOP,
                (0, 0),
                _("Det syns inte vilket besked i ordningen det här är."),
                _("Skriv ”Besked {number}” bland de första raderna.").format(number=context.number),
            )
        ]
    return []


def _demands(context: Context) -> tuple[_Demand, ...]:
    first = _of_first(context)
    contact = () if not context.external or context.channel in _SILENT_ON_CONTACT else (_must(parts.CONTACT, "P23"),)
    if context.language == "en":
        more = () if context.stage is Stage.FINAL else (_must(parts.NEXT_UPDATE),)
        return (_must(parts.CONTACT, "P23"), *more) if context.stage.over else first
    if context.channel == "C08" or context.audience == "E5":
        contact = (_must(parts.PRESS_CONTACT, "P46"),)
    return first if context.stage is Stage.FIRST else (*_of_later(context), *contact)


def _of_later(context: Context) -> tuple[_Demand, ...]:
    """Return what a text later in the chain must have beside a way to reach us."""
    one_line = context.channel in _ONE_LINE
    match context.stage:
        case Stage.CORRECTION:
            told: tuple[_Demand, ...] = (_must(taking_back.WRONG), _must(taking_back.RIGHT))
        case Stage.RETRACTION:
            why = _should(taking_back.WHY) if context.channel in _ONE_PART else _must(taking_back.WHY)
            reasons = () if one_line else (why, _must(taking_back.INSTEAD))
            told = (_must(taking_back.WITHDRAWN), *reasons)
        case Stage.ALL_CLEAR if context.channel == "C14":
            return (_must(parts.OUTCOME),)
        case Stage.ALL_CLEAR:
            told = (_must(parts.OUTCOME),)
        case Stage.FINAL:
            thanks = (_should(parts.THANKS),) if context.audience == "E1" and context.channel in _FULL else ()
            return (_must(parts.OUTCOME), *thanks)
        case _:
            told = (*(() if one_line else (_must(parts.NEWS),)), _must(parts.ACTION))
    return (*told, _must(parts.NEXT_UPDATE))


def _of_first(context: Context) -> tuple[_Demand, ...]:
    if context.channel == "C07":
        return _EMAIL.get(context.audience, _EMAIL_OTHERS)
    if context.channel == "C01" and not context.external:
        return _WEB_FOR_STAFF
    if context.channel in _STAFF:
        return _STAFF_FIRST if context.audience == "I2" else _EMAIL["I1"]
    return _FIRST.get(context.channel, ())


_NOT_IN_TEXT = N_("Texten saknar det som hör till ”{label}”.")
_NOT_IN_SHEET = N_("Fältet ”{label}” är tomt i faktaunderlaget, och den här texten behöver det.")


def _missing(demand: _Demand, text: Spoken) -> Finding:
    label = _(demand.element.label)
    lacks, remedy = _(_NOT_IN_SHEET), _("Fyll i fältet ”{label}” i Läge.")
    if demand.element.given(text):
        lacks, remedy = _(_NOT_IN_TEXT), _("Skriv in det, eller hämta mallens rad igen.")
    return Finding(demand.rule, demand.severity, (0, 0), lacks.format(label=label), remedy.format(label=label))


def _unless(element: Element, text: Spoken, severity: Severity = Severity.WARNING, rule: str = "Q21") -> list[Finding]:
    return [] if element.present(text) else [_missing(_Demand(element, severity, rule), text)]
