"""The rules of the house, held over every file of the checkout."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE = 300
PROGRAM = sorted((ROOT / "krisapp").rglob("*.py"))
PYTHON = [*PROGRAM, *sorted((ROOT / "tests").rglob("*.py")), *sorted(ROOT.glob("packaging/*.py"))]

# The factory makes what would otherwise guess that text is HTML and open what it points at.
FACTORY = "krisapp/ui/widgets/plain.py"
GUESSING = {"QLabel", "QMessageBox", "QToolTip"}
# A job on another thread carries any error back to the window, which is its whole purpose.
CATCHES_ALL = {"krisapp/ui/background.py"}
VAGUE = {"utils", "helpers", "common", "misc", "base", "manager", "service", "handler", "data"}
OURS = ("krisapp", "tests", "templates", "resources", "packaging", ".ci")
SEEN_BY_ALL = ("pyproject.toml", "requirements.lock", "Makefile", "README.md", "CHANGELOG.md")
TEXT_FILES = {"", ".py", ".toml", ".md", ".sh", ".j2", ".txt", ".yml", ".yaml", ".json", ".lock"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Read a file once, with all its nodes."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


def trees(paths: list[Path]) -> Iterator[tuple[str, ast.AST]]:
    """Walk every node of every file, each with its place."""
    for path in paths:
        name = name_of(path)
        for node in nodes(path):
            yield f"{name}:{getattr(node, 'lineno', 1)}", node


def text_files() -> Iterator[Path]:
    for path in [*(p for folder in OURS for p in (ROOT / folder).rglob("*"))]:
        if path.is_file() and path.suffix in TEXT_FILES and "__pycache__" not in path.parts:
            yield path
    for name in SEEN_BY_ALL:
        if (ROOT / name).exists():
            yield ROOT / name


def called(node: ast.AST) -> str:
    """Name what a call calls, without what it is an attribute of."""
    if not isinstance(node, ast.Call):
        return ""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {name_of(path): path.read_text("utf-8").count("\n") for path in PYTHON}

    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [name_of(path) for path in PYTHON if path.stem.split("_")[-1] in VAGUE] == []


def test_every_module_says_what_it_is_about() -> None:
    silent = [path for path in PROGRAM if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]

    assert [name_of(path) for path in silent] == []


def test_only_the_factory_makes_widgets_that_guess_at_html() -> None:
    found = []
    for place, node in trees([path for path in PROGRAM if name_of(path) != FACTORY]):
        if called(node) in GUESSING | {"setToolTip"}:
            found.append(place)
        if isinstance(node, ast.ClassDef):
            bases = {getattr(base, "id", getattr(base, "attr", "")) for base in node.bases}
            if bases & GUESSING:
                found.append(place)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "QMessageBox":
            found.append(place)

    assert found == []


def test_nothing_swallows_every_error() -> None:
    """Whoever catches all of them to tidy up must let them go on."""
    found = []
    for place, node in trees([path for path in PYTHON if name_of(path) not in CATCHES_ALL]):
        if isinstance(node, ast.ExceptHandler):
            caught = {n.id for n in ast.walk(node.type) if isinstance(n, ast.Name)} if node.type else {""}
            goes_on = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if caught & {"", "Exception", "BaseException"} and not goes_on:
                found.append(place)

    assert found == []


def test_every_source_string_can_be_found_by_the_catalogue() -> None:
    """An f-string, a sum or a formatted text inside `_()` is lost without a word."""
    found = []
    for place, node in trees(PROGRAM):
        if called(node) not in {"_", "N_", "gettext", "ngettext", "npgettext", "pgettext"}:
            continue
        assert isinstance(node, ast.Call)
        for argument in node.args:
            built = isinstance(argument, ast.JoinedStr | ast.BinOp) or called(argument) == "format"
            if built or (called(node) == "N_" and not isinstance(argument, ast.Constant)):
                found.append(place)

    assert found == []


def test_the_domain_never_asks_what_time_it_is() -> None:
    domain = [path for path in PROGRAM if "domain" in path.parts]
    clock = {"now", "today", "utcnow"}

    assert [p for p, n in trees(domain) if called(n) in clock and not getattr(n, "args", [])] == []


@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("work put off", re.compile(r"\b(TO" + r"DO|FIX" + r"ME)\b")),
        (
            "the path of one machine",
            re.compile(r"(?<![\w.])/(ho" + r"me|root|work|Users)/\w|\b[A-Z]:\\\\"),
        ),
        (
            "the host of a registry",
            re.compile(r"(pypi|pythonhosted|npmjs)\.(org|com)|index-url ?="),
        ),
    ],
)
def test_no_file_holds(fault: str, pattern: re.Pattern[str]) -> None:
    found = {}
    for path in text_files():
        match = pattern.search(path.read_text("utf-8"))
        if match and path != Path(__file__):
            found[name_of(path)] = match.group()

    assert found == {}, fault
