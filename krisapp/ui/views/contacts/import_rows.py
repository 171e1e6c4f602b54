"""The rows of a file with contacts as they are shown before they are taken in (förhandsgranskning)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from krisapp.domain.contacts.contact_columns import FIELDS
from krisapp.domain.contacts.contact_import import VERDICT_NAMES, Act, JudgedRow, Verdict, merged, why_left
from krisapp.domain.contacts.contact_values import PRIVATE, typed_of
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, _
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.page.reading import Block, Voice
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

EVERY = "*"
"""The choice of all rows."""

_CALLED = {
    Verdict.NEW: N_("Nya"),
    Verdict.CHANGES: N_("Ändrar"),
    Verdict.SAME: N_("Oförändrade"),
    Verdict.DOUBLE: N_("Kan vara dubbletter"),
    Verdict.REJECTED: N_("Avvisas"),
}


class ShownRow(NamedTuple):
    """A row with what is to be done with it."""

    judged: JudgedRow
    act: Act


def shown_rows(judged: Iterable[JudgedRow], acts: dict[int, Act], verdict: str = EVERY) -> list[ShownRow]:
    """Return the rows of a verdict with what is to be done with each."""
    return [
        ShownRow(one, acts.get(one.row.number, one.acts[0])) for one in judged if verdict in (EVERY, one.verdict.value)
    ]


def verdict_choices(judged: Sequence[JudgedRow]) -> list[tuple[str, str]]:
    """Return what can be chosen to be shown: all, and each verdict there is, with how many."""
    counts = {verdict: sum(one.verdict is verdict for one in judged) for verdict in Verdict}
    some = [(verdict.value, f"{_(_CALLED[verdict])} ({count})") for verdict, count in counts.items() if count]
    return [(EVERY, _("Alla ({count})").format(count=len(judged))), *some]


def row_key(row: ShownRow) -> int:
    """Return what names a row: where it stands in the file."""
    return row.judged.row.number


def row_mark(row: ShownRow) -> Mark:
    """Return what becomes of a row, by word and shape."""
    verdict, act = row.judged.verdict, row.act
    if verdict is Verdict.REJECTED:
        return Mark(_(VERDICT_NAMES[verdict]), Tone.ALARM, Shape.CROSS)
    if verdict is Verdict.SAME:
        return Mark(_(VERDICT_NAMES[verdict]), Tone.NEUTRAL, Shape.DASH)
    if verdict is Verdict.DOUBLE and act is Act.LEAVE:
        return Mark(_("dubblett? lämnas"), Tone.WAIT, Shape.TRIANGLE)
    if act is Act.LEAVE:
        return Mark(_("lämnas"), Tone.NEUTRAL, Shape.RING)
    if act is Act.CHANGE:
        return Mark(_("ändrar"), Tone.INFO, Shape.HALF)
    return Mark(_("ny"), Tone.GOOD, Shape.DIAMOND)


def act_words(judged: JudgedRow, act: Act) -> str:
    """Return what a button says that does this with a row."""
    if act is Act.CHANGE and judged.like is not None:
        return _("Ändra {name}").format(name=judged.like.name)
    return _("Lägg till som ny") if act is Act.ADD else _("Lämna")


def page(row: ShownRow, headings: Sequence[str]) -> list[Block]:
    """Return a row to read: why, and beside each other what the plan says and what it would say."""
    one = row.judged
    title = _name(row) or _("Rad {number}").format(number=one.row.number)
    blocks = [Block(Voice.TITLE, title), Block(Voice.QUIET, _("Rad {number} i filen").format(number=one.row.number))]
    blocks += [Block(Voice.STRONG, sentence) for sentence in _why(one)]
    blocks += [Block(Voice.TEXT, str(remark)) for remark in one.remarks]
    if one.person is None:
        lines = tuple((_(heading), cell) for heading, cell in zip(headings, one.row.cells, strict=False) if cell)
        if lines:
            blocks.append(Block(Voice.TABLE, _("Raden i filen"), rows=((_("Kolumn"), _("I filen")), *lines)))
        return blocks
    before = _said(one.like) if one.like else {}
    after = _said(merged(one.like, one.person) if one.like else one.person)
    lines3 = tuple(
        (label, before.get(label, ""), after.get(label, ""))
        for label in dict.fromkeys((*before, *after))
        if before.get(label) or after.get(label)
    )
    if one.like is not None:
        head3 = (_("Fält"), _("I planen"), _("Om raden ändrar"))
        blocks.append(Block(Voice.TABLE, _("Sida vid sida: planen och filen"), rows=(head3, *lines3)))
    else:
        lines = tuple((label, text) for label, _before, text in lines3)
        blocks.append(Block(Voice.TABLE, _("Kontakten"), rows=((_("Fält"), _("I filen")), *lines)))
    return blocks


def _why(one: JudgedRow) -> list[str]:
    if one.verdict is Verdict.REJECTED:
        return [str(fault) for fault in one.faults]
    if one.verdict is Verdict.DOUBLE and one.like is not None:
        return [
            _("Samma nummer, e-post eller namn som {name} i planen. Välj vad som ska göras.").format(name=one.like.name)
        ]
    if one.verdict is Verdict.DOUBLE:
        return [_("Samma kontakt som rad {number} i filen. Välj vad som ska göras.").format(number=one.row_like)]
    if one.verdict is Verdict.SAME:
        return [_("Planen säger redan detsamma.")]
    return []


def _said(person: Person) -> dict[str, str]:
    """Return what a contact says by the names of its fields; a private number says so."""
    typed = typed_of(person)
    said = {}
    for name, text in typed.items():
        own = name in PRIVATE and name in person.private
        said[_(FIELDS[f"private_{name}" if own else name])] = text
    if person.protected:
        said[_(FIELDS["protected"])] = _("ja")
    return said


def _name(row: ShownRow) -> str:
    one = row.judged
    return one.person.name if one.person else one.name or next((cell for cell in one.row.cells if cell.strip()), "")


def _detail(row: ShownRow) -> str:
    one = row.judged
    if one.person is None:
        return why_left(one)
    number = one.person.mobile or one.person.phone or one.person.email
    return " · ".join(word for word in (number, one.person.function, *map(str, one.remarks)) if word)


def _number(row: ShownRow) -> str:
    return str(row.judged.row.number)


def _nothing(_row: ShownRow) -> str:
    return ""


ROW_COLUMNS = (
    Column[ShownRow](N_("Rad"), _number, right=True),
    Column[ShownRow](N_("Kontakt"), _name, detail=_detail, stretch=True),
    Column[ShownRow](N_("Blir"), _nothing, mark=row_mark),
)
