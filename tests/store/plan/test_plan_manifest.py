"""A sealed plan package: what is newer, missing, strange, altered, hidden or a script is refused in words."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from krisapp.compose.package_checking import refuse_templates
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Template
from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.plan import plan_manifest as manifest
from krisapp.store.plan.plan_layout import write_plan
from krisapp.store.plan.plan_package import export_plan, import_plan, open_package
from krisapp.store.sample import sample_plan
from krisapp.store.yaml_reading import parse_yaml
from krisapp.store.yaml_writing import write_yaml

PLAN = sample_plan()


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a whole package."""
    path = tmp_path_factory.mktemp("paket") / "plan.zip"
    export_plan(PLAN, path, adopted=True)
    return path.read_bytes()


def entries(content: bytes, tmp_path: Path) -> dict[str, bytes]:
    path = tmp_path / "hel.zip"
    path.write_bytes(content)
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def resealed(files: dict[str, bytes], plan: Plan = PLAN) -> dict[str, bytes]:
    """Give a package whose list fits its files, as one who means harm would."""
    bare = {name: content for name, content in files.items() if name != manifest.NAME}
    return bare | {manifest.NAME: manifest.seal(bare, plan, adopted=False)}


def test_a_package_says_its_format_its_plan_and_the_hash_of_every_file(sealed: bytes, tmp_path: Path) -> None:
    files = entries(sealed, tmp_path)
    listed = parse_yaml(files[manifest.NAME], "x")[0]

    assert listed["format"] == manifest.FORMAT
    assert listed["version"] == "Flen 2026-1"
    assert set(listed["files"]) == set(files) - {manifest.NAME}
    package = open_package(tmp_path / "hel.zip")
    assert package.plan == PLAN
    assert package.adopted


def test_a_package_of_a_newer_program_is_refused_even_when_its_list_is_written_otherwise(
    sealed: bytes, tmp_path: Path
) -> None:
    files = entries(sealed, tmp_path) | {manifest.NAME: write_yaml({"format": 2, "delar": ["okänt"]})}

    with pytest.raises(BadInput, match="nyare version av Krisapp"):
        import_plan(packed(files, tmp_path / "ny.zip"))


def test_a_missing_a_strange_and_an_altered_file_are_named(sealed: bytes, tmp_path: Path) -> None:
    files = entries(sealed, tmp_path)
    missing = {name: content for name, content in files.items() if name != "laws.yaml"}
    altered = files | {"laws.yaml": files["laws.yaml"].replace(b"Kommunallagen", b"Kommunal-lagen")}

    with pytest.raises(BadInput, match=r"laws\.yaml saknas i paketet"):
        import_plan(packed(missing, tmp_path / "1.zip"))
    with pytest.raises(BadInput, match=r"messages/extra\.j2 står inte i paketets förteckning"):
        import_plan(packed(files | {"messages/extra.j2": b"x"}, tmp_path / "2.zip"))
    with pytest.raises(BadInput, match=r"laws\.yaml är inte som när paketet gjordes"):
        import_plan(packed(altered, tmp_path / "3.zip"))


@pytest.mark.parametrize("content", [b"format: ett", b"- a", b"format: 1", b"\xff", b"", b"format: 1\nfiles: []"])
def test_a_list_of_files_that_is_none_is_refused(sealed: bytes, tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput):
        import_plan(packed(entries(sealed, tmp_path) | {manifest.NAME: content}, tmp_path / "x.zip"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<script>alert(1)</script>", "Texten har ett skript"),
        ("< ScRiPt src=x>", "Texten har ett skript"),
        ("[här](javascript:x)", "Texten har ett skript"),
        ("<iframe src='//server/x'>", "Texten har ett skript"),
        ("nutrop\u202eexe.zip", "Texten har ett osynligt tecken"),
    ],
)
def test_a_script_or_a_hidden_sign_in_a_text_is_refused_with_file_and_line(
    tmp_path: Path, text: str, sentence: str
) -> None:
    chapter = replace(PLAN.chapters[0], text=f"Rad ett\n{text}")
    plan = replace(PLAN, chapters=(chapter, *PLAN.chapters[1:]))
    path = tmp_path / "plan.zip"
    export_plan(plan, path)

    with pytest.raises(BadInput, match=rf"chapters\.yaml, rad \d+: {sentence}"):
        import_plan(path)


