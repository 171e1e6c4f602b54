"""The phrase bank in the plan (fraser): each sentence in a chosen language, where it stands, and signing it off."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.phrase_bank import STANDING_NAMES, Standing, standing, translations
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.phrase_taking import take_phrases
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_editing import PlanEditing
from krisapp.store.plan.plan_store import Edit
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Space, Tone
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.plan.table.phrase_dialog import PhraseDialog
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

_LOOKS = {
    Standing.MISSING: (Tone.NEUTRAL, Shape.DASH),
    Standing.DRAFT: (Tone.WAIT, Shape.HALF),
    Standing.OUTDATED: (Tone.ALARM, Shape.TRIANGLE),
    Standing.REVIEWED: (Tone.GOOD, Shape.CHECK),
}
_ALL = "all"


class PhraseRow(NamedTuple):
    """A phrase as the list shows it in the chosen language."""

    phrase: Phrase
    translation: Translation | None
    standing: Standing


class Phrases(QWidget):
    """Lists the phrases in one language; Enter opens one to be translated and signed off."""

    def __init__(self, live: Live, changes: PlanChanges, parent: QWidget) -> None:
        super().__init__(parent)
        self._live, self._changes = live, changes
        self.language = Choice("", self)
        self.where = Choice("", self)
        self._language_name = label("", self, "caption")
        self._where_name = label("", self, "caption")
        self._count = label("", self, "quiet", wrap=True)
        self.model = RowsModel[PhraseRow](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, "", self)
        self.open = Button("", self.open_chosen, self)
        self.take = Button("", self.take_over, self)
        self._language_name.setBuddy(self.language)
        self._where_name.setBuddy(self.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        tools = Flow()
        for part in (self._language_name, self.language, self._where_name, self.where, self.open, self.take):
            tools.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        self.language.chose.connect(self._choose)
        self.where.chose.connect(self._choose)
        self.list.opened.connect(self._open)

    def refresh(self) -> None:
        """Show the plan as it stands."""
        plan = self._live.workplace.plan
        self.language.fill([(one.id, f"{one.name} ({one.own})") for one in plan.languages])
        known = translations(plan, self.language.key)
        rows = [PhraseRow(one, known.get(one.id), standing(one, known.get(one.id))) for one in plan.phrases]
        wanted = self.where.key or _ALL
        self.model.feed([row for row in rows if wanted in (_ALL, row.standing)])
        done = sum(row.standing is Standing.REVIEWED for row in rows)
        words = _("{done} av {all} fraser är granskade på {language}. Bara granskade fraser används i texter.")
        chosen = self._language()
        self._count.setText(words.format(done=done, all=len(rows), language=chosen.name if chosen else "–"))
        if self.model.rows and self.list.current is None:
            self.list.choose(_key(self.model.rows[0]))
        self.open.setEnabled(bool(self.model.rows))
        self.take.setVisible(self._live.has_incident)

    def retranslate(self) -> None:
        """Set every word."""
        self._language_name.setText(_("Språk"))
        self.language.setAccessibleName(_("Språk"))
        self._where_name.setText(_("Visa"))
        self.where.setAccessibleName(_("Vilka fraser som visas"))
        names = [(_ALL, _("alla"))]
        self.where.fill([*names, *((one, _(STANDING_NAMES[one])) for one in Standing)])
        self.list.setAccessibleName(_("Fraser på valt språk"))
        self.open.say(_("Översätt och granska …"))
        tooltip(self.open, _("Öppnar den valda frasen (Enter)"))
        self.take.say(_("Hämta till händelsen"))
        tooltip(self.take, _("Händelsen kör på planen som den var. Hämtar fraser som har granskats sedan dess."))
        self.model.retranslate()

    def show_phrase(self, id: str) -> None:
        """Go to a phrase, whatever is filtered."""
        self.where.choose(_ALL)
        self.refresh()
        self.list.choose(id)
        self.list.setFocus()

    def open_chosen(self) -> None:
        """Open the chosen phrase."""
        self._open(self.list.current)

    def take_over(self) -> None:
        """Let the open incident use what has been reviewed since it started."""
        attempt(self, self._take)

    def _take(self) -> None:
        self._live.desk.do(take_phrases(self._live.incident, self._live.workplace.plan))

    def _language(self) -> Language | None:
        plan = self._live.workplace.plan
        return next((one for one in plan.languages if one.id == self.language.key), None)

    def _choose(self, _key: str) -> None:
        self.refresh()

    def _open(self, row: object) -> None:
        language = self._language()
        if isinstance(row, PhraseRow) and language is not None:
            today = self._live.now().date().isoformat()
            PhraseDialog(row.phrase, row.translation, language, today, self._save, self).run()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, near: QWidget, translation: Translation) -> bool:
        words = _("Frasen är granskad.") if translation.reviewed_by else _("Frasen är sparad.")
        return self._changes.change(near, words, partial(_saved, translation))


def _saved(translation: Translation, editing: PlanEditing) -> Edit:
    return editing.save_translation(translation)


def _key(row: PhraseRow) -> str:
    return row.phrase.id


def _title(row: PhraseRow) -> str:
    return row.phrase.sv


def _detail(row: PhraseRow) -> str:
    return row.translation.text if row.translation else ""


def _mark(row: PhraseRow) -> Mark:
    return Mark(_(STANDING_NAMES[row.standing]), *_LOOKS[row.standing])


def _note(row: PhraseRow) -> str:
    if row.translation is None or row.standing is not Standing.REVIEWED:
        return ""
    return _("{who}, {date}").format(who=row.translation.reviewed_by, date=row.translation.reviewed_on)


_COLUMNS = (Column[PhraseRow](N_("Fras"), _title, mark=_mark, detail=_detail, note=_note),)
