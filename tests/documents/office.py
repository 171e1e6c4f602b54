"""Word files opened by a program that is not ours: LibreOffice converts a whole folder of them in one run."""

import os
import subprocess
from pathlib import Path

_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


def converted(files: dict[str, bytes], folder: Path) -> dict[str, Path]:
    """Return each file as tagged PDF, by its name. Raises AssertionError for one that could not be opened."""
    paths = []
    for name, content in files.items():
        path = folder / f"{name}.docx"
        path.write_bytes(content)
        paths.append(str(path))
    home = folder / "home"
    home.mkdir()
    asked = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", _TAGGED]
    subprocess.run(
        [*asked, "--outdir", str(folder), *paths],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(home)},
    )
    made = {name: folder / f"{name}.pdf" for name in files}
    assert all(path.exists() for path in made.values()), [name for name, path in made.items() if not path.exists()]
    return made
