"""Reading ease: LIX by channel and the length of sentences, rules Q01 to Q03 (7.1, 7.2)."""

from krisapp.domain.checks import Check, Context, Finding, Severity
from krisapp.domain.language.lix import counts
from krisapp.domain.language.reading import read
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _

LONG_SENTENCE = 20
VERY_LONG_SENTENCE = 25


def long_sentences(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
    """Find sentences of more than 20 words (Q01)."""
    reading = read(text)
    findings = []
    at = 0
    for first, last in reading.sentences:
        while at < len(reading.spans) and reading.spans[at][0] < first:
            at += 1
        start = at
        while at < len(reading.spans) and reading.spans[at][0] < last:
            at += 1
        if at - start > LONG_SENTENCE:
            sentence = (
                _("Meningen har {count} ord. Det är mycket långt.")
                if at - start > VERY_LONG_SENTENCE
                else _("Meningen har {count} ord. Över 20 är svårt att följa.")
            )
            findings.append(
                Finding(
                    "Q01",
                    Severity.WARNING,
                    (first, last),
                    sentence.format(count=at - start),
                    _("Dela den i två."),
                )
            )
    return findings


def mean_sentence(most: float) -> Check:
    """Return a check that gives a tip when sentences have more words than `most` on average (Q02)."""

    def check(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
        reading = read(text)
        if not reading.sentences or len(reading.tokens) <= most * len(reading.sentences):
            return []
        mean = len(reading.tokens) / len(reading.sentences)
        return [
            Finding(
                "Q02",
                Severity.TIP,
                (0, 0),
                _("Meningarna har i snitt {mean} ord. Högst {most} är lagom här.").format(
                    mean=f"{mean:.0f}", most=f"{most:.0f}"
                ),
                _("Korta eller dela de längsta."),
            )
        ]

    return check


def reading_ease(tip: float | None, warning: float | None, stop: float | None) -> Check:
    """Return a check of LIX against a channel's limits (Q03). Fewer than 30 words give none: too unsafe."""

    def check(text: str, _sheet: Sheet, _context: Context) -> list[Finding]:
        counted = counts(text)
        value = counted.lix
        if value is None or not counted.safe:
            return []
        for severity, limit in ((Severity.STOP, stop), (Severity.WARNING, warning), (Severity.TIP, tip)):
            if limit is not None and value > limit:
                return [
                    Finding(
                        "Q03",
                        severity,
                        (0, 0),
                        _("Läsbarhet (LIX) {value}. Gränsen här är {limit}.").format(
                            value=str(value).replace(".", ","), limit=f"{limit:.0f}"
                        ),
                        _("Dela långa meningar och byt långa ord mot korta."),
                    )
                ]
        return []

    return check
