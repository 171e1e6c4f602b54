"""Which channels can be chosen (P35), and the own page before what leans on it (P64)."""

import msgspec
import pytest

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.plan import Plan
from krisapp.domain.reaching.working import OWN_WEB, State, report
from krisapp.domain.release import Allowed, NeedsReason, decide
from krisapp.domain.words import Refused
from tests.domain.sitting import PLAN, Sitting


def without(channel: str, **fields: str) -> Plan:
    changed = tuple(msgspec.structs.replace(row, **fields) if row.id == channel else row for row in PLAN.channels)
    return msgspec.structs.replace(PLAN, channels=changed)


@pytest.mark.parametrize(("field", "reason"), [("owner", "ingen ansvarig"), ("verified", "aldrig provad")])
def test_p35_a_channel_without_owner_or_verified_date_cannot_be_chosen(field: str, reason: str) -> None:
    sitting = Sitting()
    sitting.approved("E1-C05.sv")
    sitting.incident.plan = without("C05", **{field: ""})

    assert "C05" not in {row.id for row in sitting.incident.plan.usable_channels()}
    refused = decide(sitting.incident, sitting.incident.message("E1-C05.sv"))
    assert isinstance(refused, Refused)
    assert reason in str(refused)
    sitting.do(draft(sitting.incident, "E2-C05.sv", "text", Stage.FIRST, edited=False))
    with pytest.raises(Refused, match=reason):
        approve(sitting.incident, "E2-C05.sv", Rendering("text", ()), "chef")


def test_p35_a_channel_the_plan_does_not_have_cannot_be_chosen() -> None:
    sitting = Sitting()
    sitting.do(draft(sitting.incident, "E1-C99.sv", "text", Stage.FIRST, edited=False))

    with pytest.raises(Refused, match="finns inte i planen"):
        approve(sitting.incident, "E1-C99.sv", Rendering("text", ()), "chef")


def internal_told() -> Sitting:
    sitting = Sitting()
    sitting.released("I1-C07.sv")
    sitting.released("I2-C06.sv")
    return sitting


def decided(sitting: Sitting, id: str) -> object:
    return decide(sitting.incident, sitting.incident.message(id))


def test_p64_a_notice_alone_is_not_the_own_page_while_the_web_works() -> None:
    sitting = internal_told()
    sitting.released("E1-C12.sv")
    sitting.approved("E1-C15.sv")

    found = decided(sitting, "E1-C15.sv")

    assert isinstance(found, NeedsReason)
    assert found.rules == ("P64",)
    assert "webbsidan" in found.sentence


@pytest.mark.parametrize("channel", ["C03", "C04", "C15", "C16"])
def test_p64_the_own_notice_is_the_own_page_when_the_web_is_down(channel: str) -> None:
    sitting = internal_told()
    sitting.do(report(sitting.incident, "", {OWN_WEB: State.DOWN}))
    sitting.approved(f"E1-{channel}.sv")

    found = decided(sitting, f"E1-{channel}.sv")
    assert isinstance(found, NeedsReason)
    assert "Anslaget" in found.sentence

    sitting.released("E1-C12.sv")
    assert decided(sitting, f"E1-{channel}.sv") == Allowed()


def test_p64_what_does_not_lean_on_the_own_page_need_not_wait_for_it() -> None:
    sitting = internal_told()
    sitting.approved("E1-C05.sv")

    assert decided(sitting, "E1-C05.sv") == Allowed()
