"""The letterhead of Word files (brevmall): which one is used, how to make one's own, and choosing it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from krisapp.documents.letterhead import BLANKS, filled
from krisapp.documents.letterhead_sample import sample_letterhead
from krisapp.domain.profile import dress_of
from krisapp.domain.words import N_, _
from krisapp.store.bad_input import BadInput
from krisapp.store.letterhead_file import drop_letterhead, keep_letterhead, read_letterhead
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.live import Live

STEPS = (
    N_("1. Spara exemplet och öppna det i Word, eller börja från kommunens egen mall."),
    N_("2. Lägg in märke, typsnitt och sidfot. Ändra formatmallarna Rubrik 1, 2 och 3, så följer rubrikerna med."),
    N_("3. Ge varje bild en alternativtext. Infoga bilderna i filen, länka dem inte."),
    N_("4. Skriv fälten här nedanför där de ska stå. Bara {{{{ innehåll }}}} måste finnas, ensamt i ett eget stycke."),
    N_("5. Spara som vanligt Word-dokument (.docx) utan makron och lösenord, och välj filen här."),
)


class LetterheadDialog(Dialog):
    """A file is filled in on trial before it is kept; what is wrong with it is said, and the one before stays."""

    def __init__(self, live: "Live", parent: QWidget) -> None:
        super().__init__(_("Brevmall för Word"), parent, _("Klart"), cancel=False)
        self._live = live
        self.standing = label("", self, "strong", wrap=True)
        self.choose = Button(_("Välj brevmall …"), self.pick, self, icon="folder")
        self.save_sample = Button(_("Spara exemplet …"), self.write_sample, self, icon="save")
        self.drop = Button(_("Använd programmets"), self.leave_own, self)
        self.body.addWidget(self.standing)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        for button in (self.choose, self.save_sample, self.drop):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(label(_("Gör en egen brevmall"), self, "heading"))
        for step in STEPS:
            self.body.addWidget(label(_(step).format(), self, wrap=True))
        lines = (f"{{{{ {blank} }}}}  {_(words)}" for blank, words in BLANKS.items())
        self.body.addWidget(label("\n".join(lines), self, wrap=True))
        self.setMinimumWidth(current().px(620))
        self._show()
        # Qt gives a dialog two thirds of a low screen and squeezes the lines; this one needs them all.
        self.resize(self.minimumWidth(), self.heightForWidth(self.minimumWidth()))
        self.choose.setFocus()

    def decide(self) -> None:
        """Close; what was chosen is kept already."""

    def pick(self) -> None:
        """Ask for a file and use it."""
        name, _filter = QFileDialog.getOpenFileName(self, _("Välj brevmall"), "", _("Word-dokument (*.docx)"))
        if name:
            self.banner.hide()
            attempt(self, partial(self.use, Path(name)))

    def use(self, path: Path) -> None:
        """Use a file from now on. Raises `Refused` with what is wrong with it, and then nothing has changed."""
        try:
            content = path.read_bytes()
        except OSError as error:
            words = N_("Filen går inte att läsa ({reason}).")
            raise BadInput(path, None, words, reason=error.strerror) from None
        filled(content, dict.fromkeys(BLANKS, _("Prov")))
        keep_letterhead(self._live.workplace.folder, content)
        self._show()

    def write_sample(self) -> None:
        """Ask for a place and save the sample there, in the colours of the graphic profile."""
        name, _filter = QFileDialog.getSaveFileName(self, _("Spara exemplet"), _("brevmall.docx"))
        if name:
            content = sample_letterhead(dress_of(self._live.workplace.plan))
            attempt(self, lambda: Path(name).write_bytes(content))

    def leave_own(self) -> None:
        """Go back to the program's own letterhead. The file that was chosen stays where it came from."""
        if attempt(self, partial(drop_letterhead, self._live.workplace.folder)):
            self._show()
            self.choose.setFocus()

    def _show(self) -> None:
        try:
            own = read_letterhead(self._live.workplace.folder)
        except BadInput as no:
            self.standing.setText(str(no))
            return
        self.drop.setEnabled(own is not None)
        self.standing.setText(
            _("Word-filer görs på er egen brevmall.")
            if own is not None
            else _("Word-filer görs på programmets brevmall, i färgerna från den grafiska profilen.")
        )
