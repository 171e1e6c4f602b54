"""What other audiences are told but residents are not: rule P29 (chapter 2)."""

from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.checking.statements import Statement
from krisapp.domain.checks import Context, Finding, Severity
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

RESIDENTS = "E1"

_statements = Remembered(lambda sheet: [Statement(fact, [], []) for fact in sheet.public_facts() if fact.text.strip()])


def kept_from_residents(text: str, sheet: Sheet, context: Context) -> list[Finding]:
    """Find confirmed facts in another external text that the residents' text does not tell (P29).

    Without a residents' text to compare with nothing is found.
    """
    if not context.residents or not context.external or context.audience == RESIDENTS:
        return []
    own, theirs = read(text), read(context.residents)
    findings = []
    for statement in _statements.of(sheet):
        hit = statement.find(own)
        if hit and hit.sure and not statement.find(theirs):
            findings.append(
                Finding(
                    "P29",
                    Severity.WARNING,
                    hit.span,
                    _("Invånarna får inte veta detta (uppgift {id}).").format(id=statement.fact.id),
                    _("Skriv in det i invånarnas text också, eller stryk det här."),
                )
            )
    return findings
