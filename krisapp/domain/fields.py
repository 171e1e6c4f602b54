"""The fields of the fact sheet as people see them (fälten i faktaunderlaget), domain handbook 5.4."""

import msgspec

from krisapp.domain.behind_blanks import BEHIND
from krisapp.domain.words import N_, _


class Field(msgspec.Struct, frozen=True):
    """A field of the sheet as people see it: key, Swedish label, what to write, and where it is required.

    `form` says how it is written: sentence, text, sentences (a list), time, or a form of its own named by the key.
    `limit` is the most characters, or the most lines of a list (0 for none). `first`, `update`, `final` say whether a
    resident message of that stage must have it: "must", "should" or "" (domain handbook 5.4).
    """

    key: str
    label: str
    hint: str
    form: str
    limit: int = 0
    first: str = ""
    update: str = ""
    final: str = ""


MUST, SHOULD = "must", "should"

FIELDS: tuple[Field, ...] = (
    Field(
        "name", N_("Händelsens namn"),
        N_("Neutralt: vad och var. Till exempel Dricksvatten Malmköping."),
        "sentence", 60,
    ),
    Field(
        "headline", N_("En mening"),
        N_("Det viktigaste på en rad. Börja med ett verb om det är ett råd. Står i sms, rubriker och anslag."),
        "sentence", 90, MUST, MUST, MUST,
    ),
    Field(
        "what_happened", N_("Vad har hänt"),
        N_("En till tre meningar, bara det som är bekräftat. Skriv att ni undersöker om ni inte vet."),
        "text", 300, MUST, MUST, MUST,
    ),
    Field(
        "places", N_("Orter"),
        N_("Orterna som berörs. Väljer du alla åtta står det hela kommunen."),
        "places", 0, MUST, SHOULD, SHOULD,
    ),
    Field(
        "area", N_("Område"),
        N_("Området i ord, med vägar och ortnamn. Skriv också vad som inte omfattas."),
        "text", 0, MUST, MUST, MUST,
    ),
    Field(
        "advice", N_("Så gör du"),
        N_("Råd som börjar med ett verb, det viktigaste först. Ett råd på varje rad."),
        "sentences", 7, MUST, MUST, MUST,
    ),
    Field(
        "do_not", N_("Gör inte"),
        N_("Högst tre rader, hela meningar. Till exempel: Grilla inte inomhus."),
        "sentences", 3, SHOULD, SHOULD,
    ),
    Field(
        "nothing_needed", N_("Du behöver inte göra något"),
        N_("Fyll i om inget behöver göras, med skälet. Då behövs inga råd."),
        "sentence",
    ),
    Field(
        "unknowns", N_("Det vet vi inte ännu"),
        N_("Det folk undrar över och vi inte kan svara på. En mening på varje rad."),
        "sentences", 5, MUST, MUST,
    ),
    Field(
        "our_actions", N_("Det gör vi"),
        N_("Verb i presens. Till exempel: Vi ställer ut dricksvatten i tank."),
        "sentences", 0, MUST, MUST, MUST,
    ),
    Field(
        "others_actions", N_("Det gör andra"),
        N_("Vem, och vad de gör."),
        "others_actions", 0, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "news", N_("Det är nytt"),
        N_("Det nya i nästa besked. Är fältet tomt tar texten de senaste bekräftade uppgifterna."),
        "text", 300, "", SHOULD,
    ),
    Field(
        "correction", N_("Rättelse"),
        N_("Vad som var fel, vad som är rätt, sedan när, och varför något återkallas."),
        "correction",
    ),
    Field(
        "outcome", N_("Så slutade det"),
        N_("Vad som är över, i en mening. Används i slutbeskedet."),
        "text", 300, "", "", SHOULD,
    ),
    Field(
        "still_holds", N_("Det gäller fortfarande"),
        N_("Det som gäller också när faran är över, i beskeden om att den är det. En mening på varje rad."),
        "sentences", 5, "", "", SHOULD,
    ),
    Field(
        "affected", N_("Antal berörda"),
        N_("Minst och högst, och vad ni räknar: personer, hushåll, kunder eller elever."),
        "affected", 0, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "affected_groups", N_("Vilka berörs"),
        N_("Till exempel alla, barn, äldre, företag, säsongsboende."),
        "names", 0, MUST, MUST, SHOULD,
    ),
    Field(
        "symptoms", N_("Tecken på sjukdom"),
        N_("Ett tecken på varje rad. Till exempel feber."),
        "names", 0, SHOULD, SHOULD,
    ),
    Field("help", N_("Här får du hjälp"), N_("Vad, var, när och vad man ska ta med."), "help", 0, SHOULD, MUST, SHOULD),
    Field(
        "services", N_("Öppet och stängt"),
        N_("Verksamhet, om den är öppen eller stängd, och vad som gäller i stället."),
        "services", 0, SHOULD, MUST, MUST,
    ),
    Field(
        "safe_points", N_("Trygghetspunkter"),
        N_("Öppen, beredd eller stängd, för var och en."),
        "safe_points", 0, SHOULD, MUST, MUST,
    ),
    Field(
        "traffic", N_("Vägar och kollektivtrafik"),
        N_("Väg eller linje, vad som gäller, omledning och hur länge."),
        "traffic", 0, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "empathy", N_("Vi förstår"),
        N_("En eller två meningar som visar att vi förstår hur det känns."),
        "sentence", 160, MUST, SHOULD, MUST,
    ),
    Field(
        "commitment", N_("Åtagande"),
        N_("Det vi lovar, i en mening, med tid om det går."),
        "sentence", 160, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "cause", N_("Orsak"),
        N_("Bara bekräftat. Skriv annars att orsaken utreds."),
        "sentence", 200, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "staff_impact", N_("Så påverkar det dig som arbetar hos oss"),
        N_("Säkerhet, arbetstid, uppgifter och stöd."),
        "text", 300, SHOULD, SHOULD,
    ),
    Field(
        "spokesperson", N_("Talesperson"),
        N_("Rollen som svarar i sakfrågan, och rollen som svarar för kommunen."),
        "spokesperson",
    ),
    Field(
        "contact", N_("Kontakt"),
        N_("För allmänheten, för medier och för företag. Telefon och tider, eller en plats att besöka."),
        "contact", 0, MUST, MUST, MUST,
    ),
    Field(
        "next_update", N_("Nästa besked"),
        N_("Dag och klockslag. Vi hör av oss då även om inget nytt har hänt."),
        "time", 0, MUST, MUST,
    ),
    Field(
        "coordinated_with", N_("Avstämt med"),
        N_("De aktörer som har sagt ja till samma budskap."),
        "names", 0, SHOULD, SHOULD, SHOULD,
    ),
    Field(
        "key_messages", N_("Huvudbudskap"),
        N_("Högst tre, högst nio ord var."),
        "sentences", 3, MUST, SHOULD, SHOULD,
    ),
    Field(
        "channel_state", N_("Kanalläge"),
        N_("A allt fungerar, B webb och mejl nere, C nät nere, D ingen el, E länge utan el."),
        "sentence",
    ),
    Field(
        "danger_to_life", N_("Fara för liv eller hälsa"),
        N_("Styr om budskap får gå ut före intern information."),
        "yes_no",
    ),
    Field("level", N_("Nivå"), N_("Nivån i planen, N0 till N3."), "level"),
)  # fmt: skip
"""Each field people may edit, in the order a sheet is filled in."""

