"""Looking a template over while it is written (mallgranskning): every fault of its own text, with line and place.

What shows only when a text is made of it, such as a name that is not known, is found by the trial.
"""

import re

import msgspec

from krisapp.compose.derived import DERIVED
from krisapp.compose.phrases import BANK, GROUPS, TYPES, bank_of, groups_of, phrases_of
from krisapp.compose.sandbox import BLANK, read_draft, read_template
from krisapp.compose.template_fault import TemplateFault

MOST = 20
"""Faults told at once; the rest show when these are mended."""

_OF_TEMPLATE = re.compile(r"<%.*?%>|<#.*?#>")
_GIVEN = re.compile(r"<<.*?>>")


class Misplaced(msgspec.Struct, frozen=True):
    """A fault where it stands: line from 1, characters of the line from and to, the sentence, what was likely meant."""

    line: int
    start: int
    end: int
    sentence: str
    suggestion: str = ""


def look_over(id: str, text: str, templates: dict[str, str]) -> tuple[Misplaced, ...]:
    """Return the faults of a template's own text, in the order of its lines; `templates` are all the plan's."""
    lines = text.split("\n")
    try:
        if id.endswith(".yaml"):
            _read_phrases(id, {**templates, id: text})
        else:
            read_template(text)
    except TemplateFault as fault:
        if not fault.template or fault.template == id:
            return (_whole_line(fault, lines),)
    found = [each for number, line in enumerate(lines, 1) for each in _in_line(number, line)]
    return tuple(found[:MOST])


def at_fault(fault: TemplateFault, id: str, text: str) -> Misplaced | None:
    """Return where in a template a fault of the trial stands, or None when it stands in another."""
    return _whole_line(fault, text.split("\n")) if fault.template == id else None


def _read_phrases(id: str, templates: dict[str, str]) -> None:
    if id.startswith(TYPES):
        phrases_of(templates, id.removeprefix(TYPES).removesuffix(".yaml"))
    elif id == BANK:
        bank_of(templates)
    elif id == GROUPS:
        groups_of(templates, "")


def _in_line(number: int, line: str) -> list[Misplaced]:
    """Return the faults of the blanks in a line, where phrases stand as the text they give."""
    plain = _GIVEN.sub(_same_length, _OF_TEMPLATE.sub(_same_length, line))
    try:
        read_draft(plain, DERIVED.allowed)
    except TemplateFault as fault:
        whole = fault
    else:
        return []
    found = []
    for blank in BLANK.finditer(plain):
        try:
            read_draft(blank.group(), DERIVED.allowed)
        except TemplateFault as fault:
            found.append(Misplaced(number, blank.start(), blank.end(), fault.sentence, fault.suggestion))
    at = plain.find("{")
    return found or [Misplaced(number, max(at, 0), len(line), whole.sentence, whole.suggestion)]


def _same_length(found: re.Match[str]) -> str:
    return "x" * len(found.group())


def _whole_line(fault: TemplateFault, lines: list[str]) -> Misplaced:
    number = min(max(fault.line, 1), len(lines))
    line = lines[number - 1]
    start = len(line) - len(line.lstrip())
    return Misplaced(number, start, len(line.rstrip()), fault.sentence, fault.suggestion)
