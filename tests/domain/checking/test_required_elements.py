"""Each stage, channel and audience carries what it must (7.3, 7.5, rules P22, P23, P36, P39, P46, P48, P57, P63)."""

from datetime import timedelta

import pytest

from krisapp.domain.checks import Stage
from krisapp.domain.sheet import Correction
from tests.domain.checking.situations import FREEDOM, ISSUED, WATER, WEB_TEXT, context_of, finding_of, found, sheet_with
from tests.domain.language.golden import ANSWER_A, EASY_A, FINAL_SMS, SMS_A

WEB = context_of("C01")


def without(*parts: str) -> str:
    """Return the golden web text without the lines that hold a part."""
    return "\n".join(line for line in WEB_TEXT.split("\n") if not any(part in line for part in parts))


def test_the_golden_web_text_lacks_nothing() -> None:
    assert found(WEB_TEXT, WEB) == []


def test_the_golden_short_texts_lack_nothing() -> None:
    assert found(SMS_A, context_of("C05")) == []
    assert found(FINAL_SMS, context_of("C05", stage=Stage.FINAL)) == []
    assert found(ANSWER_A, context_of("C10")) == ["Q40 warning"]
    assert found(f"{EASY_A}\nFlens kommun", context_of("C18")) == ["Q03 tip"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (without("Koka", "kokt", "tvätta"), "Q20 stop"),
        (without("prov", "Vi vet"), "Q20 stop"),
        (without("Vi vet", "vet vi inte"), "Q42 warning"),
        (without("Sörmland Vatten", "tank"), "Q20 stop"),
        (without("kontaktcenter"), "P23 stop"),
        (without("18.00"), "Q20 stop"),
        (without("Vi förstår"), "Q40 stop"),
        (without("Flens kommun"), "Q24 stop"),
        (without("14.30"), "Q25 stop"),
        (WEB_TEXT.replace("Malmköping", "orten"), "Q20 stop"),
    ],
    ids=["advice", "what", "unknowns", "actions", "contact", "next", "empathy", "sender", "stamp", "place"],
)
def test_a_first_text_without_an_element_is_found(text: str, rule: str) -> None:
    assert rule in found(text, WEB)


def test_a_text_edited_by_hand_still_has_its_elements() -> None:
    edited = WEB_TEXT.replace(
        "Koka kranvattnet i Malmköping innan du dricker det eller lagar mat med det.",
        "Bor du i Malmköping? Innan du dricker kranvatten eller lagar mat: koka vattnet.",
    )

    assert edited != WEB_TEXT
    assert found(edited, WEB) == []


def test_q20_a_field_empty_in_the_sheet_is_named() -> None:
    finding = finding_of("Q40", without("Vi förstår"), WEB, sheet_with(empathy=""))

    assert "Fältet ”Vi förstår” är tomt" in finding.text
    assert finding.suggestion == "Fyll i fältet ”Vi förstår” i Läge."


def test_three_facts_are_enough_with_what_the_type_gives() -> None:
    sheet = sheet_with(facts=(), others_actions=(), symptoms=(), do_not=(), key_messages=(), area="", our_actions=(
        "Vi tar nya prover.",))  # fmt: skip

    assert found(WEB_TEXT, WEB, sheet) == []


def test_we_are_looking_into_it_is_told_in_place_of_what_happened() -> None:
    sheet = sheet_with(what_happened="")

    assert "Q20 stop" in found(without("prov", "vet inte", "vet ännu"), WEB, sheet)
    looking = f"{without('prov', 'Vi vet')}\nSörmland Vatten tar prover och spolar. Vi undersöker vad som har hänt."

    assert "Q20 stop" not in found(looking, WEB, sheet)


def test_nothing_needed_stands_in_for_advice() -> None:
    sheet = sheet_with(advice=(), do_not=(), headline="Skolan är stängd.", nothing_needed="Du behöver inte göra något.")
    told = found("Skolan är stängd. Du behöver inte göra något.", context_of("C03"), sheet)
    silent = found("Skolan är stängd.", context_of("C03"), sheet)

    assert silent.count("Q20 stop") == told.count("Q20 stop") + 1


def test_p7_a_text_to_residents_has_advice_time_and_next_time() -> None:
    for part, rule in (("14.30", "Q25 stop"), ("18.00", "Q20 stop")):
        assert rule in found(without(part), WEB)
    assert found(WEB_TEXT, WEB) == []


def test_p14_a_text_to_staff_says_where_to_turn() -> None:
    staff = context_of("C06", "I2")

    assert "P14 warning" in found(without("kontaktcenter"), staff)
    assert "P14 warning" not in found(WEB_TEXT, staff)


