"""The screen Kontakter: one search over people and roles, by person or by role."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabBar, QWidget

from krisapp.domain.words import N_, _, ngettext
from krisapp.ui.live import Live
from krisapp.ui.theme.tokens import Tone
from krisapp.ui.views.contacts.exporting import Exporting
from krisapp.ui.views.contacts.freshness import Freshness, freshness
from krisapp.ui.views.contacts.importing import Importing
from krisapp.ui.views.contacts.people_page import PeoplePage
from krisapp.ui.views.contacts.roles_page import RolesPage
from krisapp.ui.views.plan.changing import PlanChanges
from krisapp.ui.views.view import View
from krisapp.ui.widgets.buttons import Button
from krisapp.ui.widgets.fields import Search
from krisapp.ui.widgets.flow import Flow
from krisapp.ui.widgets.one_part import OnePart
from krisapp.ui.widgets.plain import label, tooltip
from krisapp.ui.widgets.toast import Toast

BY_PERSON, BY_ROLE = 0, 1

LONG = 1000
"""Contacts from which the list is laid out after what else is shown."""


class ContactsView(View):
    """Find whom to call, read the number, note that it was checked. Works with and without an incident."""

    def __init__(self, live: Live, parent: QWidget) -> None:
        super().__init__(live, parent)
        self.changes = PlanChanges(live, self)
        self.search = Search("", self)
        self.add = Button("", self._add, self, icon="plus")
        self.importing = Importing(live, self.changes, self)
        self.exporting = Exporting(live, self.changes, self)
        self.bring_in = Button("", self.importing.choose_file, self, icon="folder")
        self.export = Button("", self._export, self, icon="save")
        self.tabs = QTabBar(self)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self._frozen = label("", self, "quiet", wrap=True)
        self.people = PeoplePage(live, self.changes, self)
        self.roles = RolesPage(live, self.changes, self)
        self._pages = OnePart(self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh_page)
        self._lay_out()
        self.search.searched.connect(self._search)
        self.search.left.connect(self._leave_search)
        self.tabs.currentChanged.connect(self._turn)
        self.people.role_wanted.connect(self._go_role)
        self.roles.person_wanted.connect(self._go_person)
        self.people.pane.numbers.copied.connect(self._say_copied)
        self.roles.numbers.copied.connect(self._say_copied)
        self._add_commands()

    def _lay_out(self) -> None:
        for _number in (BY_PERSON, BY_ROLE):
            self.tabs.addTab("")
        for page in (self.people, self.roles):
            self._pages.add(page)
        top = Flow()
        for part in (self.tabs, self.search, self.add):
            top.addWidget(part)
        for button in (self.bring_in, self.export):
            self.tools.addWidget(button)
        self.body.addWidget(self.importing)
        self.body.addLayout(top)
        self.body.addWidget(self._pages, 1)
        self.body.addWidget(self._frozen)

    def _add_commands(self) -> None:
        self.command(N_("Sök kontakt"), "Ctrl+F", self.start)
        self.command(N_("Lägg till kontakt"), "Ins", self._add)
        self.command(N_("Ändra kontakten"), "F4", self._change)
        self.command(N_("Kontrollerad i dag"), "F7", self.people.check_today)
        self.command(N_("Läs in kontakter från en fil …"), "Ctrl+O", self.importing.choose_file)
        self.command(N_("Exportera kontakter …"), "Ctrl+E", self._export)
        self.command(N_("Ta bort"), "Del", self._remove)
        self.command(N_("Kopiera numret"), "Ctrl+C", self._copy)
        self.command(N_("Efter person"), "Ctrl+1", self._show_people)
        self.command(N_("Efter roll"), "Ctrl+2", self._show_roles)
        self.command(N_("Ringa tidigare"), "Alt+Up", self.roles.move_up)
        self.command(N_("Ringa senare"), "Alt+Down", self.roles.move_down)
        self.command(N_("Ångra den senaste ändringen av planen"), "Ctrl+Shift+Z", self.changes.undo_latest)

    def start(self) -> None:
        """Put the focus in the search: a name is what one has."""
        self.search.setFocus()
        self.search.selectAll()

    def refresh(self) -> None:
        """Show the plan as it stands on disk; a very long list, which is slow to lay out, in a turn of its own."""
        if len(self.live.workplace.plan.people) > LONG:
            self._later.start()
        else:
            self._page.refresh()
        self._say_title()
        open_now = self.live.has_incident
        changed = open_now and self.live.plan != self.live.workplace.plan
        self._frozen.setVisible(open_now)
        if changed:
            words = _("Händelsen körs på planen som den var när den startade. Planen har ändrats sedan dess.")
        else:
            words = _("Händelsen körs på planen som den var när den startade.")
        self._frozen.setText(words)

    def retranslate(self) -> None:
        """Set every word of the screen."""
        self._say_title()
        self.search.say(_("Sök namn, roll, grupp eller nummer"))
        tooltip(self.search, _("Ctrl+F. Esc tömmer, pil ned går till listan."))
        self.add.say(_("Ny kontakt"))
        tooltip(self.add, _("Ins"))
        self.bring_in.say(_("Läs in …"))
        tooltip(self.bring_in, _("Kontakter ur CSV, Excel eller vCard. Ctrl+O"))
        self.export.say(_("Exportera …"))
        tooltip(self.export, _("Som CSV, Excel eller vCard. Ctrl+E"))
        self.importing.retranslate()
        self.tabs.setAccessibleName(_("Visa kontakterna"))
        self.tabs.setTabText(BY_PERSON, _("Efter person"))
        self.tabs.setTabText(BY_ROLE, _("Efter roll"))
        self.people.retranslate()
        self.roles.retranslate()

    def show_item(self, key: str) -> None:
        """Go to a contact by its id, or to a role by its code."""
        self.search.clear()
        self._search("")
        if self.live.workplace.plan.role(key) is not None:
            self._go_role(key)
        else:
            self._go_person(key)

    def _say_title(self) -> None:
        people = self.live.workplace.plan.people
        today = self.live.now().date()
        stale = sum(freshness(person.checked, today) is not Freshness.FRESH for person in people)
        words = ngettext("{count} kontakt", "{count} kontakter", len(people)).format(count=len(people))
        if stale:
            words = _("{people}, {stale} att kontrollera").format(people=words, stale=stale)
        self.title(_("Kontakter"), words)

    def _refresh_page(self) -> None:
        self._page.refresh()

    def _search(self, words: str) -> None:
        self.people.search(words)
        self.roles.search(words)
        self._page.refresh()

    def _leave_search(self) -> None:
        (self.people.people if self._by_person else self.roles.roles).setFocus()

    @property
    def _by_person(self) -> bool:
        return self.tabs.currentIndex() == BY_PERSON

    @property
    def _page(self) -> PeoplePage | RolesPage:
        return self.people if self._by_person else self.roles

    def _turn(self, _at: int) -> None:
        """Show the other page; it is brought up to date only when it is seen."""
        self._page.refresh()
        self._pages.show_part(self._page)

    def _show_people(self) -> None:
        self.tabs.setCurrentIndex(BY_PERSON)
        self.people.people.setFocus()

    def _show_roles(self) -> None:
        self.tabs.setCurrentIndex(BY_ROLE)
        self.roles.roles.setFocus()

    def _go_role(self, role: str) -> None:
        self._show_roles()
        self.roles.choose(role)

    def _go_person(self, person: str) -> None:
        self._show_people()
        if not self.people.choose(person):
            self.banner.say(_("Kontakten finns inte i planen längre."), Tone.INFO)

    def _add(self) -> None:
        if self._by_person:
            self.people.add_person()
        else:
            self.roles.add_holder()

    def _export(self) -> None:
        self.exporting.ask(self.people.selected, self.people.group.key)

    def _change(self) -> None:
        if self._by_person:
            self.people.change_person()

    def _remove(self) -> None:
        if self._by_person:
            self.people.remove_person()
        else:
            self.roles.remove_holder()

    def _copy(self) -> None:
        (self.people.pane.numbers if self._by_person else self.roles.numbers).copy_first()

    def _say_copied(self, number: str) -> None:
        toast = self.window().findChild(Toast)
        if isinstance(toast, Toast):
            toast.say(_("{number} är kopierat.").format(number=number))
