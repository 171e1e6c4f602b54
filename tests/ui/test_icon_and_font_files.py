"""The bundled icons and faces: one hand, one colour, and letters for every text of ours."""

import re
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

ALPHABET = "abcdefghijklmnopqrstuvwxyzåäöéüABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖÉÜ0123456789"
SIGNS = " .,:;!?()/&%+-–—”“’…•§€→←↑↓×{}|_"
SHAPES = "●○■▲◆✓"


def test_every_icon_takes_its_colour_from_the_text_and_stands_on_one_grid(root: Path) -> None:
    files = sorted((root / "resources" / "icons").glob("*.svg"))

    assert len(files) >= 60
    for file in files:
        text = file.read_text("utf-8")
        colours = set(re.findall(r'(?:fill|stroke)="([^"]+)"', text))
        assert colours <= {"none", "currentColor"}, file.name
        assert 'viewBox="0 0 24 24"' in text, file.name
        assert set(re.findall(r'stroke-width="([^"]+)"', text)) == {"1.75"}, file.name


def test_every_icon_can_be_drawn(qtbot: QtBot, root: Path) -> None:
    for file in (root / "resources" / "icons").glob("*.svg"):
        assert QSvgRenderer(str(file)).isValid(), file.name


def test_the_faces_are_one_family_with_four_weights(qtbot: QtBot, root: Path) -> None:
    for file in (root / "resources" / "fonts").glob("*.ttf"):
        assert QFontDatabase.addApplicationFont(str(file)) >= 0, file.name

    assert set(QFontDatabase.styles("Inter")) >= {"Regular", "Medium", "SemiBold", "Bold"}
    assert QFontDatabase.isFixedPitch("JetBrains Mono")


def test_every_face_has_the_letters_and_signs_of_our_texts(qtbot: QtBot, root: Path) -> None:
    for file in (root / "resources" / "fonts").glob("*.ttf"):
        face = QRawFont(str(file), 16.0, QFont.HintingPreference.PreferNoHinting)
        # States are told by shape; the face of the template editor shows none.
        wanted = ALPHABET + SIGNS + (SHAPES if "Inter" in file.name else "")
        missing = [sign for sign in wanted if not face.supportsCharacter(ord(sign))]
        assert missing == [], file.name


def test_every_face_lies_beside_its_licence(root: Path) -> None:
    for family in ("Inter", "JetBrainsMono"):
        licence = root / "resources" / "fonts" / f"OFL-{family}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")
