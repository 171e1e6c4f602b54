"""Areas on the ground (områden): points, circles and polygons as CAP writes them, latitude first, right at 59°."""

import math
import re

import msgspec

from krisapp.domain.words import N_, Refused

EARTH = 6371.0088
"""The mean radius of the earth (km)."""

CORNERS = 36
"""Corners of the polygon that stands for a circle: it reaches 0.4 % beyond it between them."""

LARGEST = 200.0
"""The longest radius somebody in a municipality means (km): more is metres mistaken for kilometres."""

LEAST_CORNERS = 4
"""Points of the smallest polygon, a triangle: the last is the first."""

SOUTH, NORTH, WEST, EAST = 55.0, 69.2, 10.5, 24.3
"""Sweden's outermost points (degrees)."""

_NUMBER = r"[-+]?\d{1,3}(?:\.\d+)?"
_POINT = re.compile(rf"({_NUMBER}),({_NUMBER})")
_CIRCLE = re.compile(rf"({_NUMBER}),({_NUMBER}) +(\d+(?:\.\d+)?)")


class Point(msgspec.Struct, frozen=True):
    """A point on the ground in degrees, WGS 84."""

    latitude: float
    longitude: float


class Circle(msgspec.Struct, frozen=True):
    """All within `radius` kilometres of a point."""

    centre: Point
    radius: float


def points_of(text: str) -> tuple[Point, ...] | None:
    """Return the points of a polygon's text, "lat,lon lat,lon …", or None if it is none."""
    found = [_POINT.fullmatch(part) for part in text.split()]
    if not found or not all(found):
        return None
    return tuple(Point(float(one[1]), float(one[2])) for one in found if one)


def circle_of(text: str) -> Circle | None:
    """Return the circle of a text, "lat,lon radius" in km, or None if it is none."""
    found = _CIRCLE.fullmatch(text.strip())
    return Circle(Point(float(found[1]), float(found[2])), float(found[3])) if found else None


def read_circle(latitude: str, longitude: str, radius: str) -> Circle:
    """Return the circle a person has typed, with comma or point. Raises `Refused` for one that is not in Sweden."""
    try:
        numbers = [float(one.strip().replace(",", ".")) for one in (latitude, longitude, radius)]
    except ValueError:
        raise Refused(N_("Skriv punkten som grader, till exempel 59,06 och 16,59, och radien i kilometer.")) from None
    if not all(math.isfinite(one) for one in numbers):
        raise Refused(N_("Skriv punkten som grader, till exempel 59,06 och 16,59, och radien i kilometer."))
    lat, lon, km = numbers
    point = Point(lat, lon)
    if not within_sweden(point):
        if within_sweden(Point(lon, lat)):
            raise Refused(N_("Latitud och longitud har bytt plats. Skriv latituden, omkring 59, först."))
        raise Refused(N_("Punkten ligger inte i Sverige. Kontrollera graderna."))
    if not 0 < km <= LARGEST:
        raise Refused(N_("Radien ska vara mellan 0 och {most} kilometer. Skriv den inte i meter."), most=int(LARGEST))
    return Circle(point, km)


def read_polygon(text: str) -> tuple[Point, ...]:
    """Return the corners a person has typed, "59,05 16,55; 59,10 16,60; …", closed where they began.

    Raises `Refused` for fewer than three, and for a corner that is not in Sweden.
    """
    corners = []
    for typed in filter(None, (part.strip() for part in text.replace("\n", ";").split(";"))):
        parts = typed.replace(", ", " ").split()
        if len(parts) != 2:
            raise Refused(
                N_("Skriv varje hörn som latitud och longitud med semikolon mellan: 59,05 16,55; 59,10 16,60.")
            )
        corners.append(read_circle(parts[0], parts[1], "1").centre)
    if corners and corners[0] != corners[-1]:
        corners.append(corners[0])
    if len(corners) < LEAST_CORNERS:
        raise Refused(N_("Ett område behöver minst tre hörn."))
    return tuple(corners)


def within_sweden(point: Point) -> bool:
    """Return whether a point lies where Sweden does, roughly."""
    return SOUTH <= point.latitude <= NORTH and WEST <= point.longitude <= EAST


def distance(one: Point, other: Point) -> float:
    """Return how far it is between two points along the ground (km)."""
    lat1, lat2 = math.radians(one.latitude), math.radians(other.latitude)
    along = math.radians(other.longitude - one.longitude)
    chord = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(along / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(chord)))


def around(circle: Circle) -> tuple[Point, ...]:
    """Return the closed polygon around a circle: no part of what is warned falls outside it.

    A degree of longitude is half as long at 59° north as at the equator; each corner is placed by its bearing and
    distance on the globe, so that it is as far to the east as to the north.
    """
    lat, lon = math.radians(circle.centre.latitude), math.radians(circle.centre.longitude)
    far = circle.radius / math.cos(math.pi / CORNERS) / EARTH
    corners = []
    for number in range(CORNERS):
        bearing = 2 * math.pi * number / CORNERS
        to = math.asin(math.sin(lat) * math.cos(far) + math.cos(lat) * math.sin(far) * math.cos(bearing))
        beside = math.atan2(
            math.sin(bearing) * math.sin(far) * math.cos(lat), math.cos(far) - math.sin(lat) * math.sin(to)
        )
        corners.append(Point(math.degrees(to), math.degrees(lon + beside)))
    return (*corners, corners[0])


def polygon_text(points: tuple[Point, ...]) -> str:
    """Return points as CAP writes a polygon, exact to about ten centimetres."""
    return " ".join(f"{one.latitude:.6f},{one.longitude:.6f}" for one in points)


def circle_text(circle: Circle) -> str:
    """Return a circle as CAP writes it."""
    return f"{circle.centre.latitude:.6f},{circle.centre.longitude:.6f} {circle.radius:g}"