_OTHER_LABELS = {
    "answers": N_("Frågor och svar"),
    "staff_answers": N_("Frågor och svar för medarbetare"),
    "next_press": N_("Nästa presstid"),
    "impact": N_("Påverkan per område"),
    "consequences": N_("Konsekvenser"),
    "forecast": N_("Prognos"),
    "assumptions": N_("Antaganden"),
    "confidence": N_("Hur säker bedömningen är"),
    "support_needed": N_("Behov av stöd"),
    "next_report": N_("Nästa lägesrapport"),
    "board_since": N_("Krisledningsnämnd"),
    "press_place": N_("Plats för presstiden"),
    "facts": N_("Uppgifter"),
    "alarm_at": N_("Larmtid"),
    "type": N_("Händelsetyp"),
    "id": N_("Händelse-id"),
    "issued": N_("Textens tid"),
    "number": N_("Beskedets nummer"),
    "sender": N_("Avsändare"),
    "radio": N_("Lokalradio"),
    "website": N_("Webbplats"),
    "phrases": N_("Granskade fraser"),
    "own_languages": N_("Granskade fraser"),
}
_LABELS = {field.key: field.label for field in FIELDS} | _OTHER_LABELS


def field_of(name: str) -> str:
    """Return the key of the sheet that a blank's name stands on; the name itself if it is one."""
    return "phrases" if name.startswith("phrase.") else BEHIND.get(name, name)


def label_of(name: str) -> str:
    """Return the label of a field, or of what a blank's name stands on, in the language in force."""
    key = field_of(name)
    return _(_LABELS.get(key, key))
