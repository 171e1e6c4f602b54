"""Assembling a draft's source from templates (mallar) and a type's phrases (fraser).

A template says for one channel what stands in which order, by audience and stage; blocks are included, never copied.
What it gives is a draft's source, whose blanks are still live. It sees phrases and settings, never the fact sheet.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import nodes

from krisapp.compose.sandbox import LONGEST_TEXT, read_template
from krisapp.compose.template_fault import TemplateFault, nearest
from krisapp.domain.words import _

MOST_STEPS = 5_000
DEEPEST = 6

Known = Mapping[str, Any]
"""What a template may name: text, truth, lists of text, and phrases by key; plain values only."""


class Assembler:
    """Puts templates together; one for each set of templates, which are read once.

    `templates` are texts by id ("messages/blocks/advice.j2"). Raises `TemplateFault` for one that does not hold.
    """

    def __init__(self, templates: Mapping[str, str]) -> None:
        self._texts = templates
        self._read: dict[str, nodes.Template] = {}

    def assemble(self, template: str, known: Known) -> str:
        """Return the source a template gives for what is known."""
        walk = _Walk(self, dict(known))
        walk.include(template, 1)
        return "".join(walk.out)

    def tree(self, template: str, line: int) -> nodes.Template:
        """Return a template as read; raises `TemplateFault` if there is none of that name."""
        if template not in self._texts:
            sentence = _("Mallen {name} finns inte.").format(name=template)
            raise TemplateFault(line, sentence, nearest(template, tuple(self._texts)))
        if template not in self._read:
            try:
                self._read[template] = read_template(self._texts[template])
            except TemplateFault as fault:
                raise fault.within(template) from None
        return self._read[template]


class _Walk:
    """One walk through a template, with its budget of steps, depth and characters."""

    def __init__(self, assembler: Assembler, known: dict[str, Any]) -> None:
        self._assembler = assembler
        self._known = known
        self._steps = 0
        self._size = 0
        self._open: list[str] = []
        self.out: list[str] = []

    def include(self, template: str, line: int) -> None:
        tree = self._assembler.tree(template, line)
        if template in self._open or len(self._open) >= DEEPEST:
            raise TemplateFault(line, _("Mallar som läser in varandra i en ring går inte att använda."))
        self._open.append(template)
        try:
            self._body(tree.body)
        except TemplateFault as fault:
            raise fault.within(template) from None
        self._open.pop()

    def _body(self, body: list[nodes.Node]) -> None:
        for node in body:
            self._count(node)
            if isinstance(node, nodes.Output):
                for part in node.nodes:
                    self._write(part.data if isinstance(part, nodes.TemplateData) else self._text(part), part)
            elif isinstance(node, nodes.If):
                self._if(node)
            elif isinstance(node, nodes.For):
                self._for(node)
            elif isinstance(node, nodes.Include) and isinstance(node.template, nodes.Const):
                self.include(str(node.template.value), node.lineno)
            else:
                raise TemplateFault(node.lineno, _("Satsen är inte tillåten i en mall. Använd if, for och include."))

    def _if(self, node: nodes.If) -> None:
        if self._value(node.test):
            self._body(node.body)
            return
        for other in node.elif_:
            if self._value(other.test):
                self._body(other.body)
                return
        self._body(node.else_)

    def _for(self, node: nodes.For) -> None:
        plain = isinstance(node.target, nodes.Name) and not (node.test or node.recursive or node.else_)
        values = self._value(node.iter)
        if not plain or not isinstance(values, tuple):
            raise TemplateFault(node.lineno, _("En for-sats går bara igenom en lista av fraser."))
        assert isinstance(node.target, nodes.Name)
        name = node.target.name
        if name in self._known:
            raise TemplateFault(node.lineno, _("Namnet {name} är upptaget.").format(name=name))
        for value in values:
            self._known[name] = value
            self._body(node.body)
        self._known.pop(name, None)

    def _text(self, node: nodes.Node) -> str:
        value = self._value(node)
        if isinstance(value, tuple):
            return "\n".join(str(line) for line in value)
        if not isinstance(value, str):
            raise TemplateFault(node.lineno, _("Bara text kan skrivas ut i en mall."))
        return value

    def _value(self, node: nodes.Node) -> Any:
        self._count(node)
        match node:
            case nodes.Const():
                return node.value
            case nodes.Name():
                return self._look_up(self._known, node.name, node.lineno)
            case nodes.Getattr():
                holder = self._value(node.node)
                if not isinstance(holder, dict):
                    raise TemplateFault(node.lineno, _("Bara fraser har en punkt i namnet."))
                return self._look_up(holder, node.attr, node.lineno)
            case nodes.Not():
                return not self._value(node.node)
            case nodes.And():
                return self._value(node.left) and self._value(node.right)
            case nodes.Or():
                return self._value(node.left) or self._value(node.right)
            case nodes.Tuple() | nodes.List():
                return tuple(self._value(item) for item in node.items)
            case nodes.Compare(ops=[nodes.Operand() as operand]):
                return self._compare(node, operand)
        raise TemplateFault(node.lineno, _("Uttrycket är inte tillåtet i en mall."))

    def _compare(self, node: nodes.Compare, operand: nodes.Operand) -> bool:
        left, right = self._value(node.expr), self._value(operand.expr)
        if operand.op == "eq":
            return bool(left == right)
        if operand.op == "ne":
            return bool(left != right)
        if operand.op in ("in", "notin") and isinstance(right, tuple):
            return (left in right) == (operand.op == "in")
        raise TemplateFault(node.lineno, _("Jämför bara med ==, !=, in och not in."))

    def _look_up(self, holder: Mapping[str, Any], name: str, line: int) -> Any:
        if name not in holder:
            sentence = _("Namnet {name} finns inte.").format(name=name)
            raise TemplateFault(line, sentence, nearest(name, tuple(holder)))
        return holder[name]

    def _write(self, text: str, node: nodes.Node) -> None:
        self._size += len(text)
        if self._size > LONGEST_TEXT:
            raise TemplateFault(node.lineno, _("Mallen ger en för lång text."))
        self.out.append(text)

    def _count(self, node: nodes.Node) -> None:
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise TemplateFault(node.lineno, _("Mallen tar för många steg."))
