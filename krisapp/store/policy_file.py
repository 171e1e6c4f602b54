"""The policy's rules from the program's own readable file."""

from functools import cache

from krisapp.domain.policy_rules import PolicyRule
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml


@cache
def policy_rules() -> tuple[PolicyRule, ...]:
    """Return the 65 rules in the policy's order. Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "policy", "rules.yaml")
    value, locate = read_yaml(path)
    return fit(value, tuple[PolicyRule, ...], path, locate)
