"""Reading templates and drafts that nobody trusts (sandlåda), trust study 3.1.

Jinja2 reads the text and nothing else: what it read is held against an allow-list of nodes, filters and names, and then
walked by us. No template is ever turned into program code, so there is nothing to break out of, and a budget of steps
and characters ends what never ends. There is no arithmetic, no call, no attribute but a key of plain values, and no
statement at all in a draft.
"""

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from krisapp.compose.template_fault import TemplateFault, nearest
from krisapp.domain.words import N_, _

LONGEST_SOURCE = 20_000
LONGEST_TEXT = 20_000
MOST_FILTERS = 8
LONGEST_ARGUMENT = 200

Argument = str | int


class Call(msgspec.Struct, frozen=True):
    """One filter of a blank with its arguments."""

    filter: str
    arguments: tuple[Argument, ...] = ()


class Blank(msgspec.Struct, frozen=True):
    """A live blank of a draft (fält): a name, and the filters its value goes through."""

    name: str
    calls: tuple[Call, ...]
    line: int


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


def _parse(environment: ImmutableSandboxedEnvironment, text: str, most: int) -> nodes.Template:
    if len(text) > most:
        raise TemplateFault(1, _(N_("Texten är för lång. Korta den.")))
    try:
        return environment.parse(text)
    except TemplateSyntaxError as fault:
        sentence = _(N_("Ett fält är felskrivet. Kontrollera att varje {{ har sitt }} och varje citattecken sitt par."))
        raise TemplateFault(fault.lineno, sentence) from None
    except (RecursionError, ValueError, OverflowError):
        raise TemplateFault(1, _(N_("Ett fält är för djupt nästlat eller har ett för stort tal."))) from None


def read_template(text: str) -> nodes.Template:
    """Return a template as Jinja2 reads it, with the signs <% %> and << >>; raises `TemplateFault`."""
    return _parse(_TEMPLATE, text, LONGEST_SOURCE)


def read_draft(source: str, names: frozenset[str], filters: Mapping[str, Callable[..., Any]]) -> tuple[Line, ...]:
    """Return a draft as lines of plain text and live blanks.

    Only `{{ name | filter("text", 3) }}` is allowed, with names and filters of the given lists. Raises `TemplateFault`
    with the line, a sentence and the nearest known name.
    """
    pieces: list[Piece] = []
    for node in _parse(_DRAFT, source, LONGEST_SOURCE).body:
        if not isinstance(node, nodes.Output):
            raise TemplateFault(node.lineno, _(N_("Bara fält inom {{ }} får finnas i texten, inga satser inom {% %}.")))
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                pieces.append(part.data)
            else:
                pieces.append(_blank(part, names, filters))
    return _split(pieces)


def _blank(node: nodes.Node, names: frozenset[str], filters: Mapping[str, Callable[..., Any]]) -> Blank:
    calls: list[Call] = []
    while isinstance(node, nodes.Filter):
        if node.name not in filters:
            sentence = _(N_("Filtret {name} finns inte.")).format(name=node.name)
            raise TemplateFault(node.lineno, sentence, nearest(node.name, tuple(filters)))
        if node.kwargs or node.dyn_args or node.dyn_kwargs or node.node is None:
            raise TemplateFault(node.lineno, _(N_("Ett filter får bara ha text och heltal inom parentesen.")))
        calls.append(Call(node.name, tuple(_argument(argument) for argument in node.args)))
        node = node.node
        if len(calls) > MOST_FILTERS:
            raise TemplateFault(node.lineno, _(N_("Ett fält har för många filter.")))
    if not isinstance(node, nodes.Name) or node.ctx != "load":
        raise TemplateFault(
            node.lineno, _(N_("Ett fält får bara vara ett namn med filter, till exempel {{ headline | sentence }}."))
        )
    if node.name not in names:
        sentence = _(N_("Fältet {name} finns inte.")).format(name=node.name)
        raise TemplateFault(node.lineno, sentence, nearest(node.name, names))
    return Blank(node.name, tuple(reversed(calls)), node.lineno)


def _argument(node: nodes.Expr) -> Argument:
    if isinstance(node, nodes.Const):
        value = node.value
        if isinstance(value, str) and len(value) <= LONGEST_ARGUMENT and "\n" not in value:
            return value
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LONGEST_ARGUMENT:
            return value
    raise TemplateFault(node.lineno, _(N_("Ett filter får bara ha kort text och små heltal inom parentesen.")))


def _split(pieces: list[Piece]) -> tuple[Line, ...]:
    """Divide the pieces at line breaks of the source; a value never makes a line of its own here."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if isinstance(piece, Blank):
            lines[-1].append(piece)
            continue
        first, *rest = piece.split("\n")
        if first:
            lines[-1].append(first)
        lines.extend([part] if part else [] for part in rest)
    return tuple(tuple(line) for line in lines)
