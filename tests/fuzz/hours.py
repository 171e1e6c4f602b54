"""Feed one reader for long, led by what it has not reached yet (coverage): python -m tests.fuzz.hours NAME.

Options are those of libFuzzer, such as -max_total_time=3600. What broke it is left as a file in the folder it was
started from, to become a test.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["krisapp"]):
    from tests.fuzz.readers import READERS, feed, samples


def main() -> None:
    """Feed the reader that is named first."""
    name, *options = sys.argv[1:]
    if name not in READERS:
        sys.exit(f"choose one of {', '.join(READERS)}")
    folder = Path(tempfile.mkdtemp(prefix="krisapp-"))
    for number, sample in enumerate(samples(name)):
        (folder / str(number)).write_bytes(sample)
    atheris.Setup(
        [sys.argv[0], "-rss_limit_mb=1024", "-timeout=10", *options, str(folder)], lambda data: feed(name, data)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
