"""The screen Frågor: three parts, each by one key, and what waits in each on its tab."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from krisapp.domain.answering import questions
from krisapp.domain.answering.enquiries import outlived_reply
from krisapp.domain.answering.rumours import Verdict
from krisapp.domain.answering.tally import total
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.views.questions.answers_page import AnswersPage
from krisapp.ui.views.questions.listed import places_words
from krisapp.ui.views.questions.media_page import MediaPage
from krisapp.ui.views.questions.rumours_page import RumoursPage
from krisapp.ui.views.tabbed import Tab, TabbedView
from krisapp.ui.widgets.buttons import Button

MEDIA, RUMOURS, ANSWERS = "media", "rumours", "answers"


def _open_media(live: Live) -> int:
    found = live.incident.enquiries.values()
    return sum(bool(outlived_reply(live.incident, one)) or not (one.replies or one.withdrawn) for one in found)


def _unchecked(live: Live) -> int:
    rumours = live.incident.rumours.values()
    return sum(one.verdict is Verdict.UNVERIFIED and not one.outcome.value for one in rumours)


def _unanswered(live: Live) -> int:
    waits = (questions.Standing.OPEN, questions.Standing.LATE, questions.Standing.CONTESTED)
    now = live.now()
    behind = sum(bool(one.outlived) for one in (*live.incident.sheet.answers, *live.incident.sheet.staff_answers))
    return behind + sum(one.standing(now) in waits for one in live.incident.questions.values())


class QuestionsView(TabbedView):
    """What comes from outside, and what we answer."""

    NAME = N_("Frågor")
    TABS: ClassVar[tuple[Tab, ...]] = (
        Tab(MEDIA, N_("Medier"), lambda: MediaPage, _open_media),
        Tab(RUMOURS, N_("Rykten"), lambda: RumoursPage, _unchecked),
        Tab(ANSWERS, N_("Frågor och svar"), lambda: AnswersPage, _unanswered),
    )

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.copy_button = Button("", self._copy, self, icon="copy")
        self.file_button = Button("", self._keep_file, self, icon="document")
        self.tools.addWidget(self.copy_button)
        self.tools.addWidget(self.file_button)
        self.command(N_("Ny fråga eller nytt rykte"), "Ctrl+N;Ins", self.start)
        self.command(N_("Till listan"), "Ctrl+Down", self._go_list)
        self.command(N_("En till som frågar samma sak"), "+", self._one_more)
        self.command(N_("Spara svaret"), "Ctrl+Return;Ctrl+Enter", self._save)
        self.command(N_("Använd svaret i texterna"), "F8", self._use)
        self.command(N_("Avskriv frågan"), "Del", self._write_off)
        self.command(N_("Kopiera frågor och svar"), "Ctrl+Shift+C", self._copy)

    @property
    def media(self) -> MediaPage:
        """Return the part about media."""
        return self.page_of(MEDIA, MediaPage)

    @property
    def rumours(self) -> RumoursPage:
        """Return the part about rumours."""
        return self.page_of(RUMOURS, RumoursPage)

    @property
    def answers(self) -> AnswersPage:
        """Return the part about questions and answers."""
        return self.page_of(ANSWERS, AnswersPage)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        super().retranslate()
        self.copy_button.say(_("Kopiera svaren"))
        self.file_button.say(_("Spara som text …"))

    def show_item(self, key: str) -> None:
        """Go to an enquiry, a rumour or a question by its id."""
        incident = self.live.incident
        for tab, known in ((MEDIA, incident.enquiries), (RUMOURS, incident.rumours), (ANSWERS, incident.questions)):
            if key in known:
                self.turn_to(tab)
                self._part_shown.choose(key)
                self._part_shown.list.setFocus()

    def note(self) -> str:
        """Tell how many have asked in all, and from where."""
        if not self.live.has_incident:
            return ""
        asks = {id: ask for one in self.live.incident.questions.values() for id, ask in one.tally.items()}
        count = total(asks)
        words = ngettext("{count} har frågat", "{count} har frågat", count).format(count=count) if count else ""
        return ": ".join(part for part in (words, places_words(asks)) if part)

    @property
    def _part_shown(self) -> MediaPage | RumoursPage | AnswersPage:
        page = self.page
        assert isinstance(page, MediaPage | RumoursPage | AnswersPage)
        return page

    def _copy(self) -> None:
        self.answers.copy()

    def _keep_file(self) -> None:
        self.answers.keep_file()

    def _go_list(self) -> None:
        self._part_shown.list.setFocus()

    def _one_more(self) -> None:
        page = self._part_shown
        if not isinstance(page, MediaPage):
            page.one_more()

    def _save(self) -> None:
        self._part_shown.pane.save()

    def _use(self) -> None:
        page = self._part_shown
        if isinstance(page, AnswersPage):
            page.pane.use()
        elif isinstance(page, RumoursPage):
            page.pane.make_question()

    def _write_off(self) -> None:
        page = self._part_shown
        if not isinstance(page, RumoursPage):
            page.pane.write_off()
