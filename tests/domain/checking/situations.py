"""One incident and its circumstances, as the tests of checks use it: the drinking water of domain handbook 7.9."""

from datetime import datetime
from typing import Any

import msgspec

from krisapp.channels import channel, check_text
from krisapp.domain.checks import Context, Finding, Stage
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.sheet import OthersAction, Sheet
from tests.domain.language.golden import WEB_A

ISSUED = datetime.fromisoformat("2027-06-11T14:30+02:00")

WATER = Sheet(
    id="FLN-2027-001",
    name="Dricksvatten Malmköping",
    type="drinking_water",
    alarm_at=datetime.fromisoformat("2027-06-11T13:10+02:00"),
    level="N2",
    danger_to_life=True,
    area="Tätorten Malmköping.",
    places=("Malmköping",),
    headline="Koka kranvattnet i Malmköping innan du dricker det eller lagar mat med det.",
    what_happened="Ett vanligt prov visar tecken på bakterier i kranvattnet i Malmköping. Vi vet ännu inte varför.",
    facts=(
        Fact("F1", Status.CONFIRMED, "Provet visar tecken på bakterier.", "VA-jour", SourceType.WATER_UTILITY),
        Fact("F6", Status.UNCONFIRMED, "Ett rör kan ha skadats vid ett grävarbete."),
        Fact(
            "F7",
            Status.UNCONFIRMED,
            "Två boende på ett äldreboende har kräkts.",
            secret=True,
            legal_ground="OSL 26:1",
        ),
        Fact("F8", Status.RUMOUR, "Vattnet är giftigt i hela Flen."),
        Fact("F9", Status.REFUTED, "Skolorna stänger på måndag.", "skolchef", SourceType.OWN_SERVICE),
    ),
    unknowns=("Vi vet inte var bakterierna kommer ifrån.", "Vi vet inte hur länge du behöver koka vattnet."),
    our_actions=("Vi ställer ut dricksvatten i tank.", "Vi ringer till äldreboenden, förskolor och skolkök."),
    others_actions=(OthersAction(actor="Sörmland Vatten", action="Tar nya prover och spolar ledningarna."),),
    advice=(
        "Koka upp vattnet tills det bubblar kraftigt.",
        "Använd kokt vatten när du dricker, lagar mat, borstar tänderna och gör is.",
        "Duscha, tvätta och diska som vanligt.",
    ),
    do_not=("Låt inte små barn svälja duschvatten.",),
    empathy="Vi förstår att det här ställer till det för dig som bor i Malmköping.",
    contact={"public": "08-465 004 10, kl. 8–22", "media": "070-174 06 05, dygnet runt"},
    next_update=datetime.fromisoformat("2027-06-11T18:00+02:00"),
    coordinated_with=("Sörmland Vatten",),
    key_messages=("Koka kranvattnet i Malmköping.",),
)

WEB_TEXT = f"Flens kommun\n{WEB_A}"
"""The golden web text with its sender: nothing is wrong with it."""

FREEDOM = (
    "Talespersonen talar för kommunen. Det ändrar inte din rätt att själv lämna uppgifter till medier. "
    "Ingen får ta reda på vem som har gjort det."
)


def context_of(code: str, audience: str = "E1", stage: Stage = Stage.FIRST, **more: Any) -> Context:
    """Return the circumstances of a text in a channel."""
    told: dict[str, Any] = {"exercise": False, "issued": ISSUED, "language": channel(code).language, **more}
    return Context(audience=audience, channel=code, stage=stage, **told)


def sheet_with(**changed: Any) -> Sheet:
    """Return the incident with some fields changed."""
    return msgspec.structs.replace(WATER, **changed)


def found(text: str, context: Context, sheet: Sheet | None = WATER) -> list[str]:
    """Return the rules of the findings of a text, with their severity: "S8 stop"."""
    return [f"{finding.rule} {finding.severity}" for finding in check_text(text, sheet, context)]


def finding_of(rule: str, text: str, context: Context, sheet: Sheet | None = WATER) -> Finding:
    """Return the one finding of a rule."""
    (only,) = [finding for finding in check_text(text, sheet, context) if finding.rule == rule]
    return only
