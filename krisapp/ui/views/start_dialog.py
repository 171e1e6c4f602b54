"""The one dialog that starts an incident (starta händelse): seven answers, most of them given, Enter starts."""

from datetime import datetime, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from krisapp.desk import Desk
from krisapp.domain.delegation import short
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.attempt import attempt
from krisapp.ui.live import Live
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.theme import current
from krisapp.ui.theme.tokens import Space
from krisapp.ui.views.start_choices import Either, TypeChoice, TypeRow
from krisapp.ui.views.start_places import PlaceField
from krisapp.ui.views.start_plan import PlanLine
from krisapp.ui.widgets.clock import at, span
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.early_keys import EarlyKeys
from krisapp.ui.widgets.exercise import Strip
from krisapp.ui.widgets.fields import Choice, Field, text_field
from krisapp.ui.widgets.page import scrolled

LONGEST_SENTENCE = 90
"""Characters of the sentence that opens every text (domain handbook 5.4)."""

SUGGESTED = 5
"""How many places are told at a time."""

FIELDS_HIGH = 520
"""Pixels all fields take at text size 100 % when each has its line of help."""

NOT_ADOPTED = N_("Det är inte antaget än. Välj något annat, eller kryssa för att starta på utkastet.")
USUAL_LEVEL = "N2"
DUTY_OFFICER = "TIB"


