"""Small Swedish: contacts, numbers, roles, lists and joins as a good communicator writes them."""

import msgspec
import pytest

from krisapp.compose.contact_words import call, press
from krisapp.compose.who_answers import role_words
from krisapp.compose.wording import by_manager, content, heading, inner, repeats, sentence
from krisapp.domain.checks import Stage
from krisapp.domain.facts import Fact, Status
from krisapp.domain.sheet import Affected, Correction, Help, Service, Traffic
from tests.compose.written import NUMBERS, changed, first_text, sheet, text_of


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("08-465 004 10", "Ring 08-465 004 10."),
        ("08-465 004 10, kl. 8–22", "Ring 08-465 004 10 kl. 8–22."),
        ("08-465 004 10, från kl. 6.00", "Ring 08-465 004 10 från kl. 6.00."),
        ("070-174 06 05, dygnet runt", "Ring 070-174 06 05 dygnet runt."),
        ("08-465 004 14, hela natten", "Ring 08-465 004 14 hela natten."),
        ("08-465 004 12, vårdnadshavare", "Ring 08-465 004 12 (för vårdnadshavare)."),
        ("kontaktcenter 08-465 004 10", "Ring kontaktcenter 08-465 004 10."),
        ("Ring 08-465 004 10.", "Ring 08-465 004 10."),
        ("besök stadshuset eller biblioteken", "Besök stadshuset eller biblioteken."),
        ("foretag@flen.se", "Mejla foretag@flen.se."),
        ("flen.se/kris", "Läs mer på flen.se/kris."),
        ("08-465 004 10; besök biblioteket", "Ring 08-465 004 10. Besök biblioteket."),
        ("", ""),
    ],
)
def test_a_contact_is_something_to_do(contact: str, told: str) -> None:
    assert call(contact) == told


def test_elected_and_partners_are_not_sent_to_the_telephone_of_relatives() -> None:
    known = sheet("009")
    for audience, channel in (("I1", "C06"), ("I1", "C22"), ("E4", "C17"), ("E4", "C07")):
        told = first_text(known, audience, channel).text
        assert "Ring 08-465 004 10" in told and "(för anhöriga)" not in told
    assert "Ring 08-465 004 13 (för anhöriga)." in first_text(known, "E1", "C01").text
    partners = changed(known, contact={**known.contact, "partners": "08-465 004 15, dygnet runt"})
    assert "Ring 08-465 004 15 dygnet runt." in first_text(partners, "E4", "C17").text


def test_two_press_contacts_stand_apart() -> None:
    assert press("polisens presstjänst; kommunen 070-174 06 05") == "polisens presstjänst. Kommunen: 070-174 06 05"


@pytest.mark.parametrize(
    ("role", "told"),
    [
        ("KC", "kommunchefen"),
        ("skolchef", "skolchefen"),
        ("driftledare", "driftledaren"),
        ("räddningschef i beredskap", "räddningschefen i beredskap"),
        ("polisens presstjänst", "polisens presstjänst"),
        ("VA", "Sörmland Vatten"),
    ],
)
def test_a_role_speaks_in_definite_form(role: str, told: str) -> None:
    assert role_words(role) == told


def test_sentences_headings_and_inner_words() -> None:
    assert (sentence("koka vattnet"), sentence("Vad?"), sentence("")) == ("Koka vattnet.", "Vad?", "")
    assert heading("Koka vattnet.") == "Koka vattnet"
    assert heading("Elen är borta. Håll värmen.") == "Elen är borta. Håll värmen."
    assert (inner("Tar prover."), inner("SMHI varnar.")) == ("tar prover", "SMHI varnar")


def test_saying_it_twice_is_noticed_but_not_a_new_number_or_a_denial() -> None:
    said = content("Polisen är på plats och leder arbetet. En tank ställs vid Malmaskolan.")
    assert repeats("Polisen är på plats.", said)
    assert not repeats("En tank ställs vid Malmaskolan kl. 16.00.", said)
    assert not repeats("Polisen är inte på plats.", said)


@pytest.mark.parametrize(
    ("affected", "told"),
    [
        (Affected(min=1900, max=2100), "Omkring 2\u202f000 personer berörs."),
        (Affected(min=30, max=34), "Omkring 30 personer berörs."),
        (Affected(min=11_000, max=15_500), "Mellan 11\u202f000 och 15\u202f500 personer berörs."),
        (Affected(min=400, unit="hushåll"), "Minst 400 hushåll berörs."),
        (Affected(min=0, max=15_500), ""),
        (Affected(), ""),
    ],
)
def test_how_many_are_affected_is_told_as_well_as_it_is_known(affected: Affected, told: str) -> None:
    known = changed(sheet("001"), affected=affected, facts=())
    assert text_of("{{ affected_words }}", known, channel="C03").text == told


def test_a_number_a_fact_has_told_is_not_told_again() -> None:
    assert text_of("{{ affected_words }}", sheet("001"), channel="C03").text == ""


