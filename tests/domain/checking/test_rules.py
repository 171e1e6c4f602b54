"""Every rule of the register has a text that fails it and a near text that passes, and each finding says why."""

from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.channels import CHANNELS, check_text
from krisapp.channels.check_lists import PLAIN_SWEDISH
from krisapp.domain.checking.by_line import ByLine
from krisapp.domain.checking.rules import RULES, name_of, rule_of
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.facts import Fact, SourceType, Status
from krisapp.domain.sheet import Affected, Sheet
from tests.domain.checking.situations import FREEDOM, ISSUED, WATER, WEB_TEXT, context_of, sheet_with
from tests.domain.language.golden import BUREAUCRATIC, SMS_A


class Pair(NamedTuple):
    """A text that fails a rule and one that passes; `sheet` is what differs from the incident of the tests.

    `where` is channel and audience. `passing` is the sheet of the text that passes, if that is what differs.
    """

    fails: str
    passes: str
    sheet: dict[str, Any] = {}  # noqa: RUF012 - never changed
    where: tuple[str, str] = ("C01", "E1")
    context: dict[str, Any] = {}  # noqa: RUF012
    passing: dict[str, Any] | None = None


def without(*parts: str) -> str:
    """Return the golden web text without the lines that hold a part."""
    return "\n".join(line for line in WEB_TEXT.split("\n") if not any(part in line for part in parts))


STAFF, PRESS, SMS = ("C06", "I2"), ("C08", "E5"), ("C05", "E1")
EIGHT = tuple(f"Koka vatten i gryta nummer {number}." for number in range(20, 28))
LATE = f"Flens kommun\n{'Vi arbetar med det. ' * 15}\n{WATER.headline}"
SWAPPED = "Kontakt\nRing oss.\nDet här gör vi\nVi spolar."
FAR = {"next_update": ISSUED + timedelta(hours=5)}
RIPE = {"facts_changed": ISSUED + timedelta(minutes=5)}
REFUTED = (Fact("F9", Status.REFUTED, "Skolorna stänger på måndag.", "skolchef", SourceType.OWN_SERVICE),)
TANK = (Fact("F2", Status.CONFIRMED, "En vattentank står vid Malmaskolan.", "VA-jour", SourceType.WATER_UTILITY),)

