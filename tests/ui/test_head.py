"""The head says what this is: real or exercise, which level, since when, and until when."""

from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.head import Head, Standing, level_mark
from krisapp.ui.theme.theme import wear
from krisapp.ui.theme.tokens import Scheme

NOW = datetime(2027, 3, 4, 14, 10, tzinfo=timezone(timedelta(hours=1)))
WATER = Standing(
    "FLN-2027-001",
    "Vattenläcka Östra Sjögatan, kokningsrekommendation",
    "N2",
    "Stabsläge",
    False,
    NOW - timedelta(minutes=80),
    NOW + timedelta(minutes=19),
)


@pytest.fixture
def head(home: QWidget) -> Head:
    made = Head(home)
    made.resize(1080, 70)
    made.show()
    return made


def spoken(head: Head) -> set[str]:
    return {part.accessibleName() for part in head.findChildren(QWidget) if part.isVisible()}


def test_real_and_exercise_are_told_in_words(head: Head) -> None:
    head.show_standing(WATER)
    assert "SKARPT LÄGE" in spoken(head)
    assert "ÖVNING" not in spoken(head)

    head.show_standing(WATER._replace(exercise=True))
    assert "ÖVNING" in spoken(head)
    assert "SKARPT LÄGE" not in spoken(head)


def test_without_an_incident_neither_is_said(head: Head) -> None:
    head.show_standing(None)

    assert not {"ÖVNING", "SKARPT LÄGE"} & spoken(head)


def test_a_broken_promise_is_told_with_its_minutes(head: Head) -> None:
    head.show_standing(WATER)
    head.tick(NOW)
    assert "om 19 min" in spoken(head)

    head.tick(NOW + timedelta(minutes=25))
    assert "6 min sent" in spoken(head)


def test_each_level_has_its_own_shape_and_word() -> None:
    marks = [level_mark(f"N{n}", "") for n in range(4)]

    assert len({mark.shape for mark in marks}) == len({mark.tone for mark in marks}) == 4
    assert level_mark("N2", "Stabsläge").word == "N2 Stabsläge"


@pytest.mark.parametrize(("width", "percent"), [(827, 100), (1080, 100), (960, 200), (700, 150)])
def test_nothing_in_the_head_is_cut(head: Head, qapp: QApplication, qtbot: QtBot, width: int, percent: int) -> None:
    head.window().resize(1400, 700)
    try:
        wear(qapp, Scheme.LIGHT, percent)
        head.show_standing(WATER)
        head.tick(NOW)
        head.resize(width, head.sizeHint().height())
        head.resize(width, head.heightForWidth(width))
        qtbot.wait(1)

        assert head.minimumSizeHint().width() <= width
        for part in head.findChildren(QWidget):
            if part.isVisible() and part.accessibleName():
                area = part.rect().translated(part.mapTo(head, part.rect().topLeft()))
                assert head.rect().contains(area), part.accessibleName()
        longest = max(map(head._name.fontMetrics().horizontalAdvance, WATER.name.split()))
        assert head._name.width() >= longest
    finally:
        wear(qapp, Scheme.LIGHT, 100)


def test_who_sits_here_is_chosen_in_the_head(head: Head, qtbot: QtBot) -> None:
    head.people.fill([("", "Välj …"), ("P1", "Axel Spovlund")])

    with qtbot.waitSignal(head.person) as person:
        head.people.setFocus()
        qtbot.keyClicks(head.people, "A")

    assert person.args == ["P1"]
