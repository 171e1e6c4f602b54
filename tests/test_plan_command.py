"""krisapp plan: out as a package, compared in words, in whole or in parts, and a hostile one changes nothing."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from krisapp.cli import run
from krisapp.commands.answers import CANNOT_ASK, NO, YES
from krisapp.domain.plan_rows import Template
from krisapp.domain.planning.plan_changing import with_row
from krisapp.domain.planning.plan_form_rows import LEVEL, ROLE
from krisapp.domain.planning.plan_forms import row_of
from krisapp.store.plan.plan_package import export_plan, open_package
from krisapp.store.plan.plan_store import PlanStore
from krisapp.store.sample import sample_plan


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a data folder of its own."""
    monkeypatch.setenv("KRISAPP_FOLDER", str(tmp_path / "krisapp"))
    return tmp_path


def changed(folder: Path) -> Path:
    """Give a package in which a level and a role are other than here."""
    plan = sample_plan()
    plan, _id = with_row(plan, LEVEL, row_of(plan, LEVEL, "N1"), {"criteria": "Annat"})
    plan, _id = with_row(plan, ROLE, row_of(plan, ROLE, "RED"), {"tasks": "Skriver"})
    export_plan(plan, folder / "annan.zip")
    return folder / "annan.zip"


def here(folder: Path) -> PlanStore:
    return PlanStore.open(folder / "krisapp" / "plan.db")


def test_the_plan_is_compared_in_words_and_answers_no_when_it_differs(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", "export", str(folder / "lika.zip")]) == YES
    capsys.readouterr()
    assert run(["plan", "compare", str(folder / "lika.zip")]) == YES
    assert capsys.readouterr().out == "0 skillnader.\n"

    assert run(["plan", "compare", str(changed(folder))]) == NO
    assert capsys.readouterr().out.splitlines() == [
        "Roll RED Redaktör, kommunikatör: ändrad (Uppgifter)",
        "Nivå N1 Bevakningsläge: ändrad (När nivån gäller)",
        "2 skillnader.",
    ]


def test_a_part_of_a_package_is_taken_in_and_the_rest_is_left(folder: Path) -> None:
    assert run(["plan", "import", str(changed(folder)), "--only", "roll, kanal"]) == YES
    store = here(folder)

    assert row_of(store.plan(), ROLE, "RED").tasks == "Skriver"
    assert row_of(store.plan(), LEVEL, "N1").criteria != "Annat"
    assert [edit.kind for edit in store.history()] == ["plan"]
    store.close()


def test_an_unknown_kind_is_refused_with_those_there_are(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["plan", "import", str(changed(folder)), "--only", "sak"]) == CANNOT_ASK
    assert "sak är inget slag. Välj bland kapitel," in capsys.readouterr().err


def test_an_adopted_version_is_carried_to_another_workplace_and_is_adopted_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["plan", "import", str(changed(folder))]) == YES
    target = folder / "antagen.zip"
    assert run(["plan", "export", str(target), "--version", "Flen 2026-1"]) == YES
    assert open_package(target).adopted
    assert run(["plan", "export", str(folder / "x.zip"), "--version", "Borta"]) == CANNOT_ASK

    monkeypatch.setenv("KRISAPP_FOLDER", str(folder / "annan"))
    assert run(["plan", "import", str(target)]) == YES
    capsys.readouterr()
    assert run(["plan", "versions"]) == YES
    assert capsys.readouterr().out.startswith("Flen 2026-1: antagen 2026-02-16")


def test_a_template_in_a_package_that_reaches_for_the_machine_stops_it_all(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = sample_plan()
    evil = replace(plan, templates=(*plan.templates, Template(id="x.j2", text="{{ ''.__class__ }}")))
    export_plan(evil, folder / "elak.zip")

    assert run(["plan", "import", str(folder / "elak.zip")]) == CANNOT_ASK
    assert "Mallen x.j2, rad 1" in capsys.readouterr().err
    assert not (folder / "krisapp" / "plan.db").exists()
