"""What people have judged (bedömningen), as lines of the situation report to the county board, domain handbook 3.9."""

from datetime import datetime

from krisapp.compose.sheet_view import Lines, SheetView
from krisapp.compose.wording import inner, sentence
from krisapp.domain.language.clock import clock, day
from krisapp.domain.leading.picture.assessing import AREAS, CONFIDENCE, HORIZONS, STEPS


def impact_words(view: SheetView) -> Lines:
    """Return the impact on each judged area, one line each: "Vatten: kritisk påverkan."."""
    impact = view.value("impact")
    return tuple(
        f"{name}: {STEPS[impact[area]]} påverkan." for area, name in AREAS.items() if impact.get(area) in STEPS
    )


def outlook(view: SheetView) -> Lines:
    """Return the forecast by hours, on what it rests and how sure it is; without one, what we do not know yet."""
    forecast = view.value("forecast")
    told = tuple(sentence(f"{name}: {inner(forecast[key])}") for key, name in HORIZONS.items() if forecast.get(key))
    if not told:
        return tuple(sentence(line) for line in view.value("unknowns"))
    assumed = tuple(sentence(f"Vi antar: {inner(line)}") for line in view.value("assumptions"))
    sure = CONFIDENCE.get(view.value("confidence"))
    return (*told, *assumed, *((f"Säkerheten i bedömningen är {sure}.",) if sure else ()))


def support(view: SheetView) -> Lines:
    """Return what we ask for, one line each."""
    return tuple(sentence(line) for line in view.value("support_needed"))


def report_due(view: SheetView) -> datetime | None:
    """Return when the next report comes: its own time, else that of the next word to everybody."""
    due: datetime | None = view.value("next_report") or view.value("next_update")
    return due


def next_word(view: SheetView) -> str:
    """Return when the next word to everybody comes, where the next report comes at another time."""
    report, word = view.value("next_report"), view.value("next_update")
    if report is None or word is None or report == word:
        return ""
    return f"Nästa besked till invånarna kommer {day(word)} {clock(word)}."


def board_words(view: SheetView) -> str:
    """Return since when the krisledningsnämnd is in function; while it is not, that the chief executive will tell."""
    since = view.value("board_since")
    if since is None:
        return "Kommunchefen lämnar besked om krisledningsnämnden."
    return f"Krisledningsnämnden är i funktion sedan {day(since)} {clock(since)}."
