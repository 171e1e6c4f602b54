"""A plan to carry: out as readable files and in again without loss; hostile packages refused in words."""

import os
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Checklist, Item, Person, Template
from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.plan.plan_layout import write_plan
from krisapp.store.plan.plan_package import MOST_FILES, export_plan, import_plan
from krisapp.store.plan.plan_reading import BadPlan, read_plan
from krisapp.store.plan.plan_showing import PARTS, show_plan
from krisapp.store.sample import sample_plan
from krisapp.store.yaml_reading import LIMIT_BYTES, parse_yaml
from krisapp.store.yaml_writing import write_yaml


@pytest.fixture(scope="module")
def plan() -> Plan:
    return sample_plan()


@pytest.fixture(scope="module")
def files(plan: Plan) -> dict[str, bytes]:
    return write_plan(plan)


@pytest.mark.parametrize("name", ["plan.zip", "plan"])
def test_export_and_import_lose_nothing(plan: Plan, tmp_path: Path, name: str) -> None:
    export_plan(plan, tmp_path / name)

    assert import_plan(tmp_path / name) == plan
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_equal_plans_give_equal_packages(plan: Plan, tmp_path: Path) -> None:
    export_plan(plan, tmp_path / "a.zip")
    export_plan(import_plan(tmp_path / "a.zip"), tmp_path / "b.zip")

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_files_are_readable_by_a_person(files: dict[str, bytes]) -> None:
    assert "  text: Starta händelsen i Krisapp och notera klockslag" in files["checklists/K01.yaml"].decode()
    assert "KC: [folke.stenhagenius, gerda.ronnmalm, hjalmar.hasselvret]" in files["holders.yaml"].decode()
    assert not [name for name, content in files.items() if b"\\x" in content or b"&id" in content]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(st.recursive(WORDS | st.integers() | st.booleans() | st.none(), lambda inner: st.lists(inner, max_size=4)))
def test_whatever_is_written_as_yaml_is_read_as_the_same(value: object) -> None:
    assert parse_yaml(write_yaml({"a": value}), "x")[0] == {"a": value} or _too_large(value)


def _too_large(value: object) -> bool:
    """Return whether a number is longer than any in a plan, which stays text."""
    if isinstance(value, list):
        return any(_too_large(one) for one in value)
    return isinstance(value, int) and abs(value) >= 10**18


@settings(max_examples=30)
@given(names=st.lists(WORDS, min_size=1, max_size=3), text=WORDS, offset=st.none() | st.integers(-9999, 99999))
def test_no_words_in_a_plan_are_lost_on_the_way(names: list[str], text: str, offset: int | None) -> None:
    plan = replace(
        SMALL,
        people=tuple(
            Person(id=f"p{number}", name=f"N{name}", note=text, groups=(text, name))
            for number, name in enumerate(names)
        ),
        checklists=(
            Checklist(
                id="X1",
                rank=7,
                name=f"x{text}",
                anchor="T0",
                items=(Item(id="1", rank=3, text="t" + text, offset=offset),),
            ),
        ),
        templates=(Template(id="a/b.j2", text=text.replace("\r\n", "\n").lstrip("\ufeff")),),
    )
    assert read_plan(write_plan(plan), Path("x")) == plan


SMALL = replace(
    sample_plan(),
    people=(),
    reporting_units=(),
    holders=(),
    checklists=(),
    types=(),
    templates=(),
    chapters=(),
    laws=(),
    notice_boards=(),
)
SMALL = replace(SMALL, levels=tuple(replace(level, opens=()) for level in SMALL.levels))


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        ("roles.yaml", "manned: alltid", "mannd: alltid", "Nyckeln mannd är okänd"),
        ("people.yaml", "minutes_away: 5", "minutes_away: fem", "minutes_away ska vara ett heltal eller tomt"),
        ("matrix.yaml", "  I2: K", "  I2: X", "Behovet ska vara M, B, K eller D"),
        ("matrix.yaml", "C02:", "C99:", "C99 finns inte bland kanalerna"),
        ("holders.yaml", "KSO: [detlof", "KSO: [ingen", "ingen.almglantan finns inte bland kontakterna"),
        ("levels.yaml", "opens: [K01]", "opens: [K77]", "K77 finns inte bland checklistorna"),
        ("checklists/K01.yaml", "role: TIB", "role: TIM", "TIM finns inte bland rollerna"),
        ("checklists/K01.yaml", "anchor: T0", "anchor: T9", "T9 är ingen starttid"),
        ("checklists/K02.yaml", "id: K02-01", "id: K01-01", "K01-01 står två gånger"),
        ("audiences.yaml", "id: I1", "id: I9", "Målgrupperna ska vara policyns åtta"),
        ("plan.yaml", "sender: Flens kommun", "sender: ''", "sender är tomt"),
        ("safe_points.yaml", "place: Bettna", "place: Betna", "Betna finns inte bland orterna"),
    ],
)
def test_a_fault_is_one_sentence_with_file_line_and_remedy(
    files: dict[str, bytes], name: str, old: str, new: str, sentence: str
) -> None:
    before, found, after = files[name].decode().partition(old)
    assert found
    with pytest.raises(BadPlan) as caught:
        read_plan({**files, name: f"{before}{new}{after}".encode()}, Path("plan"))

    first = str(caught.value).splitlines()[0]
    line = before.count("\n") + 1
    assert first.startswith(f"{Path(name).name}, rad {line}: {sentence}")


