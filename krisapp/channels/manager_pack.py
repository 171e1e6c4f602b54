"""C22 manager pack (chefsunderlag): situation, say this, answer so, do this, within 150 words (rule P52)."""

from krisapp.channels.form import Channel, Limits, ReadingEase
from krisapp.channels.prose import finish_prose

MANAGER_PACK = Channel(
    code="C22",
    name="Chefsunderlag",
    finish=finish_prose,
    limits=Limits(words=150),
    lix=ReadingEase(tip=45, warning=52),
)
