"""What leaves in the tests: a released text of a real incident that a person has asked to be sent."""

from krisapp.domain.messages import message_id
from krisapp.domain.sending.outgoing import Outgoing, clear
from krisapp.domain.sending.recipients import Recipient
from krisapp.domain.sending.requesting import begin, request
from krisapp.domain.sending.ways import Way
from tests.domain.sitting import Sitting

MAIL, SMS, WEB = message_id("E4", "C17"), message_id("E1", "C05"), message_id("E1", "C01")
TEXTS = {Way.EMAIL: MAIL, Way.SMS: SMS, Way.MODEM: SMS, Way.HOOK: WEB, Way.FOLDER: WEB, Way.SFTP: WEB}


def out(*messages: str, exercise: bool = False) -> Sitting:
    """Return an incident in which these texts have gone out, the residents' web page first."""
    sitting = Sitting(danger=True, exercise=exercise)
    for id in dict.fromkeys((WEB, *messages)):
        sitting.released(id)
    return sitting


def leaving(way: Way, *addresses: str, sitting: Sitting | None = None) -> Outgoing:
    """Return what leaves by a way to these addresses, or to the one machine at its end."""
    id = TEXTS[way]
    sitting = sitting or out(id)
    recipients = tuple(Recipient(address) for address in addresses) or (Recipient(),)
    asked = sitting.do(
        request(sitting.incident, id, way, through="prov", to="prov", recipients=recipients, subject="Läget å ä ö")
    )
    begun = sitting.do(begin(sitting.incident, asked.id, tuple(range(len(recipients)))))
    return clear(sitting.incident, asked.id, begun.id)
