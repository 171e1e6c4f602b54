"""A whole site by SFTP: only what has changed, nothing half, nothing outside, and never in an exercise."""

import hashlib
from collections.abc import Mapping

import msgspec
import pytest

from krisapp.delivery.sftp_site import Uploaded, upload
from krisapp.domain.sending.outgoing import OutgoingSite, clear_site
from krisapp.domain.sending.sendings import Result
from krisapp.domain.sending.ways import Sftp
from krisapp.domain.words import Refused
from tests.delivery.byte_cut import ByteCut
from tests.delivery.leaving import out
from tests.delivery.test_sftp import Sshd, _listening, sshd
from tests.domain.sitting import Sitting

__all__ = ["_listening", "sshd"]
LIST = "webbplats.json"


def site(pages: Mapping[str, str], sitting: Sitting | None = None) -> OutgoingSite:
    files = {path: text.encode() for path, text in pages.items()}
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    files[LIST] = msgspec.json.encode({"incident": "FLN-2027-001", "exercise": False, "files": sums})
    return clear_site((sitting or out()).incident, files, LIST)


def sent(pages: Mapping[str, str], way: Sftp) -> tuple[Uploaded, list[str]]:
    told: list[str] = []

    def tell(_at: int, _of: int, path: str) -> bool:
        told.append(path)
        return True

    done = upload(site(pages), way, "", tell)
    return done, told


def there(sshd: Sshd) -> dict[str, str]:
    found = (path for path in sshd.folder.rglob("*") if path.is_file() and path.name != LIST)
    return {path.relative_to(sshd.folder).as_posix(): path.read_text("utf-8") for path in found}


FIRST = {"index.html": "ett", "texter/1/a.html": "a", "texter/b.html": "b", "stil.css": "s"}


def test_the_second_time_only_what_has_changed_is_sent_and_what_is_gone_is_taken_away(sshd: Sshd) -> None:
    done, told = sent(FIRST, sshd.way)
    assert (done, told) == (
        Uploaded(Result.SENT, "", 4, 0),
        ["texter/1/a.html", "texter/b.html", "stil.css", "index.html"],
    )
    assert there(sshd) == FIRST
    second = {"index.html": "två", "texter/1/a.html": "a", "stil.css": "s"}
    done, told = sent(second, sshd.way)
    assert (done, told) == (Uploaded(Result.SENT, "", 1, 1), ["index.html"])
    assert there(sshd) == second
    assert sent(second, sshd.way)[0] == Uploaded(Result.SENT)


def test_a_folder_with_something_else_in_it_is_left_alone(sshd: Sshd) -> None:
    (sshd.folder / "index.html").write_text("någon annans", "utf-8")
    done, told = sent(FIRST, sshd.way)

    assert (done.result, told) == (Result.REFUSED, [])
    assert there(sshd) == {"index.html": "någon annans"}


def test_a_list_that_points_out_of_the_site_takes_nothing_away_there(sshd: Sshd) -> None:
    outside = sshd.folder.parent / "utanför.txt"
    outside.write_text("kvar", "utf-8")
    paths = {"../utanför.txt": "x", str(outside): "x", "borta.html": "x"}
    (sshd.folder / LIST).write_bytes(msgspec.json.encode({"files": paths}))

    assert sent(FIRST, sshd.way)[0].result is Result.SENT
    assert outside.read_text("utf-8") == "kvar"


def test_a_line_cut_anywhere_leaves_whole_pages_and_the_next_upload_completes_it(sshd: Sshd) -> None:
    big = {path: text * 9000 for path, text in FIRST.items()}
    for limit in (1000, 4000, 9000, 20_000, 30_000, 45_000):
        line = ByteCut(sshd.way.port, limit)
        done, _told = sent(big, msgspec.structs.replace(sshd.way, port=line.port))
        line.stop()
        assert done.result is Result.POSTPONED or not line.cut
        whole = {path: text for path, text in there(sshd).items() if not path.endswith(".krisapp-del")}
        assert whole.items() <= big.items()
    assert sent(big, sshd.way)[0].result is Result.SENT
    assert {path: text for path, text in there(sshd).items() if path in big} == big


def test_it_can_be_stopped_and_a_server_with_another_key_gets_nothing(sshd: Sshd) -> None:
    assert upload(site(FIRST), sshd.way, "", lambda at, _of, _path: at < 3).written == 2
    other = msgspec.structs.replace(sshd.way, host_key=sshd.way.host_key[:-4] + "AAAA")
    assert sent(FIRST, other)[0].result is Result.REFUSED


def test_p62_the_site_of_an_exercise_never_leaves_nor_one_without_a_text() -> None:
    with pytest.raises(Refused, match="övning"):
        site(FIRST, out(exercise=True))
    with pytest.raises(Refused, match="Ingen text"):
        site(FIRST, Sitting())
    with pytest.raises(TypeError, match="real incident"):
        OutgoingSite(object(), {}, LIST)
