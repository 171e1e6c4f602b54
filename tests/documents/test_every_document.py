"""Every document of every invented incident is made, and holds what a screen reader and an archive need of it."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from krisapp.store.sample import sample_incidents
from tests.documents.accessible import faults
from tests.documents.reading import pages, words
from tests.documents.sample_papers import of_the_plan, papers

INCIDENTS = sample_incidents()
NOW = datetime(2027, 6, 11, 14, 10, tzinfo=UTC)


def with_faults(made: dict[str, bytes]) -> dict[str, list[str]]:
    """Return the faults of each document that has any."""
    return {name: found for name, pdf in made.items() if (found := faults(pdf))}


@pytest.mark.parametrize("path", INCIDENTS, ids=lambda path: path.stem[-3:])
def test_every_document_of_an_incident_can_be_read_out_and_kept(path: Path) -> None:
    made = {name: make() for name, make in papers(path).items()}

    assert len(made) > 30
    assert with_faults(made) == {}


@pytest.mark.parametrize("path", INCIDENTS[2:3], ids=lambda path: path.stem[-3:])
def test_p62_every_document_of_an_exercise_says_so_first_last_and_on_every_page(path: Path) -> None:
    made = {name: make() for name, make in papers(path, exercise=True).items()}
    # The word across the page is no part of what is read: it breaks nothing.
    assert with_faults(made) == {}
    for name, paper in made.items():
        found = pages(paper)

        assert found[0].startswith("ÖVNING"), name
        assert all("ÖVNING" in page for page in found), name
        # The last thing on the last page before its foot is the mark.
        assert "ÖVNING – ÖVNING – ÖVNING" in found[-1], name


def test_every_document_of_the_plan_can_be_read_out_and_kept() -> None:
    assert with_faults({name: make() for name, make in of_the_plan(NOW).items()}) == {}


def test_another_program_finds_the_documents_sound_and_reads_them_in_order(tmp_path: Path) -> None:
    made = papers(INCIDENTS[1])
    for name in ("fact sheet", "log", "text E5-C08.sv"):
        paper = tmp_path / f"{name}.pdf"
        paper.write_bytes(made[name]())
        subprocess.run(["qpdf", "--check", paper], check=True, capture_output=True)
        told = subprocess.run(["pdffonts", paper], check=True, capture_output=True, encoding="utf-8").stdout
        assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in told.splitlines()[2:]), told
    told = subprocess.run(["pdftotext", paper, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    said = ["Flens kommun", "Pressmeddelande från Flens kommun", "Det här vet vi", "Presskontakt", "Nästa besked"]
    places = [told.index(one) for one in said]
    assert places == sorted(places)


def test_the_binder_has_contents_that_lead_to_each_checklist_and_tells_its_page() -> None:
    pdf = of_the_plan(NOW)["binder"]()
    found = pages(pdf)
    told = " ".join(" ".join(found).split())

    page = next(at for at, one in enumerate(found, 1) if "K03-01" in one)
    assert "K03 Första timmen – kommunikation" in found[page - 1]
    assert f"K03 (s. {page})" in told
    assert "K03 (s. " not in " ".join(found[page - 1].split())
    assert "Innehåll" in found[0]


def test_a_draft_says_that_it_is_one_and_a_text_that_is_out_does_not() -> None:
    made = papers(INCIDENTS[0])
    draft = next(name for name in made if "C07" in name)

    assert "UTKAST" in words(made[draft]())
    assert "UTKAST" not in words(made["text E5-C08.sv"]())


def test_p36_every_document_begins_with_the_sender() -> None:
    for name, make in papers(INCIDENTS[0]).items():
        assert pages(make())[0].startswith("Flens kommun"), name


def test_no_page_of_a_text_has_its_signature_alone() -> None:
    for path in INCIDENTS:
        for name, make in papers(path).items():
            if name.startswith("text E5-C08"):
                last = pages(make())[-1]
                assert "Nästa besked" in last, (path.stem, last)
