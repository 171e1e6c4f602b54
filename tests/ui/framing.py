"""What the tests of the frame share: plain screens, a time, and an incident to open."""

from datetime import datetime, timedelta, timezone

from PySide6.QtWidgets import QLineEdit, QWidget

from krisapp.ui.live import Live
from krisapp.ui.views.view import Place, View

NOW = datetime(2027, 3, 4, 14, 10, 30, tzinfo=timezone(timedelta(hours=1)))


class Screen(View):
    """A screen with one field, that counts how often it was filled in."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Fält")
        self.body.addWidget(self.field)
        self.refreshed = 0
        self.item = ""

    def refresh(self) -> None:
        self.refreshed += 1

    def retranslate(self) -> None:
        self.title("Skärm")

    def start(self) -> None:
        self.field.setFocus()

    def show_item(self, key: str) -> None:
        self.item = key


def screen() -> type[View]:
    return Screen


PLACES = (
    Place("start", "Beredskap", "start", screen, incident=False, calm=True),
    Place("overview", "Översikt", "overview", screen),
    Place("todo", "Att göra", "todo", screen),
    Place("plan", "Plan", "plan", screen, calm=True),
)


def start(live: Live, *, exercise: bool = False) -> None:
    """Start an incident and sit down at it."""
    plan = live.plan
    live.open(
        live.workplace.start(
            type=plan.types[0].id,
            places=("Malmköping",),
            sentence="Vattnet är förorenat.",
            level="N2",
            danger_to_life=False,
            exercise=exercise,
            person=plan.people[0].id,
            name="Vattenläcka i Malmköping",
            alarm_at=NOW - timedelta(minutes=80),
        )
    )
