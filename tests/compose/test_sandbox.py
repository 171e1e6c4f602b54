"""Templates and drafts are read and never run: nothing of theirs reaches the program (trust study 3.1)."""

import time

import pytest

from krisapp.compose.assembly import Assembler
from krisapp.compose.blanks import KINDS
from krisapp.compose.derived import DERIVED
from krisapp.compose.sandbox import LONGEST_SOURCE, LONGEST_TEXT, read_draft
from krisapp.compose.template_fault import TemplateFault
from tests.compose.written import changed, sheet, text_of

ATTACKS = (
    "''.__class__.__mro__",
    "headline.__class__",
    "headline['__class__']",
    "headline|attr('__class__')",
    "headline.__init__.__globals__",
    "headline.format('{0.__class__}')",
    "'{0.__class__}'.format(headline)",
    "headline.upper()",
    "self",
    "self._TemplateReference__context",
    "cycler.__init__.__globals__.os.popen('id').read()",
    "lipsum.__globals__['os']",
    "joiner.__init__",
    "namespace().__class__",
    "range(10**9)",
    "10**(10**7)",
    "'a'*300000000",
    "'%1000000000s' % 'a'",
    "headline|center(1000000000)",
    "headline ~ headline",
    "[headline]|map('upper')|list",
    "headline if true else headline",
    "headline is defined",
    "{'a': headline}",
    "(headline, headline)",
    "headline[0:3]",
    "dict(a=1)",
    "headline|sentence(x=1)",
    "headline|first(*(1,))",
    "headline|first(-1)",
    "headline|first(999999999)",
    "headline|section(headline)",
    "headline|section('" + "a" * 300 + "')",
    "9" * 5000,
    "(" * 390,
)
STATEMENTS = (
    "{% for a in headline %}a{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% set a = headline %}",
    "{% macro a() %}{% endmacro %}",
    "{% raw %}{{ headline }}{% endraw %}",
    "{# a #}",
)


def parse(source: str) -> object:
    return read_draft(source, DERIVED.allowed)


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_draft_holds_nothing_but_names_and_known_filters(attack: str) -> None:
    with pytest.raises(TemplateFault):
        parse(f"Hej {{{{ {attack} }}}}")


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_draft_holds_no_statement(statement: str) -> None:
    with pytest.raises(TemplateFault, match="inga satser"):
        parse(statement)


@pytest.mark.parametrize("attack", [attack for attack in ATTACKS if attack != "(headline, headline)"])
def test_a_template_holds_no_call_no_sum_and_no_attribute(attack: str) -> None:
    with pytest.raises(TemplateFault):
        Assembler({"a.j2": f"<< {attack} >>"}).assemble("a.j2", {"headline": "x"})


@pytest.mark.parametrize(
    "statement",
    [
        "<% set a = 1 %>",
        "<% macro a() %><% endmacro %>",
        "<% import 'b.j2' as b %>",
        "<% from 'b.j2' import b %>",
        "<% extends 'b.j2' %>",
        "<% block a %><% endblock %>",
        "<% include name %>",
        "<% call a() %><% endcall %>",
        "<% filter upper %>a<% endfilter %>",
        "<% with a = 1 %><% endwith %>",
        "<% for a in (1, 2) recursive %><< loop(a) >><% endfor %>",
        "<% for a, b in lines %><% endfor %>",
        "<% for a in word %><% endfor %>",
        "<% for lines in lines %><% endfor %>",
    ],
)
def test_a_template_has_only_if_for_and_include(statement: str) -> None:
    known = {"name": "b.j2", "lines": ("a", "b"), "word": "abc"}
    with pytest.raises(TemplateFault):
        Assembler({"a.j2": statement, "b.j2": ""}).assemble("a.j2", known)


def test_templates_that_read_each_other_in_a_ring_are_refused() -> None:
    with pytest.raises(TemplateFault, match="ring"):
        Assembler({"a.j2": "<% include 'b.j2' %>", "b.j2": "<% include 'a.j2' %>"}).assemble("a.j2", {})


