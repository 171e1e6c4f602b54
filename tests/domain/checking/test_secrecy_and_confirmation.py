"""Secret facts, rumours and unconfirmed facts are found by their words (S1, S8, P34, F9)."""

import pytest

from krisapp.domain.checks import Context, Severity, Stage
from krisapp.domain.facts import Fact, Status
from krisapp.domain.sheet import Correction
from tests.domain.checking.situations import WATER, WEB_TEXT, context_of, finding_of, found, sheet_with

WEB = context_of("C01")
STAFF = context_of("C06", "I2")


@pytest.mark.parametrize(
    "leak",
    [
        "Två boende på ett äldreboende har kräkts.",
        "Vi vet att TVÅ boende på\nett äldreboende är sjuka.",
        "På ett äldreboende har två av dem som är boende där kräkts i natt.",
        "2 boende på ett äldreboende har kräkts.",
        "Två bo\u00adende på ett äldre\u00adboende har kräkts.",
        "Tva\u030a boende pa\u030a ett a\u0308ldreboende har kra\u0308kts.",
    ],
)
@pytest.mark.parametrize("context", [WEB, STAFF], ids=["external", "internal"])
def test_s8_a_secret_fact_stops_a_text_however_it_is_written(leak: str, context: Context) -> None:
    assert "S8 stop" in found(f"{WEB_TEXT}\n\n{leak}", context)


def test_s8_a_paraphrase_is_a_warning_with_its_sentence() -> None:
    text = f"{WEB_TEXT}\n\nFlera boende har kräkts."

    finding = finding_of("S8", text, WEB)

    assert finding.severity is Severity.WARNING
    assert text[slice(*finding.span)] == "Flera boende har kräkts."
    assert "F7" in finding.text
    assert "OSL 26:1" in finding.text
    assert "kräkts" not in finding.text


@pytest.mark.parametrize(
    "harmless",
    [
        "Vi ringer till äldreboenden, förskolor och skolkök.",
        "Du som är boende i Malmköping: koka vattnet.",
        "Två tankar står på ett torg.",
    ],
)
def test_s8_words_the_sheet_says_openly_are_no_leak(harmless: str) -> None:
    assert not [rule for rule in found(f"{WEB_TEXT}\n\n{harmless}", WEB) if rule.startswith("S8")]


def test_s8_a_secret_written_into_an_open_field_is_still_secret() -> None:
    sheet = sheet_with(our_actions=("Två boende på ett äldreboende har kräkts.", *WATER.our_actions))

    assert "S8 stop" in found(f"{WEB_TEXT}\n\nTvå boende på ett äldreboende har kräkts.", WEB, sheet)


def test_s8_a_secret_of_one_telling_word_is_found_by_it() -> None:
    death = Fact("F2", Status.CONFIRMED, "En boende har avlidit.", secret=True, legal_ground="OSL 25:1")
    sheet = sheet_with(facts=(*WATER.facts, death), our_actions=("Vi hjälper alla boende.",))

    assert "S8 warning" in found(f"{WEB_TEXT}\n\nIngen har avlidit.", WEB, sheet)
    assert "S8 warning" not in found(f"{WEB_TEXT}\n\nIngen har flyttat.", WEB, sheet)


def test_s8_a_secret_of_two_words_is_found() -> None:
    sheet = sheet_with(facts=(Fact("F3", Status.CONFIRMED, "Anna Exempel", secret=True, legal_ground="OSL 21:1"),))

    assert "S8 stop" in found(f"{WEB_TEXT}\n\nFråga Anna Exempel.", WEB, sheet)
    assert "S8 stop" not in found(f"{WEB_TEXT}\n\nFråga Anna till råds.", WEB, sheet)


def test_p34_a_rumour_stops_an_external_text() -> None:
    assert "P34 stop" in found(f"{WEB_TEXT}\n\nVattnet är giftigt i hela Flen.", WEB)
    assert "P34 stop" in found(f"{WEB_TEXT}\n\nDet är ett rykte att vattnet är giftigt i hela Flen.", WEB)


def test_p34_an_internal_text_may_tell_a_rumour_with_its_mark() -> None:
    plain = found("Vattnet är giftigt i hela Flen.", STAFF)
    marked = found("Det går ett rykte om att vattnet är giftigt i hela Flen.", STAFF)

    assert "P34 stop" in plain
    assert "P34 stop" not in marked
    assert "P34 warning" in marked


def test_p34_words_shared_with_what_is_confirmed_are_no_rumour() -> None:
    assert not [rule for rule in found(f"{WEB_TEXT}\n\nVattnet är kokt i hela Malmköping.", WEB) if "P34" in rule]


@pytest.mark.parametrize(
    "told",
    [
        "Det här vet vi inte ännu\nEtt rör kan ha skadats vid ett grävarbete.",
        "Vi har fått uppgifter om att ett rör kan ha skadats vid ett grävarbete, men kan inte bekräfta dem.",
        "Ett rör kan ha skadats vid ett grävarbete. Uppgiften är obekräftad.",
    ],
)
def test_p34_an_unconfirmed_fact_may_stand_with_its_mark(told: str) -> None:
    assert found(f"{WEB_TEXT}\n\n{told}", WEB) == []


