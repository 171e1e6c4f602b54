"""Every template and type file holds, in every cell, stage and type; and a broken one says where it is broken."""

import msgspec
import pytest
import yaml

from krisapp.compose.phrases import Bank, Standard, bank_of, phrases_of, types_of
from krisapp.compose.template_fault import TemplateFault
from krisapp.compose.writing import read, source_for, writer_for
from krisapp.domain.checks import Stage
from krisapp.domain.matrix import every_cell
from krisapp.domain.plan_rows import Template
from tests.compose.written import issued, plan, sheet

TEMPLATES = {template.id: template.text for template in plan().templates}


def with_file(id: str, text: str) -> dict[str, str]:
    return {**TEMPLATES, id: text}


def test_there_is_a_file_for_each_of_the_thirteen_types() -> None:
    assert set(types_of(TEMPLATES)) == {row.id for row in plan().types}


@pytest.mark.parametrize("type", [row.id for row in plan().types])
def test_every_source_can_be_read_in_every_cell_and_stage(type: str) -> None:
    for stage in Stage:
        for audience, channel in every_cell(plan()):
            source = source_for(plan(), type, audience, channel, stage)
            assert read(source), (audience, channel, stage)
            assert "<%" not in source and "<<" not in source


@pytest.mark.parametrize("type", [row.id for row in plan().types])
def test_a_type_has_words_of_its_own_for_everybody(type: str) -> None:
    phrases = phrases_of(TEMPLATES, type)
    for name in (
        "business",
        "away",
        "staff",
        "elected",
        "partners",
        "outside",
        "questions",
        "easy",
        "english",
        "after",
    ):
        assert getattr(phrases, name), name
    assert len(phrases.prefill.advice) >= 3
    assert len(phrases.prefill.advice) <= 7
    assert len(phrases.prefill.do_not) <= 3
    assert phrases.about and phrases.over and phrases.prefill.staff_impact


def test_a_short_text_of_a_type_fits_beside_a_headline() -> None:
    for type in types_of(TEMPLATES):
        phrases = phrases_of(TEMPLATES, type)
        for name in ("business_sms", "away_sms", "staff_sms", "after_sms"):
            assert len(getattr(phrases, name)) <= 70, (type, name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("naam: fel", "form"),
        ("business: en rad", r"\.business"),
        ("name: [", "YAML"),
        ("a: &b [1]\nc: *b", "Hänvisningar"),
        ("name: !!python/object/apply:os.system [id]", "YAML"),
        ("x" * 50_000, "för stor"),
        ("[" * 5_000, "YAML"),
        ("name: \x00", "YAML"),
    ],
)
def test_a_broken_type_file_is_named_with_why(text: str, told: str) -> None:
    with pytest.raises(TemplateFault, match=told) as raised:
        phrases_of(with_file("types/snow.yaml", text), "snow")
    assert "types/snow.yaml" in str(raised.value)


def test_a_type_without_a_file_is_written_with_the_common_phrases() -> None:
    assert phrases_of(TEMPLATES, "meteor") == phrases_of(TEMPLATES, "other")


def test_a_phrase_that_uses_what_it_gives_is_refused() -> None:
    file = "over: Det är {{ ended }}."
    broken = msgspec.structs.replace(plan(), templates=(*plan().templates, Template(id="types/loop.yaml", text=file)))
    known = msgspec.structs.replace(sheet("001"), type="loop", outcome="")
    writer = writer_for(broken)
    context = writer.context("E1", "C05", Stage.FINAL, exercise=False, issued=issued(known))
    with pytest.raises(TemplateFault, match="som frasen själv ger"):
        writer.write("{{ ended }}", known, context)


def test_a_missing_template_names_the_nearest() -> None:
    fewer = tuple(template for template in plan().templates if template.id != "blocks/advice.j2")
    broken = msgspec.structs.replace(plan(), templates=fewer)
    with pytest.raises(TemplateFault, match=r"blocks/residents\.j2, rad \d+: Mallen blocks/advice\.j2 finns inte"):
        source_for(broken, "snow", "E1", "C01", Stage.FIRST)


def test_the_bank_knows_advice_by_its_words_and_never_turns_a_denial() -> None:
    bank = bank_of(TEMPLATES)
    boil = bank.find("Koka kranvattnet i Malmköping innan du dricker det.")
    never = bank.find("Drick inte kranvattnet.")
    assert boil and boil.english == ("Boil the tap water before you drink it or cook with it.",)
    assert never and never.english == ("Do not drink the tap water.",)
    assert bank.find("Elefanter får inte komma in.") is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Drick vatten ofta, också om du inte är törstig.", "Drink water often."),
        ("Drick inte kranvattnet.", "Do not drink the tap water."),
        ("Undvik att dricka kranvattnet.", "Do not drink the tap water."),
        ("Drick inte vattnet om det inte är kokt.", "Do not drink the tap water."),
        ("Koka vattnet om du inte har egen brunn.", "Boil the tap water before you drink it or cook with it."),
        ("Koka vatten ur brunn som har stått under vatten.", "Boil water from private wells before you drink it."),
        ("Om du bor i Flen, koka vattnet.", "Boil the tap water before you drink it or cook with it."),
        ("Ring 112 om någon har svårt att andas.", "Call 112 if anyone finds it hard to breathe."),
        (
            "Ring 112 om ditt trygghetslarm inte svarar.",
            "Call 112 if your care alarm does not answer and you need urgent help.",
        ),
        ("Sluta koka vattnet.", ""),
        ("Du behöver inte koka vattnet längre.", ""),
        ("Du kan dricka kranvattnet utan att koka det.", ""),
        ("Du får lämna huset igen.", ""),
        ("Trygghetspunkten i Bettna är stängd.", ""),
        ("Brandstationen är stängd.", ""),
        ("Inga skolskjutsar är inställda.", ""),
        ("Skolskjutsarna är inställda.", "School transport is cancelled."),
    ],
)
def test_the_bank_says_what_the_text_says_or_nothing(text: str, english: str) -> None:
    standard = bank_of(TEMPLATES).find(text)
    assert (standard.english[0] if standard and standard.english else "") == english


def test_a_denial_in_the_bank_needs_a_denial_in_the_text() -> None:
    bank = Bank(
        (Standard(match="inte dusch", english=("Do not shower.",)), Standard(match="dusch", english=("Shower.",)))
    )
    assert (bank.find("Duscha inte."), bank.find("Duscha gärna.")) == (
        Standard(match="inte dusch", english=("Do not shower.",)),
        Standard(match="dusch", english=("Shower.",)),
    )


def test_easy_lines_of_the_bank_are_short() -> None:
    entries = msgspec.convert(yaml.safe_load(TEMPLATES["phrases/advice.yaml"]), list[Standard])
    assert len(entries) >= 80
    assert all(len(line) <= 60 for entry in entries for line in entry.easy)