def test_p22_what_is_not_known_is_asked_for() -> None:
    assert "Q42 warning" in found(without("Vi vet", "vet vi inte"), WEB, sheet_with(unknowns=()))
    assert "Q42 warning" not in found(WEB_TEXT, WEB, sheet_with(unknowns=()))


def test_p39_empathy_stops_a_first_web_text_to_residents_and_warns_for_the_answering_machine() -> None:
    text = without("Vi förstår")

    assert "Q40 stop" in found(text, WEB)
    assert "Q40 stop" in found(text, context_of("C11"))
    assert "Q40 warning" in found(text, context_of("C10"))
    assert not [rule for rule in found(text, context_of("C01", stage=Stage.UPDATE)) if rule.startswith("Q40")]


def test_p40_a_text_tells_what_is_known_or_what_to_do() -> None:
    for known in ("C03", "C05", "C12"):
        assert "P40 stop" in found("Flens kommun: Vi arbetar.", context_of(known))
        assert "P40 stop" not in found("Flens kommun: Duscha, tvätta och diska som vanligt.", context_of(known))
        assert "P40 stop" not in found(
            "Flens kommun: Ett vanligt prov visar bakterier i kranvattnet.", context_of(known)
        )


def test_staff_reading_the_web_need_no_household_advice() -> None:
    assert "Q20 stop" not in found(without("Koka upp", "tank", "Sörmland Vatten"), context_of("C01", "I2"))


def test_p23_a_visit_is_a_contact_when_the_telephones_are_down() -> None:
    sheet = sheet_with(contact={"public": "besök stadshuset eller biblioteken"})
    text = without("kontaktcenter")

    assert "P23 stop" in found(text, WEB, sheet)
    assert "P23 stop" not in found(f"{text}\nFrågor: kom till stadshuset eller biblioteken.", WEB, sheet)


def test_p23_the_number_of_the_sheet_is_found_however_it_is_spaced() -> None:
    assert "P23 stop" not in found(f"{without('kontaktcenter')}\nRing 08-46500410.", WEB)


def test_p46_a_press_text_has_a_press_contact_with_hours() -> None:
    press = context_of("C08", "E5")

    assert "P46 stop" in found(WEB_TEXT, press)
    assert "P46 stop" not in found(f"{WEB_TEXT}\nPresskontakt: 070-174 06 05, dygnet runt", press)
    assert "P46 stop" in found(f"Ämne: [KRIS] Koka\n{WEB_TEXT}", context_of("C07", "E5"))


def test_p48_staff_texts_carry_the_line_on_the_freedom_to_inform() -> None:
    for context in (context_of("C06", "I2"), context_of("C22", "I2"), context_of("C07", "I2")):
        assert "P48 stop" in found(WEB_TEXT, context)
        assert "P48 stop" not in found(f"{WEB_TEXT}\n{FREEDOM}", context)


def test_p48_a_first_text_to_elected_representatives_that_names_a_spokesperson_carries_it() -> None:
    elected = context_of("C06", "I1")

    assert "P48 stop" in found(f"{WEB_TEXT}\nTalesperson är KC.", elected)
    assert "P48 stop" not in found(WEB_TEXT, elected)
    assert "P63 warning" not in found(WEB_TEXT, elected)


def test_p48_an_internal_update_that_names_a_spokesperson_carries_it_too() -> None:
    update = context_of("C07", "I1", Stage.UPDATE)

    assert "P48 stop" in found(f"{WEB_TEXT}\nTalesperson är KC.", update)
    assert "P48 stop" not in found(f"{WEB_TEXT}\nTalesperson är KC.\n{FREEDOM}", update)
    assert "P48 stop" not in found(WEB_TEXT, update)


def test_p63_a_first_text_to_staff_says_what_it_means_at_work() -> None:
    staff = context_of("C06", "I2")

    assert "P63 warning" in found(f"{WEB_TEXT}\n{FREEDOM}", staff)
    assert "P63 warning" not in found(f"{WEB_TEXT}\n{FREEDOM}\nDin chef berättar om din arbetstid.", staff)


def test_seasonal_residents_are_told_what_to_do_when_not_there() -> None:
    seasonal = context_of("C01", "E3")

    assert "Q21 warning" in found(WEB_TEXT, seasonal)
    assert "Q21 warning" not in found(f"{WEB_TEXT}\nÄr du inte på plats? Be någon spola kranen.", seasonal)


def test_q22_a_promise_that_has_passed_is_a_stop() -> None:
    late = context_of("C01", issued=ISSUED.replace(hour=18))

    assert "Q22 stop" in found(WEB_TEXT, late)
    assert "Q22 stop" not in found(WEB_TEXT, context_of("C01", issued=ISSUED.replace(hour=17, minute=59)))


