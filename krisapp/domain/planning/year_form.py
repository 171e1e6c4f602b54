"""The form of an item of the annual wheel (punkt i årshjulet), field by field."""

from typing import Any

from krisapp.domain.months import MONTHS
from krisapp.domain.plan_rows import YearItem
from krisapp.domain.planning.plan_forms import Form, FormField, Kind, word_of
from krisapp.domain.planning.year_wheel import WHEN_NAMES
from krisapp.domain.words import N_


def _by_name(row: Any, number: int) -> str:
    word = word_of(row.name)
    return word if number == 1 else f"{word}-{number}"


YEAR_ITEM = Form(
    "year_item",
    "year_wheel",
    YearItem,
    N_("Punkt i årshjulet"),
    N_("Ny punkt i årshjulet"),
    (
        FormField("name", N_("Vad ska göras"), must=True),
        FormField("when", N_("När"), Kind.CHOICE, choices=tuple((str(key), name) for key, name in WHEN_NAMES.items())),
        FormField(
            "months",
            N_("Månader"),
            Kind.SEVERAL,
            N_("Behövs inte om punkten gäller en vecka."),
            choices=tuple((str(number), name) for number, name in enumerate(MONTHS, 1)),
        ),
        FormField("number", N_("Dag eller vecka"), Kind.NUMBER, N_("Dagens nummer i månaden, eller veckans nummer.")),
        FormField("time", N_("Klockslag"), help=N_("Som 15.00. Tomt betyder hela dagen.")),
        FormField("owner", N_("Ansvarig roll"), Kind.ONE, of="role"),
        FormField("person", N_("Person"), help=N_("Om det är någon annan än den som har rollen.")),
        FormField("year", N_("Bara år"), Kind.NUMBER, N_("0 betyder varje år.")),
        FormField("note", N_("Anteckning"), Kind.TEXT),
    ),
    _by_name,
)
