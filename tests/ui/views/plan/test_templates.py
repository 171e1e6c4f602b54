"""The template editor (ME13): blanks by their value, preview while typing, drafts, trial, versions and undo."""

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from krisapp.ui.live import Live
from krisapp.ui.views.messages.blank_list import BlankList
from krisapp.ui.views.plan.template.template_adopting import AdoptDialog
from krisapp.ui.views.plan.template.template_editor import TemplateEditor
from krisapp.ui.views.plan.template.template_versions import VersionsDialog, versions
from krisapp.ui.views.plan.view import PlanView
from krisapp.ui.views.view import View
from tests.ui.views.keyboard import CTRL, press_key

SMS = "C05-sms.j2"
HOSTILE = (
    "<< sender.__class__ >>",
    "<% for a in staff_by_manager %><% for b in staff_by_manager %><% endfor %>",
    "<% include '/etc/passwd' %>",
    "<< 'a' * 300000000 >>",
    "{{ headline.__class__.__mro__ }}",
    "{% for a in headline %}a{% endfor %}",
    "<% include 'C05-sms.j2' %>",
    "a" * 30_000,
)


@pytest.fixture
def view(live: Live, home: QWidget, shown: Callable[[View], View]) -> PlanView:
    made = shown(PlanView(live, home))
    assert isinstance(made, PlanView)
    live.planned.connect(made.refresh)
    made.go_to("template", SMS)
    return made


@pytest.fixture
def editor(view: PlanView, qtbot: QtBot) -> TemplateEditor:
    made = TemplateEditor(view.live, view.changes, SMS, view)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def typed_last(editor: TemplateEditor, text: str) -> None:
    editor.source.moveCursor(editor.source.textCursor().MoveOperation.End)
    editor.source.setFocus()
    editor.source.insertPlainText(text)


def tried(editor: TemplateEditor, act: Callable[[AdoptDialog], None]) -> None:
    """Press Prova och anta, and do something in the dialog that opens."""

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AdoptDialog)
        dialog.finish()
        act(dialog)
        if dialog.isVisible():
            dialog.done(0)

    QTimer.singleShot(0, there)
    editor.press()


def adopt(dialog: AdoptDialog) -> None:
    dialog.note.setText("Kortare avslut")
    dialog.press()


def test_enter_on_a_template_opens_its_editor(view: PlanView, qtbot: QtBot) -> None:
    opened: list[str] = []

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TemplateEditor)
        opened.append(dialog.template)
        dialog.done(0)

    view.things.setFocus()
    QTimer.singleShot(0, there)
    press_key(qtbot, Qt.Key.Key_Return)

    assert opened == [SMS]


def test_the_preview_follows_what_is_typed_within_a_tenth_of_a_second(editor: TemplateEditor) -> None:
    typed_last(editor, "\nKom till torget.")
    start = perf_counter()
    editor.follow()

    assert perf_counter() - start < 0.1
    assert "Kom till torget." in editor.preview.text


def test_a_blank_is_chosen_by_what_it_says_and_put_at_the_cursor(editor: TemplateEditor) -> None:
    values: list[str] = []

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BlankList)
        dialog.search.setText("lokalradio")
        values.append(dialog.list.current.value)
        dialog.press()

    typed_last(editor, "\n")
    QTimer.singleShot(0, there)
    editor.insert_blank()

    assert values[0]
    assert "{{ radio }}" in editor.text.splitlines()[-1]


def test_a_fault_is_told_with_line_and_place_and_underlined(editor: TemplateEditor) -> None:
    typed_last(editor, "\nHej {{ headlin }}")
    editor.follow()
    line = editor.text.count("\n") + 1

    assert f"Rad {line}, tecken 5" in editor.fault.text()
    assert "headline" in editor.fault.text()
    (mark,) = editor.source.extraSelections()
    assert mark.cursor.selectedText() == "{{ headlin }}"

    editor.go_to_fault()
    assert editor.source.textCursor().selectedText() == "{{ headlin }}"


@pytest.mark.parametrize("attack", HOSTILE)
def test_se5_a_hostile_template_is_refused_in_words_and_never_adopted(editor: TemplateEditor, attack: str) -> None:
    start = perf_counter()
    editor.source.show_source(attack)
    editor.follow()

    assert perf_counter() - start < 2
    assert editor.fault.text()
    editor.press()
    assert not editor.result()
    assert editor.banner.text
    assert attack not in [one.text for one in editor._live.workplace.plan.templates]


