"""The forms of the plan's tables, field by field (formulären)."""

from typing import Any

from krisapp.domain import plan_rows as rows
from krisapp.domain.planning.leading_forms import AGENDA, AGENDA_POINT, CALL_STEP, REPORTING_UNIT
from krisapp.domain.planning.plan_forms import HOLDERS, Form, FormField, Kind, Naming, word_of
from krisapp.domain.planning.profile_form import PROFILE
from krisapp.domain.planning.year_form import YEAR_ITEM
from krisapp.domain.words import N_

PLACE_KINDS = (
    ("town", N_("tätort")),
    ("parish", N_("socken")),
    ("district", N_("stadsdel")),
    ("area", N_("område")),
    ("lake", N_("sjö")),
    ("site", N_("plats eller byggnad")),
    ("road", N_("väg")),
    ("neighbour", N_("grannkommun")),
    ("municipality", N_("hela kommunen")),
)
MANNED = (
    ("ja", N_("alltid i stabsläge")),
    ("vid behov", N_("vid behov")),
    ("senare", N_("senare")),
    ("alltid", N_("alltid, dygnet runt")),
    ("övning", N_("bara i övning")),
)
COLOURS = (
    ("neutral", N_("neutral")),
    ("notice", N_("blå, något kan komma")),
    ("warning", N_("gul, samordning behövs")),
    ("alarm", N_("röd, mycket allvarligt")),
)
KRISLEDNING, KRISKOMMUNIKATION = "krisledningsplan", "kriskommunikationsplan"
DOCUMENTS = ((KRISLEDNING, N_("Krisledningsplan")), (KRISKOMMUNIKATION, N_("Kriskommunikationsplan")))
"""The two plan documents, domain handbook 3.1 and 3.2."""

_NAME = FormField("name", N_("Namn"), must=True)
_NOTE = FormField("note", N_("Anteckning"), Kind.TEXT)
_ADDRESS = FormField("address", N_("Adress"))


def _numbered(pattern: str) -> Naming:
    return lambda _row, number: pattern.format(number)


def _by_name(row: Any, number: int) -> str:
    word = word_of(row.name)
    return word if number == 1 else f"{word}-{number}"


def _by_place(row: Any, number: int) -> str:
    return f"{word_of(row.place)}-{number}"


def _by_own_name(row: Any, number: int) -> str:
    return str(row.name) if number == 1 else f"{row.name} ({number})"


def _by_document(row: Any, number: int) -> str:
    return f"{'kl' if row.document == KRISLEDNING else 'kk'}{number:02d}"


