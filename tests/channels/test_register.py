"""The register of the channels and the matrix speak of the same channels."""

from krisapp.channels import CHANNELS
from krisapp.domain.matrix import WRITTEN, cells, language_of, message_ids
from krisapp.store.sample import sample_plan


def test_the_matrix_is_written_for_every_channel_that_has_a_form_and_no_other() -> None:
    assert {channel.code for channel in CHANNELS} == WRITTEN


def test_the_matrix_names_each_channel_by_the_language_it_is_written_in() -> None:
    assert {channel.code: channel.language for channel in CHANNELS} == {code: language_of(code) for code in WRITTEN}


def test_every_cell_of_the_sample_plan_that_is_written_has_one_message() -> None:
    plan = sample_plan()

    assert len(set(message_ids(plan))) == len(cells(plan)) > 0
    assert message_ids(plan)[0].startswith(plan.audiences[0].id)
