"""The form of a phrase in another language (fras): translate it, and sign it off with name and date."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from krisapp.domain.phrase_bank import Standing, sign, slots, standing, translate
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.words import Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import editor, label


class PhraseDialog(Dialog):
    """Changes a translation. `save` settles it in the plan and tells whether that was done."""

    def __init__(
        self,
        phrase: Phrase,
        translation: Translation | None,
        language: Language,
        today: str,
        save: Callable[[QWidget, Translation], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Fras på {language}").format(language=language.name), parent, _("Spara"))
        self._phrase, self._before, self._code, self._save = phrase, translation, language.id, save
        where = standing(phrase, translation)
        self.body.addWidget(label(phrase.sv, self, "heading", wrap=True))
        self.body.addWidget(label(_("Lättläst: {text}").format(text=phrase.easy), self, "quiet", wrap=True))
        self.body.addWidget(label(_("Engelska: {text}").format(text=phrase.en), self, "quiet", wrap=True))
        if where is Standing.OUTDATED and translation is not None:
            words = _("Den svenska meningen har ändrats. Översättningen gjordes från: {text}")
            self.body.addWidget(label(words.format(text=translation.source), self, "fault", wrap=True))
        self.text = editor("", self)
        self.text.setFixedHeight(current().px(84))
        if language.rtl:
            option = self.text.document().defaultTextOption()
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            self.text.document().setDefaultTextOption(option)
        self.text.setPlainText(translation.text if translation else "")
        self.reviewer = text_field("", self)
        self.date = text_field("", self)
        reviewed = translation if translation is not None and where is Standing.REVIEWED else None
        self.reviewer.setText(reviewed.reviewed_by if reviewed else "")
        self.date.setText(reviewed.reviewed_on if reviewed else today)
        blanks = ", ".join(f"{{{name}}}" for name in slots(phrase.sv))
        help = _("Behåll fälten {blanks} som de står.").format(blanks=blanks) if blanks else ""
        self.body.addWidget(Field(_("Översättning"), self.text, self, help))
        told = _("Den som kan språket och står för att meningen är rätt. Tomt betyder ej granskad.")
        self.body.addWidget(Field(_("Granskad av"), self.reviewer, self, told))
        self.resize(current().px(560), current().px(540))
        self.body.addWidget(Field(_("Granskad den"), self.date, self, _("Till exempel 2026-11-24.")))

    def press(self) -> None:
        """Save what is written; signed off only if somebody is named. What was typed stays if it is refused."""
        self.banner.hide()
        try:
            written = self._written()
        except Refused as no:
            self.refuse(str(no))
            return
        if written == self._before or self._save(self, written):
            self.accept()

    def _written(self) -> Translation:
        written = translate(self._phrase, self._code, self.text.toPlainText())
        if not self.reviewer.text().strip():
            return written
        return sign(self._phrase, written, self.reviewer.text(), self.date.text().strip())
