"""What the program remembers is kept in one small file, and a broken one harms nothing."""

from pathlib import Path

from krisapp.ui.settings import FILE_NAME, Kept, Settings
from krisapp.ui.theme.tokens import Scheme


def test_what_was_chosen_is_there_the_next_time(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    kept.settings.scheme, kept.settings.text, kept.settings.person = Scheme.DARK, 150, "P1"
    kept.keep()

    assert Kept(tmp_path).settings == Settings(scheme=Scheme.DARK, text=150, person="P1")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_broken_file_counts_as_none(tmp_path: Path) -> None:
    for content in (b"", b"\xff\xfe", b'{"scheme": "rosa"}', b'{"text": "stor"}', b"[]"):
        (tmp_path / FILE_NAME).write_bytes(content)

        assert Kept(tmp_path).settings == Settings()


def test_a_text_size_that_is_not_offered_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b'{"text": 9000}')

    assert Kept(tmp_path).settings.text == 100


def test_the_text_grows_in_steps_to_two_hundred_per_cent_and_back() -> None:
    settings = Settings()
    sizes = []
    for _ in range(7):
        settings.text = settings.larger()
        sizes.append(settings.text)
    assert sizes == [110, 125, 150, 175, 200, 200, 200]

    for _ in range(7):
        settings.text = settings.smaller()
    assert settings.text == 100


def test_without_a_folder_the_users_own_is_used(own_home: Path) -> None:
    Kept().keep()

    assert [path.name for path in own_home.rglob(FILE_NAME)] == [FILE_NAME]