PAIRS: dict[str, Pair] = {
    "Q01": Pair("Ord " * 20 + "ord.", "Ord " * 19 + "ord."),
    "Q02": Pair("Ord " * 15 + "ord.", "Koka vattnet. " * 2),
    "Q03": Pair(f"{BUREAUCRATIC} {BUREAUCRATIC}", WEB_TEXT),
    "Q04": Pair("Vattnet ska kokas.", "Koka vattnet. Vattnet ska finnas här."),
    "Q05": Pair("Rådet gäller samtliga hushåll.", "Rådet gäller alla hushåll."),
    "Q06": Pair("Vi genomför en kontroll av vattnet.", "Vi kontrollerar vattnet. En kontroll är gjord."),
    "Q07": Pair("Det är stängt pga snön.", "Det är stängt på grund av snön."),
    "Q08": Pair("Vattnet ska kokas.", "Koka vattnet.", {"advice": ("Vattnet ska kokas.", "Koka vattnet.")}),
    "Q09": Pair(LATE, WEB_TEXT),
    "Q10": Pair("\n".join((WEB_TEXT, *EIGHT)), "\n".join((WEB_TEXT, *EIGHT[:7])), {"advice": EIGHT}),
    "Q11": Pair(
        "Tanken kommer. Skolan stänger. Bussen går. Färjan väntar.",
        "Tanken kommer. Skolan stänger. Bussen går.",
        {"key_messages": ("Tanken kommer.", "Skolan stänger.", "Bussen går.", "Färjan väntar.")},
    ),
    "Q12": Pair("Du får inte bada om du inte är frisk.", "Du får bada om du är frisk. Vi vet inte om sjön är ren."),
    "Q13": Pair("Trygghetspunkten öppnar.", "Trygghetspunkten är en plats där du får hjälp."),
    "Q20": Pair(without("18.00"), WEB_TEXT),
    "Q21": Pair(WEB_TEXT, f"{WEB_TEXT}\nÄr du inte på plats? Be någon spola kranen.", where=("C01", "E3")),
    "Q22": Pair(WEB_TEXT, WEB_TEXT, {"next_update": ISSUED}, passing={}),
    "Q23": Pair(WEB_TEXT, WEB_TEXT, FAR, passing={"next_update": ISSUED + timedelta(hours=4)}),
    "Q24": Pair(without("Flens kommun"), WEB_TEXT),
    "Q25": Pair(without("14.30"), WEB_TEXT),
    "Q26": Pair(WEB_TEXT, WEB_TEXT.replace("kl. 14.30", "kl. 14.35"), context=RIPE),
    "Q30": Pair("Vi öppnar i morgon.", "Vi öppnar i morgon, lördag 12 juni."),
    "Q31": Pair("Vi öppnar kl. 24.30.", "Vi öppnar kl. 23.59."),
    "Q32": Pair("Vi öppnar lördag 11 juni.", "Vi öppnar fredag 11 juni."),
    "Q33": Pair("Det är omkring 300.", "Det är omkring 300 meter. Ring 112. Åk väg 55."),
    "Q34": Pair(
        "Omkring 3 000 personer berörs.",
        "Omkring 2 000 personer berörs i 30 minuter.",
        {"affected": Affected(min=1900, max=2100)},
    ),
    "Q40": Pair(without("Vi förstår"), WEB_TEXT),
    "Q41": Pair(WEB_TEXT, WEB_TEXT, {"empathy": f"{WATER.empathy} Ja. Ja."}, passing={}),
    "Q42": Pair(without("Vi vet", "vet vi inte"), WEB_TEXT),
    "Q43": Pair(WEB_TEXT, WEB_TEXT, {"key_messages": ("ett " * 10, "två " * 10, "tre " * 10)}, passing={}),
    "Q44": Pair(WEB_TEXT, WEB_TEXT, {"key_messages": ("ett " * 10,)}, passing={"key_messages": ("ett " * 9,)}),
    "Q45": Pair("Vi berättar inom kort.", "Vi berättar inom kort, senast kl. 18.00."),
    "T1": Pair("Vi öppnar kl. 18:00.", "Vi öppnar kl. 18.00."),
    "T2": Pair("Vi öppnar 11/6-27.", "Vi öppnar fredag 11 juni 2027."),
    "T3": Pair("Öppet kl. 8-16.", "Öppet kl. 8–16."),
    "T4": Pair("Vi räknade 15,300 hushåll.", "Vi räknade 15 300 hushåll år 2027, 2,5 meter från 112."),
    "T5": Pair("Det är 2.5 km dit.", "Det är 2,5 km dit kl. 12.15."),
    "T6": Pair("Det gäller 25% av alla.", "Det gäller 25 procent av alla."),
    "T7": Pair("Ring 0846500410.", "Ring 08-465 004 10."),
    "T8": Pair("Det är 30°C här, 2km bort.", "Det är 30 grader här, 2 km bort."),
    "F1": Pair("Endast talespersonen får uttala sig.", FREEDOM),
    "F2": Pair("Anna Exempel är skadad.", "En person är skadad. Rektor Anna Exempel säger att ingen är sjuk."),
    "F3": Pair("Eleverna är inlåsta i sina klassrum.", "Dörrarna på övriga skolor är låsta."),
    "F4": Pair("Det är troligen sabotage.", "Det är sabotage, enligt polisen."),
    "F5": Pair("Det finns ingen anledning till oro.", "Vi vet inte när branden är under kontroll."),
    "F6": Pair("Undvik panik.", "Gå lugnt ut."),
    "F7": Pair("Inga kommentarer.", "Det kan jag inte svara på, därför att polisen utreder."),
    "F8": Pair("Invånarna borde ha läst.", "Du borde få vatten i dag."),
    "F9": Pair(f"Nej, vattnet är inte giftigt\n{WEB_TEXT}", WEB_TEXT),
    "F10": Pair(f"{SMS_A} flen.se", SMS_A, where=SMS),
    "F11": Pair("Det här är ett VMA.", "Det här är information från kommunen."),
    "F12": Pair(f"ÖVNING\n{WEB_TEXT}", f"Det här är ingen övning.\n{WEB_TEXT}"),
    "F13": Pair("Koka VATTNET!", "Hej! Koka vattnet. Ring 112."),
    "F14": Pair("Koka vattnet 🚱", "Koka vattnet"),
    "F15": Pair("Två utländska män misstänks.", "Två personer misstänks. Information finns på arabiska."),
    "S1": Pair("Ring 811218-9876.", "Ring 811218-9875."),
    "S2": Pair("Ring 070-174 06 99.", "Ring 070-174 06 05 eller 112. Vi öppnar 2027-06-11."),
    "S3": Pair("Fråga Anna Exempel.", "Fråga Sörmland Vatten i Malmköping. Ring Polisen."),
    "S4": Pair("En boende på Heden är sjuk.", "Du kan bli sjuk. Vi ringer till alla äldreboenden."),
    "S5": Pair("Branden är på Storgatan 12.", "Branden är på Storgatan, 12 meter från torget."),
    "S6": Pair("Reservkraften räcker i fyra timmar.", "Bettna skola har värme och är öppen i fyra timmar."),
    "S7": Pair("En person är gripen.", "En person är gripen, enligt polisen."),
    "S8": Pair(f"{WEB_TEXT}\n\nTvå boende på ett äldreboende har kräkts.", f"{WEB_TEXT}\n\nTvå tankar står på torget."),
    "S9": Pair("Elever i klass 7B är skadade.", "Klass 7B hämtas kl. 14."),
    "P13": Pair("Det är inte kommunens fel.", "Kommunen och Sörmland Vatten lagar felet."),
    "P14": Pair(without("kontaktcenter"), WEB_TEXT, where=STAFF),
    "P23": Pair(without("kontaktcenter"), WEB_TEXT),
    "P24": Pair(WEB_TEXT, WEB_TEXT, {"key_messages": ("a", "b", "c", "d")}, passing={"key_messages": ("a", "b", "c")}),
    "P29": Pair(
        "En vattentank står vid Malmaskolan.",
        "Koka vattnet.",
        {"facts": TANK},
        ("C08", "E5"),
        {"residents": "Koka vattnet i Malmköping."},
    ),
    "P32": Pair(SWAPPED, "Det här gör vi\nVi spolar.\nKontakt\nRing oss."),
    "P34": Pair(f"{WEB_TEXT}\n\nSkolorna stänger på måndag.", WEB_TEXT, {"facts": REFUTED}),
    "P40": Pair("Flens kommun: Vi arbetar.", SMS_A, where=SMS),
    "P42": Pair(WEB_TEXT, WEB_TEXT, {"type": "school_threat"}, passing={}),
    "P46": Pair(WEB_TEXT, f"{WEB_TEXT}\nPresskontakt: 070-174 06 05, dygnet runt", where=PRESS),
    "P48": Pair(WEB_TEXT, f"{WEB_TEXT}\n{FREEDOM}", where=STAFF),
    "P63": Pair(f"{WEB_TEXT}\n{FREEDOM}", f"{WEB_TEXT}\n{FREEDOM}\nDin chef berättar om din arbetstid.", where=STAFF),
}


