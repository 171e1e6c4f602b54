"""The dialogs of a release without approval (nöd-release), and of the approval that is owed afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from krisapp.domain.approval import kind_of
from krisapp.domain.break_glass import Owed, approve_afterwards, owed
from krisapp.domain.delegation import who_may
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.theme.theme import current
from krisapp.ui.views.messages.approving import approvers, choices_of
from krisapp.ui.views.messages.standing import title_of
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.fields import Choice, Field, Tick
from krisapp.ui.widgets.plain import editor, label, reader

if TYPE_CHECKING:
    from krisapp.ui.live import Live


class Emergency(Dialog):
    """Lets one text out that nobody has approved, by two deliberate acts: the reason in words, and a tick."""

    def __init__(self, live: "Live", id: str, parent: QWidget) -> None:
        title = _("Släpp utan godkännande: {title}").format(title=title_of(live.plan, id))
        super().__init__(title, parent, _("Släpp utan godkännande"), danger=True)
        self._live, self._id = live, id
        kind = kind_of(live.texts.message(id))
        who = who_may(live.plan, kind, live.now().date())
        words = _("Bara när ingen som får godkänna går att nå och det är bråttom. Ring först: {who}.").format(who=who)
        self.body.addWidget(label(words, self, "strong", wrap=True))
        self.text = reader(_("Texten som går ut"), self)
        self.text.setPlainText(live.texts.text(id).text)
        self.body.addWidget(Field(_("Texten som går ut"), self.text, self), 1)
        self.reason = editor(_("Varför kan det inte vänta?"), self)
        self.reason.setFixedHeight(current().px(72))
        self.body.addWidget(
            Field(_("Varför kan det inte vänta?"), self.reason, self, _("Hamnar i loggen och i rapporten."))
        )
        self.knows = Tick(_("Jag vet att ingen har godkänt texten"), self)
        self.body.addWidget(self.knows)
        after = _(
            "Efteråt måste någon annan godkänna texten, eller så ska den återkallas. Det syns tills det är gjort."
        )
        self.body.addWidget(label(after, self, "quiet", wrap=True))
        self.confirm.setDefault(False)
        self.cancel.setDefault(True)
        self.resize(current().px(620), current().px(560))
        self.reason.setFocus()

    def decide(self) -> None:
        """Let it out. Raises `Refused`."""
        live = self._live
        try:
            live.texts.release_unapproved(self._id, reason=self.reason.toPlainText(), knows=self.knows.isChecked())
        except Refused as no:
            from krisapp.domain.scoring.order_attempts import attempts  # here: seldom needed

            if found := attempts([(self._id, no)]):
                live.do(*found)
            raise


class Afterwards(Dialog):
    """Has somebody else approve a text that is out without approval (godkänn i efterhand)."""

    def __init__(self, live: "Live", parent: QWidget, id: str = "") -> None:
        super().__init__(_("Godkänn i efterhand"), parent, _("Godkänn i efterhand"))
        self._live = live
        self._owed = {one.item: one for one in owed(live.incident)}
        self.which = Choice(_("Text"), self)
        self.which.fill([(key, self._title(one)) for key, one in self._owed.items()])
        self.which.choose(next((key for key, one in self._owed.items() if one.message == id), ""))
        self.about = label("", self, "quiet", wrap=True)
        self.text = reader(_("Texten som är ute"), self)
        self.who = Choice(_("Vem godkänner"), self)
        self.body.addWidget(Field(_("Text"), self.which, self))
        self.body.addWidget(self.about)
        self.body.addWidget(self.text, 1)
        self.body.addWidget(Field(_("Vem godkänner"), self.who, self))
        help = _("Ska texten inte gälla? Avbryt, välj texten, tryck U och välj Återkallelse.")
        self.body.addWidget(label(help, self, "quiet", wrap=True))
        self.which.chose.connect(self._show)
        self._show(self.which.key)
        self.resize(current().px(620), current().px(480))
        self.who.setFocus()

    def decide(self) -> None:
        """Approve it. Raises `Refused`."""
        one = self._owed.get(self.which.key)
        if one is None:
            raise Refused(N_("Ingen text är ute utan godkännande."))
        if not self.who.key:
            raise Refused(N_("Någon annan än den som släppte texten måste godkänna. Ingen sådan finns i planen."))
        day = self._live.now().date()
        self._live.do(approve_afterwards(self._live.incident, one.message, one.number, self.who.key, day))

    def _title(self, one: Owed) -> str:
        return _("{title}, nr {number}").format(title=title_of(self._live.plan, one.message), number=one.number)

    def _show(self, key: str) -> None:
        one = self._owed.get(key)
        if one is None:
            return
        live = self._live
        message = live.texts.message(one.message)
        release = next((each for each in message.releases if each.number == one.number), None)
        self.text.setPlainText(release.text if release else "")
        words = _("Släppt utan godkännande kl. {time} av {name}.")
        self.about.setText(words.format(time=at(one.stamp.at), name=live.incident.name_of(one.stamp.person)))
        kind = kind_of(message)
        people = approvers(live, one.stamp.person, kind)
        self.who.fill(choices_of(live, people, kind))
