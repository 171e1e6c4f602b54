"""What CAP calls each kind of incident (händelsetypens koder), domain handbook 8.5: category, response, severity."""

import msgspec


class Codes(msgspec.Struct, frozen=True):
    """The words of CAP for a kind of incident while it lasts; `english` is the event in English."""

    category: tuple[str, ...]
    response: tuple[str, ...]
    severity: str
    certainty: str
    english: str


_OTHER = Codes(("Safety",), ("Monitor",), "Unknown", "Observed", "Incident")

_CODES = {
    "drinking_water": Codes(("Health", "Infra"), ("Avoid",), "Severe", "Likely", "Drinking water"),
    "power_outage": Codes(("Infra",), ("Prepare",), "Moderate", "Observed", "Power outage"),
    "wildfire": Codes(("Fire",), ("Shelter",), "Severe", "Observed", "Wildfire"),
    "it_outage": Codes(("Infra", "Security"), ("Monitor",), "Moderate", "Observed", "IT outage"),
    "school_threat": Codes(("Security", "Safety"), ("Avoid", "Shelter"), "Extreme", "Observed", "Threat at a school"),
    "flooding": Codes(("Met", "Safety"), ("Avoid",), "Severe", "Likely", "Flooding"),
    "heat": Codes(("Health", "Met"), ("Prepare",), "Moderate", "Likely", "Heat wave"),
    "snow": Codes(("Met", "Transport"), ("Prepare",), "Moderate", "Likely", "Snowstorm"),
    "hazmat": Codes(("CBRNE", "Safety"), ("Shelter",), "Extreme", "Observed", "Hazardous substances"),
    "infection": Codes(("Health",), ("Prepare",), "Moderate", "Likely", "Infection"),
    "disinformation": Codes(("Other",), ("Monitor",), "Minor", "Observed", "False information"),
    "telecom_outage": Codes(("Infra",), ("Monitor",), "Moderate", "Observed", "Telephone and internet outage"),
}


def codes_of(type: str) -> Codes:
    """Return the codes of a kind of incident; those of an unnamed one for a kind a municipality has added."""
    return _CODES.get(type, _OTHER)
