"""The papers of a scenario (övningspapper), row EX6: all that a drill needs when the machine is what is taken away.

They are made from the scenario alone, before it is played (handbook 9.2): for those who lead it, play in it, watch it
and take part. Each is marked as an exercise (rule P62).
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from krisapp.documents.exercise.drill_rules import rules
from krisapp.documents.exercise.scenario_frame import Setting, head, scenario_paper
from krisapp.documents.frame import Block, fields, heading, listed, new_page, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.exercising.drill import RATINGS
from krisapp.domain.exercising.scenario import INJECT_KINDS, VIA, Inject, condition_words
from krisapp.domain.words import N_, _

EMPTY = "\n\n"
"""A cell to write in by hand."""

Make = Callable[[Setting, datetime], Paper]
"""Makes a paper of a setting, now."""


def inject_book(setting: Setting, now: datetime) -> Paper:
    """Return the list of injects (inspelslista) for those who lead: what comes when, from whom and what is expected."""
    rows = [
        (
            one.id,
            _("reserv") if one.reserve else f"T+{one.at}",
            f"{one.from_} → {one.to}",
            _(VIA[one.via]),
            one.text,
            "\n".join(part for part in (one.expected, _terms(one)) if part),
            EMPTY,
        )
        for one in setting.scenario.injects
    ]
    columns = (
        (_("Nr"), 0),
        (_("Tid"), 0),
        (_("Från, till"), 3),
        (_("Sätt"), 0),
        (_("Inspel"), 7),
        (_("Väntad åtgärd, villkor"), 5),
        (_("Skickat kl., sett"), 3),
    )
    return scenario_paper(
        setting,
        _("Inspelslista"),
        now,
        [*head(setting), table(columns, rows, size=8.5), words(_("Inspelen visas inte för dem som övar."))],
        landscape=True,
    )


def role_cards(setting: Setting, now: datetime) -> Paper:
    """Return the cards of the role players (motspelskatalog): who is played, on which number, and what they say."""
    played: dict[str, list[Inject]] = {}
    for one in setting.scenario.injects:
        played.setdefault(one.from_, []).append(one)
    catalogue = [(_capital(role), EMPTY, "") for role in played]
    blocks: list[Block] = [
        *head(setting),
        heading(_("Telefonlista för motspelet")),
        table(((_("Roll"), 4), (_("Spelas av"), 4), (_("Telefon i övningen"), 4)), catalogue, size=11),
        words(_("Ring bara nummer på den här listan. Ring aldrig 112 i en övning.")),
        words(
            _("Börja och sluta varje samtal med: Övning, övning, övning. Det du också vet säger du om någon frågar.")
        ),
        new_page(),
    ]
    for role, injects in played.items():
        blocks.append(heading(_capital(role)))
        for one in injects:
            when = _("när övningsledningen säger till") if one.reserve else f"T+{one.at}"
            blocks += [
                heading(f"{one.id}, {when}", 3),
                whole_fields(
                    (
                        (_("Till"), one.to),
                        (_("Sätt"), _(VIA[one.via])),
                        (_("Säg"), one.text),
                        (_("Vet också"), one.knows),
                        (_("Villkor"), _terms(one)),
                    )
                ),
            ]
    return scenario_paper(setting, _("Rollkort"), now, blocks)


def whole_fields(rows: Sequence[tuple[str, str]]) -> Block:
    """Return names with their values, all on one page."""
    return {**fields(rows), "whole": True}


def evaluation_forms(setting: Setting, now: datetime) -> Paper:
    """Return the evaluators' forms (utvärderingsmall): one for each objective, then what each inject was to bring."""
    blocks: list[Block] = [
        *head(setting),
        fields(((_("Utvärderare"), "______________________"), (_("Plats"), "______________________"))),
        words(_("Skriv vad du ser och när, inte vad du tycker. Sätt betyget när övningen är slut.")),
        listed([f"{key}: {_(name)}" for key, name in RATINGS.items()]),
    ]
    for objective in setting.scenario.objectives:
        name = f"{objective} {setting.objectives.get(objective, '')}".strip()
        blocks += [
            heading(name),
            {"kind": "box", "text": _("Vad hände, och när (T+)"), "height": 32},
            {"kind": "box", "text": _("Styrkor, och vad som kan bli bättre"), "height": 22},
            words(_("Ringa in ett betyg:   {grades}").format(grades="   ".join(RATINGS))),
        ]
    blocks += [
        new_page(),
        heading(_("Inspelen")),
        table(
            ((_("Nr"), 0), (_("Väntad åtgärd"), 5), (_("Gjort, T+"), 2), (_("Vad du såg"), 5)),
            [(one.id, one.expected or _(INJECT_KINDS[one.kind]), EMPTY, "") for one in setting.scenario.injects],
        ),
    ]
    if setting.earlier:
        blocks += [
            heading(_("Prövas från tidigare övningar")),
            table(
                ((_("Förbättring"), 6), (_("Från"), 0), (_("Håller, ja eller nej"), 2), (_("Vad du såg"), 4)),
                [(one.text, one.origin, EMPTY, "") for one in setting.earlier],
            ),
        ]
    blocks += [
        heading(_("Direkt återföring, 30 minuter")),
        *({"kind": "box", "text": question, "height": 16} for question in _debrief()),
    ]
    return scenario_paper(setting, _("Utvärderingsmall"), now, blocks, together=1 + len(_debrief()))


