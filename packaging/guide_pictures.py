"""Take the pictures of the guide from the real window, with the sample plan and an invented incident.

Run by `make pictures`. The clock stands still, so that the same program gives the same pictures. The tests import
`PICTURES` and hold that every picture of the guide is here, and its screen in the program.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from krisapp.domain import checklists, log
from krisapp.domain.leading.meeting.holding import open_meeting
from krisapp.domain.log import Kind
from krisapp.domain.release import Reason, release
from krisapp.domain.replaying import Turn
from krisapp.domain.situation import set_fields, state_fact
from krisapp.store.agendas import agendas
from krisapp.store.facts_file import read_facts
from krisapp.store.resources import resource
from krisapp.ui import look
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.theme.tokens import Scheme
from krisapp.ui.views import VIEWS
from krisapp.ui.views.after.replay_opening import Opening
from krisapp.ui.views.after.replay_out import OutThen
from krisapp.ui.views.after.replay_window import ReplayWindow
from krisapp.ui.views.start_dialog import StartDialog
from krisapp.ui.views.tabbed import TabbedView
from krisapp.ui.window import Window
from krisapp.workplace import Workplace

SIZE = (1120, 660)
"""Pixels of the window in a picture: the guide shows it at about half, and whole where it is made larger."""

COLOURS = 256
"""How many colours a picture keeps, the commonest: the rest are the soft edges of letters."""

ALARM = datetime.fromisoformat("2027-06-11T13:10+02:00")
OFFICER, CHIEF = "jons.tallbacker", "love.alpilund"
"""The duty officer and the head of communication of the sample plan, both invented."""


class Picture(NamedTuple):
    """A picture: the screen it shows, a tab in it, and whether an incident is open."""

    screen: str
    tab: str = ""
    incident: bool = True


PICTURES = {
    "beredskap.png": Picture("start", incident=False),
    "starta.png": Picture("start", incident=False),
    "kontakter.png": Picture("contacts", incident=False),
    "plan.png": Picture("plan", incident=False),
    "arshjul.png": Picture("wheel", incident=False),
    "ovning.png": Picture("exercise", "choose", incident=False),
    "oversikt.png": Picture("overview"),
    "att-gora.png": Picture("todo"),
    "mote.png": Picture("lead", "meetings"),
    "lage.png": Picture("situation"),
    "budskap.png": Picture("messages"),
    "na-ut.png": Picture("reach", "gap"),
    "logg.png": Picture("log"),
    "fragor.png": Picture("questions", "media"),
    "uppspelning.png": Picture("after", "replay"),
}
"""What the guide shows, by file. `starta.png` is a dialog of its screen, `uppspelning.png` the window its tab opens."""


class Watch:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = ALARM

    def __call__(self) -> datetime:
        return self.now

    def later(self, minutes: int) -> None:
        """Let time pass."""
        self.now += timedelta(minutes=minutes)


def keep(part: QWidget, path: Path) -> None:
    """Save what a part shows, in as few colours as a screen has, so that the file is small."""
    QTest.qWait(250)
    full = part.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    common = Counter(memoryview(full.constBits()).cast("I")).most_common(COLOURS)
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    few = full.convertToFormat(QImage.Format.Format_Indexed8, [colour for colour, _count in common], flat)
    few.save(str(path))


def put(window: Window, picture: Picture) -> None:
    """Show the screen of a picture."""
    window.go(picture.screen)
    view = window.view
    if picture.tab and isinstance(view, TabbedView):
        view.turn_to(picture.tab)
    if view is not None:
        view.start()


def happen(live: Live, watch: Watch) -> None:
    """Let an hour of the invented incident happen: facts, texts out, a changed fact, a meeting."""
    sheet = read_facts(resource("resources", "incidents", "FLN-2027-001.yaml"), live.plan)
    workplace = live.workplace
    watch.later(4)
    desk = workplace.start(
        type=sheet.type,
        places=sheet.places,
        sentence=sheet.headline,
        level="N2",
        danger_to_life=False,
        exercise=False,
        person=OFFICER,
        alarm_at=ALARM,
    )
    live.open(desk)
    watch.later(6)
    kept = ("id", "type", "alarm_at", "facts", "level", "name", "danger_to_life", "places", "timeline", "proves")
    values = {name: getattr(sheet, name) for name in sheet.__struct_fields__ if name not in kept}
    values["staff_impact"] = "Alla skolor och boenden får vatten i tankar. Din chef berättar mer."
    now = desk.incident.sheet
    live.do(set_fields(desk.incident, {name: value for name, value in values.items() if value != getattr(now, name)}))
    for fact in sheet.facts:
        live.do(state_fact(desk.incident, fact, OFFICER))
    for checklist in live.plan.checklists[:2]:
        for item in checklist.items[:4]:
            live.do(checklists.tick(desk.incident, item, checklists.Mark.DONE))
    watch.later(8)
    let_out(live, ("E1-C05.sv", "E1-C01.sv", "I2-C06.sv", "I1-C07.sv"))
    watch.later(14)
    live.do(log.write(desk.incident, Kind.INCOMING, "Rektor på Malmaskolan ringer: kö vid vattentanken.", watch()))
    due = desk.incident.sheet.next_update
    live.do(set_fields(desk.incident, {"next_update": due + timedelta(minutes=30) if due else None}))
    watch.later(6)
    first = agendas(live.plan)[0]
    live.do(open_meeting(desk.incident, first, (OFFICER, CHIEF)))


def let_out(live: Live, ids: tuple[str, ...]) -> None:
    """Have texts approved by telephone and let them out."""
    live.texts.approve(ids, CHIEF, means="phone", accepted=live.texts.warnings(ids))
    for id in sorted(ids, key=lambda one: one[0] != "I"):
        live.do(release(live.incident, id, Reason.OTHER, "Bild till handboken"))


def replayed(live: Live, window: Window) -> ReplayWindow:
    """Open the replay of the open incident, at the moment a fact had made texts stale."""
    found: list[object] = []
    opening = Opening(live, window)
    opening.opened.connect(found.append)
    opening.open(live.desk.path)
    while not found:
        QTest.qWait(20)
    shown = found[0]
    assert isinstance(shown, ReplayWindow)
    out = shown.recording.after(shown.recording.first, Turn.OUT)
    changed = shown.recording.after(out, Turn.FACT) if out else None
    shown.player.go(changed or shown.recording.last)
    view = shown.view
    assert isinstance(view, OutThen)
    while any(row.contradicts is None for row in view.model.rows):
        QTest.qWait(20)
    return shown


def main(folder: Path) -> None:
    """Take every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    look.choose_style()
    application = QApplication.instance() or QApplication([])
    owner = QObject()
    with tempfile.TemporaryDirectory() as place:
        watch = Watch()
        kept = Kept(Path(place) / "settings")
        kept.settings.person, kept.settings.scheme, kept.settings.sound = OFFICER, Scheme.LIGHT, False
        look.dress(kept.settings)
        live = Live(Workplace(Path(place) / "arbetsplats", watch), owner)
        window = Window(live, kept, VIEWS)
        window.resize(*SIZE)
        window.show()
        for name, picture in PICTURES.items():
            if picture.incident and not live.has_incident:
                happen(live, watch)
            put(window, picture)
            keep(*SPECIAL.get(name, _whole)(live, window), folder / name)
        live.close()
        window.close()
    del application


def _whole(_live: Live, window: Window) -> tuple[QWidget]:
    return (window,)


def _dialog(live: Live, window: Window) -> tuple[QWidget]:
    dialog = StartDialog(live, window)
    dialog.show()
    return (dialog,)


def _replay(live: Live, window: Window) -> tuple[QWidget]:
    return (replayed(live, window),)


SPECIAL: dict[str, Callable[[Live, Window], tuple[QWidget]]] = {"starta.png": _dialog, "uppspelning.png": _replay}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
