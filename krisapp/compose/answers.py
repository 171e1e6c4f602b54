"""Questions with their answers (frågor och svar) as texts say them: those adopted in the incident."""

from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import sentence
from krisapp.domain.sheet import Answered


def answers_given(view: SheetView) -> Lines:
    """Return what residents ask and the answer, each a question and the lines beneath it."""
    return _told(view.value("answers"))


def staff_answers_given(view: SheetView) -> Lines:
    """Return what employees ask and the answer (rule P63), in the same form."""
    return _told(view.value("staff_answers"))


def _told(answers: tuple[Answered, ...]) -> Lines:
    return tuple(f"{one.question}\n{sentence(one.answer)}" for one in answers)
