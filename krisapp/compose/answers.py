"""Questions with their answers (frågor och svar) as texts say them: those adopted in the incident."""

from krisapp.compose.advice_lines import advised
from krisapp.compose.listed_lines import open_closed
from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import sentence
from krisapp.domain.sheet import Answered


def answering(view: SheetView) -> Lines:
    """Return what questions are answered from: what to do, and what is open and closed."""
    return (*advised(view), *open_closed(view))


def answers_given(view: SheetView) -> Lines:
    """Return what residents ask and the answer, each a question and the lines beneath it."""
    return _told(view.value("answers"))


def staff_answers_given(view: SheetView) -> Lines:
    """Return what employees ask and the answer (rule P63), in the same form."""
    return _told(view.value("staff_answers"))


def _told(answers: tuple[Answered, ...]) -> Lines:
    return tuple(f"{one.question}\n{sentence(one.answer)}" for one in answers)
