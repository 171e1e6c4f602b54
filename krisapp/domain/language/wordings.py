"""Short forms, hard words, vague times and imperatives, domain handbook 7.1, 7.4 and 7.5.

These lists are about Swedish itself, so they are kept as they are in every language of the program.
"""

from krisapp.domain.language.phrases import PhraseList

ABBREVIATIONS = PhraseList(
    {
        "pga|p g a": "på grund av",
        "mha|m h a": "med hjälp av",
        "eventuellt|ev": "kanske, om det behövs",
        "fr o m|fom": "från och med",
        "t o m": "till och med",
        "bla|bl a": "bland annat",
        "tex|t ex": "till exempel",
        "dvs|d v s": "det vill säga",
        "mfl|m fl": "med flera",
        "m m": "med mera",
        "resp": "och, eller",
        "avs": "om",
        "fn|f n": "nu",
    }
)

STAFF_ABBREVIATIONS = PhraseList(
    {
        "tib": "tjänsteperson i beredskap",
        "isf": "inriktnings- och samordningsfunktion",
        "wis": "myndigheternas system för lägesrapporter",
        "rsa": "risk- och sårbarhetsanalys",
        "rib": "räddningschef i beredskap",
        "posom": "kommunens stödgrupp",
        "rakel": "myndigheternas radio",
        "frg": "frivilliga resursgruppen",
        "knn": "krisledningsnämnden",
        "kln": "krisledningsnämnden",
    }
)
"""Words of the staff room: internal texts may have them."""

HARD_WORDS = PhraseList(
    {
        "mikrobiologisk|mikrobiologiska|mikrobiologiskt": "bakterier i vattnet",
        "koliforma|e coli|enterokocker": "bakterier",
        "distributionsnät|distributionsnätet|distributionsanläggning": "vattenledningar",
        "inrymning|inrymningen": "stanna inne och lås",
        "reservkraft|reservkraften": "el från en egen motor",
        "ransomware|överbelastningsattack|ddos": "angrepp mot datorer",
        "calicivirus|norovirus": "magsjuka",
        "spridningsberäkning": "uträkning av vart röken går",
        "toxisk|toxiska|toxiskt": "giftig",
        "sekundärutrymning": "flytta en gång till",
        "krisledningsnämnd|krisledningsnämnden": "de politiker som leder kommunen i en kris",
        "sanering|saneras|sanera": "göra rent",
        "högflöde|högflöden|flödestopp": "mycket vatten i sjöar och åar",
    }
)
"""Words one has to know beforehand; good with an explanation beside them (rule Q13)."""

FIRST_TIME_WORDS = PhraseList(
    {"trygghetspunkt|trygghetspunkten|trygghetspunkter": "trygghetspunkt – en plats där du får hjälp"}
)
"""Words that need their explanation in the first text only."""

EXPLAINED = ("det betyder", "det vill säga", "det är en plats", "en plats där", "som betyder", "alltså", "där du")

VAGUE_PROMISES = PhraseList(
    {
        "snarast|snarast möjligt": "ett klockslag",
        "inom kort|inom en snar framtid": "ett klockslag",
        "så snart som möjligt|så fort som möjligt|snart som möjligt": "ett klockslag",
        "löpande": "nästa besked kl. …",
        "så småningom|framöver|på sikt": "ett klockslag eller en dag",
    }
)

RELATIVE_TIMES = PhraseList(
    {
        "i morgon|imorgon": "veckodag och datum",
        "i övermorgon": "veckodag och datum",
        "i går|igår": "veckodag och datum",
        "i kväll|ikväll": "datum och klockslag",
        "i natt|inatt": "datum och klockslag",
        "i eftermiddag|i förmiddags|i morse": "datum och klockslag",
        "nyss|nyligen|alldeles nyss": "klockslag",
        "i dag|idag": "datum",
    }
)

IMPERATIVES = frozenset(
    {
        *("ställ", "svalka", "fukta", "badda", "bädda", "töm", "tappa", "vik", "rulla", "för", "isolera", "tvåla"),
        *("aktivera", "anmäl", "använd", "ansök", "anslut", "avbryt", "avboka", "avstå", "backa", "be", "begränsa"),
        *("bered", "berätta", "besök", "bestäm", "beställ", "betala", "bevara", "blanda", "blås", "boka", "borsta"),
        *("bryt", "byt", "bär", "böj", "cykla", "dela", "diska", "drick", "dra", "duka", "duscha", "ersätt", "elda"),
        *("flytta", "fortsätt", "fråga", "fyll", "fäll", "fäst", "följ", "förbered", "förvara", "försök", "ge"),
        *("gräv", "grilla", "gå", "gör", "ha", "handla", "hjälp", "hoppa", "hyr", "hämta", "häng", "håll", "hör"),
        *("ignorera", "kasta", "klicka", "klipp", "klä", "knacka", "kom", "koka", "koppla", "kontakta", "kontrollera"),
        *("kräv", "kyl", "kör", "köp", "ladda", "laga", "larma", "leta", "ligg", "lita", "logga", "lyft"),
        *("lyssna", "lås", "lägg", "lämna", "lär", "läs", "märk", "mata", "meddela", "minska", "mät", "möt", "öppna"),
        *("ordna", "packa", "parkera", "passa", "placera", "planera", "plocka", "prata", "prova", "pröva", "rensa"),
        *("registrera", "rengör", "res", "ring", "rör", "rädda", "räkna", "rätta", "rök", "samla", "samlas"),
        *("samåk", "se", "sitt", "skaffa", "skicka", "skotta", "skriv", "skydda", "skölj", "släck", "släng", "släpp"),
        *("sluta", "sov", "spara", "spola", "sprid", "spring", "stanna", "starta", "stoppa", "stå", "städa", "stäng"),
        *(
            "stäm",
            "stöd",
            "stötta",
            "sälj",
            "sänk",
            "säg",
            "sätt",
            "sök",
            "ta",
            "tacka",
            "tala",
            "titta",
            "torka",
            "tvätta",
        ),
        *(
            "tro",
            "tryck",
            "tveka",
            "täck",
            "tänd",
            "tänk",
            "undvik",
            "utgå",
            "uppge",
            "uppmana",
            "var",
            "vattna",
            "visa",
        ),
        *("vila", "vrid", "värm", "vänd", "vänta", "välj", "vädra", "åk", "ändra", "ät", "överväg", "övernatta"),
        *("uppdatera", "kolla", "låt", "slå", "rapportera", "förankra", "evakuera", "utrym", "tag", "bjud"),
    }
)
"""Verbs as one tells somebody to do something; advice begins with one (rule Q08)."""
