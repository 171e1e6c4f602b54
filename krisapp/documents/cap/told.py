"""A read alert in words (varningen i klartext): what it says and who says it, shown as text and taken for no fact."""

from collections.abc import Iterator
from datetime import datetime

from krisapp.documents.cap.reading import Reading
from krisapp.domain.words import N_, _

_STATUSES = {
    "Exercise": N_("ÖVNING. Det här är ingen riktig varning."),
    "Test": N_("PROV. Det här är ingen riktig varning."),
    "System": N_("Meddelande mellan datorer, inte till allmänheten."),
    "Draft": N_("UTKAST. Det här är inte utgivet."),
}
_KINDS = {
    "Alert": N_("Varning"),
    "Update": N_("Uppdatering"),
    "Cancel": N_("Återtagen varning"),
    "Ack": N_("Kvittens"),
    "Error": N_("Felanmälan"),
}


def told(one: Reading) -> str:
    """Return an alert as lines of text: what it is not first, then who, when, what, where, advice, and its faults."""
    return "\n".join(line for line in _lines(one) if line)


def sender_of(one: Reading) -> str:
    """Return who an alert says it is from."""
    return next((info.sender_name for info in one.alert.info if info.sender_name), one.alert.sender) or _("okänd")


def _when(text: str) -> str:
    """Return a time as people write it, by the sender's own clock; what is none stays as it stands in the file."""
    try:
        return datetime.fromisoformat(text).strftime("%Y-%m-%d kl. %H.%M")
    except ValueError:
        return text


def _lines(one: Reading) -> Iterator[str]:
    alert = one.alert
    if alert.status in _STATUSES:
        yield _(_STATUSES[alert.status])
    kind = _(_KINDS[alert.msg_type]) if alert.msg_type in _KINDS else alert.msg_type or _("Meddelande")
    yield _("{kind} från {sender}, {sent}").format(kind=kind, sender=sender_of(one), sent=_when(alert.sent))
    yield alert.note
    swedish = [info for info in alert.info if info.language.lower().startswith("sv")]
    for info in swedish or alert.info:
        yield info.headline or info.event
        yield info.description
        yield info.instruction
        for area in info.area:
            yield _("Område: {area}").format(area=area.area_desc) if area.area_desc else ""
        yield _("Gäller till {time}").format(time=_when(info.expires)) if info.expires else ""
        yield info.web
    for fault in one.faults:
        yield _("Fel i filen: {fault}").format(fault=fault)
