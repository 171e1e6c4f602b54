"""What people add to the picture (bedömning): impact by area, consequences, forecast, assumptions and needs.

Domain handbook 3.9. The values stand on the fact sheet, so that two who judge apart are shown as a conflict, and so
that the situation report to the county board is marked when a judgement has changed.
"""

from krisapp.domain.fields import Field
from krisapp.domain.words import N_

AREAS = {
    "health": N_("Liv och hälsa"),
    "care": N_("Vård och omsorg"),
    "school": N_("Skola"),
    "water": N_("Vatten"),
    "power": N_("El och värme"),
    "telecom": N_("Telefoni och it"),
    "transport": N_("Transporter"),
    "food": N_("Livsmedel"),
    "economy": N_("Ekonomi"),
    "trust": N_("Förtroende"),
}
"""The areas on which impact is judged."""

STEPS = {
    "none": N_("ingen"),
    "moderate": N_("måttlig"),
    "significant": N_("betydande"),
    "critical": N_("kritisk"),
}
"""The four steps of the scale, the least first."""

HORIZONS = {"6": N_("Inom 6 timmar"), "24": N_("Inom ett dygn"), "72": N_("Inom tre dygn")}
"""How far ahead a forecast looks, by hours."""

CONSEQUENCES = {
    "now": N_("Omedelbart"),
    "short": N_("På kort sikt"),
    "long": N_("På lång sikt"),
    "staff": N_("Risker för personalen"),
    "property": N_("Egendom och miljö"),
    "economy": N_("Ekonomi"),
}

CONFIDENCE = {"low": N_("låg"), "medium": N_("medel"), "high": N_("hög")}
"""How sure the judgement is (tilltro)."""

FIELDS = (
    Field(
        "impact",
        N_("Påverkan per område"),
        N_("Bedöm varje område: ingen, måttlig, betydande eller kritisk. Står i rapporten till länsstyrelsen."),
        "impact",
    ),
    Field(
        "support_needed",
        N_("Behov av stöd"),
        N_("Ett behov på varje rad: Vi behöver två elverk."),
        "sentences",
    ),
    Field(
        "next_report",
        N_("Nästa lägesrapport"),
        N_("Om den ska komma vid en annan tid än nästa besked till alla."),
        "time",
    ),
    Field("forecast", N_("Prognos"), N_("Det troliga, en mening för varje tid framåt."), "forecast"),
    Field(
        "assumptions",
        N_("Antaganden"),
        N_("Ett antagande på varje rad: kylan håller i sig."),
        "sentences",
    ),
    Field("confidence", N_("Hur säker är bedömningen?"), N_("Låg, medel eller hög."), "confidence"),
    Field("consequences", N_("Konsekvenser"), N_("Vad det leder till, nu och senare."), "consequences"),
)
"""What is filled in with the picture and nowhere else; nothing secret belongs here, for the report tells it."""

ASSESSED = tuple(field.key for field in FIELDS)
