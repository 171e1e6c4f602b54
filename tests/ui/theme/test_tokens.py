"""The colours can be told apart: WCAG 2.1 AA, domain.md 7.10."""

import pytest

from krisapp.ui.theme.tokens import SCHEMES, Colours, Scheme, Tone

TEXT, EDGE = 4.5, 3.0
GROUNDS = ("ground", "surface", "raised", "sunken")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_weak(colours: Colours, pairs: list[tuple[str, str]], limit: float) -> dict[tuple[str, str], float]:
    found = {(a, b): round(contrast(getattr(colours, a), getattr(colours, b)), 2) for a, b in pairs}
    return {pair: ratio for pair, ratio in found.items() if ratio < limit}


@pytest.mark.parametrize("scheme", Scheme)
def test_every_text_stands_out_from_each_ground_it_stands_on(scheme: Scheme) -> None:
    pairs = [(text, ground) for text in ("text", "quiet") for ground in GROUNDS]
    pairs += [("accent", "surface"), ("on_accent", "accent"), ("on_accent", "accent_strong"), ("on_danger", "danger")]
    pairs += [("on_selection", "selection"), ("on_real", "real"), ("on_exercise", "exercise")]
    pairs += [("nav_text", "nav"), ("nav_quiet", "nav"), ("nav_on_selected", "nav_selected")]

    assert too_weak(SCHEMES[scheme], pairs, TEXT) == {}


@pytest.mark.parametrize("scheme", Scheme)
def test_every_edge_and_focus_ring_stands_out_from_each_ground_it_stands_on(scheme: Scheme) -> None:
    pairs = [(edge, ground) for edge in ("border", "focus", "danger", "accent") for ground in GROUNDS]
    pairs += [("nav_focus", "nav"), ("focus_on_selection", "selection"), ("on_accent", "accent")]
    if SCHEMES[scheme].nav_selected != SCHEMES[scheme].selection:
        pairs += [("nav_focus", "nav_selected")]

    assert too_weak(SCHEMES[scheme], pairs, EDGE) == {}


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("tone", Tone)
def test_the_word_of_a_mark_stands_out_from_its_ground_and_from_a_card(scheme: Scheme, tone: Tone) -> None:
    colours = SCHEMES[scheme]
    pair = colours.tone(tone)

    assert contrast(pair.text, pair.ground) >= TEXT
    assert contrast(pair.text, colours.surface) >= TEXT


@pytest.mark.parametrize("scheme", Scheme)
def test_the_hatching_of_an_exercise_is_seen_in_each_scheme(scheme: Scheme) -> None:
    colours = SCHEMES[scheme]

    assert contrast(colours.exercise, colours.exercise_stripe) >= EDGE
    assert contrast(colours.exercise, colours.ground) >= EDGE


def test_dark_has_no_pure_white_and_high_contrast_is_really_that() -> None:
    assert "#ffffff" not in str(SCHEMES[Scheme.DARK])
    high = SCHEMES[Scheme.HIGH_CONTRAST]

    assert min(contrast(high.text, getattr(high, ground)) for ground in GROUNDS) == pytest.approx(21)
