"""No hint is given on a text that nobody has touched: what the program writes itself must not cry wolf."""

from pathlib import Path

import pytest

from krisapp.domain.checks import Stage
from tests.journeys.test_every_set import PATHS, written

HINTS = frozenset({"F2", "S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8", "S9", "P13", "P32"})
FORMS = frozenset(
    {"Q04", "Q05", "Q06", "Q12", "Q26", "Q31", "Q32", "Q33", "Q34", *(f"T{number}" for number in range(1, 9))}
)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@pytest.mark.parametrize("stage", [Stage.FIRST, Stage.UPDATE, Stage.FINAL])
def test_an_untouched_text_gets_no_hint(path: Path, stage: Stage) -> None:
    for audience, channel, text in written(path, stage):
        alarms = [one for one in text.findings if one.rule in HINTS | FORMS]
        assert not alarms, (audience, channel, alarms, text.text)
