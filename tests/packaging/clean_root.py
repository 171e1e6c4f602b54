"""A machine with nothing on it: a root of its own with the C library, the graphics libraries and no Python."""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

MACHINE = re.compile(r"(ld-linux|lib(c|m|z|dl|pthread|rt|resolv|EGL|GL|GLX|GLdispatch|xcb)\.so)")
"""What Debian's libegl1 and libgl1 and what they need bring; all else is in the folder, or is not needed to run."""
ITS_OWN = re.compile(r"lib(cups|wayland-(client|cursor|egl))\.so")
"""What a machine that prints, or shows windows by Wayland, has: no plugin but the one for that asks for it."""
PATIENCE = 120


def asked_for(folder: Path) -> dict[str, Path]:
    """Return the libraries a built folder asks of the machine, by name, where this machine has them."""
    found: dict[str, Path] = {}
    internal = folder / "_internal"
    for file in [folder / "krisapp", *internal.rglob("*.so*")]:
        own = {"LD_LIBRARY_PATH": str(internal)} if file.is_relative_to(internal) else {}
        said = subprocess.run(
            ["ldd", file],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        ).stdout
        if not ITS_OWN.search(said):
            for name, path in re.findall(r"(\S+) => (/\S+)", said) + re.findall(r"^\s*((/\S+))", said, re.MULTILINE):
                if not Path(path).is_relative_to(folder):
                    found[Path(name).name] = Path(path)
    return found


class CleanRoot:
    """The root, with the program on a stick in it; `run` runs there and nothing of this machine is seen."""

    STICK = "/media/stick/krisapp"

    def __init__(self, root: Path, built: Path, libraries: dict[str, Path]) -> None:
        self.root, self.stick = root, root / self.STICK[1:]
        for name in ("proc", "tmp/anna", "dev", "etc", "media/bag"):
            (root / name).mkdir(parents=True)
        shutil.copytree("/etc/fonts", root / "etc/fonts")  # without it nobody would try to keep a cache of fonts
        for path in libraries.values():
            target = root / str(path)[1:]
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path.resolve(), target)
        shutil.copytree(built, self.stick, copy_function=os.link)

    def run(
        self, *arguments: str, around: Sequence[str] = (), program: str = f"{STICK}/krisapp", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the program in the root; `around` is a command around it all, seen from this machine."""
        alone = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", "--root", str(self.root)]
        if os.geteuid() != 0:
            alone.append("--map-root-user")
        return subprocess.run(
            [*around, *alone, program, *arguments],
            env={"HOME": "/tmp/anna", "LANG": "C.UTF-8", "PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    def files(self) -> set[str]:
        """Return every file there is in the root but those the kernel makes."""
        return {
            path.relative_to(self.root).as_posix()
            for path in self.root.rglob("*")
            if not path.is_relative_to(self.root / "proc")
        }
