"""The paper with the recovery key (återställningsnyckel), for the sealed envelope: the only thing that helps when the
passphrase is forgotten."""

from datetime import datetime

from krisapp.documents.frame import Block, heading, sent_by, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.language.clock import stamp
from krisapp.domain.plan import Plan
from krisapp.domain.words import _


def recovery_sheet(plan: Plan, code: str, now: datetime) -> Paper:
    """Return the paper with a recovery key, made now. It names no machine, folder or person."""
    title = _("Återställningsnyckel för Krisapp")
    blocks = [
        words(_("Med den här nyckeln öppnas kommunens låsta krisplan och händelser när lösenfrasen är glömd.")),
        heading(_("Nyckeln")),
        _in_groups(code),
        words(_("Bokstaven O, I och L finns inte: det är noll och ett. Stora och små bokstäver är lika.")),
        heading(_("Så används den")),
        words(_("Starta Krisapp, välj Jag har glömt lösenfrasen och skriv tecknen. Välj sedan en ny lösenfras.")),
        heading(_("Så förvaras den")),
        words(
            _(
                "Lägg papperet i ett förseglat kuvert i kassaskåpet. Skriv på utsidan vem som får öppna det. "
                "Den som har nyckeln kan läsa allt. Den som har tappat både nyckel och lösenfras kan inte läsa något."
            )
        ),
    ]
    data = {
        **sent_by(plan),
        "title": title,
        "date": now.isoformat(timespec="minutes"),
        "stamps": [_("Utskrivet {time}").format(time=stamp(now))],
        "foot": title,
        "blocks": blocks,
        "text_size": 14,
        "hyphenate": False,
    }
    return Paper(title=title, file_name="aterstallningsnyckel.pdf", data=data)


def _in_groups(code: str) -> Block:
    """Return the key as a row of groups, each under its number, so that nobody loses their place."""
    groups = code.split("-")
    columns = [(_("Grupp {number}").format(number=number), 1) for number in range(1, len(groups) + 1)]
    return table(columns, [groups], size=12)
