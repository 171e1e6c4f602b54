"""The eighteen measures (måtten) of handbook 9.4, in its order, and the score of an account."""

from collections.abc import Iterable

from krisapp.domain.scoring import answers_in_time, first_times, soundness
from krisapp.domain.scoring.account import Account
from krisapp.domain.scoring.measure import Found, Measure, Unit, Verdict
from krisapp.domain.words import N_

MINUTES, PERCENT, COUNT = Unit.MINUTES, Unit.PERCENT, Unit.COUNT

MEASURES = (
    Measure(
        "first_log",
        N_("Första loggpost"),
        N_("Tiden från larmet till den första posten i loggen, starten oräknad."),
        N_("högst 5 min"),
        MINUTES,
        first_times.first_log,
        first_times.LOG_BY,
    ),
    Measure(
        "level",
        N_("Nivåbeslut"),
        N_("Tiden från larmet till det första beslutet om nivå."),
        N_("högst 15 min"),
        MINUTES,
        first_times.level_decided,
        first_times.LEVEL_BY,
    ),
    Measure(
        "internal",
        N_("Första interna besked"),
        N_("Tiden från larmet till den första texten till förtroendevalda eller medarbetare."),
        N_("högst 15 min"),
        MINUTES,
        first_times.first_internal,
        first_times.INTERNAL_BY,
    ),
    Measure(
        "residents",
        N_("Första besked, invånare"),
        N_("Tiden från larmet till den första texten till invånarna, i vilken kanal som helst."),
        N_("högst 30 min"),
        MINUTES,
        first_times.first_to_residents,
        first_times.RESIDENTS_BY,
    ),
    Measure(
        "web",
        N_("Full webbtext"),
        N_("Tiden från larmet till invånarnas text på webben."),
        N_("högst 60 min"),
        MINUTES,
        first_times.whole_web_text,
        first_times.WEB_BY,
    ),
    Measure(
        "script",
        N_("Manus till kontaktcenter"),
        N_("Tiden från larmet till det första manuset till kontaktcenter."),
        N_("högst 45 min"),
        MINUTES,
        first_times.script,
        first_times.SCRIPT_BY,
    ),
    Measure(
        "report",
        N_("Första lägesrapport"),
        N_("Tiden från larmet till den första lägesrapporten till länsstyrelsen."),
        N_("högst 120 min"),
        MINUTES,
        first_times.first_report,
        first_times.REPORT_BY,
    ),
    Measure(
        "promises",
        N_("Hållna besked"),
        N_("Andelen utlovade tider då nästa besked kom senast på minuten. Tider som ligger framåt räknas inte."),
        N_("minst 90 %"),
        PERCENT,
        answers_in_time.promises_kept,
        answers_in_time.PROMISES_KEPT,
        less_is_better=False,
    ),
    Measure(
        "media",
        N_("Mediesvar i tid"),
        N_("Andelen mediefrågor som fick svar inom 30 minuter. Avskrivna frågor räknas inte."),
        N_("minst 80 %"),
        PERCENT,
        answers_in_time.media_answered,
        answers_in_time.MEDIA_ANSWERED,
        less_is_better=False,
    ),
    Measure(
        "corrections",
        N_("Rättelser"),
        N_(
            "Antalet texter med fel. Tiden räknas från texten med felet till texten som rättar den. Ett fel är kvar "
            "när texten som folk har bygger på en uppgift som sedan har dementerats."
        ),
        N_("högst 30 min"),
        COUNT,
        answers_in_time.corrections,
    ),
    Measure(
        "rumours",
        N_("Rykten bemötta"),
        N_("Andelen rykten som inom 30 minuter fick en bedömning, ett svar eller ett utfall."),
        N_("minst 80 %"),
        PERCENT,
        answers_in_time.rumours_met,
        answers_in_time.RUMOURS_MET,
        less_is_better=False,
    ),
    Measure(
        "audiences",
        N_("Målgrupper på 6 timmar"),
        N_("Antalet målgrupper som har fått en text inom 6 timmar. Det som bärs ut räknas när det rapporteras framme."),
        N_("8 av 8"),
        COUNT,
        soundness.audiences_reached,
        len(soundness.AUDIENCES),
        less_is_better=False,
    ),
    Measure(
        "unconfirmed",
        N_("Obekräftat publicerat"),
        N_("Antalet texter som sa något obekräftat, dementerat eller ryktat som om det var känt, enligt läget då."),
        N_("0"),
        COUNT,
        soundness.unconfirmed_published,
    ),
    Measure(
        "order",
        N_("Ordningsfel"),
        N_("Antalet gånger någon försökte släppa en text till andra innan invånarna hade fått sin (P28)."),
        N_("0"),
        COUNT,
        soundness.order_refused,
    ),
    Measure(
        "passed_over",
        N_("Ute före de interna"),
        N_("Antalet texter som med angivet skäl gick ut innan förtroendevalda och medarbetare hade fått besked (P16)."),
        N_("inget mål"),
        COUNT,
        soundness.internal_passed_over,
    ),
    Measure(
        "lix",
        N_("Läsbarhet, invånare"),
        N_("Medianen av LIX för invånarnas texter på svenska. För korta texter räknas inte."),
        N_("högst LIX 35"),
        Unit.LIX,
        soundness.reading_ease,
        soundness.EASY,
    ),
    Measure(
        "reasons",
        N_("Beslut med skäl"),
        N_("Andelen beslut som anger bakgrund eller syfte."),
        N_("minst 95 %"),
        PERCENT,
        soundness.decisions_with_reasons,
        soundness.WITH_REASONS,
        less_is_better=False,
    ),
    Measure(
        "log",
        N_("Loggposter i timmen"),
        N_("Antalet poster i loggen per timme, och vilka funktioner som skrev dem. Programmets egna räknas inte."),
        N_("inget mål"),
        COUNT,
        soundness.log_lines,
        less_is_better=False,
    ),
)


def score(account: Account) -> dict[str, Found]:
    """Return what each measure came to, by its key."""
    return {one.key: one.find(account) for one in MEASURES}


def tally(found: Iterable[Found]) -> tuple[int, int]:
    """Return how many goals were met, and how many could be judged."""
    judged = [one.verdict for one in found if one.verdict in (Verdict.MET, Verdict.MISSED)]
    return judged.count(Verdict.MET), len(judged)