CHAPTER = Form(
    "chapter",
    "chapters",
    rows.Chapter,
    N_("Kapitel"),
    N_("Nytt kapitel"),
    (
        FormField("document", N_("Dokument"), Kind.CHOICE, choices=DOCUMENTS),
        FormField("title", N_("Rubrik"), must=True),
        FormField("text", N_("Text"), Kind.TEXT, shown=False),
    ),
    _by_document,
)
AUDIENCE = Form(
    "audience",
    "audiences",
    rows.Audience,
    N_("Målgrupp"),
    "",
    (
        _NAME,
        FormField("short", N_("Kort namn"), must=True),
        FormField("need", N_("Vill veta"), Kind.TEXT),
        FormField("tone", N_("Tonfall")),
        FormField("must_contain", N_("Texten ska innehålla"), Kind.LINES, N_("En sak på varje rad.")),
        FormField("adaptation", N_("Anpassning"), Kind.TEXT),
        FormField("groups", N_("Grupper i kontaktlistan"), Kind.LINES, N_("En grupp på varje rad.")),
    ),
    closed=True,
)
CHANNEL = Form(
    "channel",
    "channels",
    rows.Channel,
    N_("Kanal"),
    N_("Ny kanal"),
    (
        _NAME,
        FormField("short", N_("Kort namn"), must=True),
        FormField("owner", N_("Ansvarig"), Kind.ONE, N_("Utan ansvarig kan kanalen inte väljas (P35)."), of="role"),
        FormField(
            "verified", N_("Senast provad"), Kind.DATE, N_("Den dag någon såg att kanalen fungerar, som 2026-11-24.")
        ),
        FormField("address", N_("Adress"), help=N_("Webbadress, nummer eller konto.")),
        FormField("form", N_("Form"), Kind.TEXT),
        FormField("limit", N_("Gräns"), Kind.TEXT),
        FormField("works_without", N_("När annat är nere"), Kind.TEXT),
        FormField(
            "needs",
            N_("Vägar fram"),
            Kind.WAYS,
            N_("En väg på varje rad, och en räcker. Det en väg kräver skrivs med + emellan."),
        ),
    ),
    _numbered("C{:02d}"),
)
ROLE = Form(
    "role",
    "roles",
    rows.Role,
    N_("Roll"),
    N_("Ny roll"),
    (
        FormField("id", N_("Kod"), help=N_("Två till fem versaler. Går inte att ändra efteråt."), must=True),
        _NAME,
        FormField("tasks", N_("Uppgifter"), Kind.TEXT, must=True),
        FormField("manned", N_("Bemannas"), Kind.CHOICE, choices=MANNED),
        FormField("deputies_wanted", N_("Ersättare som behövs"), Kind.NUMBER),
        FormField(
            "may_approve",
            N_("Får godkänna texter"),
            Kind.TICK,
            N_("Gäller bara så länge delegationstabellen är tom."),
        ),
        FormField(
            HOLDERS,
            N_("Personer i den ordning de ska ringas"),
            Kind.SEVERAL,
            N_("Den första är ordinarie, de andra är ersättare."),
            of="person",
        ),
        FormField("english", N_("På engelska")),
    ),
)
LEVEL = Form(
    "level",
    "levels",
    rows.Level,
    N_("Nivå"),
    N_("Ny nivå"),
    (
        _NAME,
        FormField("criteria", N_("När nivån gäller"), Kind.TEXT, must=True),
        FormField("decided_by", N_("Beslutas av"), Kind.TEXT, must=True),
        FormField("opens", N_("Öppnar checklistorna"), Kind.SEVERAL, of="checklist"),
        FormField("colour", N_("Färg"), Kind.CHOICE, choices=COLOURS),
    ),
    lambda _row, number: f"N{number - 1}",
)
INCIDENT_TYPE = Form(
    "incident_type",
    "types",
    rows.IncidentType,
    N_("Händelsetyp"),
    N_("Ny händelsetyp"),
    (_NAME, FormField("checklist", N_("Checklista"), Kind.ONE, of="checklist")),
    lambda row, number: _by_name(row, number).replace("-", "_"),
)
PLACE = Form(
    "place",
    "places",
    rows.Place,
    N_("Ort"),
    N_("Ny ort"),
    (
        _NAME,
        FormField("kind", N_("Slag"), Kind.CHOICE, choices=PLACE_KINDS),
        FormField("phrase", N_("I löpande text"), help=N_("Med rätt preposition: i Bettna, på Harpsund."), must=True),
        FormField("explained", N_("För den som inte hittar"), Kind.TEXT),
    ),
    _by_own_name,
)
SAFE_POINT = Form(
    "safe_point",
    "safe_points",
    rows.SafePoint,
    N_("Trygghetspunkt"),
    N_("Ny trygghetspunkt"),
    (
        _NAME,
        FormField("place", N_("Ort"), Kind.ONE, of="place", must=True),
        _ADDRESS,
        FormField("phrase", N_("I löpande text"), help=N_("Till exempel: på Malmaskolan i Malmköping.")),
        _NOTE,
    ),
    _numbered("TP{}"),
)
NOTICE_BOARD = Form(
    "notice_board",
    "notice_boards",
    rows.NoticeBoard,
    N_("Anslagsplats"),
    N_("Ny anslagsplats"),
    (
        FormField("place", N_("Ort"), Kind.ONE, of="place", must=True),
        FormField("site", N_("Var på orten"), must=True),
        FormField("responsible", N_("Ansvarig"), Kind.ONE, of="role"),
        FormField("copies", N_("Antal exemplar"), Kind.NUMBER),
        FormField("sheltered", N_("Skyddad från väder"), Kind.TICK),
        FormField("contact", N_("Kontakt på platsen")),
        FormField("key", N_("Nyckel")),
    ),
    _by_place,
)
PREMISES = Form(
    "premises",
    "premises",
    rows.Premises,
    N_("Lokal"),
    N_("Ny lokal"),
    (
        _NAME,
        FormField("use", N_("Används som"), must=True),
        _ADDRESS,
        FormField("equipment", N_("Utrustning"), Kind.TEXT),
        _NOTE,
    ),
    _numbered("L{}"),
)
LAW = Form(
    "law",
    "laws",
    rows.Law,
    N_("Lag"),
    N_("Ny lag"),
    (
        _NAME,
        FormField("reference", N_("Beteckning"), help=N_("Till exempel 2006:544."), must=True),
        FormField("about", N_("Vad den säger"), Kind.TEXT, must=True),
        FormField("checked", N_("Senast kontrollerad"), Kind.DATE, N_("Den dag någon såg att lagen lyder så.")),
        FormField(
            "ground",
            N_("Kan väljas som grund för sekretess"),
            Kind.TICK,
            N_("Beteckningen, till exempel OSL 26:1, står sedan vid varje maskering (P31)."),
        ),
    ),
    _by_name,
)
COMPLEMENT = Form(
    "complement",
    "complements",
    rows.Complement,
    N_("Kompletterande dokument"),
    "",
    (
        FormField("name", N_("Namn"), shown=False),
        FormField("owner", N_("Ägare")),
        FormField("version", N_("Version"), help=N_("Tomt betyder att dokumentet saknas (P3).")),
        FormField("valid_from", N_("Gäller från"), Kind.DATE),
        FormField("review_due", N_("Ska ses över"), Kind.DATE),
    ),
    closed=True,
)
SETTINGS = Form(
    "setting",
    "settings",
    rows.Settings,
    N_("Kommunens uppgifter"),
    "",
    (
        FormField("municipality", N_("Kommun"), must=True),
        FormField("sender", N_("Avsändare i texter"), must=True),
        FormField("slogan", N_("Slogan")),
        FormField("website", N_("Webbplats")),
        FormField("radio", N_("Radiokanal")),
        FormField("public_contact", N_("Telefon för invånare"), help=N_("Nummer och tider.")),
        FormField("media_contact", N_("Telefon för medier"), help=N_("Nummer och tider.")),
        FormField("business_contact", N_("Telefon för företag"), help=N_("Nummer och tider.")),
        FormField("values", N_("Värdeord"), Kind.LINES, N_("Ett på varje rad.")),
        FormField("policy_valid_from", N_("Policyn gäller från"), Kind.DATE),
        FormField("id_prefix", N_("Händelsenummer börjar med"), help=N_("Till exempel FLN.")),
        FormField("code", N_("Kommunkod")),
        FormField("county", N_("Län")),
        FormField("county_code", N_("Länskod")),
    ),
    closed=True,
)

_FORMS = (CHAPTER, AUDIENCE, CHANNEL, ROLE, LEVEL, INCIDENT_TYPE, PLACE, SAFE_POINT, NOTICE_BOARD, PREMISES, LAW)
_LEADING = (AGENDA, AGENDA_POINT, CALL_STEP, REPORTING_UNIT)
FORMS = {form.table: form for form in (*_FORMS, *_LEADING, COMPLEMENT, YEAR_ITEM, SETTINGS, PROFILE)}
"""The tables that are edited in a form, by name. Checklists, contacts, delegation and texts have their own editors."""
