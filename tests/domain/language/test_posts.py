"""How long a post on X is: a link counts 23, an emoji 2, and the text is normalised first (6.2)."""

import pytest

from krisapp.domain.language.posts import weighted_length

X_A = (
    "Koka kranvattnet i Malmköping innan du dricker det eller lagar mat. Vi misstänker att bakterier har kommit in i "
    "vattnet. Du kan duscha och tvätta som vanligt. Nästa besked kl. 18.00. Läs mer på https://www.flen.se/ "
    "/Flens kommun"
)


def test_the_golden_post_of_the_handbook_weighs_231() -> None:
    assert (len(X_A), weighted_length(X_A)) == (228, 231)


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("", 0),
        ("Flen", 4),
        ("flen.se", 23),
        ("https://www.flen.se/om-kommunen/kris?fraga=vatten&mer=ja", 23),
        ("Läs flen.se nu", 4 + 23 + 3),
        ("a\u030a", 1),
        ("–", 1),
        ("水", 2),
        ("😀", 2),
        ("👩‍🚒", 2),
        ("🇸🇪", 2),
        ("👍🏽", 2),
    ],
)
def test_a_post_is_weighed_as_the_channel_weighs_it(text: str, weight: int) -> None:
    assert weighted_length(text) == weight
