"""The site over time: what is on it, what is not, and what is left when it is taken away from one place."""

from krisapp.domain.site_history import Publications, SitePublished, SiteWithdrawn, not_on_site
from tests.domain.sitting import Sitting

WEB, PRESS = ("E1-C01.sv", 1), ("E5-C08.sv", 1)


def published(where: str, *texts: tuple[str, int]) -> SitePublished:
    return SitePublished(where, texts, 1, 0, "0" * 64)


def test_nothing_is_missing_before_the_first_publication_and_what_came_later_is_missing_after_it() -> None:
    sitting = Sitting()
    assert not_on_site(sitting.incident, (WEB,)) == ()
    sitting.do(published("/webb", WEB))
    assert not_on_site(sitting.incident, (WEB, PRESS)) == (PRESS,)
    sitting.do(published("/webb", WEB, PRESS))
    assert not_on_site(sitting.incident, (WEB, PRESS)) == ()


def test_taking_it_away_from_one_place_leaves_the_others_as_the_last() -> None:
    sitting = Sitting()
    sitting.do(published("/webb", WEB))
    sitting.do(published("/usb", WEB, PRESS))
    history = sitting.incident.part(Publications)
    sitting.do(SiteWithdrawn("/usb", history.at("/usb"), 3))
    assert history.latest is not None
    assert history.latest[0].where == "/webb"
    assert history.at("/usb") == ()


def test_nothing_is_missing_once_it_is_taken_away_everywhere() -> None:
    sitting = Sitting()
    sitting.do(published("/webb", WEB))
    history = sitting.incident.part(Publications)
    sitting.do(SiteWithdrawn("/webb", history.at("/webb"), 3))
    assert history.latest is None
    assert not_on_site(sitting.incident, (WEB, PRESS)) == ()


def test_a_withdrawal_undoes_only_the_publications_it_knew_of() -> None:
    sitting = Sitting()
    sitting.do(published("/webb", WEB))
    history = sitting.incident.part(Publications)
    known = history.at("/webb")
    sitting.do(published("/webb", WEB, PRESS))
    sitting.do(SiteWithdrawn("/webb", known, 3))
    assert history.latest is not None
    assert history.latest[0].texts == (WEB, PRESS)
