"""The register of rules (regler): what each is called, how hard it is, where it comes from and what finds it.

The rules of domain handbook chapter 7, and those of the policy that act as checks of a text. The forms of numbers and
times that 7.4 gives without numbers are T1 to T8. A rule is found by one function; some functions find several rules
that are computed together.
"""

import re

import msgspec

from krisapp.domain.checking.advice import amount_of_advice, coordination, direct_advice, key_messages
from krisapp.domain.checking.confirmation import rumour_in_heading, unconfirmed_facts
from krisapp.domain.checking.forbidden import (
    dangerous_wordings,
    groups_suspected,
    guesses,
    loud_signs,
    warning_name_misused,
)
from krisapp.domain.checking.freshness import older_than_facts
from krisapp.domain.checking.marks import exercise_mark, sender, time_stamp
from krisapp.domain.checking.message_map import long_key_message, many_key_messages, words_of_key_messages
from krisapp.domain.checking.number_forms import (
    form_of_decimals,
    form_of_percent,
    form_of_telephone,
    form_of_thousands,
    form_of_units,
)
from krisapp.domain.checking.numbers import numbers_unlike_sheet, numbers_without_unit
from krisapp.domain.checking.order import main_point_first, order_of_headings
from krisapp.domain.checking.persons import (
    names_of_those_struck,
    personal_names,
    private_telephones,
    street_addresses,
)
from krisapp.domain.checking.phrasing import double_negation, nouns_for_verbs, passive_advice
from krisapp.domain.checking.plain_words import bureaucratic_words, hard_words, short_forms
from krisapp.domain.checking.readability import long_sentences, mean_sentence, reading_ease
from krisapp.domain.checking.required import empathy, next_update, required_elements
from krisapp.domain.checking.residents import kept_from_residents
from krisapp.domain.checking.secrecy import identity_numbers, secret_facts
from krisapp.domain.checking.sensitive import endurance, health_in_small_units, police_matters, school_class
from krisapp.domain.checking.short_messages import links
from krisapp.domain.checking.time_forms import form_of_date, form_of_interval, form_of_time
from krisapp.domain.checking.times import impossible_times, relative_times, vague_promises, wrong_weekdays
from krisapp.domain.checking.tone import defensive_tone
from krisapp.domain.checks import Check, Severity
from krisapp.domain.words import N_, _

_STOP, _WARNING, _TIP = Severity.STOP, Severity.WARNING, Severity.TIP
_CHANNEL = re.compile(r"C\d\d")
_STRICTEST = reading_ease(25, 28, 32)
"""Each channel has its own limits; these are those of easy Swedish."""


class Rule(msgspec.Struct, frozen=True):
    """One rule: its id, its name in one line, the hardest it can be, its chapter, what finds it, and what it serves.

    `serves` are the policy's rules (chapter 2) that act through it.
    """

    id: str
    name: str
    severity: Severity
    chapter: str
    check: Check
    serves: tuple[str, ...] = ()


