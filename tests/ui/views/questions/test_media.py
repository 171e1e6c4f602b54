"""Media and rumours: noted, warned about, checked and answered by the keyboard alone."""

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from krisapp.domain.answering import press
from krisapp.domain.answering.enquiries import Received
from krisapp.domain.answering.rumours import Verdict
from krisapp.domain.sheet import Affected
from krisapp.domain.situation import set_fields
from krisapp.texts import Texts
from krisapp.ui.counts import counts
from krisapp.ui.views.overview_needs import needs
from krisapp.ui.views.questions.media_rows import media_rows
from krisapp.ui.views.questions.view import QuestionsView
from tests.ui.views.conftest import CHIEF, StandingClock
from tests.ui.views.keyboard import CTRL, entered, press_key, typed, words


def test_p44_a_journalist_is_noted_and_answered_without_the_mouse(questions: QuestionsView, qtbot: QtBot) -> None:
    incident = questions.live.incident
    entered(qtbot, "P4 Sörmland", "Hur många är sjuka?", "Ebba Provin", "070-174 06 40", "16.30")
    (enquiry,) = incident.enquiries.values()
    assert (enquiry.asked.medium, enquiry.asked.who, enquiry.asked.telephone) == (
        "P4 Sörmland",
        "Ebba Provin",
        "070-174 06 40",
    )
    assert enquiry.asked.deadline is not None
    assert f"{enquiry.asked.deadline:%H.%M}" == "16.30"
    assert questions.media.medium.hasFocus()
    assert questions.media.medium.text() == ""

    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Return)
    typed("Det vet vi inte ännu.")
    assert "rätt att själv lämna uppgifter till medier" in words(questions.media.pane)
    questions.media.pane.speaker.setFocus()
    press_key(qtbot, Qt.Key.Key_Down)
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert [reply.text for reply in enquiry.replies] == ["Det vet vi inte ännu."]
    assert questions.media.model.rows[0].mark.word == "besvarad"


def test_p48_a_gag_is_told_while_it_is_typed_and_never_saved(questions: QuestionsView, qtbot: QtBot) -> None:
    entered(qtbot, "TT", "Vem svarar?")
    press_key(qtbot, Qt.Key.Key_Down, CTRL)
    press_key(qtbot, Qt.Key.Key_Return)
    typed("Endast kommunchefen får uttala sig.")
    qtbot.waitUntil(lambda: "förbud att tala med medier" in words(questions.media.pane))
    questions.media.pane.speaker.choose(press.speakers(questions.live.incident)[0][0].id)
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert not next(iter(questions.live.incident.enquiries.values())).replies
    assert questions.media.pane.answer.text == "Endast kommunchefen får uttala sig."
    assert "Svaret kan inte sparas" in words(questions.media.pane)


def test_p47_an_hour_without_an_answer_is_told_everywhere_and_the_focus_stays(
    questions: QuestionsView, qtbot: QtBot, clock: StandingClock
) -> None:
    entered(qtbot, "TT", "Vem svarar?")
    live = questions.live
    questions.answers.question.clear()
    press_key(qtbot, Qt.Key.Key_3, CTRL)
    live.ticked.emit()
    clock.later(61)
    here = QApplication.focusWidget()
    live.ticked.emit()
    assert QApplication.focusWidget() is here
    assert "TT väntar på svar: Vem svarar?" in words(questions.window())
    assert counts(live)["questions"].number == 1
    assert [need.view for need in needs(live.incident, live.plan, live.now()) if need.key == "press"] == ["questions"]

    (id,) = live.incident.enquiries
    live.do(press.answer(live.incident, id, "Kommunchefen.", CHIEF, live.now()))
    live.ticked.emit()
    assert "TT väntar på svar" not in words(questions.window())


def test_p50_a_political_question_asks_why_another_answers(questions: QuestionsView, qtbot: QtBot) -> None:
    entered(qtbot, "TT", "Ska kommunen ersätta de drabbade?")
    pane = questions.media.pane
    questions.media.list.setFocus()
    pane.turn_political()
    assert "politisk, KSO svarar" in questions.media.model.rows[0].detail
    people = {role.id: person.id for person, role in press.speakers(questions.live.incident)}
    pane.speaker.setCurrentIndex(pane.speaker.findData(people["TAL"]))
    pane.speaker.chose.emit(people["TAL"])
    assert pane.reason.isVisible()


def test_p45_the_press_time_is_set_here_and_stands_in_the_press_release(questions: QuestionsView, qtbot: QtBot) -> None:
    questions.media.press_time.setFocus()
    entered(qtbot, "16.00", "stadshuset")
    assert "Nästa pressträff är kl. 16.00." in Texts(questions.live.desk).text("E5-C08.sv").text