def test_q22_a_promise_on_another_day_names_its_day() -> None:
    tomorrow = sheet_with(next_update=ISSUED.replace(day=12, hour=18, minute=0))

    assert "Q22 warning" in found(WEB_TEXT, WEB, tomorrow)
    assert "Q22 warning" not in found(WEB_TEXT.replace("kl. 18.00", "lördag 12 juni kl. 18.00"), WEB, tomorrow)


def test_q23_a_promise_far_off_by_day_is_a_warning_from_level_n2() -> None:
    far = ISSUED + timedelta(hours=4, minutes=1)

    assert "Q23 warning" in found(WEB_TEXT, WEB, sheet_with(next_update=far))
    assert "Q23 warning" not in found(WEB_TEXT, WEB, sheet_with(next_update=far, level="N1"))
    assert "Q23 warning" not in found(WEB_TEXT, WEB)


@pytest.mark.parametrize("told", ["kl. 18.00", "klockan 18", "kl. 18", "18:00"])
def test_the_next_time_is_seen_in_every_form(told: str) -> None:
    assert "Q20 stop" not in found(
        f"Flens kommun: Koka kranvattnet i Malmköping. Nytt besked {told}.", context_of("C05")
    )


@pytest.mark.parametrize("told", ["kl. 18.30", "kl. 8", "118.00", "om 18 minuter", "kl. 8-18"])
def test_another_time_is_not_the_next_one(told: str) -> None:
    assert "Q20 stop" in found(f"Flens kommun: Koka kranvattnet i Malmköping. Nytt besked {told}.", context_of("C05"))


def test_p57_an_update_says_what_is_new_and_its_number() -> None:
    second = context_of("C01", stage=Stage.UPDATE, number=2)
    sheet = sheet_with(news="En ny vattentank står på torget.")

    assert found(WEB_TEXT, second, sheet).count("Q20 stop") == 2
    assert "Q20 stop" not in found(
        WEB_TEXT.replace("Flens kommun", "Flens kommun, besked 2\nNytt: en vattentank står på torget."), second, sheet
    )


def test_p57_a_text_message_needs_no_number() -> None:
    assert "Q20 stop" not in found(SMS_A, context_of("C05", stage=Stage.UPDATE, number=2))


def test_p43_a_correction_says_so_first_and_what_is_right() -> None:
    sheet = sheet_with(correction=Correction(wrong="Tanken stod på torget.", right="Tanken står vid Malmaskolan."))
    context = context_of("C01", stage=Stage.CORRECTION, number=2)
    right = "Rättelse\nTanken stod inte på torget. Tanken står vid Malmaskolan."

    assert "Q20 stop" not in found(f"{right}\n{WEB_TEXT}", context, sheet)
    assert "Q20 stop" in found(f"{WEB_TEXT}\n{right}", context, sheet)
    assert "Q20 stop" in found(f"Rättelse\n{WEB_TEXT}", context, sheet)


def test_a_final_text_tells_that_it_is_over_and_thanks() -> None:
    final = context_of("C01", stage=Stage.FINAL)
    over = f"Flens kommun\nFaran är över i Malmköping.\n{ISSUED.day} juni 2027 kl. 14.30\nRing kontaktcenter."

    assert "Q20 stop" not in found(over, final)
    assert "Q21 warning" in found(over, final)
    assert "Q21 warning" not in found(f"{over}\nTack för ditt tålamod.", final)
    assert "Q20 stop" in found(over.replace("Faran är över", "Läget är allvarligt"), final)


def test_q41_an_empathy_of_three_sentences_is_a_warning() -> None:
    assert "Q41 warning" in found(WEB_TEXT, WEB, sheet_with(empathy=f"{WATER.empathy} Ja. Ja."))
    assert "Q41 warning" not in found(WEB_TEXT, WEB)


def test_an_incident_everywhere_has_its_place_in_the_senders_name() -> None:
    towns = ("Flen", "Malmköping", "Hälleforsnäs", "Mellösa", "Sparreholm", "Skebokvarn", "Bettna", "Vadsbro")
    text = "Flens kommun: Våra datorer fungerar inte. Ring oss. Nytt besked kl. 18."

    assert "Q20 stop" not in found(
        text, context_of("C05"), sheet_with(places=towns, headline="Våra datorer fungerar inte.")
    )


def test_english_has_place_time_sender_and_contact() -> None:
    english = context_of("C19")
    text = (
        "Flens kommun\nFriday 11 June 2027, 14:30\nBoil the tap water in Malmköping before you drink it.\n"
        "Questions: 08-465 004 10.\nNext update: 18:00."
    )

    assert found(text, english) == []
    assert "Q20 stop" in found(text.replace("18:00", "tonight"), english)
    assert "P23 stop" in found(text.replace("08-465 004 10", "later"), english)
    assert "Q24 stop" in found(text.replace("Flens kommun\n", ""), english)
    assert "Q25 stop" in found(text.replace("Friday 11 June 2027, 14:30\n", ""), english)