def test_help_services_and_roads_are_whole_lines() -> None:
    known = changed(
        sheet("001"),
        help=(
            Help(what="vattentank", where="torget", when="kl. 8–16", bring="dunk", offers="kaffe", note="Kön är kort"),
        ),
        services=(Service(what="badet", status="Stängt", note="Det öppnar i maj", replacement="simhallen"),),
        traffic=(Traffic(what="väg 55", status="avstängd", until="kl. 14", diversion="över Dunker"),),
    )
    assert text_of(
        "{{ helps | lines }}\n{{ open_closed | lines }}\n{{ roads | lines }}", known, channel="C03"
    ).text == (
        "Vattentank: torget, kl. 8–16. Ta med dunk. Här finns kaffe. Kön är kort.\n"
        "Badet: stängt. Det öppnar i maj. I stället: simhallen.\n"
        "Väg 55: avstängd till kl. 14. Omledning: över Dunker."
    )


def test_a_line_whose_blanks_are_all_empty_goes_with_its_words() -> None:
    known = changed(sheet("001"), news="")
    assert text_of("Före\nNytt: {{ news | sentence }}\nEfter", known, channel="C03").text == "Före\nEfter"


@pytest.mark.parametrize("since", ["kl. 15.00", "15.00", "15:00"])
def test_p43_a_correction_says_what_was_wrong_what_is_right_and_since_when(since: str) -> None:
    known = changed(
        sheet("001"),
        correction=Correction(wrong="Tanken står på torget.", right="Tanken står vid Malmaskolan.", since=since),
    )
    text = first_text(known, "E1", "C01", Stage.CORRECTION)
    assert text.text.startswith("Rättelse om ")
    assert (
        "Det här var fel: Tanken står på torget. Det här är rätt: Tanken står vid Malmaskolan. "
        "Det gäller sedan kl. 15.00. Vi beklagar felet." in text.text
    )
    assert text.stops == ()


def test_an_update_tells_the_news_first_and_then_what_still_holds() -> None:
    known = changed(sheet("001"), news="Tanken är på plats.")
    lines = first_text(known, "E1", "C01", Stage.UPDATE).text.split("\n")
    assert (
        lines.index("Det här är nytt") < lines.index("Tanken är på plats.") < lines.index("Det här gäller fortfarande")
    )


def test_a_final_text_is_the_last_and_promises_nothing() -> None:
    known = changed(sheet("001"), outcome="Du kan dricka vattnet igen. Röret är lagat.")
    text = first_text(known, "E1", "C01", Stage.FINAL).text
    assert text.startswith("Du kan dricka vattnet igen\n")
    assert "Det här är vårt sista besked om dricksvattnet i Malmköping." in text
    assert "Koka" not in text and "18.00" not in text


def test_p34_an_unconfirmed_fact_is_told_inside_only_and_marked() -> None:
    assert "(obekräftat)" in first_text(sheet("001"), "I1", "C07").text
    for audience, channel in (("E1", "C01"), ("E4", "C17"), ("E5", "C08")):
        assert "grävarbete" not in first_text(sheet("001"), audience, channel).text


def test_p29_the_press_gets_no_fact_that_the_residents_have_not() -> None:
    residents = content(first_text(sheet("005"), "E1", "C01").text)
    for fact in sheet("005").public_facts():
        if fact.text in first_text(sheet("005"), "E5", "C08").text:
            assert content(fact.text) <= residents


def test_the_place_is_named_even_if_the_headline_does_not() -> None:
    known = changed(sheet("004"), places=("Bettna", "Vadsbro"), headline="Telefonerna är tysta.")
    assert "Det gäller Bettna och Vadsbro." in first_text(known, "E1", "C05").text


@pytest.mark.parametrize("audience", ["I1", "I2", "E1", "E2", "E3"])
def test_the_longest_headline_still_fits_one_text_message(audience: str) -> None:
    known = changed(sheet("002"), headline=("Elen är borta i Bettna och Vadsbro. " + "Gå till skolan " * 9)[:89] + ".")
    text = first_text(known, audience, "C05")
    assert (len(known.headline), text.sms_parts, text.sms_alphabet) == (90, 1, "GSM-7")


def test_ten_pieces_of_advice_leave_no_heading_without_lines() -> None:
    known = changed(sheet("001"), advice=tuple(f"Gör sak nummer {number} noga och länge." for number in range(1, 11)))
    many = tuple(
        Fact(id=f"F{number}", status=Status.CONFIRMED, text=f"Bil {number} står kvar på parkering {number * 7} i dag.")
        for number in range(1, 30)
    )
    for channel in ("C06", "C07"):
        lines = first_text(msgspec.structs.replace(known, facts=many), "I2", channel).text.split("\n")
        for heading_line in ("Det här vet vi", "Det här vet vi inte ännu", "Det här gör vi"):
            if heading_line in lines:
                assert lines[lines.index(heading_line) + 1]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Ring din chef om du blir sjuk.", "Ring mig om du blir sjuk."),
        ("Arbeta som vanligt om din chef inte säger något annat.", "Arbeta som vanligt om jag inte säger något annat."),
        ("Starta inga datorer förrän din chef säger till.", "Starta inga datorer förrän jag säger till."),
        ("Sätt upp en lapp.", "Sätt upp en lapp."),
    ],
)
def test_a_manager_says_to_staff_what_is_written_to_staff(written: str, said: str) -> None:
    assert by_manager(written) == said


def test_a_manager_pack_never_says_your_manager_in_the_managers_mouth() -> None:
    for number in NUMBERS:
        said = first_text(sheet(number), "I2", "C22").text.partition("Säg detta\n")[2].partition("Svara så")[0]
        assert said and "din chef" not in said