class StartDialog(Dialog):
    """Type, place, one sentence, level, danger, real or exercise, and who asks. `desk` is what was started."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(_("Starta händelse"), parent, _("Starta"))
        self._live = live
        self.desk: Desk | None = None
        plan = live.plan
        self.kind = TypeChoice(
            [TypeRow(row.id, row.name) for row in plan.types], _("Skriv, eller välj med pilarna"), self
        )
        self.place = PlaceField([row.name for row in plan.places], _("Malmköping"), self)
        self.sentence = text_field("", self, _("Vattnet i Malmköping går inte att dricka"))
        self.danger = Either((("yes", _("Ja"), "danger"), ("no", _("Nej"), "accent")), self)
        self.reality = Either((("real", _("Skarpt läge"), "real"), ("exercise", _("Övning"), "exercise")), self)
        self.level = Choice("", self)
        self.level.fill(((row.id, f"{row.id} {row.name}") for row in plan.levels), USUAL_LEVEL)
        self.person = Choice("", self)
        # The roles of one who holds many would make the form wider than its window.
        self.person.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.person.fill(self._people(), live.person)
        self.alarm = text_field("", self, _("nu"))
        self.name = text_field("", self)
        self._strip = Strip(self)
        self._strip.hide()
        self.plan_line = PlanLine(live, self)
        self._fields = self._make_fields()
        self._lay_out()
        for signal in (self.kind.chose, self.place.textChanged):
            signal.connect(self._name_it)
        self.sentence.textChanged.connect(self._count)
        self.place.editingFinished.connect(self._explain_place)
        self.place.suggested.connect(self._suggest)
        self.level.currentIndexChanged.connect(self._explain_level)
        self.reality.chose.connect(self._mark)
        self.alarm.textChanged.connect(self._explain_alarm)
        self._explain_level(0)
        self._count("")
        self._name_it("")
        self.kind.setFocus()
        self.resize(self.sizeHint())

    def run(self) -> bool:
        """Show the dialog; what an alarmed person types before it stands is in its first field."""
        EarlyKeys(self).hand_over()
        return super().run()

    def _people(self) -> list[tuple[str, str]]:
        """Return who may sit here: the duty officers first, then all who hold a role, then the rest."""
        plan = self._live.plan
        rows = []
        for person in plan.people:
            roles = plan.held_by(person.id)
            rank = 0 if DUTY_OFFICER in {role.id for role in roles} else 1 if roles else 2
            words = ", ".join((person.name, *(short(role) for role in roles)))
            rows.append((rank, person.name, person.id, words))
        return [("", _("Välj …")), *((id, words) for _rank, _name, id, words in sorted(rows))]

    def _make_fields(self) -> dict[str, Field]:
        make = {
            "type": (_("Vad har hänt?"), self.kind, ""),
            "place": (_("Var? Flera platser går bra, med komma emellan"), self.place, ""),
            "sentence": (_("Vad har hänt, i en mening?"), self.sentence, ""),
            "danger": (_("Fara för liv eller hälsa?"), self.danger, ""),
            "reality": (_("Skarpt läge eller övning? Går inte att ändra efteråt"), self.reality, ""),
            "level": (_("Nivå"), self.level, ""),
            "person": (_("Vem är du?"), self.person, ""),
            "alarm": (_("Larmet kom kl."), self.alarm, ""),
            "name": (_("Händelsens namn"), self.name, ""),
        }
        return {key: Field(text, control, self, help) for key, (text, control, help) in make.items()}

    def _lay_out(self) -> None:
        inside = QWidget(self)
        both = QHBoxLayout(inside)
        both.setContentsMargins(0, 0, Space.XS, 0)
        both.setSpacing(Space.XL)
        right = QVBoxLayout()
        right.setSpacing(Space.M)
        fields = self._fields
        for key in ("place", "sentence", "danger", "reality", "level", "person"):
            right.addWidget(fields[key])
        last = QHBoxLayout()
        last.setSpacing(Space.L)
        last.addWidget(fields["alarm"], 1)
        last.addWidget(fields["name"], 3)
        right.addLayout(last)
        right.addStretch(1)
        both.addWidget(fields["type"], 2)
        both.addLayout(right, 3)
        self.body.addWidget(self._strip)
        self.body.addWidget(scrolled(inside, self), 1)
        self.buttons.insertWidget(0, self.plan_line, 100)
        self._inside = inside

    def sizeHint(self) -> QSize:
        """Return room for every field, but never more than the screen has."""
        theme, room = current(), self.screen().availableSize()
        high = max(self._inside.sizeHint().height(), theme.px(FIELDS_HIGH)) + theme.px(190)
        return QSize(min(theme.px(940), room.width() - 40), min(high, room.height() - 60))

    def press(self) -> None:
        """Start, or say beside each field what is missing; what was typed stays."""
        self.banner.hide()
        if self._complete() and attempt(self, self._start):
            self.accept()

    def _complete(self) -> bool:
        """Say beside each field what is wrong with it, and go to the first."""
        for field in self._fields.values():
            field.clear_fault()
        faults = list(self._faults())
        for key, sentence in reversed(faults):
            self._fields[key].refuse(sentence)
        self.resize(self.size().expandedTo(self.sizeHint()))
        return not faults

    def _faults(self) -> list[tuple[str, str]]:
        length = len(self.sentence.text().strip())
        checks = (
            ("type", not self.kind.key, N_("Välj vad som har hänt.")),
            ("type", self.plan_line.lacks("types", self.kind.key), NOT_ADOPTED),
            ("level", self.plan_line.lacks("levels", self.level.key), NOT_ADOPTED),
            ("place", not self.place.places, N_("Skriv var det har hänt. Hela kommunen går också bra.")),
            ("sentence", length == 0, N_("Skriv med en mening vad som har hänt.")),
            ("sentence", length > LONGEST_SENTENCE, N_("Meningen är för lång. Högst 90 tecken får plats.")),
            ("danger", not self.danger.key, N_("Svara ja eller nej. Är du osäker, svara ja.")),
            ("reality", not self.reality.key, N_("Välj skarpt läge eller övning.")),
            ("person", not self.person.key, N_("Välj vem du är, så att loggen vet vem som skriver.")),
        )
        faults = [(key, _(sentence)) for key, wrong, sentence in checks if wrong]
        try:
            self._alarm_at()
        except Refused as no:
            faults.append(("alarm", str(no)))
        return faults

    def _alarm_at(self) -> datetime:
        return read_time(self.alarm.text(), self._live.now()).replace(second=0, microsecond=0)

    def _start(self) -> None:
        self.desk = self._live.workplace.start(
            type=self.kind.key,
            places=self.place.places,
            sentence=self.sentence.text().strip(),
            level=self.level.key,
            danger_to_life=self.danger.key == "yes",
            exercise=self.reality.key == "exercise",
            person=self.person.key,
            name=self.name.text().strip(),
            alarm_at=self._alarm_at(),
            unadopted=self.plan_line.unadopted,
        )

    def _name_it(self, _changed: str) -> None:
        """Show the name the incident gets when nobody writes another."""
        parts = [self.kind.name, *self.place.places[:1]]
        self.name.setPlaceholderText(" ".join(part for part in parts if part))

    def _count(self, text: str) -> None:
        left = LONGEST_SENTENCE - len(text.strip())
        help = _("Den inleder texterna. {left} tecken kvar.").format(left=max(left, 0))
        self._fields["sentence"].say(_("Vad har hänt, i en mening?"), help)

    def _explain_place(self) -> None:
        unknown = self.place.unknown
        help = ""
        if unknown:
            help = _("{name} finns inte i ortregistret. Det går bra ändå.").format(name=unknown[0])
        self._fields["place"].say(_("Var? Flera platser går bra, med komma emellan"), help)

    def _suggest(self, found: list[str]) -> None:
        """Tell which other places what is written may mean."""
        help = _("Pil ned: {names}").format(names=", ".join(found[1:SUGGESTED])) if len(found) > 1 else ""
        self._fields["place"].say(_("Var? Flera platser går bra, med komma emellan"), help)

    def _explain_level(self, _at: int) -> None:
        level = next((row for row in self._live.plan.levels if row.id == self.level.key), None)
        self._fields["level"].say(_("Nivå"), level.criteria if level else "")

    def _explain_alarm(self, _text: str) -> None:
        """Say in words what the time is taken for: one ahead of the clock was yesterday."""
        now, words = self._live.now(), ""
        try:
            alarm = self._alarm_at()
        except Refused:
            alarm = now
        if alarm.date() != now.date():
            words = _("I går kl. {time}, för {span} sedan").format(time=at(alarm), span=span(now - alarm))
        elif now - alarm >= timedelta(minutes=1):
            words = _("För {span} sedan").format(span=span(now - alarm))
        self._fields["alarm"].say(_("Larmet kom kl."), words)

    def _mark(self, key: str) -> None:
        """Let nobody miss that it is an exercise."""
        exercise = key == "exercise"
        self._strip.setVisible(exercise)
        self.confirm.say(_("Starta övning") if exercise else _("Starta skarp händelse"))
