"""A name and a key of its own (eget namn) for a console whose folder was copied from another machine."""

import platform

from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, Refused, _
from krisapp.store.trouble import Trouble
from krisapp.ui.live import Live
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.plain import label

LONGEST = 40
"""Letters in the name of a console."""


class NameDialog(Dialog):
    """Asks for the name. The open incident is opened again, so that what is written next has the new key."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Ge konsolen ett eget namn"), parent, _("Byt namn och nyckel"))
        self._live = live
        words = _(
            "Gör det här på den ena av två maskiner som har samma arbetsmapp. Det som redan är skrivet står kvar under "
            "det gamla namnet. Händelsen öppnas på nytt."
        )
        self.body.addWidget(label(words, self, "quiet", wrap=True))
        self.name = text_field(_("Konsolens namn"), self)
        known = live.workplace.console.name
        self.name.setText(platform.node() if platform.node() != known else "")
        self.field = Field(_("Konsolens namn"), self.name, self, _("Nu: {name}").format(name=known))
        self.body.addWidget(self.field)
        self.name.selectAll()
        self.name.setFocus()

    def decide(self) -> None:
        """Take the new name and key. Raises `Refused` for a name that tells nobody anything."""
        name, live = " ".join(self.name.text().split()), self._live
        if not name or len(name) > LONGEST:
            raise Refused(N_("Skriv ett namn på högst {longest} tecken, till exempel ”Ledning 2”."), longest=LONGEST)
        if name == live.workplace.console.name:
            raise Refused(N_("Det är namnet den har. Välj ett annat, så att maskinerna går att skilja åt."))
        try:
            live.workplace.renew_console(name)
        except (Trouble, OSError) as no:
            raise Refused("{why}", why=no) from None
        if live.has_incident:
            path = live.desk.path
            live.close()
            try:
                live.open(live.workplace.open(path))
            except (Trouble, OSError) as no:
                raise Refused(N_("Namnet är bytt. Öppna händelsen igen: {reason}"), reason=str(no)) from None
