"""The filters of live blanks (fält): how a value of the fact sheet is written in a text.

Each takes the value, the view it came from and its own arguments, and returns text or lines. None builds more than
it was given: a filter can shorten, join and dress, nothing else.
"""

from collections.abc import Callable
from datetime import datetime
from inspect import signature
from typing import Any

from krisapp.compose import wording
from krisapp.compose.language_block import in_language
from krisapp.compose.sandbox import Named
from krisapp.compose.sheet_view import SheetView, is_empty
from krisapp.domain.language import clock
from krisapp.domain.language.lix import words
from krisapp.domain.language.places import join
from krisapp.domain.language.sentences import sentences

Filter = Callable[..., Any]

NEED = "need"

SAID = 0.95
"""The share of its words that makes a sentence said already."""


def unfilled(label: str) -> str:
    """Return what stands in a text where a required value is missing."""
    return f"[fyll i: {label}]"


def lines_of(value: Any) -> tuple[str, ...]:
    """Return a value as lines of text."""
    if isinstance(value, tuple):
        return tuple(str(line) for line in value)
    if isinstance(value, datetime):
        return (clock.stamp(value),)
    return (str(value),) if value else ()


def need(value: Any, _view: SheetView) -> Any:
    """Return the value; where there is none, the text says that it must be filled in."""
    return value


def default(value: Any, _view: SheetView, text: str) -> Any:
    """Return the value, or the text where there is none."""
    return text if is_empty(value) else value


def sentence(value: Any, _view: SheetView) -> str:
    """Return the value as whole sentences in a row."""
    return " ".join(wording.sentence(line) for line in lines_of(value))


def by_manager(value: Any, _view: SheetView) -> str:
    """Return what is written to employees as their manager says it, in whole sentences."""
    return wording.by_manager(sentence(value, _view))


def heading(value: Any, _view: SheetView) -> str:
    """Return the value as a heading."""
    return wording.heading(" ".join(lines_of(value)))


def inner(value: Any, _view: SheetView) -> str:
    """Return the value as it stands inside a sentence, without a full stop."""
    return wording.inner(" ".join(lines_of(value)))


def capital(value: Any, _view: SheetView) -> str:
    """Return the value with a capital first."""
    text = " ".join(lines_of(value))
    return text[:1].upper() + text[1:]


def lines(value: Any, _view: SheetView) -> str:
    """Return each line of the value as a sentence on a line of its own."""
    return "\n".join(wording.sentence(line) for line in lines_of(value))


def section(value: Any, _view: SheetView, title: str) -> str:
    """Return the value as lines under a heading, with an empty line before; nothing if there is nothing."""
    found = lines_of(value)
    return "\n".join(("", title, *(wording.sentence(line) for line in found))) if found else ""


def listed(value: Any, _view: SheetView) -> str:
    """Return names as a list in words."""
    return join(lines_of(value))


def first(value: Any, _view: SheetView, count: int) -> Any:
    """Return the first lines of the value."""
    return lines_of(value)[:count]


def from_line(value: Any, _view: SheetView, number: int) -> Any:
    """Return the lines of the value from a number, counted from 1."""
    return lines_of(value)[max(number - 1, 0) :]


def opening_sentence(value: Any, _view: SheetView) -> str:
    """Return the first sentence of a text."""
    found = sentences(" ".join(lines_of(value)))
    return found[0] if found else ""


def further_sentences(value: Any, _view: SheetView) -> str:
    """Return a text after its first sentence."""
    return " ".join(sentences(" ".join(lines_of(value)))[1:])


def brief(value: Any, _view: SheetView, most: int) -> Any:
    """Return the lines of the value that have at most so many words."""
    return tuple(line for line in lines_of(value) if len(words(line)) <= most)


def new_to(value: Any, view: SheetView, name: Named) -> Any:
    """Return the lines of the value that something else in the text does not say already, without what they repeat."""
    said = frozenset().union(*(wording.content(line) for line in lines_of(view.value(name))))
    return tuple(wording.unsaid(line, said) for line in lines_of(value) if not wording.repeats(line, said))


