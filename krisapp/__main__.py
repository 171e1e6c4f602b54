"""Start here: the console without arguments, a command with them."""

import gc
import sys


def main() -> int:
    """Run the program and return its exit code."""
    if getattr(sys, "frozen", False):
        from krisapp.folders import leave_nothing_here, leave_others_their_libraries

        leave_nothing_here()
        leave_others_their_libraries()
    if (len(sys.argv) > 1 and not sys.argv[1].startswith("--")) or sys.argv[1:] in (["--help"], ["--version"]):
        from krisapp.cli import run

        return run(sys.argv[1:])
    if sys.argv[1:] == ["--press"]:
        from krisapp.ui.printing.press import run as print_order

        return print_order(sys.argv)
    # The start makes a hundred thousand objects that live on: looking for rubbish among them, over and over, is waste.
    # The window turns the collector on again when it has been painted.
    gc.disable()
    # What does not need Qt comes before its binding, which slows every import down until it has been brought in whole.
    from krisapp.ui import binding

    binding.load_ahead()
    import krisapp.workplace  # noqa: F401

    binding.bring_in()
    from krisapp.app import run_window

    return run_window(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
