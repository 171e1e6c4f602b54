"""C17 situation report to the county board: the blocks of domain handbook 3.9."""

from krisapp.channels.form import Channel, ReadingEase
from krisapp.channels.prose import finish_prose

SITUATION_REPORT = Channel(
    code="C17",
    name="Lägesrapport",
    finish=finish_prose,
    lix=ReadingEase(tip=45, warning=52),
)
