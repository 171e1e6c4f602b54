"""The form of a request for a VMA (formuläret): what SOS Alarm asks for besides the text, typed once."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from krisapp.domain.ground import read_circle, read_polygon
from krisapp.domain.warning_form import PHONES_NAMES, Form, Forms, Phones, fill_form, form_of
from krisapp.domain.words import N_, Refused, _
from krisapp.ui.log_line import read_time
from krisapp.ui.theme.tokens import Space
from krisapp.ui.widgets.clock import at
from krisapp.ui.widgets.fields import Choice, Field, Tick, tab_order, text_field
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.form_dialog import FormDialog
from krisapp.ui.widgets.plain import label

if TYPE_CHECKING:
    from datetime import datetime

    from krisapp.ui.live import Live


class RequestForm(FormDialog):
    """Fills in the form of one request, the same fields as on the card."""

    def __init__(self, live: "Live", message: str, parent: QWidget) -> None:
        super().__init__(_("Formuläret för begäran om VMA"), parent, _("Spara"), 640)
        self._live, self._message = live, message
        register = live.incident.part(Forms).of(message)
        form = form_of(live.incident, message)
        if register.contested:
            words = _("Två har fyllt i var sitt formulär. Det senaste visas. Det du sparar ersätter båda.")
            self.form.addWidget(label(words, self, "fault", wrap=True))
        self.callback, self.commander, self.time = (text_field("", self) for _number in range(3))
        self.languages, self.corners = (
            text_field("", self),
            text_field("", self, "59,05 16,55; 59,10 16,60; 59,05 16,65"),
        )
        self.latitude, self.longitude = text_field("", self, "59,06"), text_field("", self, "16,59")
        self.radius = text_field("", self, "3")
        self.code = Choice("", self)
        self.phones = {one: Tick(_(PHONES_NAMES[one]), self) for one in Phones}
        self._add(
            (_("Nummer för motringning"), self.callback, _("Ett som någon svarar på nu. Det står bara på kortet.")),
        )
        self._add((_("Räddningsledare som ni har stämt av med"), self.commander, ""), (_("Klockan"), self.time, ""))
        self.form.addWidget(label(_("Utöver radio och tv"), self, "strong"))
        ticks = Flow()
        for tick in self.phones.values():
            ticks.addWidget(tick)
        self.form.addLayout(ticks)
        self._add((_("Andra språk till telefoner"), self.languages, ""), (_("Områdeskod"), self.code, ""))
        about = _("Ska området vara mindre än så? Skriv en cirkel eller hörnen, annars ingetdera.")
        self.form.addWidget(label(about, self, "quiet", wrap=True))
        self._add(
            (_("Latitud"), self.latitude, ""),
            (_("Longitud"), self.longitude, ""),
            (_("Radie i km"), self.radius, ""),
        )
        self._add((_("Hörn, latitud och longitud"), self.corners, ""))
        self._fill(form)
        self.callback.setFocus()
        order = (self.callback, self.commander, self.time, *self.phones.values(), self.languages, self.code)
        tab_order((*order, self.latitude, self.longitude, self.radius, self.corners, self.cancel, self.confirm))

    def decide(self) -> None:
        """Keep the form. Raises `Refused` for what cannot be used."""
        live, now = self._live, self._live.now()
        circle = [line.text().strip() for line in (self.latitude, self.longitude, self.radius)]
        if any(circle) and not all(circle):
            raise Refused(N_("Cirkeln behöver latitud, longitud och radie."))
        form = Form(
            callback=self.callback.text().strip(),
            commander=self.commander.text().strip(),
            agreed_at=self._agreed(now),
            phones=tuple(one for one, tick in self.phones.items() if tick.isChecked()),
            languages=self.languages.text().strip(),
            code=self.code.key,
            circle=read_circle(*circle) if all(circle) else None,
            polygon=read_polygon(self.corners.text()) if self.corners.text().strip() else (),
        )
        live.do(fill_form(live.incident, self._message, form, now))

    def _agreed(self, now: "datetime") -> "datetime | None":
        """Return when it was agreed; one that was not touched stays exact."""
        kept = form_of(self._live.incident, self._message).agreed_at
        if not self.time.text().strip():
            return None
        return kept if kept is not None and not self.time.isModified() else read_time(self.time.text(), now)

    def _fill(self, form: Form) -> None:
        settings = self._live.plan.settings
        known = ((settings.code, settings.municipality), (settings.county_code, settings.county))
        self.code.fill([(code, f"{code} {name}".strip()) for code, name in known if code], form.code)
        self.callback.setText(form.callback)
        self.commander.setText(form.commander)
        self.time.setText(at(form.agreed_at.astimezone(self._live.now().tzinfo)) if form.agreed_at else "")
        self.languages.setText(form.languages)
        for one, tick in self.phones.items():
            tick.setChecked(one in form.phones)
        if form.circle is not None:
            numbers = (form.circle.centre.latitude, form.circle.centre.longitude, form.circle.radius)
            for line, number in zip((self.latitude, self.longitude, self.radius), numbers, strict=True):
                line.setText(f"{number:g}".replace(".", ","))
        self.corners.setText(
            "; ".join(f"{one.latitude} {one.longitude}".replace(".", ",") for one in form.polygon[:-1])
        )

    def _add(self, *fields: "tuple[str, QWidget, str]") -> None:
        """Add fields side by side, those that matter most the widest."""
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for number, (name, control, help) in enumerate(fields):
            row.addWidget(Field(name, control, self, help), 1 if number else 2)
        self.form.addLayout(row)
