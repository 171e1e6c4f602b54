"""Contacts out of the program (exportera kontakter): whom, in which form, and why if private numbers are to leave."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from krisapp.domain.contacts.contact_open import HeldBack, held_back
from krisapp.domain.plan_rows import Person
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.views.contacts.listing import EVERYONE, STALE, sort_key
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick, text_field
from krisapp.ui.widgets.plain import label

CHOSEN = "#"
"""The choice of those that are chosen in the list."""


class ExportDialog(Dialog):
    """`people`, `form`, `private` and `reason` are what was chosen, once it is confirmed."""

    def __init__(self, people: Sequence[Person], chosen: Sequence[Person], group: str, parent: QWidget) -> None:
        super().__init__(_("Exportera kontakter"), parent, _("Spara …"))
        self._people, self._chosen = people, chosen
        self.whom, self.form_choice = Choice("", self), Choice("", self)
        names = sorted({one for person in people for one in person.groups}, key=sort_key)
        some = [(CHOSEN, _("De {count} valda").format(count=len(chosen)))] if len(chosen) > 1 else []
        self.whom.fill(
            [(EVERYONE, _("Alla")), *some, *((name, _("Gruppen {name}").format(name=name)) for name in names)]
        )
        self.whom.choose(CHOSEN if some else (EVERYONE if group == STALE else group))
        self.whom.chose.connect(self._say)
        self.form_choice.fill([(ending, _(word)) for ending, word in _FORM_WORDS.items()])
        self._told = label("", self, wrap=True)
        self.own = Tick(_("Ta med privata nummer och adresser"), self, self._ask_reason)
        self.why = text_field("", self)
        help = _("Skälet, ditt namn och tiden står i planens historik.")
        self._why = Field(_("Varför behövs de?"), self.why, self, help)
        for part in (
            Field(_("Vilka"), self.whom, self),
            Field(_("Form"), self.form_choice, self),
            self._told,
            self.own,
            self._why,
        ):
            self.body.addWidget(part)
        self.setMinimumWidth(min(current().px(520), parent.window().width()))
        self._why.hide()
        self._say()
        self.whom.setFocus()

    @property
    def people(self) -> list[Person]:
        """Return whom it is about, those with a protected identity too: they are held back when the file is made."""
        if self.whom.key == CHOSEN:
            return list(self._chosen)
        return [one for one in self._people if self.whom.key in (EVERYONE, *one.groups)]

    @property
    def form(self) -> str:
        """Return the ending of the file that was chosen."""
        return self.form_choice.key

    @property
    def private(self) -> bool:
        """Return whether private numbers and addresses are to leave."""
        return self.own.isChecked()

    @property
    def reason(self) -> str:
        """Return why they are."""
        return self.why.text().strip()

    def decide(self) -> None:
        """See that there is something to save, and a reason where one is needed."""
        held = held_back(self.people)
        if len(self.people) == held.protected:
            raise Refused(N_("Ingen av kontakterna får lämna programmet. Välj andra."))
        if self.private and not self.reason:
            raise Refused(N_("Skriv varför de privata uppgifterna behövs. Skälet står i planens historik."))

    def _ask_reason(self, _ticked: bool) -> None:
        self._why.setVisible(self.private)
        self._say()
        self.adjustSize()
        if self.private:
            self.why.setFocus()

    def _say(self, _chosen: str = "") -> None:
        held = held_back(self.people)
        count = len(self.people) - held.protected
        words = [ngettext("{count} kontakt sparas.", "{count} kontakter sparas.", count).format(count=count)]
        self._told.setText(" ".join([*words, *_held_words(held, private=self.private)]))


def _held_words(held: HeldBack, *, private: bool) -> list[str]:
    words = []
    if held.protected:
        sentence = ngettext(
            "{count} har skyddad identitet och följer aldrig med.",
            "{count} har skyddad identitet och följer aldrig med.",
            held.protected,
        )
        words.append(sentence.format(count=held.protected))
    if held.private and not private:
        sentence = ngettext(
            "{count} har privata nummer eller en adress, som lämnas utanför.",
            "{count} har privata nummer eller en adress, som lämnas utanför.",
            held.private,
        )
        words.append(sentence.format(count=held.private))
    return words


_FORM_WORDS = {
    ".xlsx": N_("Excel, för att läsa och ändra"),
    ".csv": N_("CSV, för andra program"),
    ".vcf": N_("vCard, för telefoner"),
}
