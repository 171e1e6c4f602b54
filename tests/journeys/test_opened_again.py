"""An incident that is opened again, or exported, tells its people by the names it told before."""

from pathlib import Path

from krisapp.domain.answering import press
from krisapp.exporting import export
from krisapp.ui.live import Live
from krisapp.workplace import Workplace


def test_an_answer_to_the_press_names_its_speaker_also_after_a_restart(
    live: Live, workplace: Workplace, tmp_path: Path
) -> None:
    incident, path = live.incident, live.desk.path
    live.do(press.receive(medium="P4 Sörmland", question="Hur många är drabbade?", now=live.now()))
    (asked,) = incident.enquiries
    live.do(press.answer(incident, asked, "Vi vet inte än.", "folke.stenhagenius", live.now()))
    said = incident.log[-1].text
    assert incident.name_of("folke.stenhagenius") in said
    live.close()

    live.open(workplace.open(path))
    assert live.incident.log[-1].text == said
    live.close()

    export(path, "text", tmp_path / "log.txt")
    assert said in (tmp_path / "log.txt").read_text()
