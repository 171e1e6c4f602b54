"""Drawings are tinted when asked for, and each that the source names is there."""

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from krisapp.store.resources import resource
from krisapp.ui.theme import icons


def test_a_drawing_takes_the_colour_asked_for(qapp: QApplication) -> None:
    picture = icons.pixmap("check", 24, "#ff0000").toImage()
    colours = {
        QColor(picture.pixelColor(x, y)).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }

    assert colours == {"#ff0000"}


def test_a_drawing_that_is_not_there_is_named(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="enhörning"):
        icons.pixmap("enhörning", 24, "#ff0000")


def test_every_drawing_the_source_asks_for_is_there(root: Path) -> None:
    asked: set[str] = set()
    for path in (root / "krisapp" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "icon" and isinstance(node.value, ast.Constant):
                asked.add(str(node.value.value))
            if path.name == "__init__.py" and isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Place":
                asked.add(str(ast.literal_eval(node.args[2])))

    assert {name for name in asked if name and not resource("resources", "icons", f"{name}.svg").exists()} == set()
