"""Klarspråk: words, sentences, reading ease, times (7.1, 7.2, 7.4 to 7.6)."""

import pytest

from krisapp.channels import check_text
from krisapp.domain.checks import Finding, Stage
from krisapp.domain.language.bureaucratic import BUREAUCRATIC, WORDS
from tests.domain.checking.situations import ISSUED, WATER, WEB_TEXT, context_of, finding_of, found, sheet_with
from tests.domain.language.golden import BUREAUCRATIC as BUREAUCRATIC_TEXT
from tests.domain.language.golden import EASY_A

WEB = context_of("C01")


def test_q05_the_list_has_a_hundred_and_twenty_words_and_gives_the_plain_word() -> None:
    text = "Rådet gäller samtliga hushåll."

    finding = finding_of("Q05", text, WEB, None)

    assert len(WORDS) >= 120
    assert len(BUREAUCRATIC) > len(WORDS)
    assert text[slice(*finding.span)] == "samtliga"
    assert finding.suggestion == "alla"


def test_q05_phrases_of_several_words_and_capitals_are_found() -> None:
    text = "I dagsläget vidtar\nåtgärder kommunen."

    spans = [text[slice(*one.span)] for one in _findings("Q05", text)]

    assert spans == ["I dagsläget", "vidtar\nåtgärder"]


def test_q05_a_plain_text_has_none() -> None:
    assert _findings("Q05", WEB_TEXT) == []


def test_q07_staff_words_are_for_internal_texts_only() -> None:
    text = "TiB har ringt pga snön."

    assert found(text, WEB, None).count("Q07 warning") == 2
    assert found(text, context_of("C06", "I2"), None).count("Q07 warning") == 1


def test_q13_a_hard_word_is_fine_when_explained() -> None:
    assert "Q13 warning" in found("Trygghetspunkten öppnar.", WEB, None)
    assert "Q13 warning" not in found("Trygghetspunkten är en plats där du får hjälp.", WEB, None)


def test_q13_a_trygghetspunkt_is_explained_the_first_time_and_to_residents() -> None:
    text = "Trygghetspunkten öppnar."

    assert "Q13 warning" not in found(text, context_of("C01", stage=Stage.UPDATE), None)
    assert "Q13 warning" not in found(text, context_of("C06", "I2"), None)
    assert "Q13 warning" in found("Provet är mikrobiologiskt.", context_of("C01", stage=Stage.UPDATE), None)


def test_q01_a_sentence_of_21_words_is_a_warning_and_of_20_is_not() -> None:
    twenty = "Ord " * 19 + "ord."

    assert "Q01 warning" not in found(twenty, WEB, None)
    assert "Q01 warning" in found("Ett " + twenty, WEB, None)
    assert "mycket långt" in finding_of("Q01", "Ett " * 6 + twenty, WEB, None).text


def test_q02_the_mean_is_a_tip_and_easy_swedish_is_stricter() -> None:
    ten_words = "Vi ber dig att koka allt vatten innan du dricker. " * 3

    assert "Q02 tip" not in found(ten_words, WEB, None)
    assert "Q02 tip" in found(ten_words, context_of("C18"), None)


def test_p33_and_q03_lix_is_held_to_the_channels_limits() -> None:
    long = BUREAUCRATIC_TEXT + " " + BUREAUCRATIC_TEXT

    assert "Q03 warning" in found(long, WEB, None)
    assert "Q03 stop" in found(long, context_of("C18"), None)
    assert not [rule for rule in found(long, context_of("C15"), None) if rule.startswith("Q03")]
    assert not [rule for rule in found(WEB_TEXT, WEB, None) if rule.startswith("Q03")]
    assert "Q03 tip" in found(EASY_A, context_of("C18"), None)


def test_q03_fewer_than_thirty_words_give_no_value() -> None:
    assert not [rule for rule in found(BUREAUCRATIC_TEXT, WEB, None) if rule.startswith("Q03")]


@pytest.mark.parametrize("sentence", ["Vattnet ska kokas.", "Man bör koka vattnet.", "Invånare uppmanas att koka."])
def test_q08_advice_that_speaks_to_nobody_stops_an_external_text(sentence: str) -> None:
    sheet = sheet_with(advice=(sentence,))

    assert "Q08 stop" in found(f"{WEB_TEXT}\n{sentence}", WEB, sheet)
    assert "Q08 stop" not in found(f"{WEB_TEXT}\n{sentence}", context_of("C06", "I2"), sheet)


