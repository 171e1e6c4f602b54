"""Ten documents against LibreOffice converting the same ten, and the binder of the whole plan (issue 5)."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from krisapp.documents.binder import binder_paper
from krisapp.documents.docx import paper_docx
from krisapp.documents.fact_sheet_paper import fact_sheet_paper
from krisapp.documents.log_paper import log_paper
from krisapp.documents.message_paper import message_paper
from krisapp.documents.paper import Paper
from krisapp.documents.pdf import compile_pdf
from krisapp.domain.profile import dress_of
from krisapp.store.sample import sample_incidents
from tests.bench.ratios import Row, tell
from tests.documents.office import converted
from tests.documents.sample_papers import Worked, plan, texts

TEN = 10
MOST_OF_OFFICE = 0.1
MOST_SECONDS = 2.0
MOST_RATIO = 5.0
"""The binder is told twice: its contents and its references need the pages it has."""

NOW = datetime(2027, 6, 11, 14, 10, tzinfo=UTC)


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _ten() -> list[Paper]:
    """Return the fact sheet, the log and eight texts of set 001: documents both can make."""
    worked = Worked(sample_incidents()[0])
    worked.work()
    incident = worked.incident
    longest = sorted(texts(worked), key=lambda told: len(told.text), reverse=True)[: TEN - 2]
    said = [message_paper(plan(), incident.id, told, exercise=False) for told in longest]
    return [fact_sheet_paper(incident, worked.now), log_paper(incident, worked.now), *said]


def _make_all(papers: list[Paper]) -> None:
    for paper in papers:
        paper.pdf()


def test_ten_documents_are_made_ten_times_faster_than_an_office_program_converts_them(tmp_path: Path) -> None:
    papers = _ten()
    assert len(papers) == TEN
    files = {f"{number}": paper_docx(paper, dress_of(plan())) for number, paper in enumerate(papers)}
    office = _seconds(partial(converted, files, tmp_path))
    # The first time, as for a person who makes them once: the engine has laid out none of them.
    compile_pdf("report", {"title": "x", "sender": ["x"], "date": "2027-06-11T14:10", "blocks": []})
    tell(Row("ten documents", _seconds(partial(_make_all, papers)), office, "LibreOffice, one run", MOST_OF_OFFICE))


def test_the_binder_of_the_whole_plan_is_made_in_two_seconds() -> None:
    paper = binder_paper(plan(), NOW)
    bare = {**paper.data, "refs": [], "blocks": [_plain(block) for block in paper.data["blocks"]]}  # type: ignore[attr-defined]  # a list of blocks
    compile_pdf("report", {"title": "x", "sender": ["x"], "date": "2027-06-11T14:10", "blocks": []})
    taken = [_seconds(binder_paper(plan(), NOW.replace(minute=minute)).pdf) for minute in (11, 12, 13)]
    floor = [_seconds(partial(compile_pdf, "report", bare | {"title": f"Pärm {number}"})) for number in range(3)]
    tell(Row("the whole binder", min(taken), min(floor), "its words as text", MOST_RATIO, MOST_SECONDS))


def _plain(block: dict[str, object]) -> dict[str, object]:
    """Return a block as plain text."""
    rows = block.get("rows")
    if isinstance(rows, list):
        return {"kind": "text", "text": "\n\n".join("  ".join(map(str, row)) for row in rows)}
    items = block.get("items")
    if isinstance(items, list):
        return {"kind": "text", "text": "\n\n".join(items)}
    return block if block["kind"] == "pagebreak" else {"kind": "text", "text": str(block.get("text", ""))}
