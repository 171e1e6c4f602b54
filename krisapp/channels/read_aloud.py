"""The part of a text that is read aloud where a form or an instruction stands before it."""

from collections.abc import Callable

from krisapp.channels.exercise_marks import without_marks
from krisapp.domain.checks import Check, Context, Finding, Severity
from krisapp.domain.language.lix import counts
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _


def under(heading: str) -> Callable[[str], str]:
    """Return what gives the part of a text under a heading, without exercise marks; the whole without the heading."""

    def part(text: str) -> str:
        lines = without_marks(text.split("\n"))
        return "\n".join(lines[lines.index(heading) + 1 :] if heading in lines else lines).strip()

    return part


def words_between(least: int, most: int, heading: str) -> Check:
    """Return a check that the part under a heading has as many words as can be said in its time."""
    read = under(heading)

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        count = counts(read(text)).words
        if least <= count <= most:
            return []
        asked = _("Högst {most} ord.") if not least else _("Mellan {least} och {most} ord.")
        return [
            Finding(
                context.channel,
                Severity.WARNING,
                (0, len(text)),
                _("Texten som läses upp har {count} ord.").format(count=count)
                + " "
                + asked.format(least=least, most=most),
                _("Stryk det som minst behövs.") if count > most else _("Skriv mer om vad som hotar och vad man gör."),
            )
        ]

    return check
