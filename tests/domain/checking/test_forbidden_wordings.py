"""Forbidden and dangerous wordings are found, and their harmless neighbours are not (7.7)."""

import pytest

from tests.domain.checking.situations import FREEDOM, context_of, finding_of, found

WEB = context_of("C01")


def rules(text: str, code: str = "C01", audience: str = "E1") -> set[str]:
    return set(found(text, context_of(code, audience), None))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Endast talespersonen får uttala sig.", "F1 stop"),
        ("Bara presschefen får svara på frågor från medier.", "F1 stop"),
        ("Anställda får inte tala med medier.", "F1 stop"),
        ("Du får inte uttala dig eller prata med journalister. Ni får inte uttala sig.", "F1 stop"),
        ("Hänvisa alltid till presskontakten.", "F1 stop"),
        ("Kontakta inte media.", "F1 stop"),
        ("På arbetstid får du inte svara.", "F1 stop"),
        ("Alla mediekontakter ska gå via pressfunktionen.", "F1 stop"),
        ("Eleverna är inlåsta i sina klassrum.", "F3 stop"),
        ("Personalen gömmer sig i källaren.", "F3 stop"),
        ("Polisen har omringat skolan.", "F3 stop"),
        ("Det är troligen sabotage.", "F4 stop"),
        ("Branden är sannolikt anlagd.", "F4 stop"),
        ("Strömmen kommer troligen i natt.", "F4 warning"),
        ("Det finns ingen anledning till oro.", "F5 warning"),
        ("Allt är under kontroll.", "F5 warning"),
        ("Ingen panik.", "F6 warning"),
        ("Inga kommentarer.", "F7 warning"),
        ("Invånarna borde ha läst.", "F8 warning"),
        ("Tyvärr har invånarna inte läst informationen.", "F8 warning"),
        ("Det hände på grund av leverantörens misstag.", "F8 warning"),
        ("Det här är ett VMA.", "F11 warning"),
        ("Koka vattnet!", "F13 warning"),
        ("Koka VATTNET nu.", "F13 warning"),
        ("Koka vattnet 🚱", "F14 warning"),
        ("Flera utländska män misstänks.", "F15 warning"),
    ],
)
def test_a_dangerous_wording_is_found(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (FREEDOM, "F1"),
        ("Talespersonen svarar på frågor från medier.", "F1"),
        ("Du får inte dricka vattnet. Lyssna på medier.", "F1"),
        ("Kontakta presskontakten om du vill prata med media.", "F1"),
        ("Dörrarna på övriga skolor är låsta. Elever hämtas på utsatt tid.", "F3"),
        ("Polisen är på plats och leder arbetet.", "F3"),
        ("Det är sabotage, enligt polisen. Enligt polisen misstänks det vara anlagt.", "F4"),
        ("Vi misstänker att bakterier har kommit in i vattnet.", "F4"),
        ("Faran är över. Det är inte ditt fel.", "F5"),
        ("Vi vet inte när branden är under kontroll.", "F5"),
        ("Det är inte ditt fel. Du borde få vatten i dag.", "F8"),
        ("Hej! Ring 112. SMHI varnar, P4 och VMA hörs.", "F13"),
        ("Information finns på arabiska.", "F15"),
    ],
)
def test_its_harmless_neighbour_is_not(text: str, rule: str) -> None:
    assert not [one for one in rules(text) if one.startswith(f"{rule} ")]


def test_p13_and_p48_the_span_is_the_wording_itself() -> None:
    text = "Hej. Tyvärr har invånarna inte läst. Kontakta inte media."

    assert text[slice(*finding_of("F8", text, WEB, None).span)] == "Tyvärr har invånarna inte"
    assert text[slice(*finding_of("F1", text, WEB, None).span)] == "Kontakta inte media"


def test_p25_speculation_on_cause_is_stopped() -> None:
    assert "F4 stop" in rules("Det är troligen sabotage.")


def test_f11_an_internal_text_may_name_a_warning() -> None:
    assert "F11 warning" not in rules("Vi har begärt VMA.", "C06", "I2")


def test_f13_a_place_written_in_capitals_by_the_plan_is_known() -> None:
    context = context_of("C01", names=("ICA MAXI",))

    assert "F13 warning" not in found("Vatten finns vid ICA MAXI.", context, None)
    assert "F13 warning" in found("Vatten finns vid ICA MAXI.", WEB, None)
