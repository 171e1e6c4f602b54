"""Choosing what is sent, to whom and which way (skicka), with the whole list in sight before anything leaves."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.channels.subject import subject_of
from krisapp.domain.language.sms import sms_size
from krisapp.domain.messages import State, state
from krisapp.domain.sending.recipients import (
    Found,
    Recipient,
    address_for,
    groups_of,
    in_groups,
    name_for,
    together,
    typed,
)
from krisapp.domain.sending.requesting import already, hold_real, request, sendable
from krisapp.domain.sending.ways import BY_PHONE, TO_PEOPLE, WAY_NAMES, Way, WaysOut, ways_for
from krisapp.domain.words import N_, Refused, _, ngettext
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.fields import Choice, Field, Tick, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import editor, label
from krisapp.ui.widgets.row_list import RowList
from krisapp.ui.widgets.rows import Column, RowsModel

if TYPE_CHECKING:
    from krisapp.ui.live import Live

_Row = tuple[str, str]
"""Who, and the address or why there is none."""


class SendingDialog(FormDialog):
    """`id` is the sending that was asked for, once it is confirmed. Raises `Refused` when nothing can be sent."""

    def __init__(self, live: "Live", ways: WaysOut, parent: QWidget, message: str = "") -> None:
        hold_real(live.incident)
        texts = _texts(live)
        if not texts:
            raise Refused(N_("Ingen släppt text kan skickas än. Släpp ett sms, ett mejl eller en webbtext först."))
        super().__init__(_("Skicka en text"), parent, _("Skicka nu"), 640)
        self.id = ""
        self._live, self._ways = live, ways
        self._found = Found((), ())
        self.message, self.way = Choice("", self), Choice("", self)
        self.subject = text_field("", self)
        self.groups = {id: Tick("", self, self._look) for id in groups_of(live.plan)}
        self.more = editor("", self)
        self.more.setFixedHeight(current().px(64))
        self.model = RowsModel[_Row]((Column(N_("Mottagare"), _who, detail=_where),), _who_key, self)
        self.list = RowList(self.model, _("Mottagare"), self, tight=True, enter=False)
        self.list.setFixedHeight(current().px(124))
        self._stale = label("", self, "fault", wrap=True)
        self._count = label("", self, "strong", wrap=True)
        self._cost = label("", self, "quiet", wrap=True)
        self._bad = label("", self, "fault", wrap=True)
        ticks = QWidget(self)
        row = Flow(ticks)
        for tick in self.groups.values():
            row.addWidget(tick)
        self._who = Field(_("Kontaktgrupper i planen"), ticks, self)
        self._more = Field(_("Fler mottagare"), self.more, self, _("En på varje rad."))
        self._subject = Field(_("Ämne"), self.subject, self)
        what = QHBoxLayout()
        what.setSpacing(Space.M)
        what.addWidget(Field(_("Text"), self.message, self), 1)
        what.addWidget(Field(_("Väg"), self.way, self), 1)
        self.form.addLayout(what)
        for part in (
            self._stale,
            self._subject,
            self._who,
            self._more,
            self._count,
            self._cost,
            self._bad,
            self.list,
        ):
            self.form.addWidget(part)
        self.form.setSpacing(Space.S)
        self.message.fill(texts, message)
        self.message.chose.connect(self._choose_text)
        self.way.chose.connect(self._choose_way)
        self.more.textChanged.connect(self._look)
        self._choose_text()
        ticks_in_order = tuple(self.groups.values())
        order = (self.message, self.way, self.subject, *ticks_in_order, self.more, self.list, self.cancel, self.confirm)
        tab_order(order)
        first = self.message if not message else self.confirm if self.confirm.isEnabled() else self.more
        first.setFocus()

    def decide(self) -> None:
        """Ask for the sending; the page then begins it. Raises `Refused` by the rules."""
        way = Way(self.way.key)
        incident = self._live.incident
        recipients = self._found.recipients if way in TO_PEOPLE else (Recipient(),)
        asked = request(
            incident,
            self.message.key,
            way,
            through=self._ways.through(way),
            to=self._to(way),
            recipients=recipients,
            subject=self.subject.text() if way is Way.EMAIL else "",
        )
        (stamp,) = self._live.desk.do(asked)
        self.id = stamp.id

    def _choose_text(self, *_chosen: object) -> None:
        """Offer the ways of the text, its audience's group and its subject."""
        incident, id = self._live.incident, self.message.key
        found = incident.messages[id]
        assert found.out is not None
        not_set = _("{way} (inte inställd)")
        self.way.clear()
        self.way.fill(
            (str(way), _(WAY_NAMES[way]) if self._ways.through(way) else not_set.format(way=_(WAY_NAMES[way])))
            for way in sorted(ways_for(found.channel), key=lambda way: not self._ways.through(way))
        )
        self.subject.setText(subject_of(found.out.text) or f"{self._live.plan.settings.sender}: {incident.sheet.name}")
        self.subject.setModified(False)
        stale = state(incident, found) is State.STALE
        self._stale.setText(_("Uppgifterna har ändrats sedan texten släpptes. Överväg en ny version först."))
        self._stale.setVisible(stale)
        for group, tick in self.groups.items():
            tick.setChecked(group == found.audience)
        self._choose_way()

    def _choose_way(self, *_chosen: object) -> None:
        way = Way(self.way.key)
        self._who.setVisible(way in TO_PEOPLE)
        self._more.setVisible(way in TO_PEOPLE)
        self.list.setVisible(way in TO_PEOPLE)
        self._subject.setVisible(way is Way.EMAIL)
        self.more.setPlaceholderText("070-174 06 05" if way in BY_PHONE else "namn@example.se")
        audiences = {row.id: row.short for row in self._live.plan.audiences}
        for group, tick in self.groups.items():
            count = len(in_groups(self._live.plan, (group,), way).recipients) if way in TO_PEOPLE else 0
            tick.say(_("{group} ({count})").format(group=audiences.get(group, group), count=count))
        self._look()
        if self.isVisible():
            self.fit()

    def _look(self, *_changed: object) -> None:
        """Show who will get the text as it is chosen now."""
        way, plan = Way(self.way.key), self._live.plan
        if way not in TO_PEOPLE:
            self._count.setText(_("Till {through}").format(through=self._ways.through(way) or "–"))
            self._cost.hide()
            self._bad.hide()
            self.confirm.say(_("Skicka nu"))
            return
        chosen = [group for group, tick in self.groups.items() if tick.isChecked()]
        found = together(plan, way, in_groups(plan, chosen, way), typed(self.more.toPlainText(), way))
        got = already(self._live.incident, self.message.key, way)
        left = tuple(one for one in found.recipients if address_for(plan, one, way) not in got)
        self._found = Found(left, found.bad)
        self._say_count(len(left), len(found.recipients) - len(left))
        self._say_cost(way, len(left))
        bad = "; ".join(f"{one.who}: {one.why}" for one in found.bad[:4])
        more = _("{bad} och {count} till").format(bad=bad, count=len(found.bad) - 4) if len(found.bad) > 4 else bad
        self._bad.setText(_("Nås inte: {who}.").format(who=more))
        self._bad.setVisible(bool(found.bad))
        if self.isVisible():
            self.fit()
        self.model.feed([(name_for(plan, one), one.address if one.name else "") for one in left])

    def _say_count(self, count: int, got: int) -> None:
        words = ngettext("{count} mottagare får texten", "{count} mottagare får texten", count).format(count=count)
        if got:
            words = _("{words}. {got} har den redan och får den inte igen.").format(words=words, got=got)
        self._count.setText(words)
        self.confirm.say(ngettext("Skicka till {count}", "Skicka till {count}", count).format(count=count))
        self.confirm.setEnabled(bool(count))

    def _say_cost(self, way: Way, count: int) -> None:
        self._cost.setVisible(way in BY_PHONE)
        out = self._live.incident.messages[self.message.key].out
        if way not in BY_PHONE or out is None:
            return
        size = sms_size(out.text)
        parts = size.parts * count
        words = ngettext(
            "Texten är {units} tecken i {each} del: {parts} sms.",
            "Texten är {units} tecken i {each} delar: {parts} sms.",
            size.parts,
        ).format(units=size.units, each=size.parts, parts=parts)
        price = self._ways.sms.price
        if way is Way.SMS and price:
            cost = f"{parts * price / 100:.2f}".replace(".", ",")
            words = _("{words} Det kostar ungefär {cost} kr.").format(words=words, cost=cost)
        self._cost.setText(words)

    def _to(self, way: Way) -> str:
        if way not in TO_PEOPLE:
            return self._ways.through(way)
        audiences = {row.id: row.short for row in self._live.plan.audiences}
        names = [audiences.get(group, group) for group, tick in self.groups.items() if tick.isChecked()]
        if self.more.toPlainText().strip():
            names.append(_("egna adresser"))
        return ", ".join(names)


def _texts(live: "Live") -> list[tuple[str, str]]:
    """Return the messages that may be sent now, in the order of the policy."""
    found = []
    for id in live.texts.ids():
        try:
            sendable(live.incident, id)
        except Refused:
            continue
        found.append((id, live.incident.title_of(id)))
    return found


def _who(row: _Row) -> str:
    return row[0]


def _where(row: _Row) -> str:
    return row[1]


def _who_key(row: _Row) -> _Row:
    return row
