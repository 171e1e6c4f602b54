"""Who answers for the municipality, how they are reached, and what they say."""

from krisapp.compose.contact_words import call, for_some, press
from krisapp.compose.sheet_view import SheetView
from krisapp.compose.wording import inner, sentence

ROLES = {
    "KC": "kommunchefen",
    "KSO": "kommunstyrelsens ordförande",
    "KOM": "kommunikationschefen",
    "SC": "stabschefen",
    "TIB": "tjänsteperson i beredskap",
    "VA": "Sörmland Vatten",
    "IT": "it-chefen",
    "RCB": "räddningschef i beredskap",
    "REK": "rektorn",
    "FC": "förvaltningschefen",
}


def contact_public(view: SheetView) -> str:
    """Return how the public reaches us, as a sentence: "Ring 08-465 004 10 kl. 8–22."."""
    return call(view.value("contact").get("public", ""))


def contact_anyone(view: SheetView) -> str:
    """Return how those reach us who are not the public: its way, unless that is for some only, such as relatives."""
    public = view.value("contact").get("public", "")
    return call(view.ground.contact if for_some(public) and view.ground.contact else public)


def contact_partners(view: SheetView) -> str:
    """Return how partners reach us, else how anyone does."""
    partners = view.value("contact").get("partners")
    return call(partners) if partners else contact_anyone(view)


def contact_business(view: SheetView) -> str:
    """Return how companies reach us, else how the public does."""
    contact = view.value("contact")
    return call(contact.get("business") or contact.get("public", ""))


def contact_media(view: SheetView) -> str:
    """Return how media reach us: "070-174 06 05, dygnet runt"."""
    return press(view.value("contact").get("media", ""))


def web_page(view: SheetView) -> str:
    """Return our website, unless the channel state says that it is down (B to E of domain handbook 6.4)."""
    return view.context.website if view.text("channel_state")[:1] in ("", "A") else ""


def speaker(view: SheetView) -> str:
    """Return who answers for the municipality, as a role."""
    return role_words(view.value("spokesperson").municipality)


def topic_speaker(view: SheetView) -> str:
    """Return who answers on the topic, as a role, if that is another."""
    spokesperson = view.value("spokesperson")
    return "" if spokesperson.topic == spokesperson.municipality else role_words(spokesperson.topic)


def statement(view: SheetView) -> str:
    """Return what the municipality says in a quotation, without its last full stop."""
    parts = [sentence(text) for text in (view.text("empathy"), view.text("commitment")) if text]
    return " ".join(parts).rstrip(".")


def role_words(role: str) -> str:
    """Return a role in words and definite form: "skolchefen"; codes of the plan's roles are spelled out."""
    if role in ROLES:
        return ROLES[role]
    first, space, rest = inner(role).partition(" ")
    for indefinite, definite in (("chef", "chefen"), ("ledare", "ledaren"), ("rektor", "rektorn")):
        if first.endswith(indefinite):
            return f"{first.removesuffix(indefinite)}{definite}{space}{rest}"
    return inner(role)
