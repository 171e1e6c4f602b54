"""The screens of the program (vyer): one file or package each, built at the first visit.

A view is columns, a refresh and a few slots. State is shown by word and shape, never by colour
alone, and an exercise (övning) is marked on every screen. A new screen is one file or package and
one `Place` in `VIEWS`, whose `load` imports it at the first visit: the start does not wait for it.
"""

from krisapp.domain.words import N_
from krisapp.ui.views.view import Place, View


def _start() -> type[View]:
    from krisapp.ui.views.start import Start

    return Start


def _overview() -> type[View]:
    from krisapp.ui.views.overview import Overview

    return Overview


def _todo() -> type[View]:
    from krisapp.ui.views.todo import ToDo

    return ToDo


def _lead() -> type[View]:
    from krisapp.ui.views.lead.view import LeadView

    return LeadView


def _situation() -> type[View]:
    from krisapp.ui.views.situation.view import SituationView

    return SituationView


def _messages() -> type[View]:
    from krisapp.ui.views.messages.view import MessagesView

    return MessagesView


def _reach() -> type[View]:
    from krisapp.ui.views.reaching.view import ReachView

    return ReachView


def _log() -> type[View]:
    from krisapp.ui.views.log import Log

    return Log


def _questions() -> type[View]:
    from krisapp.ui.views.questions.view import QuestionsView

    return QuestionsView


def _contacts() -> type[View]:
    from krisapp.ui.views.contacts.view import ContactsView

    return ContactsView


def _plan() -> type[View]:
    from krisapp.ui.views.plan.view import PlanView

    return PlanView


def _after() -> type[View]:
    from krisapp.ui.views.after.view import AfterView

    return AfterView


def _wheel() -> type[View]:
    from krisapp.ui.views.wheel.view import Wheel

    return Wheel


def _exercise() -> type[View]:
    from krisapp.ui.views.exercise.view import ExerciseView

    return ExerciseView


VIEWS: tuple[Place, ...] = (
    Place("start", N_("Beredskap"), "shield", _start, incident=False, calm=True),
    Place("overview", N_("Översikt"), "overview", _overview),
    Place("todo", N_("Att göra"), "todo", _todo),
    Place("lead", N_("Stab"), "people", _lead),
    Place("situation", N_("Läge"), "situation", _situation),
    Place("messages", N_("Budskap"), "messages", _messages),
    Place("reach", N_("Nå ut"), "pin", _reach),
    Place("log", N_("Logg"), "log", _log),
    Place("questions", N_("Frågor"), "questions", _questions),
    Place("contacts", N_("Kontakter"), "contacts", _contacts, calm=True),
    Place("plan", N_("Plan"), "plan", _plan, calm=True),
    Place("wheel", N_("Årshjul"), "calendar", _wheel, incident=False, calm=True),
    Place("after", N_("Efter"), "after", _after),
    Place("exercise", N_("Övning"), "exercise", _exercise, incident=False, calm=True, exercise=True),
)
"""The screens in the order of the navigation."""
