"""Text pasted from Word and elsewhere becomes what the program writes, and nothing is lost unsaid."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.language.pasted import LONGEST, pasted

ODD = [
    *("\u00ad", "\u200b", "\u200c", "\u200d", "\u200e", "\u202e", "\u2066", "\ufeff", "\ufffc", "\x00", "\x0c", "\r\n"),
    *("\t", "\u00a0", "\u202f", "\u2009", "“", "‘", "—", "\u2011", "•", "o\t", "\uf0b7", "ﬁ", "\ud800", "\ufe0f"),
    *(
        "👩",
        "🔥",
        "a\u030a",
        "e\u0301",
        "مرحبا",
        "می\u200cخواهم",
        "5",
        "300",
        "å",
        "\n\n\n",
        " ",
        "\u0340",
        "ក",
        "1\ufe0f\u20e3",
    ),
]
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(ODD), max_size=30).map("".join))


LINE_ENDS = "\t\n\r\x0b\x0c\x85"
FILLERS = "\ufffc\u115f\u1160\u3164\u034f" + "".join(chr(code) for code in range(0xFE00, 0xFE10))


def meaning(text: str) -> list[str]:
    """Return the letters and digits of a text, ligatures written out; what cannot be seen parts none of them."""
    seen = "".join(
        sign
        for sign in text
        if sign in LINE_ENDS or (unicodedata.category(sign) not in ("Cf", "Cc", "Co") and sign not in FILLERS)
    )
    return [sign for sign in unicodedata.normalize("NFKC", seen) if sign.isalnum()]


@given(texts)
def test_done_twice_it_changes_nothing_more(text: str) -> None:
    once = pasted(text).text
    again = pasted(once)

    assert again.text == once
    assert [notice for notice in again.notices if str(LONGEST) not in notice] == []


@given(st.lists(st.sampled_from([one for one in ODD if one != "o\t"]), max_size=30).map("".join))
def test_no_letter_and_no_digit_is_ever_lost(text: str) -> None:
    assert meaning(pasted(text).text) == meaning(text)


@given(st.text(alphabet=st.characters(categories=["L", "N"]), max_size=60))
def test_text_of_letters_in_any_script_stays(text: str) -> None:
    assert meaning(pasted(text).text) == meaning(text)


@given(texts)
def test_what_comes_out_can_be_saved_and_read(text: str) -> None:
    clean = pasted(text).text

    assert clean.encode().decode() == clean
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Co") and sign != "\n" for sign in clean)
    assert unicodedata.is_normalized("NFC", clean)


@pytest.mark.parametrize(
    ("text", "clean", "notice"),
    [
        ("Vat\u00adten\u200b\ufeff.", "Vatten.", "3 osynliga tecken togs bort."),
        ("Vat\u00adten", "Vatten", "1 osynligt tecken togs bort."),
        ("kl.\u00a018.00", "kl. 18.00", "1 särskilt mellanslag blev ett vanligt."),
        ("“Hej”, sa hon.", "”Hej”, sa hon.", "1 citattecken blev svenskt."),
        ("Flen\t2\tMalmköping", "Flen 2 Malmköping", "2 tabbar blev mellanslag."),
        ("Se \ufffc här", "Se här", "1 bild följde inte med. Texten rymmer bara text."),
        ("a\x00b\x1bc", "abc", "2 styrtecken togs bort."),
        ("Råd\r\n•\tKoka\r\n\uf0b7\tVänta", "Råd\n– Koka\n– Vänta", "2 punkter i listor blev tankstreck."),
        ("o\tKoka", "– Koka", "1 punkt i en lista blev tankstreck."),
        ("a\u202eb", "ab", "1 tecken som vänder textens riktning togs bort."),
        ("\ud83dx", "�x", "1 trasigt tecken blev �."),
        ("\ue123x", "x", "1 tecken som bara finns i ett visst typsnitt togs bort."),
    ],
)
def test_what_is_changed_is_told(text: str, clean: str, notice: str) -> None:
    result = pasted(text)

    assert result.text == clean
    assert result.notices == (notice,)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("Va\u030ar a\u0308r her\r\n", "Vår är her"),
        ("15\u00a0300 kunder", "15\u202f300 kunder"),
        ("kl.  8\u20148\n\n\n\nHej  ", "kl. 8–8\n\nHej"),
        ("e-post\u2011adress", "e-post-adress"),
        ("ofﬁciell", "officiell"),
    ],
)
def test_other_ways_to_write_the_same_are_changed_in_silence(text: str, clean: str) -> None:
    assert pasted(text).text == clean
    assert pasted(text).notices == ()


@pytest.mark.parametrize(
    "text", ["👩\u200d🚒 ⚠\ufe0f 🔥", "مرحبا \u200fabc\u200f", "می\u200cخواهم", "Привіт", "{{ clock }} <b>", "ὀξύ"]
)
def test_what_means_something_stays(text: str) -> None:
    assert pasted(text).text == unicodedata.normalize("NFC", text)
    assert pasted(text).notices == ()


def test_a_text_of_a_hundred_thousand_characters_is_kept_whole_and_at_once() -> None:
    started = time.perf_counter()
    result = pasted("Koka\u00a0vattnet. " * 8_000)

    assert len(result.text) == len("Koka vattnet. " * 8_000) - 1
    assert any(str(LONGEST) in notice for notice in result.notices)
    assert time.perf_counter() - started < 0.5
