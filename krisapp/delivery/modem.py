"""Text messages by a modem at the machine (sms genom modem), which works while the nets around are down.

The program gammu does the talking. It says "Sending SMS" when it hands a part to the modem: before that nothing can
have gone, and a fault after it is unclear unless the network itself has answered no to the first part.
"""

import os
import re
import shutil
import subprocess

from krisapp.delivery.outcomes import for_all, words_of
from krisapp.domain.language.sms import sms_size
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome, Result
from krisapp.domain.sending.ways import Modem
from krisapp.domain.words import N_, Refused, _

PROGRAM = "gammu"
FOR_EACH_PART = 45.0
"""Seconds a modem may take for each part of a text."""

_HANDED = "Sending SMS"
_DONE = re.compile(r"\.\.OK")
_NO = re.compile(r"error (\d+)")


def found() -> str:
    """Return where gammu lies, or nothing when it is not installed."""
    return shutil.which(PROGRAM) or ""


def send(outgoing: Outgoing, modem: Modem) -> tuple[Outcome, ...]:
    """Send a text to each recipient. Raises `Refused` when gammu is not installed."""
    program = found()
    if not program:
        raise Refused(N_("Programmet gammu är inte installerat på datorn. Be den som sköter datorn installera det."))
    if "\0" in outgoing.text:
        return for_all(outgoing, Result.REFUSED, _("Texten har ett tecken som inte går att skicka."))
    return tuple(
        Outcome(target.at, *_send(program, modem, target.address, outgoing.text)) for target in outgoing.targets
    )


def _send(program: str, modem: Modem, number: str, text: str) -> tuple[Result, str]:
    size = sms_size(text)
    command = [program, "-c", modem.config, "-s", str(modem.section), "sendsms", "TEXT", number]
    command += ["-len", str(len(text)), *(["-unicode"] if size.alphabet == "UCS-2" else [])]
    # gammu reads the text in the alphabet of the locale.
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    try:
        ended = subprocess.run(  # noqa: S603 - the number is checked, and no shell reads the line
            command, input=text.encode(), capture_output=True, env=environment, timeout=FOR_EACH_PART * size.parts
        )
    except subprocess.TimeoutExpired as late:
        started = _HANDED.encode() in (late.stdout or b"")
        return (Result.UNKNOWN if started else Result.POSTPONED), _("modemet svarar inte")
    except OSError as error:
        return Result.POSTPONED, words_of(error)
    said = f"{ended.stdout.decode('utf-8', 'replace')} {ended.stderr.decode('utf-8', 'replace')}"
    return _meaning(ended.returncode, said, size.parts)


def _meaning(code: int, said: str, parts: int) -> tuple[Result, str]:
    words = words_of(re.sub(r"^.*?(?=Sending SMS)|If you want break, press Ctrl\+C…?\.*", "", said, flags=re.DOTALL))
    done = len(_DONE.findall(said))
    if code == 0 and done == parts:
        return Result.SENT, words
    if _HANDED not in said:
        return Result.POSTPONED, words or _("modemet svarar inte")
    if done == 0 and _NO.search(said):
        return Result.REFUSED, words
    return Result.UNKNOWN, words
