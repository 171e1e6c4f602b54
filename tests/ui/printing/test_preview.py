"""A paper is looked at, printed on a real queue, and saved, all from the keyboard and without a stall."""

import io
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL.Image import Image
from PIL.Image import open as open_image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from krisapp.documents.paper import Paper
from krisapp.documents.poster import Poster, poster_paper
from krisapp.documents.poster import Size as PaperSize
from krisapp.domain.profile import dress_of
from krisapp.domain.words import N_, Refused
from krisapp.ui.printing.order import PPI
from krisapp.ui.printing.preview import Preview
from krisapp.ui.stall import StallMeter
from tests.ui.printing.cups import CLOSED, QUEUE, SMALL, Cups

LONGEST_STALL = 100
PATIENCE = 20_000


def paper(pages: int = 3, *, landscape: bool = False, exercise: bool = True) -> Paper:
    blocks: list[dict[str, Any]] = [{"kind": "text", "text": "Koka vattnet i hela Flen."}]
    blocks += [{"kind": "pagebreak"}, {"kind": "text", "text": "Nästa besked kl. 18.00."}] * (pages - 1)
    content = {
        "title": "Lägesrapport 4",
        "sender": ["Flens kommun", "Kommunikation"],
        "date": "2027-06-11T14:10",
        "exercise": exercise,
        "landscape": landscape,
        "blocks": blocks,
    }
    return Paper(title="Lägesrapport 4", file_name="lägesrapport 4.pdf", data=content)