def test_p34_an_unconfirmed_fact_told_plainly_stops_an_external_text_and_warns_in_an_internal_one() -> None:
    told = "\n\nOrsak\nEtt rör kan ha skadats vid ett grävarbete. Det lagas nu."

    assert "P34 stop" in found(WEB_TEXT + told, WEB)
    internal = found(WEB_TEXT + told, STAFF)
    assert "P34 warning" in internal
    assert "P34 stop" not in internal


def test_p34_a_refuted_fact_may_be_denied_but_not_told() -> None:
    assert "P34 stop" in found(f"{WEB_TEXT}\n\nSkolorna stänger på måndag.", WEB)
    denied = "Skolorna är öppna. Att skolorna stänger på måndag stämmer inte."

    assert "P34 stop" not in found(f"{WEB_TEXT}\n\n{denied}", WEB)


@pytest.mark.parametrize("status", [Status.RUMOUR, Status.REFUTED, Status.UNCONFIRMED])
def test_p34_a_rumour_about_a_place_does_not_keep_the_place_out_of_texts(status: Status) -> None:
    said = Fact("R1", status, "Tanken vid Malmaskolan är tom och körs bort.")
    sheet = sheet_with(facts=(*WATER.facts, said), advice=(*WATER.advice, "Hämta vatten i tanken vid Malmaskolan."))

    assert not [
        rule for rule in found(f"{WEB_TEXT}\n\nHämta vatten i tanken vid Malmaskolan.", WEB, sheet) if "P34" in rule
    ]
    assert "P34 stop" in found(f"{WEB_TEXT}\n\nTanken vid Malmaskolan är tom och körs bort.", WEB, sheet)


@pytest.mark.parametrize("stage", [Stage.CORRECTION, Stage.RETRACTION])
def test_p34_p43_a_correction_may_name_the_rumour_we_spread_once_and_no_more(stage: Stage) -> None:
    sheet = sheet_with(correction=Correction(wrong="Vattnet är giftigt i hela Flen.", right="Vattnet är rent i Flen."))
    taken_back = (
        f"Det här var fel: Vattnet är giftigt i hela Flen. Det här är rätt: Vattnet är rent i Flen.\n{WEB_TEXT}"
    )
    mending = context_of("C01", stage=stage)

    assert "P34 stop" not in found(taken_back, mending, sheet)
    assert "P34 stop" in found(f"{taken_back}\n\nVattnet är giftigt i hela Flen.", mending, sheet)
    assert "P34 stop" in found(taken_back, WEB, sheet)


def test_p34_not_knowing_when_it_ends_tells_no_rumour_of_when_it_does() -> None:
    rumour = Fact("R1", Status.RUMOUR, "Strömmen kommer tillbaka i kväll")
    unknown = "Vi vet inte säkert när strömmen kommer tillbaka."
    sheet = sheet_with(facts=(*WATER.facts, rumour), unknowns=(unknown,))

    untold = f"{WEB_TEXT}\n\n{unknown}\n\nNär kommer den? {unknown}"
    assert not [rule for rule in found(untold, WEB, sheet) if "P34" in rule]
    assert "P34 stop" in found(f"{untold}\nStrömmen kommer tillbaka i kväll.", WEB, sheet)

    until = f"{WEB_TEXT}\n\nStäng av spisen tills strömmen kommer tillbaka."
    assert not [rule for rule in found(until, WEB, sheet) if "P34" in rule]
    assert "P34 stop" in found(f"{until} Strömmen kommer tillbaka i kväll.", WEB, sheet)
    assert "P34 stop" in found(f"{WEB_TEXT}\n\nVila tills strömmen kommer tillbaka i kväll.", WEB, sheet)

    repeated = sheet_with(facts=(*WATER.facts, rumour), unknowns=("Vi vet inte om strömmen kommer tillbaka i kväll.",))
    assert "P34 stop" in found(f"{WEB_TEXT}\n\n{repeated.unknowns[0]}", WEB, repeated)


def test_f9_a_rumours_word_in_the_heading_is_a_warning() -> None:
    assert "F9 warning" in found(f"Nej, vattnet är inte giftigt\n{WEB_TEXT}", WEB)
    assert "F9 warning" not in found(f"Vattnet i Flen\n{WEB_TEXT}", WEB)


def test_f9_one_word_of_a_long_rumour_is_none_of_its_own() -> None:
    rumour = Fact("F8", Status.RUMOUR, "Det är en ny farlig smitta och boendet är satt i karantän.")
    sheet = sheet_with(facts=(rumour,))

    assert "F9 warning" not in found(f"Smittan är över\n{WEB_TEXT}", WEB, sheet)
    assert "F9 warning" in found(f"Ingen karantän, ingen farlig smitta\n{WEB_TEXT}", WEB, sheet)


@pytest.mark.parametrize("number", ["811218-9876", "19811218-9876", "8112189876", "811278-9873"])
def test_s1_a_personal_identity_number_is_a_stop(number: str) -> None:
    finding = finding_of("S1", f"{WEB_TEXT}\nRing {number} nu.", WEB)

    assert finding.severity is Severity.STOP


@pytest.mark.parametrize("number", ["811218-9875", "811318-9876", "08-465 004 10", "2027061118", "123456789012345"])
def test_s1_other_numbers_are_none(number: str) -> None:
    assert "S1 stop" not in found(f"{WEB_TEXT}\nRing {number} nu.", WEB)
