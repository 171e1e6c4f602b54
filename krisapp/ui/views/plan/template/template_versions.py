"""Former versions of a template (versioner): who adopted them, when and why, compared with the text that is written."""

from collections.abc import Mapping
from datetime import datetime
from difflib import unified_diff
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused, _
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import reader
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.two_panes import TwoPanes
from krisapp.ui.widgets.wrapped_list import WrappedList


class Version(NamedTuple):
    """A text a template has had: its number from 1, who adopted it, when, what was said, and whether it is in force."""

    number: int
    text: str
    by: str = ""
    at: datetime | None = None
    note: str = ""
    in_force: bool = False


def versions(plan: Plan, template: str, edits: list[Edit]) -> list[Version]:
    """Return the versions of a template, the newest first; the first is the one the plan came with."""
    place = ("template", (template,))
    people = {person.id: person.name for person in plan.people}
    oldest_first = list(reversed(edits))
    texts: list[Version] = []
    for edit in oldest_first:
        if not texts and (before := edit.before.get(place)):
            texts.append(Version(1, _text(before)))
        if after := edit.after.get(place):
            note = _("Ångrade en version") if edit.undoes is not None else edit.note
            texts.append(Version(len(texts) + 1, _text(after), people.get(edit.by, edit.by), edit.at, note))
    if not texts:
        texts = [Version(1, one.text) for one in plan.templates if one.id == template]
    if texts:
        texts[-1] = texts[-1]._replace(in_force=True)
    return texts[::-1]


def compared(old: str, new: str) -> str:
    """Return the lines in which two texts differ, those that go and those that come; nothing if they are the same."""
    lines = list(unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=2))[2:]
    return "\n".join(_("  …") if line.startswith("@@") else line for line in lines)


def _text(row: Mapping[str, object]) -> str:
    return str(row.get("text", ""))


class VersionsDialog(Dialog):
    """Shows the versions. `text` is that of the one to go on from, chosen by the button or Enter."""

    def __init__(self, found: list[Version], now: str, parent: QWidget) -> None:
        super().__init__(_("Versioner av mallen"), parent, _("Hämta till redigeraren"))
        self.text = ""
        self._now = now
        whole = QWidget(self)
        self.model = RowsModel[Version](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, _("Versioner"), whole)
        self.difference = reader(_("Skillnad mot texten i redigeraren"), whole)
        self.body.addWidget(TwoPanes(self.list, self.difference, whole, narrow=560), 1)
        self.list.chosen.connect(self._show)
        self.list.opened.connect(self._open)
        self.resize(current().px(860), current().px(520))
        self.model.feed(found)
        self.list.choose(found[0].number if found else 0)
        self.list.setFocus()

    def decide(self) -> None:
        """Take the text of the chosen version."""
        version = self.list.current
        if not isinstance(version, Version):
            raise Refused(N_("Välj en version i listan."))
        self.text = version.text

    def _show(self, version: object) -> None:
        if isinstance(version, Version):
            found = compared(version.text, self._now)
            head = _("Rader med – finns i versionen, rader med + i redigeraren.")
            same = _("Samma text som i redigeraren.")
            self.difference.setPlainText(f"{head}\n\n{found}" if found else same)

    def _open(self, _version: object) -> None:
        self.press()


def _key(version: Version) -> int:
    return version.number


def _title(version: Version) -> str:
    return _("Version {number}").format(number=version.number)


def _detail(version: Version) -> str:
    if version.at is None:
        return _("Som planen kom")
    when = f"{version.at.astimezone():%Y-%m-%d %H.%M}"
    told = _("{when}, {who}").format(when=when, who=version.by or _("okänd"))
    return f"{told}\n{version.note}" if version.note else told


def _mark(version: Version) -> Mark | None:
    return Mark(_("gäller"), Tone.GOOD, Shape.CHECK) if version.in_force else None


_COLUMNS = (Column[Version](N_("Version"), _title, _mark, _detail),)
