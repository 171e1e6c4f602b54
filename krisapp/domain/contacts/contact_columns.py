"""The columns of a list of contacts from elsewhere (kolumner): what each is, by its heading in Swedish or English."""

import re
import unicodedata
from collections.abc import Sequence

from krisapp.domain.words import N_

LEFT = ""
"""The choice for a column that is not taken in."""

FAULT = "Fel"
"""The heading of what was wrong, in a file of rejected rows; it is never taken in."""

FIELDS = {
    "name": N_("Namn"),
    "first_name": N_("Förnamn"),
    "last_name": N_("Efternamn"),
    "function": N_("Funktion"),
    "organisation": N_("Organisation"),
    "mobile": N_("Mobil"),
    "private_mobile": N_("Privat mobil"),
    "phone": N_("Telefon"),
    "private_phone": N_("Privat telefon"),
    "rakel": N_("Rakel"),
    "email": N_("E-post"),
    "private_email": N_("Privat e-post"),
    "address": N_("Adress"),
    "minutes_away": N_("Inställelsetid i minuter"),
    "languages": N_("Språk"),
    "groups": N_("Grupper"),
    "checked": N_("Senast kontrollerad"),
    "protected": N_("Skyddad identitet"),
    "note": N_("Anteckning"),
    "id": N_("Id"),
}
"""What a column may be, and what it is called."""

_HEADINGS = {
    "name": "namn|fullständigt namn|visningsnamn|kontakt|kontaktperson|person|name|full name|display name|contact",
    "first_name": "förnamn|tilltalsnamn|given name|first name|firstname|forename",
    "last_name": "efternamn|family name|last name|lastname|surname",
    "function": "funktion|roll|befattning|titel|yrke|uppdrag|tjänst|function|role|title|job title|position|occupation|"
    "organization title",
    "organisation": "organisation|företag|förvaltning|arbetsgivare|myndighet|bolag|enhet|organization|company|employer|"
    "organization name",
    "mobile": "mobil|mobiltelefon|mobilnummer|mobilnr|mobiltfn|mobil arbete|tjänstemobil|jobbmobil|mobile|mobile phone|"
    "mobile number|cell|cell phone|cellphone",
    "private_mobile": "privat mobil|mobil privat|private mobile|personal mobile",
    "phone": "telefon|telefonnummer|telefonnr|tel|tfn|telefon arbete|arbetstelefon|direktnummer|växel|fast telefon|"
    "phone|telephone|phone number|work phone|business phone|office phone|primary phone|phone 1 value",
    "private_phone": "hem|hemtelefon|hemnummer|telefon hem|telefon bostad|privat telefon|privattelefon|telefon privat|"
    "home|home phone|private phone",
    "rakel": "rakel|rakel id|rakelid|rakelnummer|rakelnr|issi",
    "email": "e post|epost|e postadress|epostadress|mejl|mejladress|mail|mailadress|email|e mail|email address|"
    "e mail address|e mail 1 value",
    "private_email": "privat e post|e post privat|privat epost|privat mejl|private email|personal email|home email",
    "address": "adress|gatuadress|postadress|hemadress|bostadsadress|address|street address|home address|home street",
    "minutes_away": "inställelsetid|inställelsetid i minuter|minuter|minuter hemifrån|avstånd min|avstånd i minuter|"
    "minutes away|minutes|response time",
    "languages": "språk|språkkunskaper|languages|language",
    "groups": "grupp|grupper|lista|listor|kategori|kategorier|group|groups|group membership|labels|categories|tags",
    "checked": "senast kontrollerad|kontrollerad|kontrolldatum|last checked|checked|verified",
    "protected": "skyddad identitet|skyddad|skyddade personuppgifter|sekretessmarkerad|sekretessmarkering|protected|"
    "protected identity",
    "note": "anteckning|anteckningar|notering|kommentar|övrigt|anmärkning|note|notes|comment|comments|remarks",
    "id": "id",
}
"""Headings as municipalities, Outlook and Google write them, as `_plain` returns them."""

_BY_HEADING = {name: field for field, names in _HEADINGS.items() for name in names.split("|")}


def match_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """Return what each column is by its heading, `LEFT` where nothing fits. A field is given to its first column."""
    found: list[str] = []
    for heading in headings:
        field = _BY_HEADING.get(_plain(heading), LEFT)
        found.append(LEFT if field in found else field)
    return tuple(found)


def with_choice(columns: Sequence[str], at: int, field: str) -> tuple[str, ...]:
    """Return the columns with another choice for one; another column that was that field is left instead."""
    return tuple(
        field if number == at else (LEFT if field and one == field else one) for number, one in enumerate(columns)
    )


def what_is_missing(columns: Sequence[str]) -> str:
    """Return why nothing can be read in with these columns, marked with `N_`; nothing when it can."""
    if {"name", "first_name", "last_name", "function"} & set(columns):
        return ""
    return N_("Välj vilken kolumn som är namnet. Utan namn går inga kontakter att läsa in.")


def _plain(heading: str) -> str:
    """Return a heading as it is compared: small letters, no marks, one space between words."""
    words = unicodedata.normalize("NFKC", heading).casefold()
    return " ".join(re.findall(r"[^\W_]+", words))
