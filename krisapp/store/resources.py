"""Where the program's own files lie: `resources/` and `templates/`.

In a checkout they stand beside the package, in an installed wheel inside it, and in the frozen
program beside the package again. The files are only ever read.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(*parts: str) -> Path:
    """Return the path of one of the program's own files or folders.

    The first part is "resources" or "templates": `resource("resources", "plan", "roles.yaml")`.
    Raises `FileNotFoundError` if the program was installed without that folder.
    """
    for root in (_PACKAGE, _PACKAGE.parent):
        if (root / parts[0]).is_dir():
            return root.joinpath(*parts)
    raise FileNotFoundError(f"{parts[0]} finns inte bredvid programmet; installera om Krisapp.")
