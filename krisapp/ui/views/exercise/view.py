"""The screen Övning: choose a drill, and in one what reaches the team and what the world says of it."""

from typing import TYPE_CHECKING

from krisapp.domain.words import N_, _
from krisapp.ui.views.tabbed import Tab, TabbedView, TabPage

if TYPE_CHECKING:
    from krisapp.ui.live import Live


def _choose() -> type[TabPage]:
    from krisapp.ui.views.exercise.choose_page import ChoosePage

    return ChoosePage


def _arrivals() -> type[TabPage]:
    from krisapp.ui.views.exercise.arrivals_page import ArrivalsPage

    return ArrivalsPage


def _world() -> type[TabPage]:
    from krisapp.ui.views.exercise.world_page import WorldPage

    return WorldPage


def _score() -> type[TabPage]:
    from krisapp.ui.views.exercise.score.score_page import ScorePage

    return ScorePage


def _replay() -> type[TabPage]:
    from krisapp.ui.views.after.replay_page import ReplayPage

    return ReplayPage


def _compare() -> type[TabPage]:
    from krisapp.ui.views.exercise.score.compare_page import ComparePage

    return ComparePage


def _waiting(live: "Live") -> int:
    from krisapp.domain.exercising.arrivals import waiting

    return waiting(live.incident) if live.has_incident else 0


class ExerciseView(TabbedView):
    """Drills. In one, the team meets here what the director plays; the director has a window of his own."""

    NAME = N_("Övning")
    TABS = (
        Tab("arrivals", N_("Inkommande"), _arrivals, _waiting),
        Tab("world", N_("Omvärlden"), _world),
        Tab("choose", N_("Scenarier"), _choose, calm=True),
        Tab("score", N_("Resultat"), _score),
        Tab("compare", N_("Jämför"), _compare, calm=True),
        Tab("replay", N_("Spela upp"), _replay, calm=True),
    )

    def refresh(self) -> None:
        """Show what the desk holds now. Between incidents there is only the choice of a drill."""
        if not self.live.has_incident and self.shown_key not in ("choose", "compare", "replay"):
            self.turn_to("choose")
        super().refresh()

    def note(self) -> str:
        """Say how the drill stands, without anything the team may not know."""
        from krisapp.ui.views.exercise.clock_words import clock_words
        from krisapp.ui.views.exercise.conducting import conductor_of

        drill = conductor_of(self.live).drill
        if drill is None:
            return _("Övningar ligger för sig, och inget skickas på riktigt.")
        return clock_words(drill, self.live.now())
