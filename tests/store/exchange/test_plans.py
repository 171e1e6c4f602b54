"""Adopted plans travel on the same medium, and nothing of them is taken in by itself."""

from pathlib import Path

from msgspec.structs import replace

from krisapp.domain.plan import digest, encode_plan
from krisapp.exchanging import meet_plans, offered
from krisapp.store.exchange.plans import PlanLies
from krisapp.store.plan.plan_package import open_package
from krisapp.workplace import Workplace
from tests.two_consoles import ALARM


def test_an_adopted_plan_is_left_once_and_found_by_one_who_has_another(tmp_path: Path) -> None:
    place, stick = Workplace(tmp_path / "ett", lambda: ALARM), tmp_path / "usb"
    adopted = replace(place.plan, version="4.1 höst/vinter", adopted="2027-05-02", decision="KS § 41")
    ours = {digest(encode_plan(place.plan))}

    assert meet_plans(stick, adopted, ours | {digest(encode_plan(adopted))}) == []
    before = {path.name: path.stat().st_mtime_ns for path in stick.rglob("*.zip")}
    assert meet_plans(stick, adopted, ours) == meet_plans(stick, None, ours)
    assert {path.name: path.stat().st_mtime_ns for path in stick.rglob("*.zip")} == before

    (found,) = meet_plans(stick, None, ours)
    assert found.version == "4.1_höst_vinter"
    package = open_package(found.path)
    assert package.adopted
    assert package.plan == adopted
    assert offered(stick) == []


def test_what_is_not_named_as_a_plan_is_not_offered(tmp_path: Path) -> None:
    folder = tmp_path / "krisapp-utbyte" / "planer"
    folder.mkdir(parents=True)
    for name in ("semester.zip", "plan-1-zz.zip", f"plan-{'x' * 60}-{'a' * 12}.zip"):
        (folder / name).write_bytes(b"")
    (folder / f"plan-3-{'b' * 12}.zip").write_bytes(b"")

    assert meet_plans(tmp_path, None, {"a" * 64}) == [PlanLies(folder / f"plan-3-{'b' * 12}.zip", "3")]
    assert meet_plans(tmp_path, None, {"b" * 64}) == []
