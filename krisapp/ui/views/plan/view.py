"""The screen Plan: the library, the things in a section or found by a search, and the chosen one to read or edit."""

from PySide6.QtWidgets import QWidget

from krisapp.domain.plan import Plan
from krisapp.domain.words import N_, _
from krisapp.store.plan.plan_search import search_plan
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.plan.acting import Acting
from krisapp.ui.views.plan.layout import ALONE, PlanLayout
from krisapp.ui.views.plan.library import Shelf
from krisapp.ui.views.plan.page.sections import (
    DELEGATION,
    MATRIX,
    MOST_HITS,
    PHRASES,
    RULES,
    SECTIONS,
    TEMPLATES,
    Thing,
    hits_caption,
    home_of,
    kind_of,
    page,
    shelf_of,
    thing_key,
    thing_of,
)
from krisapp.ui.widgets.marks import Mark, Shape
from krisapp.ui.widgets.plain import tooltip

CHECKLIST = "checklist"
SEPARATOR = ":"
"""Between kind and id in the key of `show_item`."""


class PlanView(PlanLayout):
    """Read, search and follow links through the whole plan; edit the checklists and the templates."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self._connect()
        self._add_commands()

    def _connect(self) -> None:
        self.library.chosen.connect(self._choose_shelf)
        self.library.opened.connect(self._enter_shelf)
        self.things.chosen.connect(self._show_thing)
        self.things.opened.connect(self._open_thing)
        self.search.searched.connect(self._search)
        self.search.left.connect(self._leave_search)
        self.reading.followed.connect(self.go_to)
        self.old.turned.connect(self._start_over)
        self.edit_template.clicked.connect(self._edit_template)

    def _add_commands(self) -> None:
        self.command(N_("Sök i planen"), "Ctrl+F", self._seek)
        self.acting = Acting(self)
        self.command(N_("Utvägar: servrar och konton"), "Ctrl+U", self._set_up_ways)
        self.command(N_("Ångra den senaste ändringen av planen"), "Ctrl+Shift+Z", self.changes.undo_latest)

    @property
    def plan(self) -> Plan:
        """Return the plan that is shown: as it stands, or an old version that was opened."""
        return self.old.plan or self.live.workplace.plan

    @property
    def searching(self) -> bool:
        """Return whether the hits of a search are listed."""
        return bool(self._words.strip())

    @property
    def editing_points(self) -> bool:
        """Return whether the points of a checklist are shown, to be changed."""
        return self.showing_panes and self._right.shown is self.checklist

    @property
    def showing_panes(self) -> bool:
        """Return whether things and the chosen one are shown."""
        return self._main.shown is self._panes

    def showing(self, screen: QWidget) -> bool:
        """Return whether a screen of its own is shown."""
        return self._main.shown is screen

    def _start_over(self) -> None:
        """Show another plan from its beginning."""
        self.section = SECTIONS[0]
        self.search.clear()
        self._words = ""
        self.refresh()
        self.library.choose(self.section.key)
        self.library.setFocus()

    def start(self) -> None:
        """Put the focus in the library."""
        self.library.setFocus()

    def refresh(self) -> None:
        """Show the plan as it stands on disk."""
        plan = self.live.workplace.plan
        self.library.show_plan(self.plan, readable=self.old.plan is not None)
        if self.library.current is None:
            self.library.choose(self.section.key)
        self._say_version()
        self._fill()
        self.newer.look()
        open_now = self.live.has_incident
        self._frozen.setVisible(open_now)
        words = _("Händelsen körs på planen som den var när den startade.")
        if open_now and self.live.plan != plan:
            words = _("Händelsen körs inte på planen som den står här. Läs och jämför den under Versioner.")
        self._frozen.setText(words)

    def _say_version(self) -> None:
        plan = self.live.workplace.plan
        words = (
            _("version {version}").format(version=plan.version),
            _("antagen {date}").format(date=plan.adopted) if plan.adopted else _("inte antagen"),
            _("ses över senast {date}").format(date=plan.review_due) if plan.review_due else "",
        )
        self.title(_("Plan"), ", ".join(word for word in words if word))

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._say_version()
        self.search.say(_("Sök i hela planen"))
        tooltip(self.search, _("Ctrl+F. Esc tömmer, pil ned går till träffarna."))
        self.reading.setAccessibleName(_("Text i planen"))
        self._no_hits.say(_("Inget i planen passar in"), _("Sök på en del av ett ord, eller tryck Esc."))
        for part in (self.library, self.checklist, self.row_tools, self.old, self.newer):
            part.retranslate()
        for name in self.__dict__.keys() & set(ALONE.values()):
            getattr(self, name).retranslate()
        self.edit_template.say(_("Ändra mallen … (Enter)"))
        self.model.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a thing of the plan as it stands by "kind:id", or by its id alone."""
        self.old.leave()
        kind, _separator, id = key.partition(SEPARATOR)
        if not id:
            kind, id = kind_of(self.live.workplace.plan, key), key
        self.go_to(kind, id)

    def go_to(self, kind: str, id: str) -> None:
        """Show a thing in its section, and put the focus on it; a contact is shown among the contacts."""
        if kind == "person":
            self.live.shown.emit("contacts", id)
            return
        row = home_of(self.plan, kind, id)[1]
        section = shelf_of(self.plan, kind, id)
        alone = {
            PHRASES: lambda: self.phrases.show_phrase(row),
            RULES: lambda: self.rules.show_rule(row),
            DELEGATION: lambda: self.delegations.show_line(row),
        }
        if section in alone:
            self.old.leave()
        self.search.clear()
        self._words = ""
        self.library.choose(section)
        self._fill()
        if section in alone:
            alone[section]()
            return
        self.things.choose(next((thing_key(one) for one in self.model.rows if one.id == row), None))
        found = self.things.current
        if not isinstance(found, Thing) or found.id != row:
            self.banner.say(_("Det finns inte i planen längre."), Tone.INFO)
        elif kind == "checklist_item" and self.old.plan is None:
            self.checklist.show_checklist(row, id)
            self.checklist.items.setFocus()
        else:
            self.things.setFocus()

    def _fill(self) -> None:
        """Show the hits of the search, or the things of the section."""
        plan, key, searching = self.plan, self.section.key, self.searching
        if searching or self.section.things is not None:
            self._main.show_part(self._panes)
        else:
            self._show_alone(key)
        if searching:
            plans = self.live.workplace.plans
            hits = (
                plans.search(self._words, MOST_HITS)
                if self.old.plan is None
                else search_plan(plan, self._words, MOST_HITS)
            )
            things = [thing_of(hit) for hit in hits]
            caption = hits_caption(len(things))
        else:
            things = self.section.things(plan) if self.section.things is not None else []
            things = self._with_drafts(things) if key == TEMPLATES else things
            caption = _(self.section.name)
        self._caption.setText(caption)
        self.things.setAccessibleName(caption)
        self.model.feed(things)
        self._middle.show_part(self.things if things or not searching else self._no_hits)
        if things and self.things.current is None:
            self.things.choose(thing_key(things[0]))
        self._show_thing(self.things.current)

    def _show_alone(self, key: str) -> None:
        """Show a screen of its own; it is brought up to date only when it is seen."""
        if key == MATRIX:
            self.matrix.show_plan(self.plan)
            self.matrix.change.setEnabled(self.old.plan is None)
            self._main.show_part(self.matrix)
        else:
            screen = getattr(self, ALONE[key])
            screen.refresh()
            self._main.show_part(screen)
        self.acting.enable()

    def _show_thing(self, thing: object) -> None:
        if not isinstance(thing, Thing):
            self.reading.show_blocks(())
            self._right.show_part(self._page)
            self.acting.enable()
            return
        plan = self.plan
        section, row = home_of(plan, thing.kind, thing.id)
        if section == CHECKLIST and self.old.plan is None:
            self.checklist.show_checklist(row, thing.id if thing.kind != CHECKLIST else "")
            self._right.show_part(self.checklist)
        else:
            self.reading.show_blocks(page(plan, section if section == CHECKLIST else thing.kind, row))
            self._right.show_part(self._page)
        self.edit_template.setVisible(section == TEMPLATES and self.old.plan is None)
        self.acting.enable()

    def _with_drafts(self, things: list[Thing]) -> list[Thing]:
        """Mark the templates that have a draft."""
        drafts = self.live.workplace.plans.drafts()
        mark = Mark(_("utkast"), Tone.WAIT, Shape.HALF)
        return [thing._replace(mark=mark) if thing.id in drafts else thing for thing in things]

    def _edit_template(self) -> None:
        """Edit the chosen template (ME13)."""
        thing = self.things.current
        if isinstance(thing, Thing) and thing.kind == TEMPLATES:
            from krisapp.ui.views.plan.template.template_editor import TemplateEditor  # checks are a large import

            dialog = TemplateEditor(self.live, self.changes, thing.id, self)
            dialog.run()
            dialog.deleteLater()
            self.things.setFocus()

    def _choose_shelf(self, shelf: object) -> None:
        if isinstance(shelf, Shelf) and shelf.section is not self.section:
            self.section = shelf.section
            self.search.clear()
            self._words = ""
            self._fill()

    def _enter_shelf(self, shelf: Shelf) -> None:
        """Go on to the things of the section that was opened."""
        self._choose_shelf(shelf)
        (getattr(self, ALONE[self.section.key]) if self.section.key in ALONE else self.things).setFocus()

    def _open_thing(self, thing: Thing) -> None:
        """Go to a hit; in a section, go on to the page or the points."""
        if self._words.strip() or thing.kind == "person":
            self.go_to(thing.kind, thing.id)
        elif thing.kind == CHECKLIST and self.old.plan is None:
            self.checklist.items.setFocus()
        elif thing.kind == TEMPLATES and self.old.plan is None:
            self._edit_template()
        else:
            self.reading.setFocus()

    def _seek(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _set_up_ways(self) -> None:
        from krisapp.ui.views.reaching.outbox.ways_dialog import show_ways  # here: few visits to the plan ask for it

        show_ways(self.live, self)

    def _search(self, words: str) -> None:
        self._words = words
        self._fill()

    def _leave_search(self) -> None:
        if self.model.rows:
            self.things.setFocus()