@pytest.mark.parametrize(
    "sentence",
    [
        "Koka vattnet.",
        "Du kan duscha som vanligt.",
        "Om någon är sjuk, ring 1177.",
        *WATER.advice,
        "Samlas i ett rum och klä er varmt.",
        "Skotta fram till dörren.",
    ],
)
def test_q08_advice_that_tells_what_to_do_is_fine(sentence: str) -> None:
    rules = found(f"{WEB_TEXT}\n{sentence}", WEB, sheet_with(advice=(sentence,)))

    assert not [rule for rule in rules if rule.startswith("Q08")]


def test_q08_an_unknown_first_word_is_only_a_warning() -> None:
    assert "Q08 warning" in found(f"{WEB_TEXT}\nSanda trappan.", WEB, sheet_with(advice=("Sanda trappan.",)))


def test_q10_more_than_seven_pieces_of_advice_are_a_warning() -> None:
    advice = tuple(f"Koka vatten i gryta nummer {number}." for number in range(20, 28))

    assert "Q10 warning" in found("\n".join((WEB_TEXT, *advice)), WEB, sheet_with(advice=advice))
    assert "Q10 warning" not in found("\n".join((WEB_TEXT, *advice[:7])), WEB, sheet_with(advice=advice))


def test_p24_four_key_messages_are_a_warning() -> None:
    assert "P24 warning" in found(WEB_TEXT, WEB, sheet_with(key_messages=("a", "b", "c", "d")))
    assert "P24 warning" not in found(WEB_TEXT, WEB, sheet_with(key_messages=("a", "b", "c")))


def test_p42_a_threat_to_a_school_is_coordinated_with_the_police() -> None:
    assert "P42 warning" in found(WEB_TEXT, WEB, sheet_with(type="school_threat"))
    assert "P42 warning" not in found(WEB_TEXT, WEB, sheet_with(type="school_threat", coordinated_with=("polisen",)))


@pytest.mark.parametrize("text", ["Vi ses i morgon.", "Det hände nyss.", "Vi öppnar i kväll.", "Prov togs i dag."])
def test_q30_relative_times_without_date_or_time_are_a_warning(text: str) -> None:
    assert "Q30 warning" in found(text, WEB, None)


@pytest.mark.parametrize(
    "text",
    ["Vi ses i morgon, lördag 12 juni.", "Vi öppnar i kväll kl. 18.00.", WEB_TEXT, "Vi berättar mer klockan 18 i dag."],
)
def test_q30_with_date_or_time_beside_they_are_fine(text: str) -> None:
    assert "Q30 warning" not in found(text, WEB, None)


@pytest.mark.parametrize("text", ["kl. 24.30", "kl. 18.60", "klockan 25", "kl. 8–26", "kl. 18.5"])
def test_q31_a_time_that_does_not_exist_is_a_stop(text: str) -> None:
    assert "Q31 stop" in found(f"Öppet {text}.", WEB, None)


@pytest.mark.parametrize("text", ["kl. 00.00", "kl. 23.59", "klockan 18", "kl. 8–24", "kl. 8.30–16.00"])
def test_q31_a_time_that_exists_is_fine(text: str) -> None:
    assert "Q31 stop" not in found(f"Öppet {text}.", WEB, None)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Öppet lördag 11 juni 2027.", "fredag 11 juni 2027"),
        ("Öppet måndagen den 14 juni.", ""),
        ("Öppet lördag 13 juni.", "söndag 13 juni"),
        ("Öppet onsdag 11/6.", "fredag 11/6"),
    ],
)
def test_q32_a_weekday_that_does_not_fit_its_date_is_a_warning(text: str, right: str) -> None:
    suggestions = [one.suggestion for one in _findings("Q32", text)]

    assert suggestions == ([right] if right else [])


def test_q32_a_date_that_does_not_exist_is_a_warning() -> None:
    assert "Q32 warning" in found("Öppet fredag 31 juni.", WEB, None)
    assert "Q32 warning" in found("Öppet fredag 3/13.", WEB, None)


def test_q32_a_date_without_year_is_the_nearest_one() -> None:
    december = context_of("C01", issued=ISSUED.replace(month=12, day=30))

    assert "Q32 warning" not in found("Öppet lördag 1 januari.", december, None)


@pytest.mark.parametrize("text", ["Vi berättar snarast.", "Vi kommer inom kort.", "Sidan uppdateras löpande."])
def test_q45_a_promise_without_a_time_is_a_warning(text: str) -> None:
    assert "Q45 warning" in found(text, WEB, None)


@pytest.mark.parametrize("text", ["Vi berättar så fort vi vet.", "Vi kommer inom kort, senast kl. 18.00."])
def test_q45_a_promise_with_a_time_is_fine(text: str) -> None:
    assert "Q45 warning" not in found(text, WEB, None)


def _findings(rule: str, text: str) -> list[Finding]:
    return [one for one in check_text(text, None, WEB) if one.rule == rule]
