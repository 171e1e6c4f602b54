"""The commands of several consoles (konsolernas kommandon), added when the window has been painted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.alerts import Alerts
from krisapp.ui.navigation import Navigation
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.consoles.meetings import Meetings, Outcome
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.clock import at
from krisapp.ui.window import Window

if TYPE_CHECKING:
    from krisapp.ui.wall.showing import WallShowing


class ConsoleCommands(QObject):
    """Holds the meetings of a window, and the keys that lead to them."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.meetings = Meetings(window.live, window.kept.settings, self)
        self._alerts = window.findChild(Alerts)
        self._foot = window.findChild(Navigation)
        if isinstance(self._foot, Navigation):
            self.meetings.foot.connect(self._foot.say_met)
        self.meetings.ended.connect(self._tell)
        self.meetings.keep_on()
        window.command(N_("Möt andra konsoler"), "Ctrl+Shift+M", self.meet)
        window.command(N_("Ge konsolen ett eget namn"), "", self.name_console)
        window.command(N_("Väggbild i eget fönster"), "F12", self.wall, "view")
        window.command(N_("Väggbild på nätet"), "Shift+F12", self.wall_on_net, "view")
        self._showing: WallShowing | None = None
        window.command(N_("Två uppgifter: välj den som gäller"), "Ctrl+Shift+T", self.choose)

    def meet(self) -> None:
        """Meet other consoles on a stick or in a folder."""
        from krisapp.ui.views.consoles.meeting_dialog import MeetingDialog  # here: few incidents have two consoles

        live = self._window.live
        if not live.has_incident:
            self._window.refuse(_("Öppna en händelse först, eller gå med i en under Beredskap."))
            return
        dialog = MeetingDialog(live, self._window.kept.settings, self.meetings, self._window)
        dialog.run()
        dialog.deleteLater()
        if dialog.wants_choice:
            self.choose()
        elif dialog.wants_name:
            self.name_console()
        elif dialog.wants_plan is not None:
            self._read_plan(dialog.wants_plan)

    def choose(self) -> None:
        """Show every conflict, to choose."""
        from krisapp.ui.views.consoles.conflicts_dialog import ConflictsDialog  # here: as above

        if not self._window.live.has_incident:
            self._window.refuse(_("Öppna en händelse först."))
            return
        dialog = ConflictsDialog(self._window.live, self._window)
        dialog.run()
        dialog.deleteLater()

    def name_console(self) -> None:
        """Give this machine a name and a key of its own: its folder was copied to or from another."""
        from krisapp.ui.views.consoles.name_dialog import NameDialog  # here: as above

        dialog = NameDialog(self._window.live, self._window)
        dialog.run()
        dialog.deleteLater()

    def _read_plan(self, package: Path) -> None:
        """Show what an adopted plan of others has that the plan here has not."""
        from krisapp.ui.views.plan.page.sections import VERSIONS
        from krisapp.ui.views.plan.view import PlanView

        self._window.go("plan")
        view = self._window.view
        if isinstance(view, PlanView):
            view.library.choose(VERSIONS)
            view.versions.carrying.bring_in(package)

    def wall(self) -> None:
        """Open or close the wall of the staff room."""
        self._walls().toggle()

    def wall_on_net(self) -> None:
        """Switch the page of the wall on or off, and show its address."""
        from krisapp.ui.wall.page_dialog import WallPageDialog  # here: as above

        if not self._window.live.has_incident:
            self._window.refuse(_("Öppna en händelse först."))
            return
        dialog = WallPageDialog(self._walls(), self._window)
        dialog.run()
        dialog.deleteLater()

    def _walls(self) -> "WallShowing":
        if self._showing is None:
            from krisapp.ui.wall.showing import WallShowing  # here: a room without a screen has no wall

            self._showing = WallShowing(self._window.live, self._window)
        return self._showing

    def _tell(self, outcome: object) -> None:
        """Say what came by itself, so that nobody misses that the log has grown or that two values stand."""
        if isinstance(outcome, Outcome) and outcome.contested and isinstance(self._alerts, Alerts):
            words = ngettext("{count} sak har två uppgifter.", "{count} saker har två uppgifter.", outcome.contested)
            button = Button(_("Välj … (Ctrl+Skift+T)"), self.choose, self._alerts)
            self._alerts.say(words.format(count=outcome.contested), Tone.ALARM, button)
        if isinstance(outcome, Outcome) and self.meetings.quiet and outcome.arrived:
            count = sum(one.count for one in outcome.arrived)
            words = _("{count} nya poster kom från andra konsoler kl. {time}.")
            self._window.toast.say(words.format(count=count, time=at(self._window.live.now())))
