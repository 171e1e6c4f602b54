"""The page P4 och VMA: weighed, read, called and read back, with nothing claimed."""

from pathlib import Path

from krisapp.domain.approval import approve
from krisapp.domain.checks import Stage
from krisapp.domain.delegation import TextKind, entitled
from krisapp.domain.leading.task.incoming import Reports
from krisapp.domain.messages import Rendering, draft
from krisapp.domain.release import Reason, release
from krisapp.domain.warning import Step, steps_of
from krisapp.ui.live import Live
from krisapp.ui.views.reaching.view import ReachView
from krisapp.ui.views.reaching.vma_files import MESSAGE
from krisapp.ui.views.reaching.vma_page import VmaPage
from tests.ui.views.reaching.screen import view

__all__ = ["view"]


def _page(view: ReachView) -> VmaPage:
    view.show_item("vma")
    found = view.page
    assert isinstance(found, VmaPage)
    return found


def test_before_a_decision_it_says_what_to_do_and_nothing_can_be_reported(view: ReachView) -> None:
    page = _page(view)
    assert "Ingenting är begärt" in page.timer.text()
    assert not page.report_button.isEnabled()
    assert page.text.toPlainText().startswith("Viktigt meddelande till allmänheten")
    assert "sekunder" in page.pace_line.text()


def test_the_answers_and_the_points_go_to_the_log(view: ReachView, live: Live) -> None:
    page = _page(view)
    page.danger.setChecked(True)
    page.urgent.setChecked(True)
    assert "omedelbart" in page.outcome.text()
    page.weigh()
    assert "VMA övervägt" in live.incident.log[-1].text
    for tick in page.points.values():
        tick.setChecked(True)
    page.check()
    assert "5 av 5" in live.incident.log[-1].text


def test_the_call_goes_step_by_step_and_reading_back_needs_every_sentence(view: ReachView, live: Live) -> None:
    live.do(draft(live.incident, MESSAGE, "Text att läsa upp\nGå inomhus.\nStäng fönster.", Stage.FIRST, edited=True))
    chief = entitled(live.plan, TextKind.VMA, live.now().date())[0]
    live.do(approve(live.incident, MESSAGE, Rendering("Text att läsa upp\nGå inomhus.\nStäng fönster.", ()), chief))
    live.do(release(live.incident, MESSAGE, Reason.KNOWN, "prov"))
    page = _page(view)
    assert "Ring SOS Alarm nu" in page.timer.text()
    for step in (Step.CALLED, Step.CONFIRMED):
        page.step.choose(step)
        page.report()
    assert "sedan SOS Alarm ringdes" in page.timer.text()
    page.step.choose(Step.READ_BACK)
    page.report()
    assert len(steps_of(live.incident, MESSAGE)) == 2
    for tick in page.heard:
        tick.setChecked(True)
    page.report()
    assert [one.step for one in steps_of(live.incident, MESSAGE)][-1] is Step.READ_BACK


def test_an_alert_of_others_comes_in_as_reports_and_an_attack_is_refused_where_one_looks(
    view: ReachView, live: Live
) -> None:
    samples = Path(__file__).parents[3] / "documents" / "cap" / "samples"
    page = _page(view)
    page.files.take_in(samples / "sweden_smhi_2019_single_valid.cap")
    assert len(live.incident.part(Reports).by_id) == 1
    page.files.take_in(samples / "attack_xxe_entity.cap")
    assert len(live.incident.part(Reports).by_id) == 1
