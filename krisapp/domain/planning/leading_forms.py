"""The forms of what the staff leads by (formulär för ledningen): agendas, their points, calling order, units."""

from typing import Any

from krisapp.domain.leading.picture.picture import GROUPS
from krisapp.domain.leading_rows import AgendaPoint, AgendaRow, CallStep, ReportingUnit
from krisapp.domain.planning.plan_forms import Form, FormField, Kind, word_of
from krisapp.domain.words import N_


def _by_name(row: Any, number: int) -> str:
    word = word_of(row.name)
    return word if number == 1 else f"{word}-{number}"


def _by_agenda(row: Any, number: int) -> str:
    word = f"{row.agenda}.{word_of(row.text)}"
    return word if number == 1 else f"{word}-{number}"


AGENDA = Form(
    "agenda",
    "agendas",
    AgendaRow,
    N_("Dagordning"),
    N_("Ny dagordning"),
    (
        FormField("name", N_("Namn"), must=True),
        FormField("minutes", N_("Längd i minuter"), Kind.NUMBER, must=True),
        FormField("standing", N_("Mötet hålls stående"), Kind.TICK),
    ),
    _by_name,
)
AGENDA_POINT = Form(
    "agenda_point",
    "agenda_points",
    AgendaPoint,
    N_("Punkt på en dagordning"),
    N_("Ny punkt på en dagordning"),
    (
        FormField("agenda", N_("Dagordning"), Kind.ONE, of="agenda", must=True),
        FormField("text", N_("Vad punkten handlar om"), must=True),
        FormField("minutes", N_("Minuter"), Kind.NUMBER),
        FormField("locked", N_("Låst"), Kind.TICK, shown=False),
        FormField(
            "beside",
            N_("Ur läget visas bredvid"),
            Kind.SEVERAL,
            choices=tuple((key, group.name) for key, group in GROUPS.items()),
        ),
    ),
    _by_agenda,
)
CALL_STEP = Form(
    "call_step",
    "call_steps",
    CallStep,
    N_("Steg i ringordningen"),
    N_("Nytt steg i ringordningen"),
    (
        FormField(
            "role",
            N_("Roll som rings"),
            Kind.ONE,
            N_("Ersättarna rings i rollens egen ordning. Tomt betyder alla andra roller som bemannas."),
            of="role",
        ),
        FormField(
            "organisation",
            N_("Eller organisation utanför kommunen"),
            help=N_("Dess kontakter rings. Till exempel Länsstyrelsen."),
        ),
        FormField("caller", N_("Rings av"), Kind.ONE, of="role", must=True),
        FormField("within", N_("Minuter från larmet"), Kind.NUMBER, must=True),
    ),
    lambda _row, number: f"ring{number}",
)
REPORTING_UNIT = Form(
    "reporting_unit",
    "reporting_units",
    ReportingUnit,
    N_("Verksamhet som rapporterar"),
    N_("Ny verksamhet som rapporterar"),
    (
        FormField("name", N_("Namn"), must=True),
        FormField("contact", N_("Den som tillfrågas"), Kind.ONE, of="person"),
        FormField(
            "minutes", N_("Minuter mellan rapporter"), Kind.NUMBER, N_("Sedan blir verksamheten gul (P54)."), must=True
        ),
        FormField(
            "types", N_("Bara vid"), Kind.SEVERAL, N_("Tomt betyder vid alla slags händelser."), of="incident_type"
        ),
    ),
    _by_name,
)
