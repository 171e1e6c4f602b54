"""What one can do with texts, one or many at once: approve, release, renew, copy, save, pack, read aloud."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from krisapp.compose.template_fault import TemplateFault
from krisapp.domain.checks import Stage
from krisapp.domain.messages import State
from krisapp.domain.words import N_, Refused, ngettext
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.approving import Approving
from krisapp.ui.views.messages.batch import steps
from krisapp.ui.views.messages.reading import Reading
from krisapp.ui.views.messages.releasing import Releasing
from krisapp.ui.views.messages.renewing import Renewing
from krisapp.ui.views.messages.standing import standing, title_of
from krisapp.ui.views.messages.told import told

if TYPE_CHECKING:
    from krisapp.documents.paper import Paper
    from krisapp.ui.live import Live

Ids = Sequence[str]
TO_APPROVE = frozenset({State.SUGGESTED, State.DRAFT})


class Acts(QObject):
    """Carries out what the matrix and the editor ask for; what is refused is told by `near`."""

    def __init__(self, live: "Live", near: QWidget) -> None:
        super().__init__(near)
        self._live, self._near = live, near

    def approve(self, ids: Ids) -> None:
        """Show the texts and have somebody else approve them (godkänn)."""
        attempt(self._near, lambda: self._approve(ids))

    def release(self, ids: Ids) -> None:
        """Let approved texts out in policy order (släpp): the chosen, or all when none of the chosen is approved."""
        attempt(self._near, lambda: self._release(ids))

    def renew(self, ids: Ids, stage: Stage | None = None) -> None:
        """Make the next version of texts (ny version), at a stage that is chosen beforehand if one is given."""
        if not ids:
            return
        dialog = Renewing(self._live, ids, self._near, stage)
        if dialog.run():
            done = ngettext("{count} ny version är gjord.", "{count} nya versioner är gjorda.", dialog.made)
            told(self._near, done.format(count=dialog.made))
        dialog.deleteLater()

    def copy(self, ids: Ids) -> None:
        """Put texts on the clipboard, as they stand (kopiera); the exercise marks are in them already."""
        attempt(self._near, lambda: self._copy(ids))

    def save(self, ids: Ids) -> None:
        """Save one text as a file, or several in a folder (spara som)."""
        attempt(self._near, lambda: self._save(ids[0]) if len(ids) == 1 else self._pack(tuple(ids)))

    def pack(self) -> None:
        """Write the whole channel pack to a folder (kanalpaket)."""
        attempt(self._near, lambda: self._pack(()))

    def read(self, id: str) -> None:
        """Show a text over the whole screen, to read aloud or to write by hand (CN11)."""
        attempt(self._near, lambda: self._read(id))

    def _approve(self, ids: Ids) -> None:
        texts = self._live.texts
        left_out = {id: self._live.plan.why_unusable(texts.message(id).channel) for id in ids}
        waiting = [id for id in ids if texts.state(id) in TO_APPROVE and not left_out[id]]
        if not waiting and any(left_out.values()):
            raise Refused("{why}", why=next(why for why in left_out.values() if why))
        if not waiting:
            states = {texts.state(id) for id in ids}
            if states <= {State.APPROVED}:
                raise Refused(N_("Redan godkänt. Tryck S för att släppa."))
            raise Refused(N_("Det som är ute ändras inte. Tryck U för att göra en ny version."))
        dialog = Approving(self._live, waiting, self._near)
        if dialog.run():
            done = ngettext(
                "{count} text är godkänd. S släpper.", "{count} texter är godkända. S släpper.", len(dialog.shown)
            )
            told(self._near, done.format(count=len(dialog.shown)))
        dialog.deleteLater()
        if dialog.again:
            self._approve(ids)

    def _release(self, ids: Ids) -> None:
        texts = self._live.texts
        approved = [id for id in texts.ids() if texts.state(id) is State.APPROVED]
        covered = [id for id in ids if id not in approved and self._covered(id)]
        approved += covered
        if not approved:
            raise Refused(N_("Ingen text är godkänd än. Tryck A för att godkänna."))
        chosen = [id for id in ids if id in approved]
        self._keep_attempts(chosen)
        dialog = Releasing(self._live, approved, chosen or approved, self._near)
        if dialog.run():
            count = dialog.released
            told(self._near, ngettext("{count} text är ute.", "{count} texter är ute.", count).format(count=count))
        dialog.deleteLater()

    def _keep_attempts(self, chosen: Ids) -> None:
        """Keep that somebody asked to go before the residents, to learn from (P28); all at once is in order."""
        incident = self._live.incident
        decided = [(step.id, step.decision) for step in steps(incident, chosen, self._live.now())]
        if any(isinstance(decision, Refused) for _id, decision in decided):
            from krisapp.domain.scoring.order_attempts import attempts  # here: seldom needed

            if found := attempts(decided):
                self._live.do(*found)

    def _covered(self, id: str) -> bool:
        """Return whether a text was approved in advance, and the one at the desk is not the one who did it (P53)."""
        try:
            row = self._live.texts.in_advance(id)
        except TemplateFault:
            return False
        return row is not None and row.person != self._live.desk.person

    def open_map(self) -> None:
        """Show the message map (budskapskarta, rule ME10)."""
        from krisapp.ui.views.messages.map_dialog import MapDialog  # here: the matrix does not wait for it

        if self._live.has_incident:
            MapDialog(self._live, self._near).run()

    def _copy(self, ids: Ids) -> None:
        found = [(id, standing(self._live, id)) for id in self._whole(ids)]
        if not found:
            return
        parts = [one.text if len(found) == 1 else f"{title_of(self._live.plan, id)}\n\n{one.text}" for id, one in found]
        QGuiApplication.clipboard().setText("\n\n".join(parts))
        loose = sum(not one.approved for _id, one in found)
        words = ngettext("{count} text kopierad.", "{count} texter kopierade.", len(found)).format(count=len(found))
        warning = ngettext("{count} är inte godkänd.", "{count} är inte godkända.", loose).format(count=loose)
        told(self._near, f"{words} {warning}" if loose else words)

    def _whole(self, ids: Ids) -> list[str]:
        """Return the messages whose blanks hold. Raises `Refused` with the fault of the first that does not."""
        for id in ids:
            try:
                self._live.texts.text(id)
            except TemplateFault as fault:
                raise Refused(N_("{title}: {fault}"), title=title_of(self._live.plan, id), fault=str(fault)) from None
        return list(ids)

    def _save(self, id: str) -> None:
        from krisapp.ui.views.messages.saving_as import save_text  # here: the matrix does not wait for it

        self._whole([id])
        save_text(self._live, id, self._near)

    def _pack(self, ids: tuple[str, ...]) -> None:
        from krisapp.ui.views.messages.pack_dialog import PackDialog  # here: the matrix does not wait for it

        self._whole(ids or self._live.texts.ids())
        dialog = PackDialog(self._live, ids, self._near)
        dialog.run()
        dialog.deleteLater()

    def to_paper(self, id: str, near: QWidget | None = None) -> None:
        """Show a text as a paper to print or save (skriv ut).

        A text that is read aloud is a card in large type, a notice a poster and a flyer two on a sheet.
        """
        from krisapp.ui.views.messages.saving_as import paper_of  # here: the matrix does not wait for it
        from krisapp.ui.views.paper_saving import show_paper

        def made() -> "Paper":
            self._whole([id])
            return paper_of(self._live, id)

        show_paper(near or self._near, made)

    def _read(self, id: str) -> None:
        self._whole([id])
        one, message = standing(self._live, id), self._live.texts.message(id)
        title = title_of(self._live.plan, id)
        known = [place.name for place in self._live.plan.places]
        to_paper = partial(self.to_paper, id)
        reading = Reading(title, one.text, message.channel, self._near, known=known, to_paper=to_paper)
        reading.setModal(True)  # before it is shown, for afterwards it would be too late
        reading.showFullScreen()
        reading.exec()
        reading.deleteLater()
