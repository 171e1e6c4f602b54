"""Asking what came of a dispatch: when it came there, who took it and how that is known; or why it did not."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.domain import dispatch
from krisapp.domain.dispatch import Dispatch, where_in_words
from krisapp.domain.words import _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Finishing(Dialog):
    """Framme: nothing has to be filled in; what is, is the proof."""

    def __init__(self, live: "Live", found: Dispatch, parent: QWidget) -> None:
        super().__init__(_("Framme: {where}").format(where=where_in_words(found)), parent, _("Framme"))
        self._live, self._found = live, found
        self._photo = ""
        self.time = text_field("", self, _("nu"))
        self.receiver = text_field("", self, _("Butikschefen"))
        self.proof = text_field("", self, _("Hänger i fönstret, jag såg den"))
        self._picture = label("", self, "quiet", wrap=True)
        self.body.addWidget(label(live.incident.title_of(found.message), self, "quiet"))
        self.body.addWidget(Field(_("När?"), self.time, self, _("Som 14.10. Tomt betyder nu.")))
        self.body.addWidget(Field(_("Vem tog emot?"), self.receiver, self))
        self.body.addWidget(Field(_("Hur vet vi det?"), self.proof, self))
        self.body.addWidget(Button(_("Välj bild …"), self._pick, self, icon="document"))
        self.body.addWidget(self._picture)
        self._picture.hide()
        self.setMinimumWidth(current().px(480))
        self.proof.setFocus()

    def decide(self) -> None:
        """Report it. Raises `Refused` for a time that cannot be."""
        now = self._live.now()
        happened = read_time(self.time.text(), now)
        proof = self.proof.text()
        self._live.do(
            dispatch.finish(
                self._live.incident,
                self._found.id,
                happened,
                receiver=self.receiver.text(),
                proof=proof,
                photo=self._photo,
            )
        )

    def take_photo(self, path: Path) -> None:
        """Remember a picture by its name and SHA-256: the register proves which picture was meant."""
        with path.open("rb") as picture:
            self._photo = hashlib.file_digest(picture, "sha256").hexdigest()
        words = _("{name} antecknas med kontrollsumman {digest}. Spara själva bilden hos er.")
        self._picture.setText(words.format(name=path.name, digest=self._photo[:12]))
        self._picture.show()

    def _pick(self) -> None:
        name, _filter = QFileDialog.getOpenFileName(self, _("Välj bild"), "", _("Bilder (*.jpg *.jpeg *.png *.heic)"))
        if name:
            self.take_photo(Path(name))


class Failing(Dialog):
    """Gick inte: the reason stands in the log."""

    def __init__(self, live: "Live", found: Dispatch, parent: QWidget) -> None:
        super().__init__(_("Gick inte: {where}").format(where=where_in_words(found)), parent, _("Spara"))
        self._live, self._found = live, found
        self.reason = text_field("", self, _("Butiken var stängd"))
        self.body.addWidget(Field(_("Varför kom texten inte fram?"), self.reason, self))
        self.reason.setFocus()

    def decide(self) -> None:
        """Report it. Raises `Refused` without a reason."""
        self._live.do(dispatch.fail(self._live.incident, self._found.id, self.reason.text()))