def _found(id: str, text: str, pair: Pair, sheet: dict[str, Any]) -> list[Finding]:
    told = {"telephones": ("08-465 004 10",), "names": ("Malmköping", "Malmaskolan"), **pair.context}
    context = context_of(*pair.where, **told)
    return [one for one in check_text(text, sheet_with(**sheet), context) if one.rule == id]


every_rule = pytest.mark.parametrize("id", [rule.id for rule in RULES])


def test_every_rule_has_its_pair_and_every_pair_its_rule() -> None:
    assert [rule.id for rule in RULES] == list(PAIRS)


def test_the_register_has_every_number_of_the_chapter() -> None:
    numbered = [
        *(f"Q{number:02}" for number in (*range(1, 14), *range(20, 27), *range(30, 35), *range(40, 46))),
        *(f"F{number}" for number in range(1, 16)),
        *(f"S{number}" for number in range(1, 10)),
    ]
    policy = {"P13", "P22", "P23", "P24", "P25", "P29", "P32", "P40", "P42", "P46", "P48", "P63"}
    acting = {rule.id for rule in RULES} | {rule for one in RULES for rule in one.serves}

    assert {rule.id for rule in RULES} >= set(numbered)
    assert acting >= policy
    assert len(numbered) + len(policy) == 67


@every_rule
def test_a_text_that_breaks_the_rule_is_found(id: str) -> None:
    pair, rule = PAIRS[id], rule_of(id)
    findings = _found(id, pair.fails, pair, pair.sheet)

    assert rule is not None
    assert findings
    ranks = list(Severity)
    for finding in findings:
        assert ranks.index(finding.severity) >= ranks.index(rule.severity)
        assert finding.text.endswith((".", "?"))
        assert finding.suggestion or finding.replacement is not None
        assert 0 <= finding.span[0] <= finding.span[1] <= len(pair.fails)


@every_rule
def test_a_near_text_that_keeps_it_is_not(id: str) -> None:
    pair = PAIRS[id]

    assert _found(id, pair.passes, pair, pair.sheet if pair.passing is None else pair.passing) == []


