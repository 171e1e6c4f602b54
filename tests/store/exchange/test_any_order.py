"""Whatever consoles and media go through, they end with every entry anyone was told was saved, in one order.

`KRISAPP_PROGRAMS=5000` runs so many programs of the machine instead of forty.
"""

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from krisapp.store.exchange.segment import SUFFIX
from krisapp.store.journal import Journal
from tests.store.exchange.consoles import Desk
from tests.store.writing import Watch, line

CONSOLES, MEDIA = st.integers(0, 2), st.integers(0, 1)


class Consoles(RuleBasedStateMachine):
    """Three consoles of one incident and two sticks, which get cut off, flipped, emptied and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="krisapp-"))
        self.desks = [Desk(self.folder, number, Watch()) for number in range(3)]
        self.desks[0].begin()
        for desk in self.desks[1:]:
            self.desks[0].copy_to(desk)
        self.media = [self.folder / f"usb-{number}" for number in range(2)]
        for medium in self.media:
            medium.mkdir()
        self.saved: list[set[str]] = [set(desk.digest) for desk in self.desks]
        self.backups = [desk.path.read_bytes() for desk in self.desks]
        self.damaged = False

    @rule(console=CONSOLES, lines=st.integers(1, 3), moved=st.sampled_from([0, 0, -5000, 90000]))
    def write(self, console: int, lines: int, moved: int) -> None:
        """Write lines in a run of their own, with a watch that may have been set."""
        desk = self.desks[console]
        desk.watch.move(seconds=moved)
        with Journal.open(desk.path, desk.console, desk.watch) as journal:
            for number in range(lines):
                self.saved[console].add(journal.append(line(f"{console} {number}"), "KC").id)

    @rule(console=CONSOLES, medium=MEDIA)
    def leave(self, console: int, medium: int) -> None:
        self.desks[console].leave(self.media[medium])

    @rule(console=CONSOLES, medium=MEDIA)
    def bring(self, console: int, medium: int) -> None:
        met = self.desks[console].bring(self.media[medium]).met
        assert self.damaged or not met.refused

    @rule(console=CONSOLES)
    def back_up(self, console: int) -> None:
        self.backups[console] = self.desks[console].path.read_bytes()

    @rule(console=CONSOLES)
    def restore(self, console: int) -> None:
        """Lose the laptop: what was only there is lost with it, and nobody has been told of it elsewhere."""
        desk = self.desks[console]
        desk.path.write_bytes(self.backups[console])
        self.saved[console] = set(desk.digest)

    @rule(medium=MEDIA, which=st.integers(0, 99), at=st.floats(0, 0.999), bit=st.integers(0, 7), cut=st.booleans())
    def damage(self, medium: int, which: int, at: float, bit: int, *, cut: bool) -> None:
        """Cut a file off or flip a bit in it: what it held is left there again by whoever has it."""
        files = sorted(self.media[medium].glob(f"*{SUFFIX}"))
        if files:
            path = files[which % len(files)]
            content = bytearray(path.read_bytes())
            place = int(at * len(content))
            if cut:
                content = content[:place]
            elif content:
                content[place] ^= 1 << bit
            path.write_bytes(content)
            self.damaged = True

    @rule(medium=MEDIA)
    def copy(self, medium: int) -> None:
        """Copy one stick to the other, as a person does with a shared folder."""
        shutil.copytree(self.media[medium], self.media[1 - medium], dirs_exist_ok=True)

    @invariant()
    def every_journal_holds(self) -> None:
        """No console ever has a hole or a fault, and each has all it was told was saved."""
        for desk, saved in zip(self.desks, self.saved, strict=True):
            assert saved <= set(desk.digest)

    def teardown(self) -> None:
        """Let all meet twice on a new stick: they are equal, and nothing saved on a console that lives is gone."""
        stick = self.folder / "till-sist"
        for _round in range(2):
            for desk in self.desks:
                desk.leave(stick)
                desk.bring(stick)
        digests = [desk.digest for desk in self.desks]
        assert digests[0] == digests[1] == digests[2]
        assert set().union(*self.saved) <= set(digests[0])
        for desk in self.desks:
            assert desk.texts is not None
        shutil.rmtree(self.folder)


Consoles.TestCase.settings = settings(
    max_examples=int(os.environ.get("KRISAPP_PROGRAMS", "40")),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
TestConsoles = Consoles.TestCase
