"""What the page Webbplats says (ord): how the site stands, what is missing on it, and what to do next."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from krisapp.domain.site_history import Publications, Version
from krisapp.domain.words import _, ngettext
from krisapp.ui.views.log_words import when
from krisapp.ui.views.reaching.site.site_run import Place, Prepared

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident

_NAMED = 3
"""How many texts that are not on the site are named."""


def nothing_listed(place: Place | None, ready: Prepared | None, *, out: bool, noted: bool) -> tuple[str, str]:
    """Return what is missing while no page is listed, and what to do.

    `out` is whether any public text is out, and `noted` whether the log says that the site lies there.
    """
    if not out:
        return (
            _("Ingen text till allmänheten är ute än"),
            _("Skriv, godkänn och släpp en text under Budskap. Sedan publicerar du webbplatsen härifrån."),
        )
    if place is None:
        return (
            _("Välj var webbplatsen ska ligga"),
            _("Tryck Ctrl+M och välj en mapp: på ett usb-minne, eller den som webbservern visar."),
        )
    if ready is None:
        return _("Gör i ordning sidorna …"), ""
    if place.sftp is not None:
        return (
            _("Sidorna är klara att publicera"),
            _("Krisapp ansluter till servern när du trycker Ctrl+Enter och skickar bara det som har ändrats."),
        )
    if ready.wrong:
        return _("Webbplatsen kan inte ligga där"), _("Tryck Ctrl+M och välj en annan mapp.")
    if not noted:
        return _("Sidorna ligger redan där"), _("Loggen säger inget om det. Publicera, så skrivs det ner.")
    return _("Allt är publicerat"), _("Det som ligger i mappen är det som gäller nu. Ctrl+B visar startsidan.")


def standing_words(incident: "Incident", place: Place | None, now: datetime) -> str:
    """Return when the site was last published, by whom, and where when that is not the place shown."""
    words = []
    if incident.exercise:
        words.append(_("Övning: varje sida är märkt, och webbplatsen kan bara ligga i en mapp."))
    latest = incident.part(Publications).latest
    if latest is None:
        words.append(_("Inget är publicerat härifrån än."))
    else:
        done, stamp = latest
        said = ngettext(
            "Senast publicerad {time} av {name}, {count} text.",
            "Senast publicerad {time} av {name}, {count} texter.",
            len(done.texts),
        )
        words.append(said.format(time=when(stamp.at, now), name=incident.name_of(stamp.person), count=len(done.texts)))
        if place is None or done.where != place.name:
            words.append(_("Den ligger i {where}.").format(where=done.where))
    return " ".join(words)


def missing_words(incident: "Incident", missing: Sequence[Version]) -> str:
    """Return how many released texts are not on the site, and which."""
    names = [incident.title_of(id) for id, _number in missing[:_NAMED]]
    more = len(missing) - len(names)
    listed = "; ".join([*names, *([_("{count} till").format(count=more)] if more else [])])
    words = ngettext(
        "{count} släppt text är inte på webbplatsen: {names}.",
        "{count} släppta texter är inte på webbplatsen: {names}.",
        len(missing),
    )
    return words.format(count=len(missing), names=listed)
