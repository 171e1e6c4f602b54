"""Bringing in Qt's binding (bindningen): the largest part of a start, and much of it is avoidable.

The binding carries a hundred and fifty kilobytes of Python source within its library and compiles it anew at every
start, among it the program that writes its stub files. Here it is compiled once and kept as bytecode, as Python does
with every other module; and the writer of stubs, which nothing at run time asks, is left out. Afterwards the binding
would look through the source of every module imported later, for a switch nobody here uses: that is turned off.

Its libraries are loaded by a second thread meanwhile, from the moment the program begins with what does not need them.
"""

import _thread
import builtins
import hashlib
import importlib.util
import marshal
import os
import sys
from pathlib import Path
from types import CodeType
from typing import Any

_LEFT_OUT = "pyi_generator.py"
"""The end of the name of the one file that is not needed."""

KEPT = Path(importlib.util.cache_from_source(str(Path(__file__).with_name("qt_binding.py"))))
"""The bytecode, beside that of this module and as trusted."""


def load_ahead() -> None:
    """Begin to load the libraries of the binding, beside what is imported until `bring_in`.

    Where it does nothing, on Windows or when a library is not where it is looked for, the import loads them.
    """
    found = importlib.util.find_spec("PySide6")
    if sys.platform == "win32" or found is None or not found.submodule_search_locations:
        return
    _thread.start_new_thread(_load, (Path(found.submodule_search_locations[0], "QtWidgets.abi3.so"),))


def _load(library: Path) -> None:
    """Load a library and those it needs with Python's lock released, which neither `import` nor `ctypes.CDLL` does."""
    import ctypes

    load = ctypes.CDLL(None).dlopen
    load.argtypes, load.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
    load(os.fsencode(library), os.RTLD_NOW)


def bring_in() -> None:
    """Import the core of Qt's binding. What cannot be kept is compiled again at the next start."""
    compiled = _Compiled()
    builtins.compile = compiled.compile
    try:
        import PySide6.QtCore  # noqa: F401
    finally:
        builtins.compile = compiled.real
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    compiled.keep()


class _Compiled:
    """Stands in for `compile` for a while, with the bytecode of the last start by the hash of its source."""

    def __init__(self) -> None:
        self.real = builtins.compile
        self._used: dict[bytes, CodeType] = {}
        self._known: dict[bytes, CodeType] = {}
        try:
            read = marshal.loads(KEPT.read_bytes())  # noqa: S302 - as the bytecode of every module is
        except (OSError, ValueError, EOFError, TypeError):
            return
        if isinstance(read, dict):
            self._known = read

    def compile(self, source: Any, filename: Any, mode: str, *more: Any, **named: Any) -> Any:
        """Return what `compile` would return."""
        if mode != "exec" or more or named or not isinstance(source, bytes):
            return self.real(source, filename, mode, *more, **named)
        if filename.endswith(_LEFT_OUT):
            source = b""
        key = hashlib.sha256(filename.encode() + b"\0" + source).digest()
        code = self._used[key] = self._known.get(key) or self.real(source, filename, mode)
        return code

    def keep(self) -> None:
        """Write the bytecode for the next start, unless nothing is new or it may not be written."""
        if self._used.keys() == self._known.keys() or sys.dont_write_bytecode:
            return
        half = KEPT.with_suffix(f".{os.getpid()}")
        try:
            half.write_bytes(marshal.dumps(self._used))
            half.replace(KEPT)
        except OSError:
            return
