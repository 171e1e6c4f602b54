"""The guide says nothing of the program that is not so: each command, key, screen and picture it names is there."""

import ast
import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from krisapp.store import scenario_files
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml
from krisapp.ui.guide.guide_window import GuideWindow
from krisapp.ui.guide.pages import Kind, Look, Page, Run, guide
from krisapp.ui.keyboard_help import EVERYWHERE
from krisapp.ui.live import Live
from krisapp.ui.settings import Kept
from krisapp.ui.views import VIEWS
from krisapp.ui.views.tabbed import TabbedView
from krisapp.ui.window import Window
from krisapp.workplace import Workplace
from tests.bench import water

ROOT = Path(__file__).parents[3]
SWEDISH = {"Enter": "Return", "Upp": "Up", "Ned": "Down"}
"""How the guide calls keys that Qt calls otherwise."""

Keys = dict[str, set[str]]


@pytest.fixture(scope="module")
def pictures() -> ModuleType:
    spec = importlib.util.spec_from_file_location("guide_pictures", ROOT / "packaging" / "guide_pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def said() -> frozenset[str]:
    """Give every Swedish sentence the program has for the screen."""
    found = set()
    for path in (ROOT / "krisapp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "N_", "ngettext"):
                found |= {
                    arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)
                }
    return frozenset(found)


@pytest.fixture(scope="module")
def commands(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Keys:
    """Give the keys of every command by its name: of the window, each screen and page, with and without incident."""
    folder = tmp_path_factory.mktemp("guide")
    live = Live(Workplace(folder / "workplace", water.still_clock), qapp)
    window = Window(live, Kept(folder / "settings"), VIEWS)
    found: Keys = defaultdict(set)
    for _round in range(2):
        for place in window.places:
            window.go(place.key)
            view = window.view
            assert view is not None
            if isinstance(view, TabbedView):
                for tab in view.TABS:
                    if live.has_incident or tab.calm:
                        view.turn_to(tab.key)
            _gather(found, view.actions())
        _gather(found, window.actions())
        if not live.has_incident:
            water.start(live)
    _gather(found, GuideWindow(window).actions())
    for name, keys in written_side_by_side():
        found[name] |= {QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText) for key in keys.split(";")}
    live.close()
    window.deleteLater()
    return found


def written_side_by_side() -> Iterator[tuple[str, str]]:
    """Yield each name in the code with the text after it: the commands of windows that only a drill or a replay has."""
    for path in (ROOT / "krisapp" / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
            for name, keys in pairwise(parts):
                named = isinstance(name, ast.Call) and getattr(name.func, "id", "") == "N_" and name.args
                if named and isinstance(keys, ast.Constant) and isinstance(keys.value, str):
                    words = name.args[0] if isinstance(name, ast.Call) else None
                    if isinstance(words, ast.Constant):
                        yield str(words.value), keys.value


def _gather(found: Keys, actions: list[QAction]) -> None:
    for action in actions:
        name = str(action.property("source") or "")
        found[name] |= {key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()}


def key_of(run: Run) -> str:
    """Return a key of the guide as Qt calls it."""
    words = re.split(r"(?<=.)\+", run.text)
    return "+".join(SWEDISH.get(word, word) for word in words)


def runs(look: Look) -> Iterator[tuple[str, Run]]:
    for page in guide():
        for part in page.parts:
            yield from ((page.key, run) for run in part.runs if run.look is look)


def named_with_key() -> list[tuple[str, str, Run]]:
    """Return what the guide tells the key of: **Name** (`key`)."""
    found = []
    for page in guide():
        for part in page.parts:
            for at, (name, between) in enumerate(pairwise(part.runs)):
                after = part.runs[at + 2] if at + 2 < len(part.runs) else None
                if name.look is Look.STRONG and between.text == " (" and after and after.look is Look.KEY:
                    found.append((page.key, name.text, after))
    return found


def test_everything_in_bold_is_what_the_program_calls_it(said: frozenset[str]) -> None:
    menus = {words.replace("&", "") for words in said}
    drills = {str(read_yaml(path)[0]["name"]) for path in scenario_files.quick()}
    wrong = [(page, run.text) for page, run in runs(Look.STRONG) if run.text not in said | menus | drills]
    assert wrong == []


def test_every_key_is_one_that_does_something(commands: Keys) -> None:
    known = {key for keys in commands.values() for key in keys} | {key for key, _does in EVERYWHERE}
    wrong = [(page, run.text) for page, run in runs(Look.KEY) if key_of(run) not in known]
    assert wrong == []


def test_a_command_named_with_a_key_has_that_key(commands: Keys) -> None:
    told = named_with_key()
    assert len(told) > 40
    wrong = [(page, name, run.text) for page, name, run in told if key_of(run) not in commands.get(name, set())]
    assert wrong == []


def test_every_picture_is_taken_by_the_script_and_is_there(pictures: ModuleType) -> None:
    shown = {part.label for page in guide() for part in page.parts if part.kind is Kind.PICTURE}
    taken = set(pictures.PICTURES)
    assert shown == taken
    lying = {path.name for path in resource("resources", "guide", "pictures").iterdir()}
    assert lying == taken, "run `make pictures`"


def test_every_picture_is_of_a_screen_that_exists(pictures: ModuleType) -> None:
    places = {place.key: place for place in VIEWS}
    for name, picture in pictures.PICTURES.items():
        assert picture.screen in places, name
        place = places[picture.screen]
        assert place.incident if picture.incident else place.calm, name
        screen = place.load()
        if picture.tab:
            assert issubclass(screen, TabbedView), name
            assert picture.tab in {tab.key for tab in screen.TABS}, name


def test_a_picture_is_told_in_words_to_those_who_cannot_see_it() -> None:
    parts = [part for page in guide() for part in page.parts if part.kind is Kind.PICTURE]
    assert all(len(part.text.split()) >= 2 for part in parts)


@pytest.fixture
def home(qapp: QApplication) -> Iterator[QWidget]:
    parent = QWidget()
    yield parent
    parent.deleteLater()
    del qapp


def test_a_page_without_its_picture_says_what_it_would_have_shown(home: QWidget) -> None:
    from krisapp.ui.guide.page_text import PageText
    from krisapp.ui.guide.pages import Part

    text = PageText(home)
    text.show_page(
        Page(
            "prov", (), (Part(Kind.TITLE, (Run("Prov"),)), Part(Kind.PICTURE, (Run("Skärmen Logg"),), "finns-inte.png"))
        )
    )
    assert "Skärmen Logg" in text.toPlainText()
