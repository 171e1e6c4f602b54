"""The chosen record in full (handlingen): its marks, and marking all of it or the words that are selected."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.domain.records import secrecy
from krisapp.domain.records.registration import number_of, register
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.after.lift_dialog import LiftDialog
from krisapp.ui.views.after.record_rows import RecordRow
from krisapp.ui.views.log_words import when
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.plain import label, reader, tooltip

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class RecordPane(QWidget):
    """Select words in the text and cover them, or mark all of it; each by a legal ground of the list (rule P31)."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(parent)
        self._live = live
        self._row: RecordRow | None = None
        self._title, self._marks = label("", self, "heading", wrap=True), label("", self, "quiet", wrap=True)
        self.text = reader("", self)
        self.text.setMinimumHeight(current().px(90))
        self.ground, self.note = Choice("", self), text_field("", self)
        self.ground.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.ground.setMinimumContentsLength(14)
        self._ground, self._note = Field("", self.ground, self), Field("", self.note, self)
        self.registered = text_field("", self, "KS 2027/14")
        self._registered = Field("", self.registered, self)
        self.cover_button = Button("", self.cover, self, "primary", "lock")
        self.whole_button = Button("", self.mark_whole, self, icon="lock")
        self.lift_button = Button("", self.lift, self, icon="undo")
        self._hint = label("", self, "quiet", wrap=True)
        fields = QHBoxLayout()
        fields.setSpacing(Space.M)
        fields.addWidget(self._note, 3)
        fields.addWidget(self._registered, 2)
        buttons = Flow()
        for button in (self.cover_button, self.whole_button, self.lift_button):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        column.addWidget(self.text, 1)
        column.addWidget(self._marks)
        column.addWidget(self._ground)
        column.addLayout(fields)
        column.addLayout(buttons)
        column.addWidget(self._hint)
        self.text.selectionChanged.connect(self._show_buttons)
        self.registered.returnPressed.connect(self.register)

    def show_row(self, row: RecordRow | None) -> None:
        """Show a record, or nothing."""
        self.setVisible(row is not None)
        if row is None:
            self._row = None
            return
        if self._row is None or self._row.subject != row.subject or self._row.text != row.text:
            self.text.setPlainText(row.text)
            self.registered.setText(number_of(self._live.incident, row.subject))
        self._row = row
        incident, now = self._live.incident, self._live.now()
        self._title.setText(row.about)
        lines = []
        for mark, stamp in secrecy.claims(incident, row.subject):
            what = ", ".join(f"”{passage}”" for passage in mark.passages) or _("allt")
            words = _("{ground}: {what}, av {person} {time}").format(
                ground=mark.ground, what=what, person=incident.name_of(stamp.person), time=when(stamp.at, now)
            )
            lines.append(f"{words}. {mark.note}" if mark.note else f"{words}.")
        self._marks.setText("\n".join(lines) or _("Ingen sekretess."))
        self._show_buttons()

    def retranslate(self) -> None:
        """Set every word."""
        self.text.setAccessibleName(_("Handlingens text"))
        self._ground.say(_("Lagrum"))
        chosen = [("", _("Välj lagrum"))]
        known = secrecy.grounds(self._live.plan)
        self.ground.fill([*chosen, *((key, f"{key} – {_(name)}") for key, name in known)], self.ground.key)
        self._note.say(_("Anteckning, lämnas inte ut"))
        self._registered.say(_("Diarienummer"))
        tooltip(self.registered, _("Numret i kommunens diarium. Enter sparar."))
        self.cover_button.say(_("Maska det markerade"))
        self.whole_button.say(_("Maska allt"))
        self.lift_button.say(_("Häv sekretessen …"))
        self._hint.setText(
            _(
                "Markera ord i texten och tryck F8. Samma ord maskas överallt i kopian, men står kvar i journalen. "
                "Säkerhetsskyddsklassificerade uppgifter hör inte hemma i Krisapp."
            )
        )

    def cover(self) -> None:
        """Cover the words that are selected, besides those covered by the same ground before."""

        def act() -> None:
            passage = self.text.textCursor().selectedText().replace("\u2029", "\n").strip()
            if not passage:
                raise Refused(N_("Markera orden som ska maskas först."))
            self._mark(passage)

        undo = self._undo_of_first()
        if attempt(self, act):
            told(self, _("Orden maskas i varje kopia som lämnas ut."), undo)

    def mark_whole(self) -> None:
        """Cover all of the record."""
        undo = self._undo_of_first()
        if attempt(self, lambda: self._mark("")):
            told(self, _("Hela handlingen maskas i varje kopia som lämnas ut."), undo)

    def register(self) -> None:
        """Note the record's number in the municipality's register."""
        row, live = self._row, self._live
        self._registered.clear_fault()
        if row is not None and attempt(
            self._registered, lambda: live.do(register(live.incident, row.subject, self.registered.text()))
        ):
            told(self, _("Diarienumret är sparat."))

    def lift(self) -> None:
        """Ask why, and lift every mark on the record."""
        row, live = self._row, self._live
        if row is None or not row.marks:
            return
        dialog = LiftDialog(live, row.subject, self)
        dialog.run()
        dialog.deleteLater()

    def _mark(self, passage: str) -> None:
        row = self._row
        if row is None:
            return
        ground = self.ground.key
        before = [one for one in row.marks if one.ground == ground]
        passages = [*(part for one in before for part in one.passages), passage] if passage else []
        if passage and any(not one.passages for one in before):
            raise Refused(N_("Allt är redan maskat enligt {ground}. Häv det först."), ground=ground)
        self._live.do(secrecy.mark(self._live.incident, row.subject, ground, self.note.text(), passages))
        self.note.clear()

    def _undo_of_first(self) -> Callable[[], object] | None:
        """Return the way back from the first mark; one among others is lifted with a reason instead."""
        row, live = self._row, self._live
        if row is None or row.marks:
            return None
        reason = _("Märkningen ångrades.")
        return lambda: attempt(self, lambda: live.do(secrecy.lift(live.incident, row.subject, reason)))

    def _show_buttons(self) -> None:
        row = self._row
        self.cover_button.setEnabled(row is not None and self.text.textCursor().hasSelection())
        self.lift_button.setEnabled(row is not None and bool(row.marks))
