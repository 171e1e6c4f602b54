"""Adopting a template (anta en mall): tried on every invented incident first, in steps that the window never feels."""

from collections.abc import Callable, Iterator, Mapping
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from krisapp.compose.template_trial import Failure, Step, trial
from krisapp.domain.messages import STAGE_NAMES
from krisapp.domain.plan import Plan
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Field, text_field
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.wrapped_list import WrappedList

SLICE = 0.012
"""Seconds of work at a time: less than a frame, so that keys are never late."""

MOST = 200
"""Failures shown; a template with more is told by these, and the trial ends."""


class AdoptDialog(Dialog):
    """Tries a template and asks what is new in it. `wanted` is a failure the person wants to see in the preview."""

    def __init__(
        self,
        plan: Plan,
        template: str,
        text: str,
        incidents: Mapping[str, Callable[[], Sheet | None]],
        adopt: Callable[[QWidget, str], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Prova och anta {template}").format(template=template), parent, _("Anta"))
        self.wanted: Failure | None = None
        self.failures: list[Failure] = []
        self._adopt = adopt
        self._steps: Iterator[Step] = trial(plan, template, text, incidents)
        self._all = len(incidents)
        self._last = Step(0, 0)
        self.note = text_field("", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, self._all)
        self.progress.setTextVisible(False)
        self.told = label("", self, wrap=True)
        self.model = RowsModel[Failure](_COLUMNS, _key, self)
        self.list = WrappedList(self.model, _("Texter som mallen inte klarar"), self)
        help = _("En mening för historiken. Pågående händelser behåller mallen som den var.")
        self.body.addWidget(Field(_("Vad är nytt?"), self.note, self, help))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.told)
        self.body.addWidget(self.list, 1)
        self.list.hide()
        self.list.opened.connect(self._want)
        self.confirm.setEnabled(False)
        self.resize(current().px(640), current().px(320))
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        self._tell()
        self.note.setFocus()

    @property
    def busy(self) -> bool:
        """Return whether the trial goes on."""
        return self._timer.isActive()

    def decide(self) -> None:
        """Adopt, if the trial is done and nothing failed."""
        if self.busy or self.failures:
            raise Refused(N_("Mallen kan antas när alla texter är provade och inga stannar."))

    def press(self) -> None:
        """Adopt; what was written stays when it is refused."""
        self.banner.hide()
        try:
            self.decide()
        except Refused as no:
            self.refuse(str(no))
            return
        if self._adopt(self, self.note.text()):
            self.accept()

    def done(self, result: int) -> None:
        """End the trial with the dialog."""
        self._timer.stop()
        super().done(result)

    def finish(self) -> None:
        """Try all that is left, now."""
        self._work(float("inf"))

    def _step(self) -> None:
        self._work(SLICE)

    def _work(self, seconds: float) -> None:
        end = perf_counter() + seconds
        before = self._last, len(self.failures)
        for step in self._steps:
            self._last = step
            self.failures += step.failures
            if len(self.failures) >= MOST:
                self._timer.stop()
                break
            if perf_counter() > end:
                break
        else:
            self._timer.stop()
        if (self._last, len(self.failures)) != before or not self.busy:
            self._tell()

    def _tell(self) -> None:
        """Show how far the trial has come, and what failed."""
        self.progress.setVisible(self.busy)
        self.progress.setValue(self._last.incidents)
        texts = ngettext("{count} text är skriven", "{count} texter är skrivna", self._last.texts)
        words = texts.format(count=self._last.texts)
        if self.busy:
            told = _("Provar på {all} provhändelser. {texts} hittills. Avbryt när du vill.")
        elif self.failures:
            told = _("Mallen kan inte antas. {texts}. Enter på en rad visar texten.")
        elif not self._last.texts:
            told = _("Ingen text i provhändelserna ändras av mallen. Den kan antas.")
        else:
            told = _("{texts} för {all} provhändelser, och ingen stannar. Mallen kan antas.")
        self.told.setText(told.format(all=self._all, texts=words))
        if len(self.failures) != len(self.model.rows):
            self.model.feed(list(self.failures))
            if self.list.isHidden():
                self.list.show()
                self.resize(self.width(), max(self.height(), current().px(520)))
        if not self.busy:
            self.confirm.setEnabled(not self.failures)
            if self.failures:
                self.list.setFocus()

    def _want(self, failure: object) -> None:
        if isinstance(failure, Failure):
            self.wanted = failure
            self.done(0)


def _key(failure: Failure) -> tuple[str, str, str, str]:
    return failure.incident, failure.audience, failure.channel, failure.stage


def _where(failure: Failure) -> str:
    stage = _(STAGE_NAMES[failure.stage])
    return _("{name}: {audience}, {channel}, {stage}").format(
        name=failure.name, audience=failure.audience, channel=failure.channel, stage=stage
    )


def _why(failure: Failure) -> str:
    return failure.why


def _mark(_failure: Failure) -> Mark:
    return Mark(_("stannar"), Tone.ALARM, Shape.CROSS)


_COLUMNS = (Column[Failure](N_("Text"), _where, _mark, _why),)
