"""Circles and polygons at 59° north."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from krisapp.domain.ground import (
    CORNERS,
    Circle,
    Point,
    around,
    circle_of,
    circle_text,
    distance,
    points_of,
    polygon_text,
    read_circle,
)
from krisapp.domain.words import Refused

FLEN = Point(59.058, 16.588)


def test_a_circle_is_as_wide_as_it_is_high_at_59_degrees() -> None:
    points = around(Circle(FLEN, 10.0))
    north = max(one.latitude for one in points) - min(one.latitude for one in points)
    east = max(one.longitude for one in points) - min(one.longitude for one in points)
    assert 1.94 < east / north < 1.96  # 1 / cos 59.058° is 1.945


@given(st.floats(55.0, 69.0), st.floats(10.6, 24.0), st.floats(0.1, 50.0))
def test_the_polygon_of_a_circle_is_closed_and_leaves_nothing_of_it_out(lat: float, lon: float, radius: float) -> None:
    centre = Point(lat, lon)
    points = around(Circle(centre, radius))
    assert points[0] == points[-1]
    assert len(points) == CORNERS + 1
    for one, other in pairwise(points):
        middle = Point((one.latitude + other.latitude) / 2, (one.longitude + other.longitude) / 2)
        assert radius * 0.9985 <= distance(centre, middle)
        assert radius <= distance(centre, one) <= radius * 1.005
    assert points_of(polygon_text(points)) is not None
    assert circle_of(circle_text(Circle(centre, radius))) is not None


def test_a_typed_point_may_have_commas_and_says_when_it_is_turned_round() -> None:
    assert read_circle("59,06", "16.59", " 3 ") == Circle(Point(59.06, 16.59), 3.0)
    with pytest.raises(Refused, match="bytt plats"):
        read_circle("16,59", "59,06", "3")
    with pytest.raises(Refused, match="inte i Sverige"):
        read_circle("48,85", "2,35", "3")
    with pytest.raises(Refused, match="meter"):
        read_circle("59,06", "16,59", "3000")
    for typed in ("", "nan", "femtionio"):
        with pytest.raises(Refused):
            read_circle(typed, "16,59", "3")


def test_flen_is_ninety_kilometres_from_stockholm() -> None:
    assert distance(FLEN, Point(59.33, 18.07)) == pytest.approx(90, abs=3)
