"""Ways to reach the municipality, in words: a telephone, an address to visit, an e-mail, or several."""

import re

from krisapp.compose.wording import sentence

_TELEPHONE = re.compile(r"\b(?:112|113 13|114 14|1177|0\d{1,3}[- ]?\d[\d ]{3,}\d)\b|\+46[\d -]{6,}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_WEB = re.compile(r"\b(?:https?://\S+|[\w-]+\.se\b\S*)")
_HOURS = re.compile(
    r",\s*(?=kl\.|(?:från|till|dygnet|dagtid|vardagar|hela (?:dagen|natten|dygnet)|alla dagar|måndag|helger)\b)"
)
_WHOSE = re.compile(r"^([^\W\d]+) (?=0\d)")
_ACTION = re.compile(r"^(?:ring|besök|mejla|kom|gå|skriv|sms:a|åk|prata|vänd|kontakta)\b", re.IGNORECASE)


def call(contact: str) -> str:
    """Return a way to reach us as something to do: "Ring 08-465 004 10 kl. 8–22.", "Besök stadshuset."."""
    return " ".join(_one(part) for part in contact.split(";") if part.strip())


def for_some(contact: str) -> bool:
    """Return whether a way to reach us is for some only: "08-465 004 13, anhöriga"."""
    return "(för " in call(contact)


def press(contact: str) -> str:
    """Return a way for media to reach us, as it stands after "Presskontakt:"."""
    parts = [_HOURS.sub(" ", part.strip()).rstrip(".") for part in contact.split(";") if part.strip()]
    parts = [_WHOSE.sub(r"\1: ", part) for part in parts]
    return ". ".join(part if at == 0 else part[:1].upper() + part[1:] for at, part in enumerate(parts))


def telephone(contact: str) -> str:
    """Return the first telephone number of a way to reach us, or an empty text."""
    found = _TELEPHONE.search(contact)
    return found.group().strip() if found else ""


def _one(part: str) -> str:
    text = _HOURS.sub(" ", part.strip().rstrip("."))
    if _ACTION.match(text):
        return sentence(text)
    if _TELEPHONE.search(text):
        number, comma, whom = text.partition(",")
        if comma and not any(character.isdigit() for character in whom):
            text = f"{number} (för {whom.strip()})"
        return f"Ring {text[:1].lower()}{text[1:]}."
    if _EMAIL.search(text):
        return f"Mejla {text[:1].lower()}{text[1:]}."
    if _WEB.search(text):
        return f"Läs mer på {text}."
    return sentence(text)