@pytest.mark.parametrize("spelled", [r"\x3cscript>", r"nutrop\u202Eexe.zip", r"\a"])
def test_a_script_that_is_spelled_by_codes_is_refused_all_the_same(tmp_path: Path, spelled: str) -> None:
    files = write_plan(PLAN)
    files["laws.yaml"] = f'- {{id: x, name: "{spelled}", reference: "1", about: y}}\n'.encode()

    with pytest.raises(BadInput, match="Texten har ett"):
        import_plan(packed(files, tmp_path / "x.zip"))


@pytest.mark.parametrize(
    "text", ["{{ ''.__class__ }}", "{% import 'os' as x %}", "{{ cycler.__init__.__globals__ }}", "{% for x in 1 %}"]
)
def test_a_template_that_reaches_for_the_machine_is_refused_with_its_line(text: str) -> None:
    plan = replace(PLAN, templates=(*PLAN.templates, Template(id="C05-elak.j2", text=f"Hej\n{text}")))

    with pytest.raises(Refused, match=r"Mallen C05-elak\.j2, rad"):
        refuse_templates(plan)


def test_the_programs_own_templates_pass() -> None:
    refuse_templates(PLAN)


def test_two_names_that_some_systems_take_for_one_are_refused(tmp_path: Path) -> None:
    files = write_plan(PLAN)
    twice = files | {"checklists/k01.yaml": files["checklists/K01.yaml"]}

    with pytest.raises(BadInput, match="finns två gånger i paketet"):
        import_plan(packed(twice, tmp_path / "x.zip"))


def test_a_package_that_calls_itself_adopted_but_holds_another_plan_is_not_believed(tmp_path: Path) -> None:
    files = write_plan(PLAN)
    other = replace(PLAN, version="Annan")
    path = packed(files | {manifest.NAME: manifest.seal(files, other, adopted=True)}, tmp_path / "x.zip")

    assert not open_package(path).adopted


def test_wrong_types_in_a_well_sealed_package_are_told_by_file_and_line(sealed: bytes, tmp_path: Path) -> None:
    files = entries(sealed, tmp_path)
    files["roles.yaml"] = files["roles.yaml"].replace(b"deputies_wanted: 2", b"deputies_wanted: [2]", 1)

    with pytest.raises(BadInput, match=r"roles\.yaml, rad \d+"):
        import_plan(packed(resealed(files), tmp_path / "x.zip"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_byte_of_a_package_that_is_changed_gives_anything_but_the_plan_or_a_sentence(
    sealed: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(sealed)
    for _time in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    path = tmp_path / "bytes.zip"
    path.write_bytes(content)

    try:
        plan = import_plan(path)
    except BadInput as bad:
        assert str(bad)
    else:
        assert plan == PLAN


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.booleans())
def test_whatever_bytes_are_offered_as_a_package_are_refused_in_words(
    sealed: bytes, tmp_path: Path, content: bytes, ends_as_one: bool
) -> None:
    path = tmp_path / "vad.zip"
    path.write_bytes(content + sealed[-400:] if ends_as_one else content)

    with pytest.raises(BadInput):
        import_plan(path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(write_plan(PLAN))[:80]),
    content=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(str.encode)),
)
def test_whatever_stands_in_a_file_of_a_well_sealed_package_gives_a_sound_plan_or_a_sentence(
    sealed: bytes, tmp_path: Path, name: str, content: bytes
) -> None:
    files = resealed(entries(sealed, tmp_path) | {name: content})
    try:
        plan = import_plan(packed(files, tmp_path / "fil.zip"))
    except BadInput as bad:
        assert str(bad)
    else:
        assert plan.audiences == PLAN.audiences
