"""Checks of a channel's own limits (6.2): words, characters, subject and line. The rule is the channel's code."""

from collections.abc import Callable

from krisapp.channels.subject import subject_of
from krisapp.domain.checks import Check, Context, Finding, Severity
from krisapp.domain.language.lix import counts
from krisapp.domain.language.posts import weighted_length
from krisapp.domain.language.sentences import line_spans
from krisapp.domain.sheet import Sheet
from krisapp.domain.words import _


def _whole(text: str) -> str:
    return text


def most_words(most: int, measured: Callable[[str], str] = _whole) -> Check:
    """Return a check that warns of more words than a channel has room for, in the part that is measured."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        count = counts(measured(text)).words
        if count <= most:
            return []
        return [
            Finding(
                context.channel,
                Severity.WARNING,
                (0, len(text)),
                _("Texten har {count} ord. Högst {most} får plats.").format(count=count, most=most),
                _("Stryk det som minst behövs."),
            )
        ]

    return check


def most_characters(most: int) -> Check:
    """Return a check that stops a text of more characters than the channel takes."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        if len(text) <= most:
            return []
        return [
            Finding(
                context.channel,
                Severity.STOP,
                (most, len(text)),
                _("Texten har {count} tecken. Kanalen tar högst {most}.").format(count=len(text), most=most),
                _("Korta texten."),
            )
        ]

    return check


def subject_line(most: int) -> Check:
    """Return a check that an e-mail has a subject, and one that is not cut off in the list of messages."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        subject = subject_of(text)
        if not subject:
            return [
                Finding(
                    context.channel,
                    Severity.WARNING,
                    (0, 0),
                    _("E-brevet har ingen ämnesrad."),
                    _("Skriv ”Ämne: [KRIS] …” på första raden."),
                )
            ]
        if len(subject) <= most:
            return []
        return [
            Finding(
                context.channel,
                Severity.WARNING,
                (0, text.find("\n") if "\n" in text else len(text)),
                _("Ämnesraden har {count} tecken. Över {most} klipps den av.").format(count=len(subject), most=most),
                _("Korta ämnesraden."),
            )
        ]

    return check


def longest_line(most: int) -> Check:
    """Return a check that warns of lines longer than easy Swedish has (C18)."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        return [
            Finding(
                context.channel,
                Severity.WARNING,
                (first, last),
                _("Raden har {count} tecken. Lättläst har högst {most}.").format(count=last - first, most=most),
                _("Bryt raden eller korta meningen."),
            )
            for first, last in line_spans(text)
            if last - first > most and not text.startswith("ÖVNING ÖVNING", first)
        ]

    return check


def first_line(most: int) -> Check:
    """Return a check that warns of a first line longer than a banner shows (C02)."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        spans = [(first, last) for first, last in line_spans(text) if not text.startswith("ÖVNING ÖVNING", first)]
        if not spans or spans[0][1] - spans[0][0] <= most:
            return []
        first, last = spans[0]
        return [
            Finding(
                context.channel,
                Severity.WARNING,
                (first, last),
                _("Första raden har {count} tecken. En banner visar högst {most}.").format(
                    count=last - first, most=most
                ),
                _("Korta raden. Resten står på webben."),
            )
        ]

    return check


def longest_post(most: int) -> Check:
    """Return a check that stops a post longer than the channel takes, a link counted as 23 (C04)."""

    def check(text: str, _sheet: Sheet, context: Context) -> list[Finding]:
        length = weighted_length(text)
        if length <= most:
            return []
        return [
            Finding(
                context.channel,
                Severity.STOP,
                (0, len(text)),
                _("Inlägget räknas som {count} tecken. Kanalen tar högst {most}.").format(count=length, most=most),
                _("Korta texten."),
            )
        ]

    return check
