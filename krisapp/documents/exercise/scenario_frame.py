"""The frame of the papers of a drill (övningspapprens ram): what they are made of, and how each begins."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from krisapp.documents.exercise.evaluation_report import Earlier
from krisapp.documents.frame import Block, fields, file_name, sent_by
from krisapp.documents.paper import Paper
from krisapp.domain.exercising.scenario import Scenario
from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _

DIRECTORS = N_("Övningsledningen")


class Setting(NamedTuple):
    """What the papers are made of: the scenario, the plan, the names of objectives, and what is tried from before."""

    scenario: Scenario
    plan: Plan
    objectives: Mapping[str, str]
    earlier: Sequence[Earlier] = ()


def scenario_paper(
    setting: Setting, title: str, now: datetime, blocks: Sequence[Block], *, landscape: bool = False, together: int = 0
) -> Paper:
    """Return a paper of a scenario; the last `together` blocks stay on one page. Each is an exercise's (rule P62)."""
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


def head(setting: Setting) -> list[Block]:
    """Return what every paper begins with: which scenario it is and what has happened in it."""
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
