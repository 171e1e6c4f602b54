"""The tour for the first time (rundtur): who am I, the plan is a sample, what to press, and a drill of fifteen minutes.

It stands beside the window and never in its way: Esc ends it at once, and whoever has an incident on their hands can
start it without seeing the tour out.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.head import Head
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.exercise.choose_page import ChoosePage
from krisapp.ui.views.tabbed import TabbedView
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from krisapp.ui.window import Window


class Step(NamedTuple):
    """A step: its heading, what it says, and what goes on from it; all marked with `N_`."""

    title: str
    says: tuple[str, ...]
    onward: str


STEPS = (
    Step(
        N_("Vem är du?"),
        (
            N_("Loggen skriver ned vem som gör vad. Därför frågar programmet först vem du är."),
            N_("Du kan byta när som helst, längst upp till höger."),
        ),
        N_("Nästa"),
    ),
    Step(
        N_("Planen är ett exempel"),
        (
            N_("Planen som följer med kommer från Flen. Alla personer och telefonnummer i den är påhittade."),
            N_("Öva gärna på den. Er egen plan lägger ni in på skärmen Plan."),
        ),
        N_("Nästa"),
    ),
    Step(
        N_("Fyra tangenter räcker"),
        (
            N_("Ctrl+N startar en händelse från skärmen Beredskap."),
            N_("F2 skriver i loggen, från alla skärmar."),
            N_("Ctrl+K visar alla kommandon. Skriv några bokstäver av det du vill göra."),
            N_("F1 öppnar handboken på sidan om den skärm du står på."),
        ),
        N_("Nästa"),
    ),
    Step(
        N_("Öva en kvart"),
        (
            N_("Nu gör du det på låtsas: ett elavbrott, två texter och en kvart. Programmet spelar den som godkänner."),
            N_("En övning har randig ram, och inget i den kan skickas på riktigt."),
        ),
        N_("Börja öva"),
    ),
)


class Tour(Dialog):
    """Goes through the steps; the last starts the drill. Esc ends it."""

    def __init__(self, window: "Window") -> None:
        super().__init__(_("Välkommen till Krisapp"), window, "")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._at = 0
        self._where = label("", self, "quiet")
        self._title = label("", self, "heading", wrap=True)
        self._lines = [label("", self, wrap=True) for _line in range(max(len(step.says) for step in STEPS))]
        self.person = Choice(_("Jag är"), self)
        self.person.fill(
            [("", _("Välj …")), *((one.id, one.name) for one in window.live.plan.people)], window.live.person
        )
        self._person = Field(_("Jag är"), self.person, self)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        for part in (self._where, self._title, *self._lines, self._person):
            column.addWidget(part)
        column.addStretch(1)
        inside.setMinimumHeight(current().px(250))
        self.body.addWidget(inside)
        self.back_button = Button(_("Tillbaka"), self.go_back, self)
        self.buttons.insertWidget(1, self.back_button)
        self.cancel.say(_("Hoppa över"))
        self._show()

    def press(self) -> None:
        """Go on; from the last step, to the drill."""
        if STEPS[self._at] is STEPS[0] and not self._sit():
            return
        if self._at + 1 < len(STEPS):
            self._at += 1
            self._show()
        else:
            self.accept()
            start_drill(self._window)

    def go_back(self) -> None:
        """Show the step before."""
        self._at -= 1
        self._show()
        self.confirm.setFocus()

    def leave(self) -> None:
        """End the tour, if it still goes on."""
        if self.isVisible():
            self.done(Dialog.DialogCode.Rejected)

    def _sit(self) -> bool:
        if not self.person.key:
            self._person.refuse(
                _("Välj en person ur listan. Är du inte med, välj vem som helst: planen är ett exempel.")
            )
            return False
        self._person.clear_fault()
        head = self._window.findChild(Head)
        if isinstance(head, Head):
            head.person.emit(self.person.key)
        return True

    def _show(self) -> None:
        step = STEPS[self._at]
        self._where.setText(
            _("Steg {number} av {count}. Esc hoppar över.").format(number=self._at + 1, count=len(STEPS))
        )
        self._title.setText(_(step.title))
        for at, line in enumerate(self._lines):
            line.setText(_(step.says[at]) if at < len(step.says) else "")
            line.setVisible(at < len(step.says))
        self._person.setVisible(step is STEPS[0])
        self.back_button.setVisible(self._at > 0)
        self.confirm.say(_(step.onward))
        self.setAccessibleDescription(" ".join(map(_, step.says)))
        (self.person if step is STEPS[0] else self.confirm).setFocus()


def start_drill(window: "Window") -> None:
    """Start the drill of fifteen minutes, the first that is offered; what refuses it says so on its own page."""
    window.go("exercise")
    view = window.view
    if isinstance(view, TabbedView):
        view.turn_to("choose")
        view.page_of("choose", ChoosePage).begin.click()


def show_tour(window: "Window") -> Tour:
    """Show the tour beside the window. It ends by itself when an incident is opened: then there is something to do."""
    window.kept.settings.toured = True
    tour = Tour(window)
    window.live.opened.connect(tour.leave)
    tour.show()
    return tour
