"""One look at a time, made of tokens, growing with the text size."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from krisapp.ui.theme import fonts
from krisapp.ui.theme.stylesheet import sheet
from krisapp.ui.theme.theme import Theme, current, wear
from krisapp.ui.theme.tokens import SCHEMES, TEXT_SIZES, Scheme, Size


@pytest.fixture
def undressed(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    wear(qapp, Scheme.LIGHT, 100)


def test_the_bundled_faces_are_used(qapp: QApplication) -> None:
    assert fonts.text_family() == "Inter"
    assert fonts.mono_family() == "JetBrains Mono"


def test_a_scheme_changes_palette_font_and_sheet_at_once(undressed: QApplication) -> None:
    wear(undressed, Scheme.DARK, 150)

    assert current().scheme is Scheme.DARK
    assert undressed.palette().window().color().name() == SCHEMES[Scheme.DARK].ground
    assert undressed.font().pixelSize() == round(Size.BODY * 1.5)
    assert SCHEMES[Scheme.DARK].accent in undressed.styleSheet()


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_every_size_of_letters_follows_the_text_size(percent: int) -> None:
    theme = Theme(Scheme.LIGHT, percent)
    sizes = re.findall(r"font-size: (\d+)px", sheet(theme.colours, theme.px, theme.tight))

    assert sizes
    assert {int(size) for size in sizes} <= {theme.px(size) for size in Size}


def test_the_sheet_is_small_enough_not_to_be_felt_at_start() -> None:
    theme = Theme()

    assert len(sheet(theme.colours, theme.px, theme.tight)) < 10_000


def test_the_sheet_names_no_colour_of_its_own() -> None:
    theme = Theme(Scheme.DARK)
    known = set(re.findall(r"#[0-9a-f]{6}", str(theme.colours)))

    assert set(re.findall(r"#\w+", sheet(theme.colours, theme.px, theme.tight))) <= known
