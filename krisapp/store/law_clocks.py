"""Reading the clocks that law starts (lagens klockor) from the program's own readable file."""

from functools import cache

from krisapp.domain.leading.law.legal_clocks import ClockRule
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml


@cache
def law_clocks() -> tuple[ClockRule, ...]:
    """Return the eight clocks in the order they are offered. Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "law", "clocks.yaml")
    value, locate = read_yaml(path)
    return fit(value, tuple[ClockRule, ...], path, locate)
