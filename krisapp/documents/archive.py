"""The archive package (arkivpaket), domain handbook 11.3: a folder that can be read and verified without the program.

PDF/A for people, CSV for spreadsheets, JSON and the signed entries for programs, and a list of checksums over it all.
The same journal gives the same bytes: the package is dated by its last entry, not by the watch.
"""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from krisapp.documents.archive_tables import Source, tables
from krisapp.documents.csv_table import csv_table
from krisapp.documents.html import page
from krisapp.documents.minutes import minutes_text
from krisapp.documents.picture_text import picture_text
from krisapp.documents.record_copy import copy_pdf
from krisapp.documents.task_tables import task_tables
from krisapp.domain.chain import Reading
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import stamp
from krisapp.domain.leading.meeting.meetings import Meetings
from krisapp.domain.leading.picture.picture import Pictures
from krisapp.domain.records.record_copies import Copy, Part, Selection, take_out
from krisapp.domain.records.redaction import Redaction
from krisapp.domain.run import RunStarted
from krisapp.domain.words import N_, _, ngettext

CONTENTS, SUMS, MASKED = "00_innehall.txt", "99_kontrollsummor.sha256", "maskerad/"

PAGE_LINES = 500
"""Lines of the log in one PDF: a longer one takes much memory to lay out and long to open."""

HOW = N_(
    "SÅ KONTROLLERAS PAKETET UTAN PROGRAMMET\n"
    "Linux och macOS: öppna en terminal i mappen och skriv  sha256sum -c 99_kontrollsummor.sha256\n"
    "(på macOS: shasum -a 256 -c 99_kontrollsummor.sha256). Varje fil ska få OK.\n"
    "Windows: skriv  certutil -hashfile FIL SHA256  och jämför med raden i 99_kontrollsummor.sha256.\n"
    "\n"
    "SÅ KONTROLLERAS JOURNALEN UTAN PROGRAMMET\n"
    "Varje rad i 12_journal/poster.jsonl är en post. raw, sig, salt och body är Base64.\n"
    "1. id är SHA-256 av raw följt av sig.\n"
    "2. raw är JSON: s är kedjan, n numret i den, p id på posten före i samma kedja.\n"
    "3. bh i raw är SHA-256 av salt följt av body. Är body null är innehållet gallrat enligt beslut.\n"
    "4. sig är en Ed25519-underskrift av raw. Nyckeln står som key i kedjans första post.\n"
    "   Kedjans namn är de 16 första byten av SHA-256 över key följt av r, i hex."
)

_ABOUT = (
    ("01_logg", N_("loggen med alla poster, deras id, kedja och nummer")),
    ("02_beslut", N_("besluten med grund och läge")),
    ("03_fakta", N_("varje version av varje uppgift, i tidsordning")),
    ("04_meddelanden", N_("varje text som gick ut, med godkännare, tid och kontrollsumma")),
    ("05_lagesbilder", N_("de fastställda lägesbilderna")),
    ("06_motesanteckningar", N_("mötesanteckningarna")),
    ("07_bemanning", N_("bemanningen, kan omfattas av sekretess")),
    ("08_media_och_fragor", N_("frågor från medier och invånare, med svar")),
    ("09_rykten", N_("rykten och vad de visade sig vara")),
    ("10_bilagor", N_("planen, uppdrag, det som kom in, pappersblad, utlämningar och kontrollkoder")),
    ("12_journal", N_("journalens poster som de skrevs under, och allt som JSON")),
    ("maskerad", N_("samma sak med det hemliga maskat och lagrummet på dess plats")),
)


class Piece(NamedTuple):
    """A file of the package: its path within it, with slashes, and its content."""

    name: str
    content: bytes


class Package(NamedTuple):
    """What a package is made of: the incident, its reading, its plan, and the two forms of its journal."""

    incident: Incident
    reading: Reading
    plan: bytes | None
    signed: bytes
    values: bytes

    @property
    def until(self) -> datetime:
        """Return when the last entry was written, which is what the package is dated by."""
        return max(stamp.at for stamp, _happened, _kind in self.reading.entries)


def pieces(package: Package) -> Iterator[Piece]:
    """Give every file of the package, the list of contents and the checksums last. An exercise is marked (rule P62)."""
    sums: list[tuple[str, str, int]] = []
    for piece in _all(package):
        sums.append((hashlib.sha256(piece.content).hexdigest(), piece.name, len(piece.content)))
        yield piece
    contents = _contents(package, sums).encode()
    yield Piece(CONTENTS, contents)
    sums.append((hashlib.sha256(contents).hexdigest(), CONTENTS, len(contents)))
    listed = sorted(sums, key=lambda one: one[1])
    yield Piece(SUMS, "".join(f"{digest}  {name}\n" for digest, name, _size in listed).encode())


