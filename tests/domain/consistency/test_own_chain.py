"""A text that has gone out tells its own number and time; neither contradicts another text's."""

from datetime import datetime

import pytest

from krisapp.domain.consistency.own_chain import OwnChain, own_chain

ALARM = datetime.fromisoformat("2027-01-14T16:40+01:00")


def at(hour: int, minute: int) -> datetime:
    return ALARM.replace(hour=hour, minute=minute)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Rubrik\nUppdaterat torsdag 14 januari 2027 kl. 16.44", OwnChain(None, at(16, 44))),
        (
            "Rättelse\nBesked 3, rättat torsdag 14 januari 2027 kl. 17.05\nErsätter besked 2.",
            OwnChain(3, at(17, 5)),
        ),
        ("Slutbesked torsdag 14 januari 2027 kl. 21.45\nErsätter besked 4.", OwnChain(5, at(21, 45))),
        (
            "Lägesrapport 2\nFlens kommun, torsdag 14 januari 2027 kl. 16.54.\nErsätter lägesrapport 1.",
            OwnChain(2, at(16, 54)),
        ),
        ("Update\nFlens kommun, Thursday 14 January 2027, 16:59", OwnChain(None, at(16, 59))),
        (
            "Larmet kom torsdag 14 januari 2027 kl. 16.40. Skrivet torsdag 14 januari 2027 kl. 17.00.",
            OwnChain(None, at(17, 0)),
        ),
        ("Uppdaterat torsdag 41 januari 2027 kl. 16.44", OwnChain()),
        ("Nytt besked kl. 18.", OwnChain()),
    ],
)
def test_p57_a_text_tells_its_own_number_and_time(text: str, says: OwnChain) -> None:
    assert own_chain(text, (ALARM, None), ALARM) == says
