"""How a command answers (svar): its exit codes, and a line on standard output."""

import sys

YES, NO, CANNOT_ASK = 0, 1, 2
"""Exit codes: the answer is yes or it was done, the answer is no, and it could not be asked."""


def say(text: str) -> None:
    """Write a line at once, for whoever waits for it at the other end."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
