"""A message set holds the channels that can be chosen, and no other (P35)."""

from datetime import datetime, timedelta, timezone

from msgspec import structs

from krisapp.compose.message_set import message_set
from krisapp.domain.checks import Stage
from krisapp.domain.sheet import Sheet
from krisapp.store.sample import sample_plan

NOON = datetime(2027, 6, 11, 12, 0, tzinfo=timezone(timedelta(hours=2)))


def test_p35_a_set_leaves_out_a_channel_nobody_owns() -> None:
    plan = sample_plan()
    channels = tuple(structs.replace(row, owner="") if row.id == "C05" else row for row in plan.channels)
    sheet = Sheet(
        id="FLN-2027-001",
        type="power_outage",
        alarm_at=NOON,
        name="Elavbrott Bettna",
        level="N1",
        danger_to_life=False,
        places=("Bettna",),
        what_happened="Elen är borta i Bettna.",
        next_update=NOON + timedelta(hours=2),
    )

    whole = message_set(sheet, plan, Stage.FIRST, exercise=False, issued=NOON)
    less = message_set(sheet, structs.replace(plan, channels=channels), Stage.FIRST, exercise=False, issued=NOON)

    assert {text.channel for text in whole} - {text.channel for text in less} == {"C05"}
