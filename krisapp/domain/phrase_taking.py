"""Taking over newly reviewed phrases into an open incident (hämta fraser), rule ME11.

An incident runs on the plan as it was frozen. What an interpreter reviews while it goes on would otherwise help only
the next one.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from krisapp.domain.events import Event, Stamp, event
from krisapp.domain.log import Kind
from krisapp.domain.phrase_bank import reviewed, spoken
from krisapp.domain.phrase_rows import Language, Phrase, Translation
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, Refused

if TYPE_CHECKING:
    from krisapp.domain.incident import Incident


@event("phrases.taken")
class PhrasesTaken(Event, frozen=True):
    """Somebody took the reviewed phrases of the plan as it stands into the incident. What it holds replaces the rest.

    Only what is reviewed is here, with the Swedish sentences it says.
    """

    languages: tuple[Language, ...]
    phrases: tuple[Phrase, ...]
    translations: tuple[Translation, ...]

    def over(self, plan: Plan) -> Plan:
        """Return a plan with these phrases in the place of its own."""
        kept = {phrase.id: phrase for phrase in (*plan.phrases, *self.phrases)}
        phrases = tuple(sorted(kept.values(), key=lambda phrase: phrase.rank))
        return replace(plan, languages=self.languages, phrases=phrases, translations=self.translations)

    def apply(self, incident: "Incident", stamp: Stamp) -> None:
        """Let texts be written with these phrases from now on."""
        incident.phrases_taken = self
        if incident.plan is not None:
            incident.plan = self.over(incident.plan)
        incident.note(
            stamp,
            Kind.COMMUNICATION,
            N_("Granskade fraser hämtade ur planen: {count}."),
            count=str(len(self.translations)),
        )


def take_phrases(incident: "Incident", plan: Plan) -> PhrasesTaken:
    """Take the reviewed phrases of the plan as it stands (hämta fraser). Raises `Refused` if it brings nothing new."""
    usable = reviewed(plan)
    found = tuple(one for language in plan.languages for one in usable.get(language.id, {}).values())
    now = reviewed(incident.plan) if incident.plan else {}
    if found == tuple(one for phrases in now.values() for one in phrases.values()):
        raise Refused(N_("Händelsen har redan de granskade fraser som finns i planen."))
    used = {one.phrase for one in found}
    return PhrasesTaken(
        spoken(plan) or plan.languages,
        tuple(phrase for phrase in plan.phrases if phrase.id in used),
        found,
    )
