"""Contacts as text in columns (CSV): any delimiter, any of the encodings that spreadsheets here write."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from krisapp.domain.contacts.contact_import import SourceRow
from krisapp.domain.words import N_
from krisapp.store.bad_input import BadInput

DELIMITERS = (";", ",", "\t", "|")
"""What may stand between cells, the most usual here first."""

_SAMPLE = 50
_BROKEN = N_("Citattecknen på raden går inte ihop. Rätta dem.")
_NO_TEXT = N_("Filen är ingen lista med kontakter. Välj en fil med CSV, Excel eller vCard.")


def decode(content: bytes, path: Path) -> str:
    """Return a file's text: UTF-8 or UTF-16 with or without a mark, or else Windows-1252.

    Raises `BadInput` when it is no text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _decoded(content, (encoding,), path)
    zeros = content[:4096].count(0)
    if zeros > len(content[:4096]) // 4:
        # Text in UTF-16 has a zero in every second byte: the first of a pair, or the last.
        first = content[:4096:2].count(0) > content[1:4096:2].count(0)
        return _decoded(content, ("utf-16-be" if first else "utf-16-le",), path)
    if zeros:
        raise BadInput(path, None, _NO_TEXT)
    return _decoded(content, ("utf-8", "cp1252"), path)


def _decoded(content: bytes, encodings: tuple[str, ...], path: Path) -> str:
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(sign < " " and sign not in "\t\r\n\f" for sign in text[:4096]) > 40:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise BadInput(path, None, _NO_TEXT)


def read(text: str) -> Iterator[SourceRow]:
    """Give the rows of a text, each with the line it begins on. A line with broken quotes is a row with a fault."""
    lines = text.split("\n")
    at = 0
    said = lines[0].strip().lower()
    if said.startswith("sep=") and len(said) == len("sep=") + 1:
        delimiter, at = lines[0].strip()[-1], 1
    else:
        delimiter = delimiter_of(lines)
    while at < len(lines):
        reader = csv.reader(_with_breaks(lines, at), delimiter=delimiter, strict=True)
        start = at
        try:
            for cells in reader:
                yield SourceRow(start + 1, tuple(cells))
                start = at + reader.line_num
        except csv.Error:
            # The row that the fault is in began at `start`; the lines after it are read on their own.
            yield SourceRow(start + 1, tuple(lines[start].split(delimiter)), _BROKEN)
            start += 1
        at = start


def delimiter_of(lines: list[str]) -> str:
    """Return what stands between the cells: what gives the most rows the same number of columns, more than one."""
    sample = [line for line in islice(lines, _SAMPLE) if line.strip()]

    def fit(delimiter: str) -> tuple[int, int]:
        counts = Counter(_columns(line, delimiter) for line in sample)
        columns, rows = max(counts.items(), key=lambda one: (one[0] > 1, one[1], one[0]), default=(1, 0))
        return (rows, columns) if columns > 1 else (0, 0)

    return max(DELIMITERS, key=fit)


def _columns(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter, strict=True), []))
    except csv.Error:
        return 0  # quotes that do not go together speak against a delimiter


def _with_breaks(lines: list[str], start: int) -> Iterator[str]:
    for at in range(start, len(lines)):
        yield f"{lines[at]}\n"
