"""Choosing a letterhead: tried before it is kept, refused in words, and left again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from krisapp.documents.letterhead import BLANKS, refuse_unsafe
from krisapp.store.letterhead_file import read_letterhead
from krisapp.ui.live import Live
from krisapp.ui.views.plan.page.letterhead_dialog import LetterheadDialog
from tests.documents.letterheads import with_paragraphs


@pytest.fixture
def dialog(live: Live, home: QWidget) -> LetterheadDialog:
    return LetterheadDialog(live, home)


def picked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer the windows of the system with a path."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), ""))


def test_a_good_letterhead_is_kept_and_left_again(
    dialog: LetterheadDialog, live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "programmets" in dialog.standing.text() and not dialog.drop.isEnabled()
    path = tmp_path / "vår mall.docx"
    path.write_bytes(with_paragraphs("Flens kommun", "{{ innehåll }}"))
    picked(path, monkeypatch)

    dialog.pick()

    assert read_letterhead(live.workplace.folder) == path.read_bytes()
    assert "egen" in dialog.standing.text()
    dialog.leave_own()
    assert read_letterhead(live.workplace.folder) is None and path.exists()


@pytest.mark.parametrize(
    ("content", "words"), [(b"x", "inget Word-dokument"), (with_paragraphs("{{ rubrik }}"), "saknar {{ innehåll }}")]
)
def test_a_wrong_one_is_refused_in_words_and_the_one_before_stays(
    dialog: LetterheadDialog, live: Live, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, words: str
) -> None:
    good = tmp_path / "god.docx"
    good.write_bytes(with_paragraphs("{{ innehåll }}"))
    dialog.use(good)
    path = tmp_path / "fel.docx"
    path.write_bytes(content)
    picked(path, monkeypatch)

    dialog.pick()

    assert words in dialog.banner.text
    assert read_letterhead(live.workplace.folder) == good.read_bytes()


def test_the_sample_that_is_saved_is_a_letterhead_itself(
    dialog: LetterheadDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "brevmall.docx"
    picked(path, monkeypatch)

    dialog.write_sample()

    refuse_unsafe(path.read_bytes())
    dialog.use(path)


def test_the_guide_names_every_blank(dialog: LetterheadDialog) -> None:
    said = "\n".join(part.text() for part in dialog.findChildren(QLabel))
    assert all(f"{{{{ {blank} }}}}" in said for blank in BLANKS)
