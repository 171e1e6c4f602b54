"""Bring the catalogues up to the strings of the code: new ones come in empty, dropped ones go, the rest are kept.

Run by `make strings`. The header has neither dates nor tools and no entry says where its string stands, so the same
strings give the same bytes, and a catalogue changes only where words do. Ends with 1 and a list if a string lacks its
translation.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
TRANSLATIONS = Path("resources/translations")


class Quiet(Catalog):
    """A catalogue whose header only says what a reader of it must know."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header as names and values."""
        return [
            ("Language", str(self.locale)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
        ]


def renew(path: Path, language: str) -> list[str]:
    """Write a language's catalogue anew, as text and compiled; return the strings without a translation."""
    known = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    catalogue = Quiet(
        locale=language, fuzzy=False, header_comment="# Krisapp, translations of the interface. The source is Swedish."
    )
    for _file, _line, source, _comments, _context in extract_from_dir("krisapp", keywords=KEYWORDS):
        before = known.get(source)
        # What has got a plural, or lost it, is translated anew.
        same = before is not None and isinstance(before.id, str) == isinstance(source, str)
        catalogue.add(source, before.string if before is not None and same else None)
    with path.open("wb") as file:
        write_po(file, catalogue, sort_output=True, width=0)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    return [str(message.id) for message in catalogue if message.id and not (message.string and all(message.string))]


missing = []
for catalogue in sorted(TRANSLATIONS.glob("*/LC_MESSAGES/krisapp.po")):
    missing += [f"{catalogue}: {source}" for source in renew(catalogue, catalogue.parts[-3])]
sys.exit("\n".join(missing) or 0)
