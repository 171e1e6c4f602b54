"""A channel pack: every text in a folder, in the order of release, and none for a channel nobody can use (P35)."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from krisapp.desk import Desk
from krisapp.domain.reaching.working import HOUSE, OWN_INTRANET, OWN_MAIL, State, report
from krisapp.packs import DRAFTS, write_pack
from krisapp.texts import Texts
from krisapp.workplace import Workplace

ALARM = datetime(2027, 6, 11, 13, 10).astimezone()
DOWN = "kanalen är nere"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an incident two minutes old."""
    workplace = Workplace(tmp_path / "arbetsplats", lambda: ALARM + timedelta(minutes=2))
    made = workplace.start(
        type="drinking_water",
        places=("Malmköping",),
        sentence="Vattnet i Malmköping går inte att dricka",
        level="N2",
        danger_to_life=False,
        exercise=False,
        person="jons.tallbacker",
        alarm_at=ALARM,
    )
    yield made
    made.close()


def linked(folder: Path) -> list[str]:
    return re.findall(r'href="([^"]+)"', (folder / "index.html").read_text("utf-8"))


def test_every_text_is_there_as_text_and_page_and_the_index_names_each_in_order(desk: Desk, tmp_path: Path) -> None:
    texts = Texts(desk)

    count = write_pack(desk, texts, tmp_path / "paket")

    pages = linked(tmp_path / "paket")
    assert count == len(texts.ids()) == len(pages)
    assert [Path(page).name[:6] for page in pages] == [id[:6] for id in texts.ids()]
    for page in pages:
        assert (tmp_path / "paket" / page).is_file()
        assert (tmp_path / "paket" / page).with_suffix(".txt").read_text("utf-8")
    assert DOWN not in (tmp_path / "paket" / "index.html").read_text("utf-8")


def test_p35_what_is_not_out_in_a_channel_that_is_down_is_left_out_and_the_index_says_so(
    desk: Desk, tmp_path: Path
) -> None:
    texts = Texts(desk)
    desk.do(report(desk.incident, HOUSE, {OWN_MAIL: State.DOWN, OWN_INTRANET: State.DOWN}))
    gone = [id for id in texts.ids() if texts.message(id).channel in desk.incident.down]

    count = write_pack(desk, texts, tmp_path / "paket")

    assert {texts.message(id).channel for id in gone} == {"C06", "C07"}
    assert count == len(texts.ids()) - len(gone)
    index = (tmp_path / "paket" / "index.html").read_text("utf-8")
    assert index.count(DOWN) == len(gone)
    assert not [path for path in (tmp_path / "paket" / DRAFTS).iterdir() if "-C06" in path.name or "-C07" in path.name]
