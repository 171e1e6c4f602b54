"""One language's part of a text in several languages (språkblock): reviewed phrases only, with their blanks filled."""

from datetime import datetime

from krisapp.compose.contact_words import telephone
from krisapp.compose.phrase_book import Said
from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.whereabouts import where
from krisapp.domain.checks import Stage
from krisapp.domain.phrase_bank import slots
from krisapp.domain.phrase_rows import Translation
from krisapp.domain.versions import phrase_used

_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
"""FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: what stands between has its own direction (Unicode UAX 9)."""


def in_language(value: tuple[Said, ...], view: SheetView, code: str) -> str:
    """Return what is said in a language as a block of lines under the language's own name.

    Nothing at all if the first of it has not been reviewed in that language.
    """
    book = view.ground.book
    language = book.language(code)
    if language is None or not value or value[0].phrase not in book.reviewed[code]:
        return ""
    lines = [language.own]
    for one in (*_opening(view), *value, *_closing(view)):
        translation = book.reviewed[code].get(one.phrase)
        if translation is not None:
            view.read.add(phrase_used(code, translation.phrase, translation.text))
            lines.append(spoken_in(translation, one, rtl=language.rtl))
    return "\n".join(dict.fromkeys(lines))


def spoken_in(translation: Translation, said: Said, *, rtl: bool) -> str:
    """Return a phrase with its blanks filled; from right to left each value keeps its own direction."""
    values = {slot: getattr(said, slot) for slot in slots(translation.text)}
    return translation.text.format(**{slot: isolated(value) if rtl else value for slot, value in values.items()})


def isolated(text: str) -> str:
    """Return a text that keeps its own direction inside another."""
    return f"{_ISOLATE}{text}{_END_ISOLATE}"


def _opening(view: SheetView) -> list[Said]:
    stage = view.context.stage
    found = [Said("sender", place=view.context.sender)]
    if view.context.exercise:
        found.insert(0, Said("exercise"))
    if stage.mends:
        found.append(Said("correction"))
    elif stage is Stage.UPDATE:
        found.append(Said("new_update"))
    return found


def _closing(view: SheetView) -> list[Said]:
    names: Lines = view.value("places")
    found = []
    if where(view).startswith("i hela "):
        found.append(Said("applies_whole"))
    elif names:
        found.append(Said("applies_to", place=", ".join(names)))
    if view.context.stage is Stage.FINAL:
        return [*found, Said("last_update"), Said("thanks")]
    open_now = [name for name, words in view.value("safe_points").items() if words.lower().startswith("öpp")]
    found += [Said("safe_point_open", place=name) for name in open_now]
    if view.value("danger_to_life") and not view.context.stage.over:
        found.append(Said("call_112_danger"))
    if at := view.value("next_update"):
        found.append(Said("next_update", time=_moment(at, view.context.issued)))
    if number := telephone(view.value("contact").get("public", "")):
        found.append(Said("call_us", number=number))
    return found


def _moment(time: datetime, issued: datetime) -> str:
    """Return a time without words: "18:00", with the date before it on another day."""
    same = time.date() == issued.astimezone(time.tzinfo).date()
    return f"{time:%H:%M}" if same else f"{time:%Y-%m-%d} {time:%H:%M}"
