"""Starting the program itself once more (en gång till), for what the window must not wait for."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QProcess

WITH_CONSOLE = "krisapp-kommando.exe"
"""The program of commands on Windows, where the one of the window has no output (`packaging/krisapp.spec`)."""


def start_own(process: QProcess, arguments: Sequence[str]) -> None:
    """Start this very program in a process: the frozen one, or the package of this Python."""
    program, own = Path(sys.executable), ["-m", "krisapp"]
    if getattr(sys, "frozen", False):
        beside, own = program.with_name(WITH_CONSOLE), []
        program = beside if beside.exists() else program
    process.setProgram(str(program))
    process.setArguments([*own, *arguments])
    process.start()
