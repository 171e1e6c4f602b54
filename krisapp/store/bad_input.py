"""A file from outside that cannot be used, said in one sentence: file, place and remedy."""

from pathlib import Path

from krisapp.domain.words import N_, _


class BadInput(Exception):
    """A file cannot be used as it is (felaktig fil).

    `str()` is one sentence in the language in force: "facts.yaml, rad 12: …". The sentence is kept
    apart from its values so that it can be translated when it is shown. `line` is None when the
    fault is of the whole file.
    """

    def __init__(self, path: Path | str, line: int | None, sentence: str, /, **values: object) -> None:
        super().__init__(sentence)
        self.path = Path(path)
        self.line = line
        self.sentence = sentence
        self.values = values

    @property
    def fault(self) -> str:
        """Return the sentence without file and line, for a dialog that shows them elsewhere."""
        return _(self.sentence).format(**self.values)

    def __str__(self) -> str:
        where = N_("{file}: {fault}") if self.line is None else N_("{file}, rad {line}: {fault}")
        return _(where).format(file=self.path.name, line=self.line, fault=self.fault)
