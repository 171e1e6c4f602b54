"""Every kind of event is found by its name alone, in the one module its first word names."""

import importlib
import pkgutil
import subprocess
import sys

import pytest

import krisapp.domain
from krisapp.domain.events import KINDS
from krisapp.domain.kinds import HOMES


def _modules() -> list[str]:
    found = pkgutil.walk_packages(krisapp.domain.__path__, "krisapp.domain.")
    return [one.name for one in found if not one.ispkg]


def test_every_kind_of_event_lives_where_its_first_word_says() -> None:
    for name in _modules():
        importlib.import_module(name)
    ours = {kind: one for kind, one in KINDS.items() if one.__module__.startswith("krisapp.")}
    homes = {kind: one.__module__.removeprefix("krisapp.domain.") for kind, one in ours.items()}
    assert {kind for kind, home in homes.items() if home not in HOMES.get(kind.partition(".")[0], ())} == set()


@pytest.mark.parametrize("family", sorted(HOMES))
def test_a_journal_brings_in_the_module_of_what_it_holds(family: str) -> None:
    asks = f"""
from krisapp.domain.events import KINDS, from_body
from_body("{family}.unheard of", b"{{}}")
assert any(kind.startswith("{family}.") for kind in KINDS), sorted(KINDS)
"""
    subprocess.run([sys.executable, "-c", asks], check=True, timeout=60)