@every_rule
def test_what_the_register_names_is_what_finds_the_rule(id: str) -> None:
    pair, rule = PAIRS[id], rule_of(id)
    context = context_of(*pair.where, telephones=("08-465 004 10",), **pair.context)

    assert rule is not None
    assert id in {one.rule for one in rule.check(pair.fails, sheet_with(**pair.sheet), context)}
    assert name_of(id) == rule.name


@every_rule
def test_a_replacement_mends_what_was_found(id: str) -> None:
    pair = PAIRS[id]
    text = pair.fails
    findings = [one for one in _found(id, text, pair, pair.sheet) if one.replacement is not None]
    for finding in sorted(findings, key=lambda one: one.span, reverse=True):
        assert finding.replacement is not None
        text = text[: finding.span[0]] + finding.replacement + text[finding.span[1] :]
    if findings:
        assert _found(id, text, pair, pair.sheet) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Öppet kl. 18:00.", "Öppet kl. 18.00."),
        ("Öppet kl 18.", "Öppet kl. 18."),
        ("Öppet kl. 8.00.", "Öppet kl. 08.00."),
        ("Öppet 6 pm.", "Öppet kl. 18.00."),
        ("Öppet 11/6-27.", "Öppet fredag 11 juni 2027."),
        ("Öppet fredag 11/6.", "Öppet fredag 11 juni."),
        ("Öppet kl. 8.00 till 16.00.", "Öppet kl. 8–16."),
        ("Det är 15300 kr.", "Det är 15\u202f300 kr."),
        ("Det är 2300 kunder.", "Det är 2\u202f300 kunder."),
        ("Det är 2.5 km.", "Det är 2,5 km."),
        ("Det är 25%.", "Det är 25 procent."),
        ("Det är 30°C.", "Det är 30 grader."),
        ("Det är 300m.", "Det är 300 meter."),
        ("Ring 0157430000.", "Ring 0157-43 00 00."),
        ("Ring +46701740605.", "Ring 070-174 06 05."),
        ("Samtliga erhöll vatten.", "Alla fick vatten."),
        ("Vi genomförde en kontroll av kranen.", "Vi kontrollerade kranen."),
    ],
)
def test_one_click_writes_it_as_it_should_be(text: str, right: str) -> None:
    findings = [one for one in check_text(text, None, context_of("C01")) if one.replacement is not None]
    for finding in sorted(findings, key=lambda one: one.span, reverse=True):
        assert finding.replacement is not None
        text = text[: finding.span[0]] + finding.replacement + text[finding.span[1] :]

    assert text == right


def test_a_text_message_keeps_its_short_forms() -> None:
    rules = {one.rule for one in check_text("Flens kommun: Öppet onsdag 3/11 kl. 8-16.", None, context_of("C05"))}

    assert not rules & {"T1", "T2", "T3"}


LINES = (
    [pair.fails for pair in PAIRS.values()] + [pair.passes for pair in PAIRS.values()] + ["", " ", "kl", "väg", "- "]
)


@given(st.lists(st.sampled_from(LINES), max_size=4).map("\n".join), st.sampled_from(["C01", "C05"]))
def test_a_check_by_line_finds_what_it_finds_in_the_whole_text(text: str, code: str) -> None:
    context = context_of(code, telephones=("08-465 004 10",))
    for check in PLAIN_SWEDISH:
        if isinstance(check, ByLine):
            for one in check.checks:
                assert _sorted(ByLine(one)(text, WATER, context)) == _sorted(one(text, WATER, context)), one


def test_a_line_checked_for_one_reader_is_checked_anew_for_another() -> None:
    text = "Det här är ett VMA. Ring 070-174 06 99. Fråga Anna Exempel."
    sheets: list[Sheet | None] = [WATER, None, sheet_with(contact={"public": "070-174 06 99"})]
    contexts: list[Context] = [context_of("C01"), context_of("C01", "I2"), context_of("C01", names=("Anna Exempel",))]
    for sheet in sheets * 2:
        for context in contexts:
            rules = {one.rule for one in check_text(text, sheet, context)}
            assert ("F11" in rules) is context.external
            assert ("S3" in rules) is (not context.names)
            assert ("S2" in rules) is (sheet is not sheets[2])


def test_every_finding_of_a_channel_has_a_name() -> None:
    assert {name_of(known.code) for known in CHANNELS} == {"Kanalens egna gränser"}
    assert name_of("X1") == "X1"
    assert rule_of("C05") is None


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda one: (one.span, one.rule, one.text))
