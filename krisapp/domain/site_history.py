"""The emergency site over time (webbplatsens historik): where it was published, by whom, and what stands on it."""

from typing import TYPE_CHECKING

import msgspec

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.words import N_

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

Version = tuple[str, int]
"""A text that went out: its message, and its number in the chain."""


class Publications(msgspec.Struct):
    """Every publication so far, in the agreed order, and the entries of those that were taken away again."""

    made: "list[tuple[SitePublished, Stamp]]" = msgspec.field(default_factory=list)
    withdrawn: set[str] = msgspec.field(default_factory=set)

    @property
    def latest(self) -> "tuple[SitePublished, Stamp] | None":
        """Return the last publication that has not been withdrawn, wherever it was."""
        return next((one for one in reversed(self.made) if one[1].id not in self.withdrawn), None)

    def at(self, where: str) -> tuple[str, ...]:
        """Return the entries of the publications that stand in a place."""
        return tuple(stamp.id for one, stamp in self.made if one.where == where and stamp.id not in self.withdrawn)


@event("site.published")
class SitePublished(Event, frozen=True):
    """The site was published: where, which texts are on it, and how many files were written and taken away.

    `where` is a folder or a server as people name it. `sha256` is of the list of all files with their sums.
    """

    where: str
    texts: tuple[Version, ...]
    written: int
    removed: int
    sha256: str

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember what is on the site, and log it."""
        incident.part(Publications).made.append((self, stamp))
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Webbplatsen är publicerad i {where}: {texts} texter, {written} nya eller ändrade filer."),
            where=self.where,
            texts=str(len(self.texts)),
            written=str(self.written),
        )


@event("site.withdrawn")
class SiteWithdrawn(Event, frozen=True):
    """The site was taken away from where it was published. `publications` are the entries it undoes."""

    where: str
    publications: tuple[str, ...]
    removed: int

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Remember that nothing of these publications stands, and log it."""
        incident.part(Publications).withdrawn.update(self.publications)
        incident.note(stamp, Kind.COMMUNICATION, N_("Webbplatsen är borttagen från {where}."), where=self.where)


def not_on_site(incident: "Incident", wanted: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return which of the texts that belong on the site are not on it; none while no site is published."""
    latest = incident.part(Publications).latest
    if latest is None:
        return ()
    there = set(latest[0].texts)
    return tuple(version for version in wanted if version not in there)
