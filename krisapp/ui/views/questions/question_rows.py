"""How questions are told in their list, and in the sheet on paper (frågor och svar)."""

from collections.abc import Callable
from datetime import datetime

from krisapp.channels.exercise_marks import FULL
from krisapp.domain.answering.questions import Asker, Question, Standing, outdated, outlived_in
from krisapp.domain.incident import Incident
from krisapp.domain.language.clock import clock, date, moment
from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.log_words import when
from krisapp.ui.views.questions.listed import Listed, places_words
from krisapp.ui.views.situation.names import listed
from krisapp.ui.widgets.marks import Mark, Shape

_ANSWER, _NEWER = N_("Svar {number}, kl. {time}."), N_("Svar {number} ersätter svar {before}, kl. {time}.")
_ORDER = (Standing.LATE, Standing.CONTESTED, Standing.OPEN, Standing.PROMISED, Standing.ANSWERED, Standing.WITHDRAWN)


def question_rows(incident: Incident, now: datetime, words: str = "") -> list[Listed]:
    """Return the questions that say all the words, those without an answer first, the most asked on top."""
    wanted = words.casefold().split()
    found = [
        one
        for one in incident.questions.values()
        if all(word in f"{one.text} {one.first.question}".casefold() for word in wanted)
    ]
    found.sort(key=lambda one: (_ORDER.index(one.standing(now)), -one.count, one.number))
    return [
        Listed(one.id, one.text, _detail(incident, one), _times(one.count), question_mark(incident, one, now))
        for one in found
    ]


def question_mark(incident: Incident, question: Question, now: datetime) -> Mark:
    """Return how a question stands."""
    standing = question.standing(now)
    if standing is Standing.ANSWERED:
        if outdated(incident, question) or outlived_in(incident, question, incident.sheet):
            return Mark(_("svaret är gammalt"), Tone.WAIT, Shape.HALF)
        if question.is_adopted:
            return Mark(_("i texterna"), Tone.GOOD, Shape.CHECK)
        return Mark(_("besvarad"), Tone.INFO, Shape.DIAMOND)
    if standing is Standing.PROMISED and question.promise.value is not None:
        return Mark(_("lovat {time}").format(time=when(question.promise.value, now)), Tone.INFO, Shape.CLOCK)
    return {
        Standing.OPEN: Mark(_("obesvarad"), Tone.NEUTRAL, Shape.RING),
        Standing.LATE: Mark(_("väntat för länge"), Tone.WAIT, Shape.TRIANGLE),
        Standing.CONTESTED: Mark(_("två svar"), Tone.ALARM, Shape.CROSS),
    }.get(standing, Mark(_("avskriven"), Tone.NEUTRAL, Shape.CROSS))


def versions_words(incident: Incident, question: Question, now: datetime) -> str:
    """Return which answer stands, what it replaced and when, and what has changed since."""
    if not question.versions:
        return ""
    told = _version(question, now, _)
    changed = outdated(incident, question)
    gone = outlived_in(incident, question, incident.sheet)
    if gone:
        words, right = gone[0]
        told += " " + (
            _("Svaret säger ”{words}”, men i läget står ”{right}”.").format(words=words, right=right)
            if right
            else _("Svaret säger ”{words}”, och det står inte längre i läget.").format(words=words)
        )
    if changed:
        told += " " + _("Ändrat sedan svaret skrevs: {names}. Se över svaret och spara det på nytt.").format(
            names=listed(changed)
        )
    return told


def answers_on_paper(incident: Incident, now: datetime) -> str:
    """Return all questions with their standing answers as text, for a contact centre whose net is down.

    It is read to people, so it is Swedish in every language of the interface.
    """
    lines = [f"Frågor och svar: {incident.sheet.name}", f"Utskrivet {date(now)} {clock(now)}"]
    for asker, heading in ((Asker.RESIDENTS, "Invånare frågar"), (Asker.STAFF, "Medarbetare frågar")):
        asked = [one for one in incident.questions.values() if one.asker is asker and not one.withdrawn]
        if not asked:
            continue
        lines += ["", heading.upper()]
        for one in sorted(asked, key=lambda one: (-one.count, one.number)):
            standing = one.answer.value
            lines += ["", one.text]
            if standing is None or one.answer.contested:
                due = one.promise.value
                lines.append(f"Vi återkommer {moment(due.astimezone(now.tzinfo), now)}." if due else "Inget svar ännu.")
            else:
                lines += [standing.answer, f"({_version(one, now, str)})"]
    text = "\n".join(lines)
    return f"{FULL}\n\n{text}\n\n{FULL}" if incident.exercise else text


def _version(question: Question, now: datetime, said: Callable[[str], str]) -> str:
    """Return which answer stands, what it replaced and when, in the language it is said in."""
    last = question.versions[-1]
    words = said(_NEWER if last.number > 1 else _ANSWER)
    return words.format(number=last.number, before=last.number - 1, time=when(last.stamp.at, now))


def _times(count: int) -> str:
    return ngettext("{count} gång", "{count} gånger", count).format(count=count) if count else ""


def _detail(incident: Incident, question: Question) -> str:
    del incident
    parts = (
        _("medarbetare") if question.asker is Asker.STAFF else "",
        places_words(question.tally),
        _("rykte {id}").format(id=question.first.rumour) if question.first.rumour else "",
    )
    return " · ".join(part for part in parts if part)
