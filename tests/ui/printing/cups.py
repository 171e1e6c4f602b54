"""A printing system of the tests' own: the real CUPS, with one queue that prints to a file and one that refuses."""

import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

QUEUE, SMALL, CLOSED = "Expeditionen", "Liten", "Avstangd"
"""A queue with A3 and A4, one with A4 alone, and one that refuses."""
PATIENCE = 20

CONFIG = """
Listen {socket}
Browsing Off
WebInterface No
LogLevel warn
DirtyCleanInterval 0
PreserveJobFiles Yes
PreserveJobHistory Yes
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
"""

FILES = """
FileDevice Yes
ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/spool
ErrorLog {folder}/error.log
AccessLog {folder}/access.log
PageLog {folder}/page.log
"""

# A printer that takes PDF as it is, on A3 and A4, and turns sheets.
PPD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KRIS.PPD"
*Manufacturer: "Krisapp"
*Product: "(Krisapp)"
*PSVersion: "(3010.000) 0"
*ModelName: "Krisapp"
*ShortNickName: "Krisapp"
*NickName: "Krisapp"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*LanguageLevel: "3"
*cupsVersion: 2.4
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A3/A3: "<</PageSize[842 1191]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A3/A3: "<</PageSize[842 1191]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4/A4: "12 12 583 830"
*ImageableArea A3/A3: "12 12 830 1179"
*DefaultPaperDimension: A4
*PaperDimension A4/A4: "595 842"
*PaperDimension A3/A3: "842 1191"
*OpenUI *Duplex/2-Sided Printing: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
"""


class Cups:
    """The running system; `environment` is what a program needs to find it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.socket, self.paper = folder, folder / "socket", folder / "printed.pdf"
        for name in ("spool", "cache", "state"):
            (folder / name).mkdir()
        (folder / "cupsd.conf").write_text(CONFIG.format(socket=self.socket))
        (folder / "cups-files.conf").write_text(FILES.format(folder=folder))
        ppd = folder / "krisapp.ppd"
        ppd.write_text(PPD)
        self._process = subprocess.Popen(
            ["/usr/sbin/cupsd", "-f", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf"]
        )
        self._wait(self.socket.exists)
        small = folder / "small.ppd"
        small.write_text("".join(line for line in PPD.splitlines(keepends=True) if " A3/A3" not in line))
        for queue, form in ((QUEUE, ppd), (SMALL, small), (CLOSED, ppd)):
            self._ask("/usr/sbin/lpadmin", "-p", queue, "-v", f"file://{self.paper}", "-P", str(form), "-E")
        self._ask("/usr/sbin/lpadmin", "-d", QUEUE)
        self._ask("/usr/sbin/cupsreject", CLOSED)

    def _ask(self, program: str, *arguments: str) -> str:
        done = subprocess.run(
            [program, *arguments],
            env={**os.environ, "CUPS_SERVER": str(self.socket)},
            check=True,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout

    def printed(self, jobs: int) -> bytes:
        """Return what came out of the printer when it has done this many jobs."""
        self._wait(lambda: self._done() >= jobs)
        return self.paper.read_bytes()

    def tickets(self) -> list[bytes]:
        """Return the control files of the jobs, which hold how each was asked for, in order."""
        return [path.read_bytes() for path in sorted((self.folder / "spool").glob("c[0-9]*"))]

    def _done(self) -> int:
        return self._ask("/usr/bin/lpstat", "-W", "completed", "-o").count("\n")

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(PATIENCE)

    def _wait(self, until: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise TimeoutError((self.folder / "error.log").read_text())
            time.sleep(0.05)
