"""Which way (väg): hands what leaves to the file of its way, with that way's settings and secret."""

from datetime import datetime

from krisapp.delivery import folder, mail, modem, sms_gateway, web_hook
from krisapp.domain.sending.outgoing import Outgoing
from krisapp.domain.sending.sendings import Outcome
from krisapp.domain.sending.ways import Way, WaysOut


def deliver(outgoing: Outgoing, way: Way, ways: WaysOut, secret: str, now: datetime) -> tuple[Outcome, ...]:
    """Send by a way and return what came of each recipient. Raises `Refused` for a way that is wrongly set up."""
    match way:
        case Way.EMAIL:
            return mail.send(outgoing, ways.email, secret, now)
        case Way.SMS:
            return sms_gateway.send(outgoing, ways.sms, secret)
        case Way.MODEM:
            return modem.send(outgoing, ways.modem)
        case Way.HOOK:
            return web_hook.send(outgoing, ways.hook, secret, now)
        case Way.FOLDER:
            return folder.send(outgoing, ways.folder)
        case Way.SFTP:
            from krisapp.delivery import sftp  # here: the SSH library is large, and few send this way

            return sftp.send(outgoing, ways.sftp, secret)
