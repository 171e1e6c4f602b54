"""What a plan package has that the plan has not (planpaket): each difference is taken or left, then all at once."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from krisapp.domain.planning.plan_difference import CHANGE_NAMES, Difference
from krisapp.domain.words import _
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.version.carrying import Arrived
from krisapp.ui.views.plan.version.difference_list import DifferenceList
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label, tooltip

Take = Callable[[QWidget, Arrived, list[Difference]], bool]


class PackageDialog(Dialog):
    """Lists what differs. Space or Enter takes or leaves one; everything is taken from the start."""

    def __init__(self, file: str, arrived: Arrived, take: Take, parent: QWidget) -> None:
        super().__init__(_("Läs in {file}").format(file=file), parent, _("Läs in"))
        self._arrived, self._take = arrived, take
        self._left: set[tuple[str, str]] = set()
        plan = arrived.plan
        state = _("antagen {date}").format(date=plan.adopted) if arrived.adopted else _("ett utkast")
        told = _("Paketet är {version}, {state}. Till vänster det som skiljer, till höger planen här och paketets.")
        self.body.addWidget(label(told.format(version=plan.version, state=state), self, "quiet", wrap=True))
        self.toggle = Button(_("Ta in eller lämna"), self.toggle_chosen, self)
        self.all = Button(_("Ta in alla"), self.take_all, self, "bare")
        self.none = Button(_("Lämna alla"), self.leave_all, self, "bare")
        self.same = Button(_("Bara de av samma slag"), self.take_same, self, "bare")
        tooltip(self.toggle, _("Mellanslag eller Enter"))
        tools = Flow()
        for button in (self.toggle, self.all, self.none, self.same):
            tools.addWidget(button)
        self.body.addLayout(tools)
        self.differences = DifferenceList(self, self._mark)
        self.differences.opened.connect(self._toggle)
        self.differences.list.installEventFilter(self)
        self.body.addWidget(self.differences, 1)
        self.told = label("", self, wrap=True)
        self.body.addWidget(self.told)
        self.differences.show_differences(arrived.found, _("Planen här"), _("Paketet"))
        self._say()
        room = self.screen().availableSize()
        self.resize(min(current().px(1080), room.width() - 40), min(current().px(640), room.height() - 60))
        self.differences.list.setFocus()

    @property
    def chosen(self) -> list[Difference]:
        """Return what is to be taken in."""
        return [one for one in self._arrived.found if (one.table, one.key) not in self._left]

    def press(self) -> None:
        """Take in what is chosen, as one edit; a refusal is told here."""
        self.banner.hide()
        if not self.chosen:
            self.refuse(_("Välj minst en del att ta in."))
        elif self._take(self, self._arrived, self.chosen):
            self.accept()

    def toggle_chosen(self) -> None:
        """Take or leave the chosen difference."""
        self._toggle(self.differences.list.current)

    def take_all(self) -> None:
        """Take everything."""
        self._left.clear()
        self._say()

    def leave_all(self) -> None:
        """Leave everything."""
        self._left = {(one.table, one.key) for one in self._arrived.found}
        self._say()

    def take_same(self) -> None:
        """Take only what is of the same kind as the chosen one."""
        row = self.differences.list.current
        if isinstance(row, Difference):
            self._left = {(one.table, one.key) for one in self._arrived.found if one.table != row.table}
            self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take or leave by Space."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self.toggle_chosen()
            return True
        return super().eventFilter(watched, event)

    def _toggle(self, row: object) -> None:
        if isinstance(row, Difference):
            self._left ^= {(row.table, row.key)}
            self._say()

    def _mark(self, one: Difference) -> Mark:
        how = _(CHANGE_NAMES[one.change])
        if (one.table, one.key) in self._left:
            return Mark(_("{how}, lämnas").format(how=how), Tone.NEUTRAL, Shape.RING)
        return Mark(_("{how}, tas in").format(how=how), Tone.GOOD, Shape.CHECK)

    def _say(self) -> None:
        self.differences.model.retranslate()
        count, whole = len(self.chosen), len(self._arrived.found)
        if count == whole:
            words = _("Allt tas in: planen blir som paketet, med dess version och beslut. Det går att ångra.")
        else:
            words = _("{count} av {whole} tas in. Det går att ångra.").format(count=count, whole=whole)
        self.told.setText(words)