def beyond(value: Any, view: SheetView, name: Named) -> str:
    """Return a text without the sentences that something else has said already; the whole of it if that is all."""
    said = frozenset().union(*(wording.content(line) for line in lines_of(view.value(name))))
    found = sentences(" ".join(lines_of(value)))
    return " ".join([part for part in found if not wording.repeats(part, said, SAID)] or found)


def answer(value: Any, _view: SheetView, question: str, stem: str) -> str:
    """Return a question with the advice that answers it, known by how one of its words begins; else nothing."""
    for line in lines_of(value):
        if any(word.lower().startswith(stem) for word in words(line)):
            return f"{question}\n{wording.sentence(line)}"
    return ""


def answer_or(value: Any, _view: SheetView, question: str, stem: str, otherwise: str) -> str:
    """Return a question with the line that answers it, known by how one of its words begins; else another answer."""
    return answer(value, _view, question, stem) or f"{question}\n{otherwise}"


def further_orders(value: Any, _view: SheetView) -> str:
    """Return of a text after its first sentence the sentences that tell what to do."""
    return " ".join(part for part in sentences(" ".join(lines_of(value)))[1:] if wording.is_order(part))


def further_statements(value: Any, _view: SheetView) -> str:
    """Return of a text after its first sentence the sentences that tell how things are."""
    return " ".join(part for part in sentences(" ".join(lines_of(value)))[1:] if not wording.is_order(part))


def _timed(told: Callable[[datetime], str]) -> Filter:
    def filter(value: Any, _view: SheetView) -> str:
        return told(value) if isinstance(value, datetime) else str(value)

    return filter


def _timed_here(told: Callable[[datetime, datetime], str]) -> Filter:
    def filter(value: Any, view: SheetView) -> str:
        return told(value, view.context.issued) if isinstance(value, datetime) else str(value)

    return filter


def _sms_moment(time: datetime, issued: datetime) -> str:
    """Return a time for a text message, with its date if it is another day: "kl. 18.00", "fredag 15/1 kl. 00.30"."""
    return clock.short_moment(time, issued).rpartition("kl. ")[0] + clock.clock(time)


def _dated(time: datetime) -> str:
    """Return a time with its day: "fredag 11 juni kl. 18.00"."""
    return f"{clock.day(time)} {clock.clock(time)}"


def _english_stamp(time: datetime) -> str:
    """Return date and time of day in English: "Friday 11 June 2027, 13:40"."""
    return f"{clock.english_date(time)}, {clock.english_clock(time)}"


def _plain_stamp(time: datetime) -> str:
    """Return date and time of day without words, the same in every language: "2027-06-11 13:40"."""
    return f"{time:%Y-%m-%d %H:%M}"


FILTERS: dict[str, Filter] = {
    NEED: need,
    "default": default,
    "sentence": sentence,
    "by_manager": by_manager,
    "heading": heading,
    "inner": inner,
    "capital": capital,
    "lines": lines,
    "section": section,
    "listed": listed,
    "first": first,
    "from_line": from_line,
    "opening_sentence": opening_sentence,
    "further_sentences": further_sentences,
    "brief": brief,
    "new_to": new_to,
    "beyond": beyond,
    "answer": answer,
    "answer_or": answer_or,
    "further_orders": further_orders,
    "further_statements": further_statements,
    "clock": _timed(clock.clock),
    "stamp": _timed(clock.stamp),
    "dated": _timed(_dated),
    "day": _timed(clock.day),
    "english_stamp": _timed(_english_stamp),
    "moment": _timed_here(clock.moment),
    "sms_moment": _timed_here(_sms_moment),
    "spoken_moment": _timed_here(clock.spoken_moment),
    "english_moment": _timed_here(clock.english_moment),
    "plain_stamp": _timed(_plain_stamp),
    "in_language": in_language,
}

KINDS: dict[str, tuple[object, ...]] = {
    name: tuple(parameter.annotation for parameter in list(signature(filter).parameters.values())[2:])
    for name, filter in FILTERS.items()
}
"""The kinds of each filter's own arguments, after the value and the view."""