def test_all_faults_are_told_at_once(files: dict[str, bytes]) -> None:
    broken = {
        **files,
        "laws.yaml": b"- id: a\n- id: b\n",
        "roles.yaml": b"\xff",
        "matrix.yaml": b"- a",
        "messages/a.j2": b"\xe5",
        "hemligt.exe": b"MZ",
    }
    with pytest.raises(BadPlan) as caught:
        read_plan(broken, Path("plan"))

    told = str(caught.value)
    assert "hemligt.exe: Filen hör inte till en plan" in told
    assert "laws.yaml, rad 1: Nyckeln name saknas" in told
    assert "laws.yaml, rad 2: Nyckeln name saknas" in told
    assert "roles.yaml, rad 1: Tecknet vid byte 0 är inte UTF-8" in told
    assert "matrix.yaml, rad 1: filen ska vara nycklar med värden" in told
    assert "a.j2, rad 1: Tecknet vid byte 0 är inte UTF-8" in told


def test_a_package_without_plan_yaml_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"plan\.yaml saknas"):
        import_plan(tmp_path)
    stray = tmp_path / "brev.txt"
    stray.write_text("Hej", "utf-8")
    with pytest.raises(BadInput, match=r"brev\.txt: Det är inget planpaket"):
        import_plan(stray)
    with pytest.raises(BadInput, match="Filen finns inte"):
        import_plan(tmp_path / "ingen.zip")


def hostile(path: Path, files: dict[str, bytes], *more: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for entry, content in more:
            archive.writestr(entry, content)
    return path


def link(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(
    ("entry", "content", "sentence"),
    [
        ("../../ute.yaml", b"x", "pekar utanför paketet"),
        ("/etc/passwd", b"x", "pekar utanför paketet"),
        ("ut\\x.yaml", b"x", "pekar utanför paketet"),
        ("Z:x.yaml", b"x", "pekar utanför paketet"),
        ("messages/../../x.j2", b"x", "pekar utanför paketet"),
        (link("laws.yaml.lnk"), b"/etc/passwd", "är en länk till något annat"),
        ("messages/bomb.j2", b"0" * (LIMIT_BYTES + 1), "är större än 2 MB"),
        ("roles.yaml", b"[]", "finns två gånger i paketet"),
        ("messages/x.exe", b"x", "hör inte till en plan"),
        ("messages/.dold/x.j2", b"x", "hör inte till en plan"),
    ],
)
def test_a_hostile_zip_is_refused_and_nothing_is_written(
    files: dict[str, bytes], tmp_path: Path, entry: zipfile.ZipInfo | str, content: bytes, sentence: str
) -> None:
    package = hostile(tmp_path / "elak.zip", files, (entry, content))
    before = sorted(os.walk(tmp_path))

    with pytest.raises(BadInput, match=sentence):
        import_plan(package)

    assert sorted(os.walk(tmp_path)) == before


def test_too_many_files_and_too_many_bytes_are_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    many: Iterator[tuple[str, bytes]] = ((f"messages/{number}.j2", b"") for number in range(MOST_FILES + 1))
    with pytest.raises(BadInput, match=r"fler än 3000 filer"):
        import_plan(hostile(tmp_path / "många.zip", files, *many))
    large = ((f"messages/{number}.j2", b"0" * LIMIT_BYTES) for number in range(16))
    with pytest.raises(BadInput, match=r"större än 30 MB"):
        import_plan(hostile(tmp_path / "stor.zip", files, *large))


def test_a_zip_that_lies_about_its_sizes_or_is_cut_off_is_refused(files: dict[str, bytes], tmp_path: Path) -> None:
    whole = hostile(tmp_path / "hel.zip", files).read_bytes()
    for number, content in enumerate((whole[:-40], whole.replace(b"PK\x03\x04", b"PK\x03\x05", 1))):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        with pytest.raises(BadInput, match=r"Zip-filen är skadad|inget planpaket"):
            import_plan(path)


def test_a_folder_with_a_link_or_a_pipe_in_it_is_refused(files: dict[str, bytes], plan: Plan, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    export_plan(plan, folder)
    (folder / "messages" / "x.j2").symlink_to("/etc/passwd")
    with pytest.raises(BadInput, match=r"x\.j2 är en länk"):
        import_plan(folder)
    (folder / "messages" / "x.j2").unlink()
    os.mkfifo(folder / "messages" / "y.j2")
    with pytest.raises(BadInput, match="Det är ingen vanlig fil"):
        import_plan(folder)


def test_a_folder_zipped_by_hand_with_what_systems_leave_is_taken(files: dict[str, bytes], tmp_path: Path) -> None:
    inside = {f"Planen/{name}": content for name, content in files.items()}
    package = hostile(tmp_path / "hand.zip", inside, ("__MACOSX/Planen/._plan.yaml", b"x"), ("Planen/.DS_Store", b"x"))

    assert import_plan(package) == read_plan(files, tmp_path)


def test_export_writes_over_nothing_and_says_so(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text("Hej", "utf-8")

    with pytest.raises(BadInput, match="Det finns redan något där"):
        export_plan(plan, tmp_path)
    with pytest.raises(BadInput, match=r"finns inte\. Skapa den först"):
        export_plan(plan, tmp_path / "borta" / "plan.zip")

    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_the_plan_is_shown_as_text_whole_or_in_part(plan: Plan) -> None:
    assert show_plan(plan).startswith("Flens kommun: Flen 2026-1\n")
    assert "checklistor        27" in show_plan(plan)
    assert "K10-02      1 d  KOM   Tacka invånare" in show_plan(plan, "K10")
    assert "K14-11        –  KOM" in show_plan(plan, "K14")
    assert show_plan(plan, "KC").startswith("KC  Kommunchef, beslutsfattare: Folke")
    assert len(show_plan(plan, "matris").splitlines()) == 25
    assert all(show_plan(plan, part) for part in PARTS)
    with pytest.raises(Refused, match=r"K99 finns inte i planen\. Välj kapitel,"):
        show_plan(plan, "K99")
