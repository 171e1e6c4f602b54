"""Reading templates and drafts that nobody trusts (sandlåda), trust study 3.1.

Jinja2 reads the text and nothing else: what it read is held against an allow-list of nodes, filters and names, and then
walked by us. No template is ever turned into program code, so there is nothing to break out of, and a budget of steps
and characters ends what never ends. There is no arithmetic, no call, no attribute but a key of plain values, and no
statement at all in a draft.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NewType

import msgspec
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from krisapp.compose.template_fault import TemplateFault, nearest
from krisapp.domain.words import _

LONGEST_SOURCE = 20_000
LONGEST_TEXT = 20_000
MOST_FILTERS = 8
LONGEST_ARGUMENT = 200

BLANK = re.compile(r"""\{\{(?:"[^"]*"|'[^']*'|[^"'{}]|\}(?!\})|\{(?!\{)){1,400}\}\}""")
"""A live blank as it is written, whole on a line."""

_SIGNS = re.compile(r"\{(?=[{%#])|[}%#](?=\})")
"""What begins or ends a sign of a template."""

Argument = str | int
Named = NewType("Named", str)
"""An argument that is the name of a blank."""


class Call(msgspec.Struct, frozen=True):
    """One filter of a blank with its arguments."""

    filter: str
    arguments: tuple[Argument, ...] = ()


class Allowed:
    """What a draft may hold: names of blanks, and filters with the kinds of their arguments: text, number, a name."""

    def __init__(self, names: frozenset[str], filters: Mapping[str, tuple[object, ...]]) -> None:
        self.names = names
        self.filters = filters


class Blank(msgspec.Struct, frozen=True):
    """A live blank of a draft (fält): a name, and the filters its value goes through."""

    name: str
    calls: tuple[Call, ...]


Piece = str | Blank
Line = tuple[Piece, ...]


def _environment(**signs: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        keep_trailing_newline=True,
        **signs,
    )
    environment.globals.clear()
    environment.filters.clear()
    environment.tests.clear()
    return environment


_DRAFT = _environment()
_TEMPLATE = _environment(
    block_start_string="<%",
    block_end_string="%>",
    variable_start_string="<<",
    variable_end_string=">>",
    comment_start_string="<#",
    comment_end_string="#>",
)
_TEMPLATE.trim_blocks = True
_TEMPLATE.lstrip_blocks = True


def _parse(environment: ImmutableSandboxedEnvironment, text: str) -> nodes.Template:
    if len(text) > LONGEST_SOURCE:
        raise TemplateFault(1, _("Texten är för lång. Korta den."))
    try:
        return environment.parse(text)
    except TemplateSyntaxError as fault:
        raise TemplateFault(fault.lineno, _miswritten()) from None
    except (RecursionError, ValueError, OverflowError):
        raise TemplateFault(1, _("Ett fält är för djupt nästlat eller har ett för stort tal.")) from None


@lru_cache(maxsize=512)
def read_template(text: str) -> nodes.Template:
    """Return a template as Jinja2 reads it, with the signs <% %> and << >>; each text is read once.

    Raises `TemplateFault`.
    """
    return _parse(_TEMPLATE, text)


@lru_cache(maxsize=1024)
def read_draft(source: str, allowed: Allowed) -> tuple[Line, ...]:
    """Return a draft as lines of plain text and live blanks; each source is read once.

    Only `{{ name | filter("text", 3) }}` is allowed, whole on a line, with allowed names and filters. Raises
    `TemplateFault` with the line, a sentence and the nearest known name.
    """
    if len(source) > LONGEST_SOURCE:
        raise TemplateFault(1, _("Texten är för lång. Korta den."))
    lines = []
    for number, line in enumerate(source.split("\n"), 1):
        try:
            lines.append(_line(line, allowed))
        except TemplateFault as fault:
            raise TemplateFault(number, fault.sentence, fault.suggestion) from None
    return tuple(lines)


def _line(line: str, allowed: Allowed) -> Line:
    if "{" not in line and "}}" not in line:
        return (line,) if line else ()
    pieces: list[Piece] = []
    end = 0
    for found in BLANK.finditer(line):
        pieces += [_text(line[end : found.start()]), _blank(found.group(), allowed)]
        end = found.end()
    pieces.append(_text(line[end:]))
    return tuple(piece for piece in pieces if piece)


def _text(text: str) -> str:
    """Return what stands between blanks, which may hold no other sign of a template."""
    if "{%" in text or "{#" in text:
        raise TemplateFault(1, _("Bara fält inom {{ }} får finnas i texten, inga satser inom {% %}."))
    if "{{" in text or "}}" in text:
        raise TemplateFault(1, _miswritten())
    return text


def literal(text: str) -> tuple[str, int]:
    """Return a text from outside so that nothing in it is read as a blank or a statement, and how much was changed.

    The braces stay, with a space between them.
    """
    return _SIGNS.subn(r"\g<0> ", text)


def _miswritten() -> str:
    return _(
        "Ett fält är felskrivet. Kontrollera att varje {{ har sitt }} på samma rad och varje citattecken sitt par."
    )


@lru_cache(maxsize=4096)
def _blank(text: str, allowed: Allowed) -> Blank:
    """Return a blank as Jinja2 reads it; the same blank is read once."""
    body = _parse(_DRAFT, text).body
    if len(body) != 1 or not isinstance(body[0], nodes.Output) or len(body[0].nodes) != 1:
        raise TemplateFault(1, _miswritten())
    return _checked(body[0].nodes[0], allowed)


def _checked(node: nodes.Node, allowed: Allowed) -> Blank:
    calls: list[Call] = []
    while isinstance(node, nodes.Filter):
        if node.name not in allowed.filters:
            sentence = _("Filtret {name} finns inte.").format(name=node.name)
            raise TemplateFault(node.lineno, sentence, nearest(node.name, allowed.filters))
        if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise TemplateFault(node.lineno, _("Ett filter får bara ha text och heltal inom parentesen."))
        calls.append(Call(node.name, _arguments(node.name, node.args, allowed)))
        node = node.node
        if len(calls) > MOST_FILTERS:
            raise TemplateFault(node.lineno, _("Ett fält har för många filter."))
    if not isinstance(node, nodes.Name) or node.ctx != "load":
        raise TemplateFault(
            node.lineno, _("Ett fält får bara vara ett namn med filter, till exempel {{ headline | sentence }}.")
        )
    if node.name not in allowed.names:
        sentence = _("Fältet {name} finns inte.").format(name=node.name)
        raise TemplateFault(node.lineno, sentence, nearest(node.name, allowed.names))
    return Blank(node.name, tuple(reversed(calls)))


def _arguments(name: str, given: list[nodes.Expr], allowed: Allowed) -> tuple[Argument, ...]:
    kinds = allowed.filters[name]
    arguments = tuple(_argument(each) for each in given)
    if len(arguments) != len(kinds) or any(
        isinstance(value, int) != (kind is int) for value, kind in zip(arguments, kinds, strict=True)
    ):
        raise TemplateFault(
            1, _("Filtret {name} har fel antal eller fel slags värden inom parentesen.").format(name=name)
        )
    for value, kind in zip(arguments, kinds, strict=True):
        if kind is Named and value not in allowed.names:
            sentence = _("Fältet {name} finns inte.").format(name=value)
            raise TemplateFault(1, sentence, nearest(str(value), allowed.names))
    return arguments


def _argument(node: nodes.Expr) -> Argument:
    if isinstance(node, nodes.Const):
        value = node.value
        if isinstance(value, str) and len(value) <= LONGEST_ARGUMENT and "\n" not in value:
            return value
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_ARGUMENT:
            return value
    raise TemplateFault(node.lineno, _("Ett filter får bara ha kort text och små heltal inom parentesen."))
