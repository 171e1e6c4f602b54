"""The press (tryckpressen): the process that finds the printers, takes one order on standard input, and prints it."""

import ctypes
import os
import sys
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from krisapp.domain.words import N_, Refused, speak
from krisapp.folders import chosen_language
from krisapp.store.translations import catalogue
from krisapp.ui.printing.order import PPI, Failed, Order, Printer, Printers, Progress, Sent, Sides, Word

_DUPLEX = {
    Sides.ONE: QPrinter.DuplexMode.DuplexNone,
    Sides.LONG: QPrinter.DuplexMode.DuplexLongSide,
    Sides.SHORT: QPrinter.DuplexMode.DuplexShortSide,
}
POINTS = 72
CUPS_TAKEN = 0xFF
"""The highest status that means yes (RFC 8011, appendix B)."""
NOT_TAKEN = N_("Skrivaren {name} tog inte emot papperet. Se efter att den är på, eller spara papperet som PDF.")


def run(arguments: Sequence[str]) -> int:
    """Tell of the printers, print the order that comes, and return 0; 1 when it was not printed. No order is no fault.

    It shows nothing, so on Linux it needs no display.
    """
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    speak(catalogue(chosen_language()))
    application = QGuiApplication([arguments[0]])
    _say(Printers(_printers()))
    line = sys.stdin.buffer.readline()
    if not line.strip():
        return 0
    try:
        _say(Sent(_print(msgspec.json.decode(line, type=Order))))
    except Refused as no:
        _say(Failed(str(no)))
        return 1
    finally:
        application.quit()
    return 0


def _say(word: Word) -> None:
    sys.stdout.buffer.write(msgspec.json.encode(word) + b"\n")
    sys.stdout.buffer.flush()


def _printers() -> tuple[Printer, ...]:
    first = QPrinterInfo.defaultPrinterName()
    return tuple(
        Printer(
            name=found.printerName(),
            words=found.description() or found.printerName(),
            turns=any(mode is not QPrinter.DuplexMode.DuplexNone for mode in found.supportedDuplexModes()),
            first=found.printerName() == first,
        )
        for found in QPrinterInfo.availablePrinters()
    )


def _print(order: Order) -> int:
    """Print and return how many pages; raises `Refused` with a sentence that says what to do."""
    info = QPrinterInfo.printerInfo(order.printer)
    if info.isNull():
        raise Refused(N_("Skrivaren {name} finns inte längre. Välj en annan."), name=order.printer)
    made = order.paper.pages(PPI)
    chosen = [made[number - 1] for number in order.pages or range(1, len(made) + 1) if number <= len(made)]
    if not chosen:
        raise Refused(N_("Papperet har {count} sidor. Välj någon av dem."), count=len(made))
    printer = QPrinter(info)
    printer.setResolution(PPI)
    printer.setDocName(order.paper.title)
    printer.setCreator("Krisapp")
    printer.setCopyCount(order.copies)
    printer.setDuplex(_DUPLEX[order.sides])
    painter = QPainter()
    for number, content in enumerate(chosen, 1):
        image = _image(content)
        _lay(printer, info, image.size())
        begun = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not begun:
            raise Refused(NOT_TAKEN, name=order.printer)
        _draw(painter, printer, image)
        _say(Progress(number, len(chosen)))
    if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error or _refused_by_cups():
        raise Refused(NOT_TAKEN, name=order.printer)
    return len(chosen)


def _refused_by_cups() -> bool:
    """Return whether CUPS did not take what this thread last asked of it: Qt asks and does not tell the answer."""
    try:
        cups = ctypes.CDLL("libcups.so.2")
    except OSError:
        return False  # the system prints in another way
    return bool(cups.cupsLastError() > CUPS_TAKEN)


def _image(content: bytes) -> QImage:
    """Return a page without the transparency that paper does not have."""
    return QImage.fromData(content).convertToFormat(QImage.Format.Format_RGB32)


def _lay(printer: QPrinter, info: QPrinterInfo, size: QSize) -> None:
    """Choose the paper the page was made for, or the printer's own where it has none of that size."""
    wide, high = (side * POINTS / PPI for side in (size.width(), size.height()))
    upright = QSizeF(min(wide, high), max(wide, high))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    there = info.supportedPageSizes()
    has = not there or info.supportsCustomPageSizes() or any(paper.id() == one.id() for one in there)
    printer.setFullPage(True)  # the page has margins of its own
    printer.setPageSize(paper if has else info.defaultPageSize())
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide > high else QPageLayout.Orientation.Portrait)


def _draw(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """Draw a page point for point, or smaller where the printer has no paper of its size."""
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    fits = QRectF(0, 0, image.width(), image.height())
    if abs(room.width() - image.width()) > 4 or abs(room.height() - image.height()) > 4:
        size = QSizeF(image.size()).scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        fits = QRectF(0, 0, size.width(), size.height())
    painter.drawImage(fits, image)
