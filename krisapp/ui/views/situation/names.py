"""What the things of the fact sheet are called inside a sentence on the screen: "nästa besked", "uppgift F3"."""

from krisapp.domain.facts import Status
from krisapp.domain.fields import label_of
from krisapp.domain.words import N_, _

_BY_STATUS = {
    Status.CONFIRMED: N_("bekräftade uppgifter"),
    Status.UNCONFIRMED: N_("obekräftade uppgifter"),
    Status.RUMOUR: N_("rykten"),
    Status.REFUTED: N_("dementerade uppgifter"),
    Status.OUTDATED: N_("inaktuella uppgifter"),
}


def words_of(name: str) -> str:
    """Return what a name that a text has used is called."""
    if name.startswith("phrase."):
        _kind, language, phrase, _exact = name.split(".")
        return _("fras {phrase} ({language})").format(phrase=phrase, language=language)
    if not name.startswith("facts."):
        label = label_of(name)
        return label[:1].lower() + label[1:]
    rest = name.removeprefix("facts.")
    if rest in _BY_STATUS:
        return _(_BY_STATUS[Status(rest)])
    return _("uppgift {id}").format(id=rest)


def listed(names: tuple[str, ...]) -> str:
    """Return several names as they are told, each once: "nästa besked, råd"."""
    return ", ".join(dict.fromkeys(words_of(name) for name in names))
