"""Whether the answers a text tells still agree with the fact sheet (rule 6.7): one that does not stops the text."""

from krisapp.domain.checks import AGREEMENT, Context, Finding, Severity
from krisapp.domain.sheet import Answered, Sheet
from krisapp.domain.words import _


def outlived_answers(text: str, sheet: Sheet, _context: Context) -> list[Finding]:
    """Find answers that say otherwise than the sheet does now, each where its question stands in the text."""
    found = []
    for one in (*sheet.answers, *sheet.staff_answers):
        start = text.find(one.question) if one.outlived else -1
        if start >= 0:
            span = (start, start + len(one.question))
            found.append(
                Finding(
                    AGREEMENT,
                    Severity.STOP,
                    span,
                    against_sheet(one),
                    _("Rätta svaret i Frågor, under Frågor och svar, eller ta det ur texterna."),
                )
            )
    return found


def against_sheet(one: Answered) -> str:
    """Return in a sentence how an answer disagrees with the sheet."""
    words, right = one.outlived[0]
    if right:
        return _("Svaret på ”{question}” säger ”{words}”, men i läget står ”{right}”.").format(
            question=one.question, words=words, right=right
        )
    return _("Svaret på ”{question}” säger ”{words}”, och det står inte längre i läget.").format(
        question=one.question, words=words
    )
