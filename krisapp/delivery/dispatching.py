"""Which way (väg): hands what leaves to the file of its way, with that way's settings and secret.

Each is imported when it is first used, in the thread that waits for it: a window that never sends imports none.
"""

from datetime import datetime

from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome
from krisapp.domain.sending.ways import Way, WaysOut


def deliver(outgoing: Outgoing, way: Way, ways: WaysOut, secret: str, now: datetime) -> tuple[Outcome, ...]:
    """Send by a way and return what came of each recipient. Raises `Refused` for a way that is wrongly set up."""
    match way:
        case Way.EMAIL:
            from krisapp.delivery import mail

            return mail.send(outgoing, ways.email, secret, now)
        case Way.SMS:
            from krisapp.delivery import sms_gateway

            return sms_gateway.send(outgoing, ways.sms, secret)
        case Way.MODEM:
            from krisapp.delivery import modem

            return modem.send(outgoing, ways.modem)
        case Way.HOOK:
            from krisapp.delivery import web_hook

            return web_hook.send(outgoing, ways.hook, secret, now)
        case Way.FOLDER:
            from krisapp.delivery import folder

            return folder.send(outgoing, ways.folder)
        case Way.SFTP:
            from krisapp.delivery import sftp

            return sftp.send(outgoing, ways.sftp, secret)
