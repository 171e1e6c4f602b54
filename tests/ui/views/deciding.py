"""What the tests of decisions share: the page, a decision made on it, and pressing a dialog that must not refuse."""

import pytest

from krisapp.domain.leading.decision import deciding
from krisapp.domain.leading.decision.decisions import Decision, Decisions, Formulation
from krisapp.ui.views.lead.decision.decisions_page import DecisionsPage
from krisapp.ui.views.lead.view import LeadView
from krisapp.ui.widgets.dialog import Dialog


@pytest.fixture
def page(lead: LeadView) -> DecisionsPage:
    """Give the page Beslut with the focus where one begins."""
    lead.turn_to("decisions")
    shown = lead.page
    assert isinstance(shown, DecisionsPage)
    shown.start()
    return shown


def decisions(page: DecisionsPage) -> Decisions:
    """Return the decisions of the incident."""
    return page.live.incident.part(Decisions)


def decided(page: DecisionsPage, text: str = "Förskolan ska koka vattnet.", **more: object) -> Decision:
    """Make a decision and show it."""
    live = page.live
    made = Formulation(text, live.now(), "folke", "KC", **more)  # type: ignore[arg-type] # fields by name
    (stamp,) = live.desk.do(deciding.decide(live.incident, made, live.now()))
    page.choose(stamp.id)
    return decisions(page).by_id[stamp.id]


def pressed(dialog: Dialog) -> None:
    """Confirm a dialog."""
    dialog.press()
    assert not dialog.banner.isVisible(), dialog.banner.text