RULES: tuple[Rule, ...] = (
    Rule("Q01", N_("Meningar på högst 20 ord"), _WARNING, "7.1", long_sentences, ("P21", "P33")),
    Rule("Q02", N_("Lagom långa meningar i snitt"), _TIP, "7.1", mean_sentence(8), ("P21", "P33")),
    Rule("Q03", N_("Läsbarhet (LIX) inom kanalens gräns"), _STOP, "7.2", _STRICTEST, ("P21", "P33")),
    Rule("Q04", N_("Råd utan passiv form"), _TIP, "7.1", passive_advice, ("P21",)),
    Rule("Q05", N_("Vanliga ord i stället för krångliga"), _WARNING, "7.6", bureaucratic_words, ("P21", "P33")),
    Rule("Q06", N_("Verb i stället för substantiv"), _TIP, "7.1", nouns_for_verbs, ("P21",)),
    Rule("Q07", N_("Bara förkortningar som alla känner"), _WARNING, "7.1", short_forms, ("P21",)),
    Rule("Q08", N_("Råd som talar till läsaren"), _STOP, "7.1", direct_advice, ("P21",)),
    Rule("Q09", N_("Det viktigaste först"), _TIP, "7.1", main_point_first, ("P24", "P32")),
    Rule("Q10", N_("Högst sju råd"), _WARNING, "7.1", amount_of_advice, ("P24",)),
    Rule("Q11", N_("Högst tre huvudbudskap i texten"), _TIP, "7.1", many_key_messages, ("P24",)),
    Rule("Q12", N_("Ingen dubbel negation"), _TIP, "7.1", double_negation, ("P21",)),
    Rule("Q13", N_("Svåra ord förklaras"), _WARNING, "7.1", hard_words, ("P21", "P33")),
    Rule("Q20", N_("Det texten måste ha"), _STOP, "7.3", required_elements, ("P7", "P57")),
    Rule("Q21", N_("Det texten bör ha"), _WARNING, "7.3", required_elements),
    Rule("Q22", N_("Tiden för nästa besked har inte passerat"), _STOP, "7.3", next_update, ("P8",)),
    Rule("Q23", N_("Nästa besked inom fyra timmar på dagen"), _WARNING, "7.3", next_update),
    Rule("Q24", N_("Avsändaren syns"), _STOP, "7.3", sender, ("P36",)),
    Rule("Q25", N_("Det står när texten skrevs"), _STOP, "7.3", time_stamp, ("P7",)),
    Rule("Q26", N_("Texten är inte äldre än faktaunderlaget"), _WARNING, "7.3", older_than_facts, ("P8",)),
    Rule("Q30", N_("Dag och tid, inte ”i morgon”"), _WARNING, "7.4", relative_times),
    Rule("Q31", N_("Klockslag som finns"), _STOP, "7.4", impossible_times),
    Rule("Q32", N_("Veckodagen stämmer med datumet"), _WARNING, "7.4", wrong_weekdays),
    Rule("Q33", N_("Tal säger vad de räknar"), _TIP, "7.4", numbers_without_unit),
    Rule("Q34", N_("Samma tal som i faktaunderlaget"), _WARNING, "7.4", numbers_unlike_sheet, ("P34",)),
    Rule("Q40", N_("Texten visar att kommunen förstår"), _STOP, "7.5", empathy, ("P39",)),
    Rule("Q41", N_("Medkänsla i högst två meningar"), _WARNING, "7.5", empathy, ("P39",)),
    Rule("Q42", N_("Det kommunen inte vet ännu"), _WARNING, "7.5", required_elements, ("P22",)),
    Rule("Q43", N_("Huvudbudskapen har högst 27 ord"), _WARNING, "7.5", words_of_key_messages, ("P24",)),
    Rule("Q44", N_("Ett huvudbudskap har högst nio ord"), _TIP, "7.5", long_key_message, ("P24",)),
    Rule("Q45", N_("Löften med klockslag"), _WARNING, "7.5", vague_promises, ("P8",)),
    Rule("T1", N_("Klockslag skrivs kl. 18.00"), _TIP, "7.4", form_of_time),
    Rule("T2", N_("Datum skrivs med veckodag och månad i ord"), _TIP, "7.4", form_of_date),
    Rule("T3", N_("Tid från och till skrivs kl. 8–16"), _TIP, "7.4", form_of_interval),
    Rule("T4", N_("Tusental skrivs med mellanslag"), _TIP, "7.4", form_of_thousands),
    Rule("T5", N_("Decimaler skrivs med komma"), _TIP, "7.4", form_of_decimals),
    Rule("T6", N_("Procent skrivs ut"), _TIP, "7.4", form_of_percent),
    Rule("T7", N_("Telefonnummer skrivs i grupper"), _TIP, "7.4", form_of_telephone),
    Rule("T8", N_("Mått skrivs med mellanslag och ord"), _TIP, "7.4", form_of_units),
    Rule("F1", N_("Inget förbud att tala med medier"), _STOP, "7.7", dangerous_wordings, ("P48",)),
    Rule("F2", N_("Inga namn, adresser eller bilder på drabbade"), _STOP, "7.7", names_of_those_struck),
    Rule("F3", N_("Inget om var människor gömmer sig eller polisen står"), _STOP, "7.7", dangerous_wordings),
    Rule("F4", N_("Inga gissningar om orsak eller skuld"), _STOP, "7.7", guesses, ("P25",)),
    Rule("F5", N_("Inga lugnande löften"), _WARNING, "7.7", dangerous_wordings, ("P39",)),
    Rule("F6", N_("Inte ordet panik"), _WARNING, "7.7", dangerous_wordings, ("P39",)),
    Rule("F7", N_("Inte ”inga kommentarer”"), _WARNING, "7.7", dangerous_wordings, ("P13",)),
    Rule("F8", N_("Ingen skuld på någon"), _WARNING, "7.7", dangerous_wordings, ("P13",)),
    Rule("F9", N_("Inget rykte i rubriken"), _WARNING, "7.7", rumour_in_heading, ("P34",)),
    Rule("F10", N_("Ingen länk i sms"), _STOP, "7.7", links),
    Rule("F11", N_("Ordet VMA bara om en begärd varning"), _WARNING, "7.7", warning_name_misused),
    Rule("F12", N_("Övning märkt, skarpt läge omärkt"), _STOP, "7.7", exercise_mark, ("P62",)),
    Rule("F13", N_("Inga utropstecken och versaler"), _WARNING, "7.7", loud_signs),
    Rule("F14", N_("Inga bildtecken i varningar"), _WARNING, "7.7", loud_signs),
    Rule("F15", N_("Inga ord om folkgrupp om misstänkta"), _WARNING, "7.7", groups_suspected, ("P25",)),
    Rule("S1", N_("Inga personnummer"), _STOP, "7.8", identity_numbers),
    Rule("S2", N_("Bara telefonnummer ur planen"), _WARNING, "7.8", private_telephones),
    Rule("S3", N_("Inga personnamn"), _WARNING, "7.8", personal_names),
    Rule("S4", N_("Ingen hälsa hos någon som kan kännas igen"), _WARNING, "7.8", health_in_small_units),
    Rule("S5", N_("Inga adresser med husnummer"), _WARNING, "7.8", street_addresses),
    Rule("S6", N_("Inget om hur länge något räcker eller var det är svagt"), _WARNING, "7.8", endurance),
    Rule("S7", N_("Polisens uppgifter lämnas av polisen"), _WARNING, "7.8", police_matters),
    Rule("S8", N_("Inga sekretessmarkerade uppgifter"), _STOP, "7.8", secret_facts, ("P31",)),
    Rule("S9", N_("Ingen skolklass tillsammans med det som hänt"), _TIP, "7.8", school_class),
    Rule("P13", N_("En ton som hjälper läsaren"), _WARNING, "2", defensive_tone),
    Rule("P14", N_("Internt: vart man vänder sig med frågor"), _WARNING, "2", required_elements),
    Rule("P23", N_("Kontakt för allmänheten"), _STOP, "2", required_elements),
    Rule("P24", N_("Högst tre huvudbudskap"), _WARNING, "2", key_messages),
    Rule("P29", N_("Invånarna får veta det andra får veta"), _WARNING, "2", kept_from_residents),
    Rule("P32", N_("Rubriker i fast ordning"), _WARNING, "2", order_of_headings),
    Rule("P34", N_("Bara bekräftade uppgifter"), _STOP, "2", unconfirmed_facts),
    Rule("P40", N_("Det kommunen vet eller läsaren kan göra"), _STOP, "2", required_elements),
    Rule("P42", N_("Avstämt med den som leder eller äger frågan"), _WARNING, "2", coordination),
    Rule("P46", N_("Presskontakt med tider"), _STOP, "2", required_elements),
    Rule("P48", N_("Raden om meddelarfrihet"), _STOP, "2", required_elements),
    Rule("P63", N_("Så påverkas du som arbetar hos oss"), _WARNING, "2", required_elements),
)
"""All rules, in the order of their chapters."""

_BY_ID = {rule.id: rule for rule in RULES}


def rule_of(id: str) -> Rule | None:
    """Return the rule of an id, or None for a channel's own limit, whose id is the channel's code."""
    return _BY_ID.get(id)


def name_of(id: str) -> str:
    """Return what a finding's rule is called, in the language in force; a channel's own limit is called so."""
    rule = _BY_ID.get(id)
    if rule:
        return _(rule.name)
    return _("Kanalens egna gränser") if _CHANNEL.fullmatch(id) else id
