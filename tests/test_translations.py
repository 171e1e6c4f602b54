"""The catalogue of the interface in English: whole, true to its source, and compiled."""

import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from krisapp.cli import run
from krisapp.domain import words
from krisapp.domain.facts import Fact, Status, check_transition
from krisapp.domain.words import N_, Refused
from krisapp.store.translations import LANGUAGES, catalogue
from krisapp.ui.settings import Kept
from tests.conftest import ROOT

FILE = ROOT / "resources" / "translations" / "en" / "LC_MESSAGES" / "krisapp.po"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLACEHOLDER = re.compile(r"\{\w+(?::[^{}]*)?\}")


@pytest.fixture(scope="module")
def sources() -> set[tuple[str, ...]]:
    """Give the strings of the code that are marked for translation."""
    found = extract_from_dir(str(ROOT / "krisapp"), keywords=KEYWORDS)
    return {tuple(forms(source)) for _file, _line, source, _comments, _context in found}


@pytest.fixture(scope="module")
def english() -> Catalog:
    with FILE.open("rb") as file:
        return read_po(file, locale="en")


@pytest.fixture
def _swedish_after() -> Iterator[None]:
    yield
    words.speak(gettext.NullTranslations())


def entries(english: Catalog) -> list[Message]:
    return [message for message in english if message.id]


def forms(text: object) -> list[str]:
    """Return the forms of number of a source or a translation."""
    return [str(form) for form in text] if isinstance(text, list | tuple) else [str(text)]


def pairs(english: Catalog) -> list[tuple[str, str]]:
    """Return each source with its translation; forms of number are pairs of their own."""
    return [pair for message in entries(english) for pair in zip(forms(message.id), forms(message.string), strict=True)]


def test_every_string_of_the_code_is_in_the_catalogue_and_nothing_else(
    sources: set[tuple[str, ...]], english: Catalog
) -> None:
    known = {tuple(forms(message.id)) for message in entries(english)}

    assert len(sources) > 1000
    assert sorted(sources - known) == []
    assert sorted(known - sources) == []


def test_every_string_is_translated_and_none_is_a_guess(english: Catalog) -> None:
    assert [source for source, said in pairs(english) if not said.strip()] == []
    assert [message.id for message in entries(english) if message.fuzzy] == []


def test_a_translation_has_the_values_of_its_source(english: Catalog) -> None:
    for source, said in pairs(english):
        assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(source)), source


def test_a_translation_begins_and_ends_as_its_source(english: Catalog) -> None:
    """Words that are put together keep the space between them, and a question stays a question."""
    for source, said in pairs(english):
        assert (said[0].isspace(), said[-1].isspace()) == (source[0].isspace(), source[-1].isspace()), source
        assert said.endswith(("…", "?", ":")) == source.endswith(("…", "?", ":")), source
        assert ("&" in said) == ("&" in source), source


def test_menus_have_each_a_letter_of_their_own(english: Catalog) -> None:
    letters = [said[said.index("&") + 1].lower() for source, said in pairs(english) if re.search(r"&\w", source)]

    assert len(letters) == len(set(letters)) > 3


def test_the_compiled_catalogue_says_what_the_readable_one_does(english: Catalog) -> None:
    compiled = catalogue("en")

    for message in entries(english):
        source = forms(message.id)
        if len(source) > 1:
            said = [compiled.ngettext(source[0], source[1], number) for number in (1, 2)]
        else:
            said = [compiled.gettext(source[0])]
        assert said == forms(message.string)


def test_the_catalogue_names_no_date_tool_or_place() -> None:
    head = FILE.read_text("utf-8")

    for word in ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator", "\n#:"):
        assert word not in head


def test_every_language_but_the_source_has_its_file() -> None:
    for language in LANGUAGES:
        assert language == "sv" or Path(str(FILE).replace("/en/", f"/{language}/")).is_file()


@pytest.mark.usefixtures("_swedish_after")
def test_a_refusal_is_told_in_the_language_in_force_also_if_it_was_made_before() -> None:
    no = Refused(N_("Kontakten {id} finns inte längre."), id="K7")

    words.speak(catalogue("en"))
    assert str(no) == "The contact K7 no longer exists."

    words.speak(catalogue("sv"))
    assert str(no) == "Kontakten K7 finns inte längre."


@pytest.mark.usefixtures("_swedish_after")
def test_words_inside_a_sentence_follow_the_language_too() -> None:
    rumour, fact = (Fact(id="1", text="Vattnet är blått", status=status) for status in (Status.RUMOUR, Status.OUTDATED))
    with pytest.raises(Refused) as no:
        check_transition(fact, rumour, "a", "")
    swedish = str(no.value)

    words.speak(catalogue("en"))

    assert swedish == "En uppgift som är inaktuell kan inte bli rykte. Skriv en ny uppgift i stället."
    assert str(no.value) == "A fact that is outdated cannot become rumour. Write a new fact instead."


@pytest.mark.usefixtures("_swedish_after")
def test_forms_of_number_follow_the_language() -> None:
    words.speak(catalogue("en"))

    said = [words.ngettext("{count} text", "{count} texter", count).format(count=count) for count in (0, 1, 2)]

    assert said == ["0 texts", "1 text", "2 texts"]


@pytest.mark.usefixtures("_swedish_after")
def test_commands_speak_the_language_chosen_in_the_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Kept()
    kept.settings.language = "en"
    kept.keep()
    missing = tmp_path / "FLN-2027-001.krisapp"

    assert run(["verify", str(missing)]) == 2
    english = capsys.readouterr().err
    kept.settings.language = "sv"
    kept.keep()
    assert run(["verify", str(missing)]) == 2

    assert english == f"FLN-2027-001.krisapp does not exist in {tmp_path}. Check the name.\n"
    assert capsys.readouterr().err == f"FLN-2027-001.krisapp finns inte i {tmp_path}. Kontrollera namnet.\n"


@pytest.mark.usefixtures("_swedish_after")
def test_texts_to_people_are_the_same_in_every_language_of_the_interface(tmp_path: Path) -> None:
    facts = ROOT / "resources" / "incidents" / "FLN-2027-001.yaml"
    written: list[dict[str, bytes]] = []
    for language in LANGUAGES:
        kept = Kept()
        kept.settings.language = language
        kept.keep()
        folder = tmp_path / language
        assert run(["generate", str(facts), "--out", str(folder)]) == 0
        files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".json")
        written.append({path.name: path.read_bytes() for path in files})

    assert len(written[0]) > 30
    assert written[0] == written[1]
