"""The delegation table in the plan: read, changed with a refusal in words, and undone."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from krisapp.domain.delegation_rows import Delegation, PreApproval
from krisapp.ui.live import Live
from krisapp.ui.views.plan.table.delegation_dialog import DelegationDialog, PreApprovalDialog
from krisapp.ui.views.plan.table.delegations import Delegations
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.view import View

TODAY = "2027-06-11"


@pytest.fixture
def view(live: Live, home: QWidget, shown: Callable[[View], View]) -> PlanView:
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    live.planned.connect(made.refresh)
    made.go_to("delegation", "D3")
    return made


def line(view: PlanView, id: str) -> Delegation | PreApproval:
    return next(one for one in view.delegations.model.rows if one.id == id)


def words(page: Delegations, id: str) -> tuple[str, str, str]:
    found = next(one for one in page.model.rows if one.id == id)
    return page._title(found), page._detail(found), page._mark(found).word


def test_a_search_hit_is_shown_in_the_table(view: PlanView) -> None:
    assert view.delegations.isVisible()
    assert view.delegations.list.current.id == "D3"
    view.go_to("pre_approval", "F1")
    assert view.delegations.list.current.id == "F1"


def test_me6_a_line_says_who_what_by_which_decision_and_for_how_long(view: PlanView) -> None:
    title, detail, mark = words(view.delegations, "D2")
    assert title == "Kommunikationschef, kriskommunikationsansvarig: tjänstemannatexter"
    assert "2026:7" in detail
    assert "2030-12-31" in detail
    assert mark == "gäller"


def test_p49_the_form_offers_only_elected_roles_for_political_texts(view: PlanView) -> None:
    plan = view.live.workplace.plan
    dialog = DelegationDialog(plan, plan.delegations[0], TODAY, view.delegations._save, view)
    dialog.kind.choose("political")
    dialog.kind.chose.emit("political")
    assert {dialog.role.itemData(at) for at in range(dialog.role.count())} == {"KSO", "KLN"}
    dialog.close()


def test_a_line_is_changed_refused_in_words_and_undone(view: PlanView) -> None:
    plan = view.live.workplace.plan
    dialog = DelegationDialog(plan, plan.delegations[0], TODAY, view.delegations._save, view)
    dialog.show()
    dialog.valid_to.setText("i morgon")
    dialog.press()
    assert dialog.isVisible()
    dialog.valid_to.setText("2027-06-01")
    dialog.press()
    assert not dialog.isVisible()
    assert words(view.delegations, "D1")[2] == "har gått ut"

    view.changes.undo_latest()
    assert line(view, "D1").valid_to == ""


def test_a_template_is_approved_in_advance_by_somebody_who_may_and_taken_back(view: PlanView) -> None:
    plan = view.live.workplace.plan
    new = PreApproval(id="F9", rank=20, channel="", stage="first", role="", person="", decision="", valid_to="")
    dialog = PreApprovalDialog(plan, new, TODAY, view.delegations._save, view)
    dialog.show()
    dialog.channel.choose("C12")
    people = [dialog.by.itemData(at) for at in range(dialog.by.count())]
    assert {key.split()[0] for key in people} == {"KC"}
    dialog.decision.setText("Beslut 2027:1 (påhittat)")
    dialog.press()
    assert dialog.isVisible(), "without an end it is refused"
    dialog.valid_to.setText("2027-12-31")
    dialog.press()
    assert words(view.delegations, "F9")[2] == "gäller"

    view.delegations.list.choose("F9")
    view.delegations.remove_chosen()
    assert "F9" not in [one.id for one in view.delegations.model.rows]
