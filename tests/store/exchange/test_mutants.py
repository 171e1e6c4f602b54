"""The tests of merging bite: each of these faults, put into a copy of the program, is found by them.

That takes minutes and is run with `KRISAPP_MUTANTS=1`. Always checked is that each fault can still be put in.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

TESTS = (
    "tests/store/exchange/test_union.py",
    "tests/store/exchange/test_folder.py",
    "tests/test_exchanging.py",
    "tests/store/exchange/test_any_order.py",
)


class Mutant(NamedTuple):
    """A fault by name: in which file, and what stands there instead of what."""

    name: str
    file: str
    was: str
    becomes: str


MUTANTS = (
    Mutant("a number is enough to be known", "union", "one.digest in held for", "True for"),
    Mutant("another entry with a taken number passes unseen", "union", "and one.digest not in held]", "and False]"),
    Mutant("the link is not looked at", "union", "and head.p == last.id and", "and"),
    Mutant("a hole is passed over", "union", "head.n == last.seq + 1 and", "head.n > last.seq and"),
    Mutant("ticks need not rise", "union", " and head.t > last.tick", ""),
    Mutant("a stream may begin with a link", "union", "if head.n == 1 and not head.p else", "if head.n == 1 else"),
    Mutant("nobody looks at signatures", "union", "chain = _signed(chain, last.key if last else b\"\")",
           "chain = chain"),
    Mutant("an unsigned end condemns its whole chain", "union", "return chain[:sound]", "return []"),
    Mutant("junk is chosen before the signed", "union", "if len(follow) > 1:", "if len(follow) > 99:"),
    Mutant("a run goes in before what it had found", "union", "return not any(self._lacks(first.head.s, first))",
           "return True"),
    Mutant("what a run had found is half looked at", "union", "or self._tips[other].seq < seq:", "and False:"),
    Mutant("a body may be another", "union", "elif not body_holds(head, entry):", "elif False:"),
    Mutant("a blob may be another", "union", "if sha256(content).hexdigest() != name:", "if False:"),
    Mutant("only one stream at a time goes on", "union", "while streams and before != met.count:",
           "if streams and before != met.count:"),
    Mutant("the tip is forgotten between batches", "union",
           "self._tips[name] = Tip(head.n, head.t, chain[-1].digest.hex(), head.w, key or b\"\")", "del key"),
    Mutant("what waits is not told", "union",
           "met.waiting = {name: rest[0].head.n for name, rest in streams.items()}", "met.waiting = {}"),
    Mutant("who is waited for is not told", "union", "met.lacking[needed] = max(", "_ = max("),
    Mutant("a fork is called a forgery", "union", "Why.FORKED if genuine else Why.FORGED", "Why.FORGED"),
    Mutant("a cut file counts as whole where it is read", "segment",
           "whole = bool(rest) and rest[-1] == _sum([first, *rest[:-1]])", "whole = bool(rest)"),
    Mutant("what came whole of a cut file is thrown away", "segment",
           "return Segment(title, tuple(_entries(path, rest, whole=whole)), whole=whole)",
           "return Segment(title, tuple(_entries(path, rest, whole=whole)) if whole else (), whole=whole)"),
    Mutant("a newer form is read as ours", "segment", "if title.krisapp != FORMAT:", "if False:"),
    Mutant("a cut file is left as it is", "lying", "if found is None or not found.whole:", "if found is None:"),
    Mutant("a changed file is taken for the same", "lying", "return path.name, now.st_size, now.st_mtime_ns",
           "return path.name, 0, 0"),
    Mutant("only one's own entries are left", "folder", "lacking.pop(digest, None)", "lacking.clear()"),
    Mutant("a row of numbers with a hole is left as one", "folder",
           "if first and (number != before + 1 or number - first >= MOST_ENTRIES):",
           "if first and number - first >= MOST_ENTRIES:"),
    Mutant("the last entry is not left", "folder", "    if first:\n        yield first, before\n", ""),
    Mutant("a file of the right name is not written again", "folder",
           "if path.exists() and path.read_bytes() == content:", "if path.exists():"),
    Mutant("a segment is held when its stream is known", "folder",
           "found.whole and found.entries[-1].id == tip.id)", "found.whole)"),
    Mutant("a stopped leaving goes on", "folder", "            raise Stopped\n        _write",
           "            pass\n        _write"),
)  # fmt: skip


def _path(root: Path, mutant: Mutant) -> Path:
    return root / "krisapp" / "store" / "exchange" / f"{mutant.file}.py"


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_fault_can_be_put_in(root: Path, mutant: Mutant) -> None:
    assert _path(root, mutant).read_text(encoding="utf-8").count(mutant.was) == 1


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the program and of the tests, whose files may be spoiled."""
    here, there = Path(__file__).parents[3], tmp_path_factory.mktemp("mutants")
    for folder in ("krisapp", "tests"):
        shutil.copytree(here / folder, there / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("resources", "templates"):
        (there / folder).symlink_to(here / folder)
    shutil.copy(here / "pyproject.toml", there)
    return there


def _spoil(path: Path, text: str) -> None:
    """Write a file, and take away what was compiled of it: two writings in a second look the same."""
    path.write_text(text, encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
        compiled.unlink()


@pytest.mark.skipif("KRISAPP_MUTANTS" not in os.environ, reason="takes minutes; KRISAPP_MUTANTS=1 runs it")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_each_fault_is_found(copy: Path, root: Path, mutant: Mutant) -> None:
    path = _path(copy, mutant)
    sound = _path(root, mutant).read_text(encoding="utf-8")
    _spoil(path, sound.replace(mutant.was, mutant.becomes))
    try:
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *TESTS],
            cwd=copy,
            env=os.environ | {"KRISAPP_PROGRAMS": "40", "CI": "1"},
            capture_output=True,
            timeout=600,
            check=False,
        )
    finally:
        _spoil(path, sound)
    assert run.returncode == 1, run.stdout.decode()[-2000:]
