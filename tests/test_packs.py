"""A channel pack: every text as files in a folder, whole and read back, and none for a channel nobody can use (P35)."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from krisapp.desk import Desk
from krisapp.documents.cap.alert import Alert, reference
from krisapp.documents.cap.reading import read_alerts
from krisapp.domain.checks import Stage
from krisapp.domain.messages import draft
from krisapp.domain.reaching.working import HOUSE, OWN_INTRANET, OWN_MAIL, State, report
from krisapp.domain.release import Reason, release
from krisapp.packs import DRAFTS, SUMS, Packed, gather, write_pack
from krisapp.store.bad_input import BadInput
from krisapp.texts import Texts
from tests.begun import begin, place_in
from tests.documents.letterheads import with_paragraphs

DOWN = "kanalen är nere"
CHIEF = "love.alpilund"
"""Holds KOM in the sample plan, and may approve."""

DIRECTOR = "folke.stenhagenius"
"""The chief executive, who may ask for a VMA."""

WARNING, RADIO = "E1-C14.sv", "E1-C15.sv"
PLAIN = ("txt", "html")
NAME = "kanalpaket-FLN-2027-001"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give an incident two minutes old."""
    made = begin(place_in(tmp_path / "arbetsplats"))
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


def on(_number: int, _total: int, _name: str) -> bool:
    return True


def packed(desk: Desk, stick: Path, *formats: str, ids: tuple[str, ...] = ()) -> Packed:
    done = write_pack(gather(desk, Texts(desk), ids), stick, formats or PLAIN, on)
    assert done is not None
    return done


def linked(folder: Path) -> list[str]:
    return re.findall(r'href="([^"]+)"', (folder / "index.html").read_text("utf-8"))


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_text_is_there_in_each_format_and_both_indexes_name_each_in_order(desk: Desk, stick: Path) -> None:
    done = packed(desk, stick)

    paths, ids = linked(done.folder), Texts(desk).ids()
    assert done.folder == stick / NAME
    assert done.texts == len(ids)
    assert [Path(path).name[:6] for path in paths if path.endswith(".txt")] == [id[:6] for id in ids]
    assert len(paths) == 2 * len(ids)
    listed = (done.folder / "index.txt").read_text("utf-8-sig")
    for path in paths:
        assert (done.folder / path).read_text("utf-8")
        assert f"   {path}\n" in listed
    assert DOWN not in (done.folder / "index.html").read_text("utf-8")