def test_loops_within_loops_end_by_their_budget() -> None:
    loops = "<% for a in l %><% for b in l %><% for c in l %><% for d in l %>x<% endfor %><% endfor %><% endfor %>"
    start = time.perf_counter()
    with pytest.raises(TemplateFault):
        Assembler({"a.j2": f"{loops}<% endfor %>"}).assemble("a.j2", {"l": tuple("abcdefghij" * 10)})
    assert time.perf_counter() - start < 1


def test_a_template_that_gives_too_much_is_stopped() -> None:
    with pytest.raises(TemplateFault, match="för lång"):
        Assembler({"a.j2": "<% for a in l %><< t >><% endfor %>"}).assemble("a.j2", {"l": (1,) * 99, "t": "x" * 999})


def test_a_draft_that_is_too_long_is_refused_at_once() -> None:
    with pytest.raises(TemplateFault, match="för lång"):
        parse("a" * (LONGEST_SOURCE + 1))


def test_ten_thousand_open_blanks_are_refused_within_a_second() -> None:
    start = time.perf_counter()
    with pytest.raises(TemplateFault):
        parse("{{" * (LONGEST_SOURCE // 2))
    with pytest.raises(TemplateFault):
        parse('{{ "' * (LONGEST_SOURCE // 4))
    assert time.perf_counter() - start < 1


def test_a_text_that_becomes_too_long_is_stopped_with_a_sentence() -> None:
    known = changed(sheet("001"), what_happened="Mycket text. " * 200)
    with pytest.raises(TemplateFault, match="för lång"):
        text_of("{{ what_happened }}\n" * (LONGEST_TEXT // 1_000), known)


def test_a_fault_says_line_sentence_and_what_was_meant() -> None:
    with pytest.raises(TemplateFault) as raised:
        parse("Hej\n\n{{ headlin | sentence }}")
    assert (raised.value.line, raised.value.suggestion) == (3, "headline")
    assert str(raised.value) == "Rad 3: Fältet headlin finns inte. Menade du headline?"


def test_a_misspelt_filter_gets_a_suggestion() -> None:
    with pytest.raises(TemplateFault) as raised:
        parse("{{ headline | sentense }}")
    assert raised.value.suggestion == "sentence"


@pytest.mark.parametrize("source", ["{{ headline", "headline }}", "{{ }}", "{{ 'a }}", "{{ headline | }}", "{{{ a }}}"])
def test_a_miswritten_blank_is_said_in_words(source: str) -> None:
    with pytest.raises(TemplateFault):
        parse(source)


@pytest.mark.parametrize(
    "blank", ["headline | first", "headline | first('a')", "headline | section(1)", "a | new_to('x')"]
)
def test_arguments_are_checked_before_anything_is_written(blank: str) -> None:
    with pytest.raises(TemplateFault):
        parse(f"{{{{ {blank} }}}}")


def test_every_filter_says_what_it_takes() -> None:
    assert set(KINDS) and all(isinstance(kinds, tuple) for kinds in KINDS.values())
    assert KINDS["section"] == (str,)
    assert KINDS["first"] == (int,)


@pytest.mark.parametrize("value", ["{{ contact }}", "{% raw %}", "<< type >>", "{{ what_happened | sentence }}"])
def test_nothing_from_the_fact_sheet_is_read_as_a_template(value: str) -> None:
    known = changed(sheet("001"), headline=f"Koka {value} nu")
    assert text_of("{{ headline }}", known, channel="C03").text == f"Koka {value} nu"


def test_a_value_cannot_make_a_line_optional_or_begin_a_new_one() -> None:
    known = changed(sheet("001"), headline="~Koka\n~vattnet\n\nNu")
    assert text_of("{{ headline }}", known, channel="C03").text == "Koka ~vattnet Nu"
