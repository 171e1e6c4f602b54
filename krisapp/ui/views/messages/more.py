"""What is done more seldom with texts (mer): replace everywhere, history, kind of text, emergency, warning, pack."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.domain import approval
from krisapp.domain.break_glass import owed
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.messages.acts import Acts
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from krisapp.ui.live import Live
    from krisapp.ui.views.messages.view import MessagesView

_ACTS = (
    ("send", N_("Skicka med mejl, sms eller till webben …"), "Ctrl+Shift+U"),
    ("to_paper", N_("Skriv ut texten …"), "Ctrl+P"),
    ("replace", N_("Ersätt överallt …"), "E"),
    ("chain", N_("Historik för texten …"), "H"),
    ("turn_political", N_("Politisk text, eller tjänstemannatext"), "P"),
    ("ask_for_warning", N_("Begär VMA …"), "V"),
    ("release_unapproved", N_("Släpp utan godkännande (nöd) …"), "Ctrl+Shift+R"),
    ("approve_afterwards", N_("Godkänn i efterhand …"), "Ctrl+Shift+G"),
    ("pack", N_("Kanalpaket: alla texter i en mapp …"), ""),
)
"""Act, what it does, key."""


class More(QObject):
    """The menu of the view's rarer acts. Each dialog is imported when it is first asked for."""

    def __init__(self, live: "Live", view: "MessagesView", acts: Acts) -> None:
        super().__init__(view)
        self._live, self._view, self._acts = live, view, acts
        self._warned = False
        self.actions: list[QAction] = [view.command(name, key, getattr(self, act)) for act, name, key in _ACTS]
        live.changed.connect(self.look)
        live.opened.connect(self.look)
        self.look()

    def open(self, near: QWidget) -> None:
        """Show the menu beneath its button."""
        menu = QMenu(near)
        menu.addActions(self.actions)
        left = min(0, near.width() - menu.sizeHint().width())  # its right edge under the button's, inside the window
        menu.exec(near.mapToGlobal(QPoint(left, near.height())))
        menu.deleteLater()

    def to_paper(self) -> None:
        """Show the text as a paper to print or save; what is typed is saved first."""
        view = self._view
        if view.targets and (not view.editing or view.editor.store()):
            self._acts.to_paper(view.targets[0])

    def look(self) -> None:
        """Say across the page what is out without approval, until that is settled."""
        count = len(owed(self._live.incident)) if self._live.has_incident else 0
        if count:
            words = ngettext(
                "{count} text är ute utan godkännande. Någon annan måste godkänna den, eller återkalla den.",
                "{count} texter är ute utan godkännande. Någon annan måste godkänna dem, eller återkalla dem.",
                count,
            )
            button = Button(_("Godkänn i efterhand …"), self.approve_afterwards, self._view)
            self._view.banner.say(words.format(count=count), Tone.ALARM, button)
        elif self._warned:
            self._view.banner.hide()
        self._warned = bool(count)

    def send(self) -> None:
        """Go to the outbox and ask to whom the chosen text goes (skicka)."""
        attempt(self._view, self._send)

    def replace(self) -> None:
        """Show every place where a text that no longer holds is still read (ersätt överallt)."""
        from krisapp.ui.views.messages.replacing_dialog import ReplacingDialog

        if not self._live.has_incident:
            return
        dialog = ReplacingDialog(self._live, self._view)
        dialog.run()
        wanted = dialog.renewal
        dialog.deleteLater()
        if wanted is not None:
            self._acts.renew(wanted[1], wanted[0])

    def chain(self) -> None:
        """Show the versions of the chosen text (historik)."""
        from krisapp.ui.views.messages.chain_dialog import ChainDialog

        if self._view.targets:
            dialog = ChainDialog(self._live, self._view.targets[0], self._view)
            dialog.run()
            dialog.deleteLater()

    def turn_political(self) -> None:
        """Say that the chosen texts are political, or that they are official after all (rule P49)."""
        attempt(self._view, self._turn_political)

    def ask_for_warning(self) -> None:
        """Go to where a warning to the public is asked for and followed, at the chosen request (begär VMA)."""
        from krisapp.domain.warning import WARNINGS  # here: few incidents need a warning

        if self._live.has_incident:
            chosen = next((id for id in self._view.targets if id in WARNINGS), WARNINGS[0])
            self._live.shown.emit("reach", f"vma:{chosen}")

    def release_unapproved(self) -> None:
        """Let the chosen text out though nobody has approved it (nöd-release)."""
        attempt(self._view, self._release_unapproved)

    def approve_afterwards(self) -> None:
        """Have somebody else approve what is out without approval (godkänn i efterhand)."""
        attempt(self._view, self._approve_afterwards)

    def pack(self) -> None:
        """Write the whole channel pack to a folder (kanalpaket)."""
        self._acts.pack()

    def _send(self) -> None:
        from krisapp.domain.sending.requesting import sendable

        if not self._view.targets:
            raise Refused(N_("Välj en text först."))
        sendable(self._live.incident, self._view.targets[0])
        self._live.shown.emit("reach", f"outbox:{self._view.targets[0]}")

    def _turn_political(self) -> None:
        incident, ids = self._live.incident, self._view.targets
        if not ids:
            raise Refused(N_("Välj en text först."))
        political = not incident.message(ids[0]).political
        chosen = [id for id in ids if incident.message(id).political is not political]
        self._live.do(*(approval.set_political(incident, id, political=political) for id in chosen))
        words = (
            ngettext(
                "{count} text är politisk. En förtroendevald godkänner.",
                "{count} texter är politiska. En förtroendevald godkänner.",
                len(chosen),
            )
            if political
            else ngettext("{count} text är en tjänstemannatext.", "{count} texter är tjänstemannatexter.", len(chosen))
        )
        told(self._view, words.format(count=len(chosen)), self._turn_political_back(tuple(chosen), political=political))

    def _turn_political_back(self, ids: tuple[str, ...], *, political: bool) -> Callable[[], None]:
        def undo() -> None:
            incident = self._live.incident
            acts = [approval.set_political(incident, id, political=not political) for id in ids]
            attempt(self._view, lambda: self._live.do(*acts))

        return undo

    def _release_unapproved(self) -> None:
        from krisapp.ui.views.messages.emergency import Emergency

        if len(self._view.targets) != 1:
            raise Refused(N_("Välj en enda text. Utan godkännande släpps texter en i taget."))
        if self._view.editing and not self._view.editor.store():
            return
        try:
            dialog = Emergency(self._live, self._view.targets[0], self._view)
        except TemplateFault as fault:
            raise Refused(N_("Mallen har ett fel: {fault}"), fault=str(fault)) from None
        if dialog.run():
            told(self._view, _("Texten är ute utan godkännande. Låt någon annan godkänna den i efterhand."))
        dialog.deleteLater()

    def _approve_afterwards(self) -> None:
        from krisapp.ui.views.messages.emergency import Afterwards

        if not (self._live.has_incident and owed(self._live.incident)):
            raise Refused(N_("Ingen text är ute utan godkännande."))
        targets = self._view.targets
        dialog = Afterwards(self._live, self._view, targets[0] if targets else "")
        if dialog.run():
            told(self._view, _("Texten är godkänd i efterhand."))
        dialog.deleteLater()
