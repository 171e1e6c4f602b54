"""Start here: the console without arguments, a command with them."""

import builtins
import gc
import sys


def main() -> int:
    """Run the program and return its exit code."""
    if (len(sys.argv) > 1 and not sys.argv[1].startswith("--")) or sys.argv[1:] in (["--help"], ["--version"]):
        from krisapp.cli import run

        return run(sys.argv[1:])
    # The start makes a hundred thousand objects that live on: looking for rubbish among them, over and over, is waste.
    # The window turns the collector on again when it has been painted.
    gc.disable()
    # Qt's binding looks through the source of every module imported after it, for a switch nobody here uses: that is a
    # tenth of the start. So what does not need Qt comes before it, and the rest by Python's own import.
    import krisapp.workplace  # noqa: F401, I001
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    from krisapp.app import run_window

    return run_window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