def test_p45_a_deadline_that_is_no_time_is_refused_and_all_that_was_typed_stays(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    entered(qtbot, "TT", "Vem svarar?", "", "", "snart")
    assert not questions.live.incident.enquiries
    assert questions.media.question.text() == "Vem svarar?"
    assert "Skriv tiden som 14.10" in words(questions.media.entry)


def test_a_rumour_is_checked_answered_and_becomes_question_and_text_at_one_key(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    incident = questions.live.incident
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Skolan stänger hela veckan", "Facebook")
    (rumour,) = incident.rumours.values()
    pane = questions.rumours.pane
    pane.verdict.choose(Verdict.FALSE.value)
    pane.source.setFocus()
    entered(qtbot, "rektorn")
    assert rumour.verdict is Verdict.FALSE
    pane.question.setFocus()
    typed("Är det lektioner i morgon?")
    press_key(qtbot, Qt.Key.Key_Tab)
    typed("Ja, det är lektioner som vanligt.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    press_key(qtbot, Qt.Key.Key_F8)
    assert [one.question for one in incident.sheet.answers] == ["Är det lektioner i morgon?"]
    told = "Är det lektioner i morgon?\nJa, det är lektioner som vanligt."
    texts = Texts(questions.live.desk)
    assert told in texts.text("E1-C11.sv").text
    assert told in texts.text("E1-C01.sv").text
    assert "P34" not in {finding.rule for finding in texts.text("E1-C11.sv").findings}


def test_enter_on_a_rumour_nobody_has_checked_goes_to_the_check_and_afterwards_to_the_question(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Hela Sörmland är utan vatten.")
    page = questions.rumours
    page.list.setFocus()
    press_key(qtbot, Qt.Key.Key_Return)
    assert page.pane.verdict.hasFocus()

    page.pane.verdict.choose(Verdict.FALSE)
    page.pane.source.setText("VA-jouren")
    page.pane.verify()
    page.list.setFocus()
    press_key(qtbot, Qt.Key.Key_Return)
    assert page.pane.question.hasFocus()


def test_f9_a_question_that_says_the_rumour_again_is_refused_beside_it(questions: QuestionsView, qtbot: QtBot) -> None:
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Skolan stänger hela veckan")
    pane = questions.rumours.pane
    pane.question.setText("Stänger skolan hela veckan?")
    pane.answer.setFocus()
    typed("Skolan är öppen.")
    press_key(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Frågan upprepar ryktet" in words(pane)
    assert pane.answer.text == "Skolan är öppen."


def test_the_words_of_a_true_rumour_are_read_once_more_before_they_go_into_the_texts(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    press_key(qtbot, Qt.Key.Key_2, CTRL)
    entered(qtbot, "Vattnet kommer i kväll")
    pane = questions.rumours.pane
    pane.verdict.choose(Verdict.TRUE.value)
    pane.source.setFocus()
    entered(qtbot, "VA-jouren")
    rumours = questions.live.incident.rumours
    assert [one.verdict for one in rumours.values()] == [Verdict.UNVERIFIED]
    assert pane.words.hasFocus()
    assert "i kväll" in words(pane)

    pane.words.setText("Vattnet kommer tillbaka kl. 21.00.")
    assert "en annan dag" not in words(pane)
    press_key(qtbot, Qt.Key.Key_Return)
    assert [one.verdict for one in rumours.values()] == [Verdict.TRUE]
    assert questions.live.incident.sheet.facts[-1].text == "Vattnet kommer tillbaka kl. 21.00."


def test_p47_an_enquiry_says_what_is_left_to_its_deadline(questions: QuestionsView, qtbot: QtBot) -> None:
    live = questions.live
    due = live.now() + timedelta(minutes=17)
    live.do(Received("Radion", "Hur länge?", live.now(), deadline=due), Received("Tidningen", "När?", live.now()))

    marks = {row.title: row.mark.word for row in media_rows(live.incident, live.now())}
    assert marks == {"Hur länge?": "om 17 min", "När?": "väntat 0 min"}


def test_p14_an_answer_to_media_that_no_longer_holds_stands_on_top_and_says_what_holds_now(
    questions: QuestionsView, qtbot: QtBot
) -> None:
    live = questions.live
    live.do(set_fields(live.incident, {"affected": Affected(min=2300, max=2300, unit="kunder")}))
    for medium in ("Radion", "TT", "P4 Sörmland"):
        entered(qtbot, medium, "Hur många saknar ström?")
    off, first, second = live.incident.enquiries
    live.do(press.withdraw(live.incident, off, "Ställd två gånger."))
    speaker = press.speakers(live.incident)[0][0].id
    live.do(press.answer(live.incident, first, "Det vet vi inte ännu.", speaker, live.now()))
    live.do(press.answer(live.incident, second, "Omkring 2 300 kunder saknar ström.", speaker, live.now()))

    live.do(set_fields(live.incident, {"affected": Affected(min=2100, max=2100, unit="kunder")}))

    assert [(row.id, row.mark.word) for row in questions.media.model.rows] == [
        (second, "svaret gäller inte"),
        (first, "besvarad"),
        (off, "avskriven"),
    ]
    questions.media.choose(second)
    assert "Svaret sade ”2 300”. I läget står nu ”2\u202f100”." in words(questions.media.pane)
    assert "Ring P4 Sörmland" in words(questions.media.pane)