def _all(package: Package) -> Iterator[Piece]:
    yield from _record(package, masked=False)
    if package.plan is not None:
        yield Piece("10_bilagor/plan.json", package.plan)
    yield Piece("12_journal/poster.jsonl", package.signed)
    yield Piece("12_journal/handelse.json", package.values)
    for piece in _record(package, masked=True):
        yield Piece(MASKED + piece.name, piece.content)


def _record(package: Package, *, masked: bool) -> Iterator[Piece]:
    """Give the record in words, whole or with the secret covered."""
    incident, until = package.incident, package.until
    selection = Selection((Part.LOG, Part.TEXTS), masked)
    copy = take_out(incident, selection)
    source = Source(incident, package.reading.entries, copy, Redaction(incident) if masked else None, until)
    yield from _log_pages(incident, copy, until)
    decided = take_out(incident, Selection((Part.DECISIONS,), masked))
    yield Piece("02_beslut.pdf", copy_pdf(incident, decided, until))
    for table in (*tables(source), *task_tables(source)):
        yield Piece(table.name, csv_table(table.columns, table.rows))
    for text in copy.texts:
        name = f"04_meddelanden/{text.id}-{text.number}"
        yield Piece(f"{name}.txt", text.text.encode())
        yield Piece(f"{name}.html", page(text.title, text.text, text.id.rpartition(".")[2] or "sv").encode())
    for version in incident.part(Pictures).versions:
        said = picture_text(incident, version.number, version.at, version.parts, internal=not masked)
        yield Piece(f"05_lagesbilder/lagesbild-{version.number:02}.txt", source.said(said).encode())
    for meeting in incident.part(Meetings).held():
        said = minutes_text(incident, meeting)
        yield Piece(f"06_motesanteckningar/mote-{meeting.number:02}.txt", source.said(said).encode())


def _log_pages(incident: Incident, copy: Copy, until: datetime) -> Iterator[Piece]:
    """Give the log as PDF, in parts where it is long."""
    lines, selection = copy.lines, Selection((Part.LOG,), copy.selection.masked)
    starts = range(0, max(len(lines), 1), PAGE_LINES)
    for number, start in enumerate(starts, 1):
        part = Copy(selection, copy.name, lines=lines[start : start + PAGE_LINES], covers=copy.covers)
        name = "01_logg.pdf" if len(starts) == 1 else f"01_logg-{number:02}.pdf"
        yield Piece(name, copy_pdf(incident, part, until))


def _contents(package: Package, sums: list[tuple[str, str, int]]) -> str:
    incident, reading = package.incident, package.reading
    count = len(reading.entries)
    lines = [
        _("Arkivpaket för {id} {name}").format(id=incident.id, name=incident.sheet.name),
        _("Till och med {time}").format(time=stamp(package.until)),
        ngettext("{count} post i journalen.", "{count} poster i journalen.", count).format(count=count),
        *(str(fault) for fault in reading.faults),
        "" if reading.faults else _("Journalen är hel: varje post är som den skrevs."),
    ]
    runs = [(entry, happened) for entry, happened, _kind in reading.entries if isinstance(happened, RunStarted)]
    lines += ["", _("KONSOLER SOM HAR SKRIVIT")]
    lines += [
        f"{happened.console}, Krisapp {happened.program}, {stamp(entry.at)}, {_('kedja')} {entry.stream}, "
        f"{_('nyckel')} {reading.tips[entry.stream].key.hex() if entry.stream in reading.tips else ''}"
        for entry, happened in runs
    ]
    lines += ["", _("INNEHÅLL")]
    present = {name.partition("/")[0].partition(".")[0].partition("-")[0] for _digest, name, _size in sums}
    lines += [f"{name}: {_(about)}" for name, about in _ABOUT if name in present]
    lines += ["", _(HOW), "", _("FILER OCH DERAS STORLEK I BYTE")]
    lines += [f"{size:>12}  {name}" for _digest, name, size in sorted(sums, key=lambda one: one[1])]
    if incident.exercise:
        lines = [_("ÖVNING"), "", *lines, "", _("ÖVNING")]
    return "\n".join(lines) + "\n"
