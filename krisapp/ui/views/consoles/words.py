"""What came of a meeting, in words (mötet i ord): what came from whom, what waits, what was refused and the way out."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from krisapp.domain.consoles import Same, Twin
from krisapp.domain.words import N_, _, ngettext
from krisapp.store.exchange.met import Met, Why
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.consoles.meetings import Outcome
from krisapp.ui.views.log_words import when
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.rows import Column

CHOOSE = N_("välj")
"""The mark of the row that leads to the conflicts."""

COPIED = N_("kopierad")
"""The mark of the row that leads to a name of its own for this console."""

NAMED = 3
"""How many files that could not be read are told by name; the rest are counted."""


class Said(NamedTuple):
    """One thing to know of a meeting: what, what to do about it, and its mark."""

    title: str
    detail: str
    mark: Mark
    plan: Path | None = None


def said(outcome: Outcome, name_of: Callable[[str], str], now: datetime) -> list[Said]:
    """Return what came of a meeting, what needs a person first."""
    met = outcome.meeting.brought.met
    return [
        *_refused(met),
        *_waiting(met),
        *_files(outcome),
        *_contested(outcome),
        *(_twin(twin, now) for twin in outcome.twins),
        *_came(outcome, name_of),
        *_plans(outcome),
        *_left(outcome),
    ]


_GOOD, _QUIET = (Tone.GOOD, Shape.CHECK), (Tone.NEUTRAL, Shape.DASH)


def _came(outcome: Outcome, name_of: Callable[[str], str]) -> Iterator[Said]:
    for one in outcome.arrived:
        title = ngettext("{count} ny post från {console}", "{count} nya poster från {console}", one.count)
        people = ", ".join(map(name_of, one.people))
        late = ngettext("{count} är äldre än det som fanns här", "{count} är äldre än det som fanns här", one.late)
        parts = (people, late.format(count=one.late) if one.late else "")
        yield Said(
            title.format(count=one.count, console=_named(one.console)),
            ". ".join(part for part in parts if part),
            Mark(_("hämtat"), *_GOOD),
        )
    if not outcome.arrived:
        yield Said(_("Inget nytt från andra"), _("Det som låg där fanns redan här."), Mark(_("hämtat"), *_QUIET))


def _plans(outcome: Outcome) -> Iterator[Said]:
    for one in outcome.plans:
        yield Said(
            _("En antagen plan som inte finns här: version {version}").format(version=one.version),
            _("Inget är ändrat. Enter visar skillnaderna, och du väljer vad som läses in."),
            Mark(_("plan"), Tone.INFO, Shape.DIAMOND),
            one.path,
        )


def _left(outcome: Outcome) -> Iterator[Said]:
    left = outcome.meeting.left
    if not left:
        yield Said(_("Inget nytt att lämna"), _("Allt härifrån låg redan där."), Mark(_("lämnat"), *_QUIET))
        return
    title = ngettext("{count} fil lämnad till andra", "{count} filer lämnade till andra", left)
    yield Said(
        title.format(count=left),
        _("Skriven och läst tillbaka. Nu kan minnet tas ut."),
        Mark(_("lämnat"), *_GOOD),
    )


def _waiting(met: Met) -> Iterator[Said]:
    if not met.waiting:
        return
    waits = sorted({_named(met.consoles.get(name, "")) for name in met.waiting})
    lacks = sorted({_named(met.consoles.get(name, "")) for name in met.lacking})
    yield Said(
        _("Det som {console} skrev sist väntar").format(console=_listed(waits)),
        _("Det bygger på poster från {other} som inte har kommit. Be den som har dem att möta samma minne.").format(
            other=_listed(lacks)
        ),
        Mark(_("väntar"), Tone.WAIT, Shape.CLOCK),
    )


_WHY = {
    Why.FORGED: (
        N_("{count} post är inte undertecknad av {console}"),
        N_("{count} poster är inte undertecknade av {console}"),
        N_("Den togs inte in. Någon har ändrat på minnet, eller så är det skadat. Be {console} att lämna på nytt."),
        N_("falsk"),
    ),
    Why.FORKED: (
        N_("Journalen från {console} har delat sig vid {count} post"),
        N_("Journalen från {console} har delat sig vid {count} poster"),
        N_(
            "Två poster har samma nummer och är båda äkta: maskinen har vridits tillbaka medan programmet gick. Den "
            "som fanns här är kvar. Starta om Krisapp på {console}, och skriv in där det som saknas i loggen."
        ),
        N_("delad"),
    ),
    Why.NEWER: (
        N_("{count} post är skriven av ett nyare Krisapp"),
        N_("{count} poster är skrivna av ett nyare Krisapp"),
        N_("Den kan inte läsas här. Uppdatera programmet och möt samma minne igen: inget är förlorat."),
        N_("nyare"),
    ),
    Why.UNREADABLE: (
        N_("{count} post kan inte läsas"),
        N_("{count} poster kan inte läsas"),
        N_("Den togs inte in. Be den som lade den där att möta minnet igen."),
        N_("oläslig"),
    ),
    Why.TOO_LARGE: (
        N_("{count} post är för stor"),
        N_("{count} poster är för stora"),
        N_("Den togs inte in: ingen post från Krisapp är så stor."),
        N_("för stor"),
    ),
}


def _refused(met: Met) -> Iterator[Said]:
    found = Counter((met.consoles.get(one.stream, ""), one.why) for one in met.refused)
    for (console, why), count in found.items():
        one, many, way_out, mark = _WHY[why]
        name = _named(console)
        yield Said(
            ngettext(one, many, count).format(count=count, console=name),
            _(way_out).format(console=name),
            Mark(_(mark), Tone.ALARM, Shape.TRIANGLE),
        )


def _files(outcome: Outcome) -> Iterator[Said]:
    brought = outcome.meeting.brought
    if brought.cut:
        count = len(brought.cut)
        title = ngettext("{count} fil var avbruten", "{count} filer var avbrutna", count).format(count=count)
        told = _("Det som gick att läsa togs in. Den som har resten lämnar det på nytt vid sitt nästa möte.")
        yield Said(title, told, Mark(_("avbruten"), Tone.WAIT, Shape.HALF))
    for sentence in brought.bad[:NAMED]:
        yield Said(_("En fil kunde inte läsas"), sentence, Mark(_("oläslig"), Tone.WAIT, Shape.CROSS))
    more = len(brought.bad) - NAMED
    if more > 0:
        title = ngettext("{count} fil till kunde inte läsas", "{count} filer till kunde inte läsas", more)
        yield Said(title.format(count=more), "", Mark(_("oläslig"), Tone.WAIT, Shape.CROSS))


def _contested(outcome: Outcome) -> Iterator[Said]:
    if outcome.contested:
        title = ngettext("{count} sak har två uppgifter", "{count} saker har två uppgifter", outcome.contested)
        told = _("Båda står kvar tills någon väljer. Enter här, eller Ctrl+Skift+T.")
        yield Said(title.format(count=outcome.contested), told, Mark(_(CHOOSE), Tone.ALARM, Shape.CROSS))


def _twin(twin: Twin, now: datetime) -> Said:
    name, time = _named(twin.console), when(twin.since.at, now)
    if twin.how is Same.RESTORED:
        return Said(
            _("{console} har börjat om från en äldre kopia, {time}").format(console=name, time=time),
            _("Inget är förlorat: det som kopian saknade kommer tillbaka när den möter de andra."),
            Mark(_("återställd"), Tone.INFO, Shape.DIAMOND),
        )
    return Said(
        _("{console} finns på två maskiner, sedan {time}").format(console=name, time=time),
        _(
            "Arbetsmappen har kopierats, och båda skriver under samma namn. Inget går förlorat, men ingen kan se "
            "vilken maskin som skrev. Tryck Enter på den ena av dem och ge den ett eget namn."
        ),
        Mark(_(COPIED), Tone.WAIT, Shape.TRIANGLE),
    )


def _named(console: str) -> str:
    return console or _("en okänd konsol")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else _("{first} och {last}").format(first=", ".join(names[:-1]), last=names[-1])


def _title(row: Said) -> str:
    return row.title


def _detail(row: Said) -> str:
    return row.detail


def _mark(row: Said) -> Mark:
    return row.mark


COLUMNS = (Column[Said](N_("Mötet"), _title, mark=_mark, detail=_detail),)


def said_key(row: Said) -> str:
    """Return what names a row."""
    return f"{row.mark.word} {row.title} {row.detail}"
