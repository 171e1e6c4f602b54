"""The papers of a scenario (övningspapper), row EX6: all that a drill needs when the machine is what is taken away.

They are made from the scenario alone, before it is played (handbook 9.2): for those who lead it, play in it, watch it
and take part. Each is marked as an exercise (rule P62).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from krisapp.documents.exercise.evaluation_report import Earlier
from krisapp.documents.frame import Block, fields, file_name, heading, listed, new_page, sent_by, table, words
from krisapp.documents.paper import Paper
from krisapp.domain.exercising.drill import RATINGS
from krisapp.domain.exercising.scenario import INJECT_KINDS, VIA, Inject, Scenario, condition_words
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _

DIRECTORS = N_("Övningsledningen")
EMPTY = "\n\n"
"""A cell to write in by hand."""


class Setting(NamedTuple):
    """What the papers are made of: the scenario, the plan, the names of objectives, and what is tried from before."""

    scenario: Scenario
    plan: Plan
    objectives: Mapping[str, str]
    earlier: Sequence[Earlier] = ()


class Make(Protocol):
    """Makes a paper of a setting."""

    def __call__(self, setting: Setting, now: datetime) -> Paper:
        """Return the paper."""


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
    return _paper(
        setting,
        _("Inspelslista"),
        now,
        [*_head(setting), table(columns, rows, size=8.5), words(_("Inspelen visas inte för dem som övar."))],
        landscape=True,
    )


def role_cards(setting: Setting, now: datetime) -> Paper:
    """Return the cards of the role players (motspelskatalog): who is played, on which number, and what they say."""
    played: dict[str, list[Inject]] = {}
    for one in setting.scenario.injects:
        played.setdefault(one.from_, []).append(one)
    catalogue = [(_capital(role), EMPTY, "") for role in played]
    blocks: list[Block] = [
        *_head(setting),
        heading(_("Telefonlista för motspelet")),
        table(((_("Roll"), 4), (_("Spelas av"), 4), (_("Telefon i övningen"), 4)), catalogue, size=11),
        words(_("Ring bara nummer på den här listan. Ring aldrig 112 i en övning.")),
        words(_("Börja och sluta varje samtal med: Övning, övning, övning.")),
        new_page(),
    ]
    for role, injects in played.items():
        blocks.append(heading(_capital(role)))
        for one in injects:
            when = _("när övningsledningen säger till") if one.reserve else f"T+{one.at}"
            blocks += [
                heading(f"{one.id}, {when}", 3),
                fields(
                    (
                        (_("Till"), one.to),
                        (_("Sätt"), _(VIA[one.via])),
                        (_("Säg"), one.text),
                        (_("Du vet också, om någon frågar"), one.knows),
                        (_("Villkor"), _terms(one)),
                    )
                ),
            ]
    return _paper(setting, _("Rollkort"), now, blocks)


def evaluation_forms(setting: Setting, now: datetime) -> Paper:
    """Return the evaluators' forms (utvärderingsmall): one for each objective, then what each inject was to bring."""
    blocks: list[Block] = [
        *_head(setting),
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
    return _paper(setting, _("Utvärderingsmall"), now, blocks, together=1 + len(_debrief()))


def rules(setting: Setting, now: datetime) -> Paper:
    """Return the rules of the drill (övningsbestämmelser), with all that handbook 9.2 says they must hold."""
    scenario = setting.scenario
    roles = {role.id: role.name for role in setting.plan.roles}
    blank = "______________________"
    return _paper(
        setting,
        _("Övningsbestämmelser"),
        now,
        [
            *_head(setting),
            heading(_("Tid, plats och deltagare")),
            fields(
                (
                    (_("Dag och tid"), blank),
                    (_("Plats"), blank),
                    (_("Längd"), _("{minutes} minuter på övningsklockan").format(minutes=scenario.minutes)),
                    (_("Övningsledare"), blank),
                    (_("Nås på"), blank),
                )
            ),
            words(", ".join(roles.get(one, one) for one in scenario.roles) or _("Den som övar, ensam.")),
            heading(_("Skarpt läge går alltid före")),
            listed(
                [
                    _("Händer något på riktigt säger du ”SKARPT LÄGE” tre gånger. Då slutar alla att öva."),
                    _("I Krisapp startar du den skarpa händelsen. Övningen läggs åt sidan."),
                    _("Övningsledaren bryter med orden ”ÖVNINGEN AVBRYTS”."),
                ]
            ),
            heading(_("Kodord")),
            fields(
                (
                    ("STARTEX", _("Övningen börjar.")),
                    ("PAUSEX", _("Övningen står still, och klockan med den.")),
                    ("ENDEX", _("Övningen är slut.")),
                    (_("SKARPT LÄGE"), _("Det här är på riktigt.")),
                )
            ),
            heading(_("Märkning")),
            words(
                _(
                    "Varje text, samtal och papper börjar och slutar med ÖVNING ÖVNING ÖVNING. Ett sms börjar och "
                    "slutar med ÖVNING. Krisapp sätter märket själv, och fönstret har en randig ram."
                )
            ),
            heading(_("Kanaler")),
            listed(
                [
                    _("Spelas: medier, allmänhet, andra myndigheter och sociala medier. De nås bara genom motspelet."),
                    _("På riktigt: samtal och möten mellan er som övar, och telefonlistan för motspelet."),
                    _("Krisapp kan inte skicka något i en övning."),
                ]
            ),
            heading(_("Det här får ingen göra")),
            listed(
                [
                    _("Ringa 112 eller någon som inte står på telefonlistan för motspelet."),
                    _("Skicka sms eller e-post till någon som inte övar."),
                    _("Publicera på webben, i sociala medier eller i någon annan kanal."),
                ]
            ),
            heading(_("Personuppgifter, medier och besökare")),
            listed(
                [
                    _("Använd påhittade namn på dem som drabbas. Skriv inget om någons hälsa eller skydd."),
                    _("Frågar riktiga medier om övningen svarar övningsledaren."),
                    _("Besökare anmäls till övningsledaren och följer en värd."),
                ]
            ),
        ],
    )


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
    return _paper(
        setting,
        _("Deltagarenkät"),
        now,
        [
            *_head(setting),
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


def _paper(
    setting: Setting, title: str, now: datetime, blocks: Sequence[Block], *, landscape: bool = False, together: int = 0
) -> Paper:
    scenario = setting.scenario
    data = {
        **sent_by(setting.plan, _(DIRECTORS)),
        "title": title,
        "date": now.isoformat(timespec="minutes"),
        "stamps": [scenario.name, _("Utskrivet {date}").format(date=now.date())],
        "foot": f"{scenario.name}, {title}",
        "exercise": True,
        "landscape": landscape,
        "kept_together": together,
        "blocks": list(blocks),
    }
    return Paper(title=title, file_name=file_name(_("ÖVNING"), scenario.name, title), data=data)


def _head(setting: Setting) -> list[Block]:
    scenario = setting.scenario
    first = scenario.incident
    return [
        fields(
            (
                (_("Scenario"), scenario.name),
                (_("Handlar om"), scenario.about),
                (_("Börjar"), scenario.starts),
                (_("Händelse"), first.sentence),
                (_("Var"), ", ".join(first.places)),
            )
        )
    ]


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