def test_a_draft_is_kept_with_who_and_when_and_nothing_is_written_from_it(
    editor: TemplateEditor, view: PlanView, qtbot: QtBot
) -> None:
    live = view.live
    before = live.workplace.plan
    typed_last(editor, "\nUtkastets rad.")
    qtbot.keyClick(editor.source, Qt.Key.Key_S, CTRL)

    draft = live.workplace.plans.drafts()[SMS]
    assert draft.text.endswith("Utkastets rad.")
    assert (draft.by, draft.at) == (live.person, live.now())
    assert live.workplace.plan == before
    assert "Utkast av" in editor.standing.text()
    again = TemplateEditor(live, view.changes, SMS, view)
    qtbot.addWidget(again)
    assert again.text == draft.text
    marks = {thing.id: thing.mark for thing in view.model.rows}
    assert marks[SMS] is not None and marks["C01-web.j2"] is None


def test_a_template_that_stops_a_text_cannot_be_adopted_and_shows_which(editor: TemplateEditor) -> None:
    typed_last(editor, "\n" + "Det här är en alldeles för lång rad för ett sms. " * 12)
    told: list[str] = []

    def there(dialog: AdoptDialog) -> None:
        told.append(dialog.told.text())
        assert not dialog.confirm.isEnabled()
        failure = dialog.failures[-1]
        dialog.list.choose((failure.incident, failure.audience, failure.channel, failure.stage))
        dialog.list.opened.emit(failure)

    tried(editor, there)

    assert "kan inte antas" in told[0]
    assert not editor.result()
    assert "alldeles för lång" in editor.preview.text
    assert any(row.finding.rule == "C05" for row in editor.rows.rows)


def test_a_template_that_holds_is_adopted_with_a_note_and_can_be_undone(editor: TemplateEditor, view: PlanView) -> None:
    live = view.live
    frozen = live.plan
    old = editor._adopted
    new = old.replace("Tack för ditt tålamod.", "Tack för tålamodet.")
    assert new != old
    editor.source.write_over(new)
    tried(editor, adopt)

    store, place = live.workplace.plans, ("template", (SMS,))
    assert editor.result()
    assert [one.text for one in live.workplace.plan.templates if one.id == SMS] == [new]
    assert live.plan == frozen
    found = versions(live.workplace.plan, SMS, store.history_of(place))
    assert [(one.number, one.text, one.note, one.in_force) for one in found] == [
        (2, new, "Kortare avslut", True),
        (1, old, "", False),
    ]

    view.changes.undo_latest()
    assert [one.text for one in live.workplace.plan.templates if one.id == SMS] == [old]


def test_a_version_needs_a_sentence_about_what_is_new(editor: TemplateEditor) -> None:
    editor.source.write_over(editor._adopted.replace("Tack för ditt tålamod.", "Tack för tålamodet."))
    said: list[str] = []

    def there(dialog: AdoptDialog) -> None:
        dialog.press()
        said.append(dialog.banner.text)

    tried(editor, there)
    assert "vad som är nytt" in said[0]
    assert not editor.result()


def test_the_trial_goes_on_by_itself_and_ends_with_the_dialog(editor: TemplateEditor, qtbot: QtBot) -> None:
    text = editor._adopted.replace("Tack för ditt tålamod.", "Tack för tålamodet.")
    plan = editor._live.workplace.plan
    dialog = AdoptDialog(plan, SMS, text, editor._grounds.invented(), editor._adopt, editor)
    qtbot.addWidget(dialog)
    assert dialog.busy and not dialog.confirm.isEnabled()
    qtbot.waitUntil(lambda: dialog._last.texts > 0, timeout=20_000)
    dialog.reject()
    assert not dialog.busy


def test_a_former_version_is_compared_and_taken_back_into_the_editor(editor: TemplateEditor, view: PlanView) -> None:
    live, old = view.live, editor._adopted
    editor.source.write_over(old.replace("Tack för ditt tålamod.", "Tack för tålamodet."))
    tried(editor, adopt)
    shown: list[str] = []

    def there() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, VersionsDialog)
        dialog.list.choose(1)
        shown.append(dialog.difference.toPlainText())
        dialog.press()

    again = TemplateEditor(live, view.changes, SMS, view)
    QTimer.singleShot(0, there)
    again.show_versions()

    assert "-Tack för ditt tålamod." in shown[0] and "+Tack för tålamodet." in shown[0]
    assert again.text == old
    again.done(0)


def test_a_stored_incident_of_the_workplace_can_be_tried_on(editor: TemplateEditor) -> None:
    stored = [key for key, ground in editor._grounds.all.items() if not ground.invented]
    assert len(stored) == 1
    invented = editor.preview.text
    editor.incident.choose(stored[0])
    editor.follow()
    assert "Malmköping" in editor.preview.text and editor.preview.text != invented


def test_a_block_is_shown_in_the_texts_that_include_it(view: PlanView, qtbot: QtBot) -> None:
    block = TemplateEditor(view.live, view.changes, "blocks/next.j2", view)
    qtbot.addWidget(block)
    block.source.setFocus()
    typed_last(block, "\nExtra rad sist.")
    block.follow()
    assert block.channel.key == "C01"
    assert "Extra rad sist." in block.preview.text
