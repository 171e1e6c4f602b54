"""The screen Frågor: three parts, each by one key, and what waits in each on its tab."""

from PySide6.QtWidgets import QTabBar, QWidget

from krisapp.domain import questions
from krisapp.domain.rumours import Verdict
from krisapp.domain.tally import total
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.views.plan.one_part import OnePart
from krisapp.ui.views.questions.answers_page import AnswersPage
from krisapp.ui.views.questions.listed import places_words
from krisapp.ui.views.questions.media_page import MediaPage
from krisapp.ui.views.questions.rumours_page import RumoursPage
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button

MEDIA, RUMOURS, ANSWERS = range(3)


class QuestionsView(View):
    """What comes from outside, and what we answer."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.media, self.rumours, self.answers = MediaPage(live, self), RumoursPage(live, self), AnswersPage(live, self)
        self._pages = OnePart(self)
        for page in self._all:
            self.tabs.addTab("")
            self._pages.add(page)
        self.copy_button = Button("", self.answers.copy, self, icon="copy")
        self.file_button = Button("", self.answers.keep_file, self, icon="document")
        self.tools.addWidget(self.copy_button)
        self.tools.addWidget(self.file_button)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._pages, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.command(N_("Medier"), "Ctrl+1", self._show_media)
        self.command(N_("Rykten"), "Ctrl+2", self._show_rumours)
        self.command(N_("Frågor och svar"), "Ctrl+3", self._show_answers)
        self.command(N_("Ny fråga eller nytt rykte"), "Ctrl+N;Ins", self.start)
        self.command(N_("Till listan"), "Ctrl+Down", self._go_list)
        self.command(N_("En till som frågar samma sak"), "+", self._one_more)
        self.command(N_("Spara svaret"), "Ctrl+Return;Ctrl+Enter", self._save)
        self.command(N_("Använd svaret i texterna"), "F8", self._use)
        self.command(N_("Avskriv frågan"), "Del", self._write_off)
        self.command(N_("Kopiera frågor och svar"), "Ctrl+Shift+C", self.answers.copy)

    @property
    def _all(self) -> tuple[MediaPage, RumoursPage, AnswersPage]:
        return self.media, self.rumours, self.answers

    @property
    def _page(self) -> MediaPage | RumoursPage | AnswersPage:
        return self._all[self.tabs.currentIndex()]

    def start(self) -> None:
        """Put the focus where something new is entered."""
        self._page.entry.begin()

    def refresh(self) -> None:
        """Show what the desk holds now."""
        if not self.live.has_incident:
            return
        self._page.refresh()
        self.tick()

    def tick(self) -> None:
        """Let questions grow older."""
        if not self.live.has_incident:
            return
        self._page.tick()
        self._say_title()
        self._say_tabs()

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self.tabs.setAccessibleName(_("Visa frågor"))
        self.copy_button.say(_("Kopiera svaren"))
        self.file_button.say(_("Spara som text …"))
        for page in self._all:
            page.retranslate()
        if self.live.has_incident:
            self._say_title()
            self._say_tabs()

    def show_item(self, key: str) -> None:
        """Go to an enquiry, a rumour or a question by its id."""
        incident = self.live.incident
        for at, known in ((MEDIA, incident.enquiries), (RUMOURS, incident.rumours), (ANSWERS, incident.questions)):
            if key in known:
                self.tabs.setCurrentIndex(at)
                self._page.choose(key)
                self._page.list.setFocus()

    def _say_title(self) -> None:
        """Tell how many have asked in all, and from where."""
        asks = {id: ask for one in self.live.incident.questions.values() for id, ask in one.tally.items()}
        count = total(asks)
        words = ngettext("{count} har frågat", "{count} har frågat", count).format(count=count) if count else ""
        self.title(_("Frågor"), ": ".join(part for part in (words, places_words(asks)) if part))

    def _say_tabs(self) -> None:
        incident, now = self.live.incident, self.live.now()
        open_media = sum(not one.replies and not one.withdrawn for one in incident.enquiries.values())
        unchecked = sum(
            one.verdict is Verdict.UNVERIFIED and not one.outcome.value for one in incident.rumours.values()
        )
        unanswered = sum(
            one.standing(now) in (questions.Standing.OPEN, questions.Standing.LATE, questions.Standing.CONTESTED)
            for one in incident.questions.values()
        )
        for at, (name, count) in enumerate(
            ((_("Medier"), open_media), (_("Rykten"), unchecked), (_("Frågor och svar"), unanswered))
        ):
            words = _("{name} ({count})").format(name=name, count=count) if count else name
            if self.tabs.tabText(at) != words:
                self.tabs.setTabText(at, words)

    def _turn(self, _at: int) -> None:
        if self.live.has_incident:
            self._page.refresh()
        self._pages.show_part(self._page)

    def _show_media(self) -> None:
        self._show_page(MEDIA)

    def _show_rumours(self) -> None:
        self._show_page(RUMOURS)

    def _show_answers(self) -> None:
        self._show_page(ANSWERS)

    def _show_page(self, at: int) -> None:
        self.tabs.setCurrentIndex(at)
        self.start()

    def _go_list(self) -> None:
        self._page.list.setFocus()

    def _one_more(self) -> None:
        page = self._page
        if not isinstance(page, MediaPage):
            page.one_more()

    def _save(self) -> None:
        self._page.pane.save()

    def _use(self) -> None:
        page = self._page
        if isinstance(page, AnswersPage):
            page.pane.use()
        elif isinstance(page, RumoursPage):
            page.pane.make_question()

    def _write_off(self) -> None:
        page = self._page
        if not isinstance(page, RumoursPage):
            page.pane.write_off()
