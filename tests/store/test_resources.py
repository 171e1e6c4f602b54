"""The program finds its own files."""

import pytest

from krisapp.store.resources import resource


def test_the_programs_own_folders_are_found() -> None:
    assert resource("resources").is_dir()
    assert resource("templates", "checklists").parent.is_dir()


def test_a_folder_the_program_does_not_have_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="påhittad finns inte"):
        resource("påhittad")
