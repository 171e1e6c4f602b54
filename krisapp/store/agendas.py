"""Reading the agendas of meetings (dagordningar) from the program's own readable file."""

from functools import cache

from krisapp.domain.leading.meeting.agendas import Agenda
from krisapp.store.fitting import fit
from krisapp.store.resources import resource
from krisapp.store.yaml_reading import read_yaml


@cache
def agendas() -> tuple[Agenda, ...]:
    """Return the agendas in the order they are offered. Raises `BadInput` if somebody has broken the file."""
    path = resource("resources", "meetings", "agendas.yaml")
    value, locate = read_yaml(path)
    return fit(value, tuple[Agenda, ...], path, locate)
