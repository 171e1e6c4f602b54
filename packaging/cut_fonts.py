"""Cut the bundled faces from their variable fonts: one file a weight, only the letters we need.

Qt takes one style alone from a variable font, hence four static faces of Inter and one of JetBrains
Mono. Run by `make fonts`; the same font packages give the same bytes.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
# Text size; the display cut is for headings larger than any of ours.
OPTICAL_SIZE = 14
LETTERS = (
    (0x20, 0x17F),  # Latin, with Swedish, Finnish, Sami, Polish and their neighbours
    (0x218, 0x21B),
    (0x1E9E, 0x1E9E),
    (0x2BC, 0x2DD),
    (0x300, 0x30C),  # marks of decomposed letters, that pasted text brings along
    (0x327, 0x328),
    (0x2010, 0x2027),  # dashes, quotes, ellipsis, bullet
    (0x2030, 0x203A),
    (0x202F, 0x202F),
    (0x2044, 0x2044),
    (0x2070, 0x2089),
    (0x20AC, 0x20AC),
    (0x2116, 0x2122),
    (0x2190, 0x2199),  # arrows
    (0x21A9, 0x21AA),
    (0x21B5, 0x21E7),
    (0x2212, 0x2215),
    (0x2248, 0x2265),
    (0x2318, 0x2318),
    (0x2325, 0x2328),
    (0x232B, 0x232B),
    (0x25A0, 0x25EF),  # states are told by shape
    (0x2605, 0x2606),
    (0x2610, 0x2612),
    (0x26A0, 0x26A0),
    (0x2713, 0x2717),
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "calt", "case", "tnum", "zero", "ss03", "frac"]


def source(package: str, name: str) -> Path:
    """Find a file of an installed font package."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        sys.exit(f"The font package {package} is not installed.")
    return Path(found.origin).parent / name


def cut(package: str, name: str, place: dict[str, float], target: Path) -> None:
    """Write one static face with the letters above."""
    font = TTFont(source(package, name), recalcTimestamp=False)
    face = instantiateVariableFont(font, place, updateFontNames=True)
    options = Options()
    options.layout_features = FEATURES
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for a, b in LETTERS for code in range(a, b + 1)])
    subsetter.subset(face)
    face.save(target)


def main() -> None:
    """Cut all faces into the folder named on the command line."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for style, weight in WEIGHTS.items():
        place = {"wght": float(weight), "opsz": float(OPTICAL_SIZE)}
        cut("fontpkg_inter", "files/Inter[opsz,wght].ttf", place, folder / f"Inter-{style}.ttf")
    cut(
        "fontpkg_jetbrains_mono",
        "files/JetBrainsMono[wght].ttf",
        {"wght": 400.0},
        folder / "JetBrainsMono-Regular.ttf",
    )
    shutil.copyfile(source("fontpkg_inter", "LICENSE"), folder / "OFL-Inter.txt")
    shutil.copyfile(source("fontpkg_jetbrains_mono", "LICENSE"), folder / "OFL-JetBrainsMono.txt")


if __name__ == "__main__":
    main()