def pictures(printed: bytes) -> list[Image]:
    """Return the picture that fills each page of what the printer got."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        found = []
        for page in pdf.pages:
            (picture,) = page.get_images().values()
            assert isinstance(picture, pikepdf.Stream)
            found.append(pikepdf.PdfImage(picture).as_pil_image())
        return found


def sharpness(printed: bytes) -> list[int]:
    """Return how many points to the inch each page has on the paper, as another program reads it."""
    said = subprocess.run(["pdfimages", "-list", "-"], input=printed, capture_output=True, check=True).stdout.decode()
    return [int(line.split()[12]) for line in said.splitlines()[2:]]


def opened(qtbot: QtBot, home: QWidget, shown: Paper, before: Any = None) -> Preview:
    preview = Preview(shown, home, before)
    qtbot.addWidget(preview)
    preview.open()
    qtbot.waitUntil(lambda: preview.ready and bool(preview.printer.key), timeout=PATIENCE)
    return preview


def gone(qtbot: QtBot, preview: Preview) -> None:
    qtbot.waitUntil(lambda: not preview.isVisible(), timeout=PATIENCE)


def test_a_paper_is_printed_on_the_queue_from_the_keyboard_without_a_stall(
    qtbot: QtBot, home: QWidget, cups: Cups
) -> None:
    before = len(cups.tickets())
    meter = StallMeter(home)
    preview = opened(qtbot, home, paper())
    assert preview.printer.key == QUEUE  # the system's own choice
    preview.sides.choose("long")
    preview.copies.setText("2")
    meter.start()

    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, preview)

    assert meter.stop() < LONGEST_STALL
    printed = pictures(cups.printed(before + 1))
    assert [page.size for page in printed] == [(round(210 / 25.4 * PPI), round(297 / 25.4 * PPI))] * 3
    ticket = cups.tickets()[-1]
    assert "Lägesrapport 4".encode() in ticket
    assert b"two-sided-long-edge" in ticket
    assert b"copies\x00\x04\x00\x00\x00\x02" in ticket


def test_chosen_pages_of_a_broad_paper_lie_down_on_the_printer(qtbot: QtBot, home: QWidget, cups: Cups) -> None:
    before = len(cups.tickets())
    preview = opened(qtbot, home, paper(landscape=True, exercise=False))
    preview.pages.setText("3, 1")

    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, preview)

    assert sharpness(cups.printed(before + 1)) == [PPI, PPI]
    assert all(page.width > page.height for page in pictures(cups.paper.read_bytes()))


def test_p62_what_is_printed_is_the_paper_point_for_point_with_the_marks_of_an_exercise(
    qtbot: QtBot, home: QWidget, cups: Cups
) -> None:
    before = len(cups.tickets())
    preview = opened(qtbot, home, paper(1))

    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, preview)

    (sent,) = pictures(cups.printed(before + 1))
    (marked,), (bare,) = paper(1).pages(PPI), paper(1, exercise=False).pages(PPI)
    assert sent.convert("RGB").tobytes() == open_image(io.BytesIO(marked)).convert("RGB").tobytes()
    assert marked != bare


@pytest.mark.parametrize(("queue", "size"), [(QUEUE, (842, 1191)), (SMALL, (595, 842))])
def test_a_large_poster_is_printed_on_its_paper_or_smaller_where_there_is_none(
    qtbot: QtBot, home: QWidget, cups: Cups, queue: str, size: tuple[int, int]
) -> None:
    before = len(cups.tickets())
    poster = Poster(
        text="Koka vattnet i Bie\n\nVattnet i Bie kan göra dig sjuk.\n\nFlens kommun",
        dress=dress_of(None),
        incident="FLN-2027-001",
        message="E1-C12.sv",
        number=1,
        at=datetime(2027, 6, 11, 14, 10, tzinfo=UTC),
    )
    preview = opened(qtbot, home, poster_paper(poster, PaperSize.A3))
    preview.printer.choose(queue)

    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, preview)

    printed = cups.printed(before + 1)
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        assert [float(side) for side in pdf.pages[0].mediabox][2:] == pytest.approx(size, abs=2)
    (sharp,) = sharpness(printed)
    assert sharp == pytest.approx(PPI * 842 / size[0], abs=3)  # whole, and as large as there is room for


def test_a_queue_that_takes_nothing_is_told_of_and_the_paper_stays(qtbot: QtBot, home: QWidget, cups: Cups) -> None:
    preview = opened(qtbot, home, paper(1))
    preview.printer.choose(CLOSED)

    QTest.keyClick(preview, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not preview.banner.isHidden(), timeout=PATIENCE)

    assert "tog inte emot papperet" in preview.banner.text
    qtbot.waitUntil(lambda: preview.ready, timeout=PATIENCE)
    preview.reject()


def test_a_wrong_page_or_count_is_refused_beside_its_field(qtbot: QtBot, home: QWidget) -> None:
    preview = opened(qtbot, home, paper())
    for field, typed, reason in (
        (preview.pages, "4", "Papperet har sidorna 1 till 3."),
        (preview.pages, "första", "Skriv sidor så här: 1-3, 5."),
        (preview.copies, "0", "Skriv ett antal från 1 till 99."),
    ):
        kept = field.text()
        field.setText(typed)
        preview.press()
        assert field.accessibleDescription() == reason
        field.setText(kept)
    assert preview.ready
    preview.reject()


def test_what_the_journal_refuses_is_not_printed(qtbot: QtBot, home: QWidget, cups: Cups) -> None:
    def refuse(_content: bytes) -> None:
        raise Refused(N_("Papperet är inte godkänt."))

    jobs = len(cups.tickets())
    preview = opened(qtbot, home, paper(1), refuse)

    preview.press()
    qtbot.waitUntil(lambda: not preview.banner.isHidden(), timeout=PATIENCE)

    assert "inte godkänt" in preview.banner.text
    assert preview.ready
    assert len(cups.tickets()) == jobs
    preview.reject()


def test_a_paper_is_saved_as_pdf_and_journalled_once(
    qtbot: QtBot, home: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "lägesrapport.pdf"
    told: list[bytes] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    preview = opened(qtbot, home, paper(1), told.append)

    QTest.keyClick(preview, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    gone(qtbot, preview)

    assert told == [target.read_bytes()]
    with pikepdf.open(target) as saved:
        assert saved.Root.MarkInfo.Marked


def test_pages_are_turned_and_widened_by_keys(qtbot: QtBot, home: QWidget) -> None:
    preview = opened(qtbot, home, paper())
    high = preview.view.sheet.height()

    QTest.keyClick(preview, Qt.Key.Key_PageDown)
    QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert preview.view.accessibleName() == "Sida 2 av 3: Lägesrapport 4"
    assert preview.view.sheet.height() > high
    preview.reject()


def test_a_machine_without_printers_offers_to_save(
    qtbot: QtBot, home: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none"))
    preview = Preview(paper(1), home)
    qtbot.addWidget(preview)
    preview.open()

    qtbot.waitUntil(lambda: not preview.banner.isHidden(), timeout=PATIENCE)
    qtbot.waitUntil(lambda: preview.ready, timeout=PATIENCE)

    assert "ingen skrivare" in preview.banner.text
    assert not preview.confirm.isEnabled()
    assert preview.save.isEnabled()
    preview.reject()
