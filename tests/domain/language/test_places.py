"""Places take their right preposition (ME14)."""

from krisapp.domain.language.places import english_in_places, in_places, phrase, possessive
from krisapp.domain.plan_rows import Place

TOWNS = ("Flen", "Malmköping", "Hälleforsnäs", "Mellösa", "Sparreholm", "Skebokvarn", "Bettna", "Vadsbro")
GAZETTEER = (
    *(
        Place(id=name.lower(), rank=rank, name=name, kind="town", phrase=f"i {name}")
        for rank, name in enumerate(TOWNS)
    ),
    Place(id="baven", rank=20, name="Båven", kind="lake", phrase="vid Båven"),
    Place(id="harpsund", rank=21, name="Harpsund", kind="site", phrase="på Harpsund"),
    Place(id="flens-kommun", rank=0, name="Flens kommun", kind="municipality", phrase="i Flens kommun"),
)  # fmt: skip


def test_two_towns_share_their_preposition() -> None:
    assert in_places(["Bettna", "Vadsbro"], GAZETTEER) == "i Bettna och Vadsbro"


def test_three_towns_are_a_list() -> None:
    assert in_places(["Flen", "Malmköping", "Bettna"], GAZETTEER) == "i Flen, Malmköping och Bettna"


def test_places_with_different_prepositions_keep_their_own() -> None:
    assert in_places(["Bettna", "Båven", "Vadsbro"], GAZETTEER) == "i Bettna och Vadsbro och vid Båven"
    assert in_places(["Harpsund"], GAZETTEER) == "på Harpsund"


def test_all_eight_towns_are_the_whole_municipality() -> None:
    assert in_places(TOWNS, GAZETTEER) == "i hela Flens kommun"
    assert in_places(TOWNS[:7], GAZETTEER) != "i hela Flens kommun"
    assert in_places(["Flens kommun"], GAZETTEER) == "i hela Flens kommun"


def test_a_free_text_gets_i_unless_it_has_a_preposition() -> None:
    assert phrase("Orrhammar", GAZETTEER) == "i Orrhammar"
    assert phrase("längs väg 55", GAZETTEER) == "längs väg 55"


def test_no_place_gives_no_words() -> None:
    assert in_places([], GAZETTEER) == ""
    assert in_places(["  "], GAZETTEER) == ""
    assert english_in_places([], GAZETTEER) == ""


def test_english_names_the_places_too() -> None:
    assert english_in_places(["Bettna", "Vadsbro"], GAZETTEER) == "in Bettna and Vadsbro"
    assert english_in_places(TOWNS, GAZETTEER) == "throughout Flens kommun"


def test_a_name_that_ends_in_s_has_no_second_s() -> None:
    assert possessive("Bettna") == "Bettnas"
    assert possessive("Hälleforsnäs") == "Hälleforsnäs"
