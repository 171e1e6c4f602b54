"""What replaces a draft as a whole: another stage, the words of the template, one of two drafts that stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from krisapp.domain import messages
from krisapp.domain.checks import Stage
from krisapp.domain.messages import Draft
from krisapp.domain.words import _
from krisapp.ui.attempt import attempt
from krisapp.ui.views.messages.returning import Returning
from krisapp.ui.views.messages.told import told
from krisapp.ui.widgets.dialog import ask

if TYPE_CHECKING:
    from krisapp.ui.live import Live
    from krisapp.ui.views.messages.editor import Editor


class Redrafting(QObject):
    """Listens to the editor's choices; whatever is replaced can be had back."""

    def __init__(self, live: "Live", editor: "Editor") -> None:
        super().__init__(editor)
        self._live, self._editor = live, editor
        editor.conflict.chose.connect(self._settle)
        editor.stage.chose.connect(self._restage)
        editor.restore.clicked.connect(self._restore)
        editor.back.clicked.connect(self._send_back)

    def _restage(self, stage: str) -> None:
        """Take the template's text of another stage; own words are asked for first."""
        editor, texts = self._editor, self._live.texts
        before = texts.stage(editor.id)
        if (editor.modified or editor.edited) and not ask(
            editor,
            _("Byta skede?"),
            _("Dina egna ord ersätts av mallens text för det nya skedet. Det går att ångra."),
            _("Byt skede"),
        ):
            editor.stage.choose(str(before))
            return
        self._replace(texts.template(editor.id, Stage(stage)), Stage(stage), _("Skedet är bytt."))

    def _restore(self) -> None:
        stage = self._editor.chosen_stage
        self._replace(self._live.texts.template(self._editor.id, stage), stage, _("Mallens text är tillbaka."))

    def _replace(self, source: str, stage: Stage, done: str) -> None:
        """Save another source, with the way back."""
        editor, texts = self._editor, self._live.texts
        id, old, before = editor.id, editor.source.toPlainText(), texts.stage(editor.id)

        def undo() -> None:
            attempt(editor, lambda: texts.save(id, old, before))

        editor.source.document().setModified(False)
        if attempt(editor, lambda: texts.save(id, source, stage)):
            told(editor, done, undo)

    def _settle(self, chosen: object) -> None:
        """Let one of two drafts that stand against each other be the draft."""
        if isinstance(chosen, Draft):
            id = self._editor.id
            act = messages.draft(
                self._live.incident, id, chosen.source, chosen.stage, edited=chosen.edited, mends=chosen.mends
            )
            self._editor.source.document().setModified(False)
            attempt(self._editor, lambda: self._live.do(act))

    def _send_back(self) -> None:
        if self._editor.store():
            dialog = Returning(self._live, self._editor.id, self._editor)
            dialog.run()
            dialog.deleteLater()
