"""What Windows and macOS show of the program outside its window: its drawing and, on Windows, its version."""

import sys
from pathlib import Path
from typing import Any

SIDE = 1024


def draw(svg: Path, folder: Path) -> Path | None:
    """Draw the icon as PNG, from which PyInstaller makes what its system wants; None where programs have no icon."""
    if sys.platform not in ("win32", "darwin"):
        return None
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{svg.stem}.png"
    if not image.save(str(target)):
        raise OSError(f"{target} could not be written")
    del application
    return target


def version_of_windows(version: str) -> Any:
    """Return what Windows shows under Properties, Details; can only be made on Windows."""
    from PyInstaller.utils.win32 import versioninfo as info

    four = tuple(int(part) for part in f"{version}.0.0.0".split(".")[:4])
    words = {
        "CompanyName": "Krisapp",
        "FileDescription": "Krisapp: kommunens program för kriskommunikation",
        "FileVersion": version,
        "InternalName": "krisapp",
        "LegalCopyright": "EUPL-1.2",
        "OriginalFilename": "krisapp.exe",
        "ProductName": "Krisapp",
        "ProductVersion": version,
    }
    swedish, unicode = 0x041D, 1200
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=four, prodvers=four),
        kids=[
            info.StringFileInfo(
                [info.StringTable(f"{swedish:04X}{unicode:04X}", [info.StringStruct(*pair) for pair in words.items()])]
            ),
            info.VarFileInfo([info.VarStruct("Translation", [swedish, unicode])]),
        ],
    )
