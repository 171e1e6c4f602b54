"""The graphic profile: colours that can be read, a mark that fetches nothing, and one look for all documents."""

import base64

import pytest
from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Settings
from krisapp.domain.planning.plan_soundness import faults
from krisapp.domain.profile import PNG, SVG, Headings, Profile, contrast, dress_of, logo_of, why_no_colour, why_no_logo
from krisapp.store.sample import sample_plan

POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAQAAABeK7cBAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1z"/></svg>'


def drawn(text: str) -> str:
    return logo_of(text.encode())


def test_black_on_white_is_the_highest_contrast_and_equal_colours_the_lowest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#8a1c1c", "#8a1c1c") == 1


@pytest.mark.parametrize(("colour", "refused"), [("#767676", False), ("#777777", True), ("#ffcc00", True)])
def test_a_colour_below_four_and_a_half_to_one_is_refused_in_words(colour: str, *, refused: bool) -> None:
    why = why_no_colour(colour)
    assert bool(why) is refused
    assert not refused or "4,5:1" in why


@pytest.mark.parametrize("colour", ["", "red", "#fff", "#12345g", "1d4f72"])
def test_what_is_no_colour_is_refused_with_an_example(colour: str) -> None:
    assert "#1d4f72" in why_no_colour(colour)


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="x()" d=""/>',
        '<image href="https://example.org/x.png"/>',
        "<style>@import 'x.css';</style>",
        '<path fill="url(http://example.org/#a)" d=""/>',
        "<foreignObject/>",
        '<use xlink:href="file:///etc/passwd"/>',
    ],
)
def test_a_mark_that_runs_or_fetches_anything_is_refused(inside: str) -> None:
    assert why_no_logo(drawn(DRAWING)) == ""
    assert "utifrån" in why_no_logo(drawn(DRAWING.replace("</svg>", f"{inside}</svg>")))


def test_a_mark_with_entities_is_refused() -> None:
    assert why_no_logo(drawn('<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + DRAWING))


def test_a_png_is_taken_and_a_broken_one_is_not() -> None:
    assert why_no_logo(logo_of(POINT)) == ""
    assert why_no_logo(PNG + "AAAA")
    assert why_no_logo(PNG + "…")
    assert why_no_logo("MZ")


def test_a_large_mark_is_refused() -> None:
    assert "75 kB" in why_no_logo(drawn(DRAWING + " " * 100_000))


def test_a_plan_without_a_profile_has_the_plain_look_and_its_own_name() -> None:
    bare = Plan(version="1", settings=Settings(municipality="Flens kommun", sender="Flens kommun"))
    dress = dress_of(bare)
    assert (dress.sender, dress.headings, dress.logo_drawing) == (("Flens kommun",), Headings.CALM, "")
    assert dress_of(None).sender == ()


def test_a_png_is_drawn_in_its_own_size_and_kept_as_png_too() -> None:
    logo = logo_of(POINT)
    plan = replace(sample_plan(), profiles=(Profile(id="profil", rank=1, logo=logo, logo_says="märke"),))
    dress = dress_of(plan)
    assert 'viewBox="0 0 2 1"' in dress.logo_drawing
    assert dress.logo_png == POINT
    assert logo.startswith(PNG)


def test_the_sample_plan_has_a_sound_profile_and_says_the_sender_first() -> None:
    plan = sample_plan()
    assert not list(faults(plan))
    assert dress_of(plan).sender[0] == "Flens kommun"
    assert dress_of(plan).logo.startswith(SVG)
    assert dress_of(plan).logo_drawing.startswith("<svg")


def test_a_profile_that_cannot_be_read_is_no_part_of_a_sound_plan() -> None:
    plan = sample_plan()
    pale = replace(plan.profiles[0], colour="#ffcc00", logo_says="")
    found = {fault.at[-1]: str(fault) for fault in faults(replace(plan, profiles=(pale, pale)))}
    assert {"colour", "logo_says", 1} <= found.keys()
    assert "1,5:1" in found["colour"]