def test_the_sums_are_as_sha256sum_reads_them_and_name_every_other_file(desk: Desk, stick: Path) -> None:
    done = packed(desk, stick)

    checked = subprocess.run(
        ["sha256sum", "-c", "--strict", SUMS], cwd=done.folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert len(checked.stdout.splitlines()) == len(content(done.folder)) - 1 == done.files - 1


def test_a_chosen_text_comes_in_all_formats_and_only_a_poster_becomes_one(desk: Desk, stick: Path) -> None:
    done = packed(desk, stick, "txt", "pdf", "docx", "poster", ids=("E1-C12.sv", "E1-C01.sv"))

    files = set(content(done.folder))
    assert done.folder.name == "texter-FLN-2027-001"
    assert {f"{DRAFTS}/E1-C12.sv{end}" for end in (".txt", ".pdf", ".docx", "-anslag.pdf")} <= files
    assert f"{DRAFTS}/E1-C01.sv.pdf" in files and f"{DRAFTS}/E1-C01.sv-anslag.pdf" not in files


def test_word_files_stand_on_the_letterhead_of_the_municipality(desk: Desk, stick: Path) -> None:
    own = with_paragraphs("{{ kommun }} har en egen mall", "{{ innehåll }}")
    pack = gather(desk, Texts(desk), ("E1-C01.sv",), own)
    done = write_pack(pack, stick, ("docx",), on)
    assert done is not None
    document = Document(str(done.folder / DRAFTS / "E1-C01.sv.docx"))
    assert "Flens kommun har en egen mall" in [paragraph.text for paragraph in document.paragraphs]


def test_what_is_out_lies_first_and_as_it_went_out(desk: Desk, stick: Path) -> None:
    texts = Texts(desk)
    texts.approve(("E1-C01.sv",), CHIEF, means="telephone", accepted=texts.warnings(("E1-C01.sv",)))
    desk.do(release(desk.incident, "E1-C01.sv", Reason.KNOWN, "prov"))
    done = packed(desk, stick)
    out = desk.incident.message("E1-C01.sv").out
    assert out is not None
    assert (done.folder / "E1-C01.sv.txt").read_text("utf-8") == out.text
    assert not (done.folder / DRAFTS / "E1-C01.sv.txt").exists()


@pytest.mark.parametrize("stop_at", [1, 20, 10_000])
def test_a_pack_that_is_stopped_or_fails_leaves_the_old_one_whole(desk: Desk, stick: Path, stop_at: int) -> None:
    done = packed(desk, stick)
    before = content(stick)
    pack = gather(desk, Texts(desk))
    total: list[int] = []

    def stop(number: int, of: int, _name: str) -> bool:
        total.append(of)
        return number < min(stop_at, of)

    assert write_pack(pack, stick, PLAIN, stop) is None
    assert content(stick) == before

    def broken(number: int, _of: int, _name: str) -> bool:
        if number == min(stop_at, total[0]):
            raise OSError(28, "No space left on device")
        return True

    with pytest.raises(BadInput, match="inte plats"):
        write_pack(pack, stick, PLAIN, broken)
    assert content(stick) == before
    assert done.folder.is_dir()


def test_a_new_pack_takes_the_place_of_the_old_and_one_cut_off_while_it_did_is_put_right(
    desk: Desk, stick: Path
) -> None:
    packed(desk, stick, "txt", "html")
    done = packed(desk, stick, "txt")
    assert not list(done.folder.rglob("E1-*.html"))
    before = content(done.folder)
    done.folder.rename(stick / f"{NAME}.gammal")  # the power went between the two renamings
    (stick / f"{NAME}.ny").mkdir()
    assert write_pack(gather(desk, Texts(desk)), stick, PLAIN, lambda *_told: False) is None
    assert content(done.folder) == before
    assert [path.name for path in stick.iterdir()] == [NAME]


def test_what_somebody_has_put_in_the_pack_or_changed_there_is_never_lost(desk: Desk, stick: Path) -> None:
    done = packed(desk, stick)
    (done.folder / "inskannat.pdf").write_bytes(b"%PDF")
    with pytest.raises(BadInput, match="kommer inte ur paketet"):
        packed(desk, stick)
    assert (done.folder / "inskannat.pdf").exists()


def test_p35_what_is_not_out_in_a_channel_that_is_down_is_left_out_and_the_index_says_so(
    desk: Desk, stick: Path
) -> None:
    texts = Texts(desk)
    desk.do(report(desk.incident, HOUSE, {OWN_MAIL: State.DOWN, OWN_INTRANET: State.DOWN}))
    gone = [id for id in texts.ids() if texts.message(id).channel in desk.incident.down]

    done = packed(desk, stick)

    assert {texts.message(id).channel for id in gone} == {"C06", "C07"}
    assert done.texts == len(texts.ids()) - len(gone)
    for index, coding in (("index.html", "utf-8"), ("index.txt", "utf-8-sig")):
        assert (done.folder / index).read_text(coding).count(DOWN) == len(gone)
    drafts = (done.folder / DRAFTS).iterdir()
    assert not [path for path in drafts if "-C06" in path.name or "-C07" in path.name]


def test_8_7_an_alert_in_the_pack_says_no_more_than_its_message_does_by_itself(desk: Desk, stick: Path) -> None:
    texts = Texts(desk)
    for id, by in ((WARNING, DIRECTOR), (RADIO, CHIEF)):
        texts.approve((id,), by, means="telephone", accepted=texts.warnings((id,)))
        desk.do(release(desk.incident, id, Reason.KNOWN, "prov"))
    desk.do(draft(desk.incident, RADIO, "Nytt besked.", Stage.UPDATE, edited=True))
    desk.do(draft(desk.incident, "E1-C19.en", "Not approved by anybody.", Stage.FIRST, edited=True))
    done = packed(desk, stick, "cap", ids=(WARNING, RADIO, "E1-C19.en"))

    def alert(name: str) -> Alert:
        (read,) = read_alerts((done.folder / f"{name}.cap.xml").read_bytes())
        assert [info.language for info in read.alert.info] == ["sv-SE"]
        return read.alert

    assert alert(WARNING).status == "Draft"
    first, second = alert(RADIO), alert(f"{DRAFTS}/{RADIO}")
    assert (first.status, first.msg_type) == ("Actual", "Alert")
    assert (second.status, second.msg_type) == ("Draft", "Update")
    assert second.references == reference(first)
