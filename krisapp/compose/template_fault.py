"""What is wrong with a template or a draft, in one sentence with its line (mallfel)."""

from collections.abc import Iterable
from difflib import get_close_matches

from krisapp.domain.words import _


class TemplateFault(ValueError):
    """A template or a draft that cannot be used: its line from 1, why in a sentence, and what was likely meant."""

    def __init__(self, line: int, sentence: str, suggestion: str = "", template: str = "") -> None:
        super().__init__(line, sentence, suggestion, template)
        self.line = line
        self.sentence = sentence
        self.suggestion = suggestion
        self.template = template

    def __str__(self) -> str:
        place = _("Rad {line}").format(line=self.line)
        if self.template:
            place = _("{template}, rad {line}").format(template=self.template, line=self.line)
        meant = _("Menade du {name}?").format(name=self.suggestion) if self.suggestion else ""
        return " ".join(part for part in (f"{place}:", self.sentence, meant) if part)

    def within(self, template: str) -> "TemplateFault":
        """Return the same fault, saying which template it is in."""
        return self if self.template else TemplateFault(self.line, self.sentence, self.suggestion, template)


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the known name most like the one written, or an empty text if none is near."""
    found = get_close_matches(name, sorted(names), n=1, cutoff=0.6)
    return found[0] if found else ""
