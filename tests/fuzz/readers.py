"""Every reader of a file from outside, as one function of bytes, with honest samples to begin from.

What is refused in words is as it should be; anything else that rises is a fault.
"""

import io
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from krisapp.compose.template_fault import TemplateFault
from krisapp.documents.cap.reading import read_alerts
from krisapp.documents.letterhead import refuse_unsafe
from krisapp.documents.letterhead_sample import sample_letterhead
from krisapp.domain.plan import Plan
from krisapp.domain.profile import dress_of
from krisapp.domain.words import Refused
from krisapp.store.bad_input import BadInput
from krisapp.store.contacts.contact_reading import read_contacts
from krisapp.store.exchange.segment import pack_blob, pack_entries, read_segment
from krisapp.store.facts_file import read_facts
from krisapp.store.journal import Journal
from krisapp.store.plan.plan_package import open_package
from krisapp.store.resources import resource
from krisapp.store.sample import sample_plan
from krisapp.store.scenario_files import read_scenario, shipped
from krisapp.store.trouble import Trouble
from tests.store.exchange.consoles import Desk
from tests.store.writing import Watch

REFUSALS = (BadInput, Refused, Trouble, TemplateFault)

Reader = Callable[[bytes], object]


@cache
def plan() -> Plan:
    return sample_plan()


def _file(name: str, read: Callable[[Path], object]) -> Reader:
    """Return a reader of a file as a function of its bytes."""

    def reading(content: bytes) -> object:
        with tempfile.TemporaryDirectory(prefix="krisapp-") as folder:
            path = Path(folder) / name
            path.write_bytes(content)
            return read(path)

    return reading


def _journal(path: Path) -> object:
    with Journal.read(path) as journal:
        return journal.read_all()


READERS: dict[str, Reader] = {
    "segment": _file("a.kjz", read_segment),
    "journal": _file("a.krisapp", _journal),
    "plan_package": _file("plan.zip", open_package),
    "facts": _file("a.yaml", lambda path: read_facts(path, plan())),
    "scenario": _file("a.yaml", lambda path: read_scenario(path, plan())),
    "contacts_csv": _file("a.csv", read_contacts),
    "contacts_vcard": _file("a.vcf", read_contacts),
    "contacts_excel": _file("a.xlsx", read_contacts),
    "cap": read_alerts,
    "letterhead": refuse_unsafe,
}


@cache
def samples(name: str) -> tuple[bytes, ...]:
    """Return honest files of a kind, small enough to be changed many times a second."""
    match name:
        case "segment" | "journal":
            with tempfile.TemporaryDirectory(prefix="krisapp-") as folder:
                desk = Desk(Path(folder), 1, Watch())
                desk.begin("start")
                if name == "journal":
                    return (desk.path.read_bytes(),)
                entries = desk.entries
                return pack_entries(entries[0].head.s, 1, entries)[1], pack_blob("aa" * 32, b"plan")[1]
        case "facts":
            return tuple(path.read_bytes() for path in sorted(resource("resources", "incidents").glob("*.yaml"))[:3])
        case "scenario":
            return tuple(path.read_bytes() for path in shipped()[:2])
        case "contacts_csv":
            return (b"Namn;Telefon;E-post\nVera Lind;070-174 06 05;vera@example.se\n", b'a,b\n"c\n')
        case "contacts_vcard":
            return (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Vera Lind\r\nTEL:0701740605\r\nEND:VCARD\r\n",)
        case "cap":
            return tuple(path.read_bytes() for path in sorted(Path(__file__).parent.parent.rglob("*.cap"))[:4])
        case "letterhead":
            return (sample_letterhead(dress_of(plan())),)
        case _:
            return (_zip({"manifest.yaml": b"format: 1\n", "a.txt": b"text"}),)


def _zip(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in files.items():
            zipped.writestr(name, content)
    return made.getvalue()


def feed(name: str, content: bytes) -> bool:
    """Feed a reader; return whether it took it, False when it refused in words. Anything else rises."""
    try:
        READERS[name](content)
    except REFUSALS as said:
        assert str(said)
        return False
    return True