def questionnaire(setting: Setting, now: datetime) -> Paper:
    """Return the participants' questionnaire (deltagarenkät), to be filled in by hand before anybody leaves."""
    scale = "1     2     3     4     5"
    asked = (
        _("Jag visste vad jag skulle göra."),
        _("Jag hade den information jag behövde."),
        _("Vi visste vem som beslutade om vad."),
        _("Invånarna fick rätt besked i tid."),
        _("Vi höll isär det vi visste från rykten."),
        _("Krisapp hjälpte mig i arbetet."),
        _("Scenariot var rimligt."),
        _("Tempot var lagom."),
    )
    return scenario_paper(
        setting,
        _("Deltagarenkät"),
        now,
        [
            *head(setting),
            fields(((_("Min roll i övningen"), "______________________"),)),
            words(
                _("Du behöver inte skriva ditt namn. Ringa in 1 om det inte stämmer alls, och 5 om det stämmer helt.")
            ),
            table(((_("Påstående"), 5), (_("Svar"), 2)), [(one, scale) for one in asked], size=12),
            *({"kind": "box", "text": question, "height": 26} for question in _debrief()),
            {"kind": "box", "text": _("Annat jag vill säga"), "height": 20},
        ],
    )


PAPERS: tuple[tuple[str, str, str, Make], ...] = (
    ("injects", N_("Inspelslista"), N_("För övningsledaren: vad som kommer när, och vad som väntas."), inject_book),
    ("roles", N_("Rollkort"), N_("För motspelet: telefonlista, och ett kort för varje roll."), role_cards),
    ("forms", N_("Utvärderingsmall"), N_("För utvärderarna: mål, inspel och återföring."), evaluation_forms),
    ("rules", N_("Övningsbestämmelser"), N_("För alla: tider, kodord och vad ingen får göra."), rules),
    ("questions", N_("Deltagarenkät"), N_("För dem som övade, att fylla i innan de går."), questionnaire),
)
"""The papers by key: name, whom it is for, and what makes it."""


def _terms(one: Inject) -> str:
    """Return when an inject waits or is not sent, in words."""
    told = [_("Skickas {when}.").format(when=condition_words(one.after))] if one.after else []
    if one.unless:
        told.append(_("Inte {when}.").format(when=condition_words(one.unless)))
    return " ".join(told)


def _debrief() -> tuple[str, ...]:
    return _("Vad gick bra?"), _("Vad ska vi ändra?"), _("Vad gör vi genast?")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
