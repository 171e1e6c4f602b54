"""What CAP 1.2 asks of each element (ordning och värden): required ones and the words allowed."""

import re

from krisapp.documents.cap.alert import Alert, Area, Info, Pair, Resource

TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[-+]\d{2}:\d{2}")
"""A time as the standard writes it: with seconds and the offset from UTC, and never Z."""

REQUIRED: dict[type, frozenset[str]] = {
    Alert: frozenset(("identifier", "sender", "sent", "status", "msgType", "scope")),
    Info: frozenset(("category", "event", "urgency", "severity", "certainty")),
    Area: frozenset(("areaDesc",)),
    Resource: frozenset(("resourceDesc", "mimeType")),
    Pair: frozenset(("valueName", "value")),
}

ALLOWED: dict[str, frozenset[str]] = {
    "status": frozenset(("Actual", "Exercise", "System", "Test", "Draft")),
    "msgType": frozenset(("Alert", "Update", "Cancel", "Ack", "Error")),
    "scope": frozenset(("Public", "Restricted", "Private")),
    "category": frozenset(
        (
            *("Geo", "Met", "Safety", "Security", "Rescue", "Fire"),
            *("Health", "Env", "Transport", "Infra", "CBRNE", "Other"),
        )
    ),
    "responseType": frozenset(
        ("Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None")
    ),
    "urgency": frozenset(("Immediate", "Expected", "Future", "Past", "Unknown")),
    "severity": frozenset(("Extreme", "Severe", "Moderate", "Minor", "Unknown")),
    "certainty": frozenset(("Observed", "Likely", "Possible", "Unlikely", "Unknown")),
}
"""The words of each element that has a list of them."""
