"""Pages about places and papers (orter och dokument): gazetteer, premises, laws, chapters, complement documents."""

from collections.abc import Iterator

from krisapp.domain.plan import Plan
from krisapp.domain.planning.plan_form_rows import SETTINGS
from krisapp.domain.planning.plan_wording import in_words
from krisapp.domain.planning.profile_form import PROFILE
from krisapp.domain.planning.year_wheel import when_words
from krisapp.domain.profile import contrast
from krisapp.domain.words import _
from krisapp.ui.views.plan.page.organisation_pages import field
from krisapp.ui.views.plan.page.reading import Block, Voice


def place_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell how a place is written in a text and where it lies, and what we have there."""
    for place in plan.places:
        if place.id == id:
            yield Block(Voice.TITLE, place.name)
            yield field(_("I löpande text"), place.phrase)
            yield field(_("För den som inte hittar"), place.explained)
            points = [one for one in plan.safe_points if one.place == id]
            if points:
                yield Block(Voice.HEADING, _("Trygghetspunkter"))
            for point in points:
                yield Block(Voice.POINT, point.name, to=("safe_point", point.id))
            boards = [one for one in plan.notice_boards if one.place == id]
            if boards:
                yield Block(Voice.HEADING, _("Anslagsplatser"))
            for board in boards:
                yield Block(Voice.POINT, board.site, to=("notice_board", board.id))


def safe_point_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell where people get warmth, water, information and help."""
    for point in plan.safe_points:
        if point.id == id:
            yield Block(Voice.TITLE, point.name)
            yield Block(Voice.FIELD, point.place, _("Ort"), ("place", point.place))
            yield field(_("Adress"), point.address)
            yield field(_("I löpande text"), point.phrase)
            yield field(_("Anteckning"), point.note)


def notice_board_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell where a notice is put up, by whom and how many copies it takes."""
    for board in plan.notice_boards:
        if board.id == id:
            yield Block(Voice.TITLE, f"{board.place}, {board.site}")
            yield Block(Voice.FIELD, board.place, _("Ort"), ("place", board.place))
            role = plan.role(board.responsible)
            words = f"{role.id} {role.name}" if role else board.responsible or "–"
            yield Block(Voice.FIELD, words, _("Ansvarig"), ("role", board.responsible) if role else None)
            yield field(_("Exemplar"), str(board.copies))
            yield field(_("Skyddad från väder"), _("ja") if board.sheltered else _("nej"))
            yield field(_("Kontakt"), board.contact)
            yield field(_("Nyckel"), board.key)


def premises_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell what a room is for and what is in it."""
    for room in plan.premises:
        if room.id == id:
            yield Block(Voice.TITLE, room.name)
            yield field(_("Används som"), room.use)
            yield field(_("Adress"), room.address)
            yield field(_("Utrustning"), room.equipment)
            yield field(_("Anteckning"), room.note)


def law_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell what a law says that the plan leans on, and when somebody checked it."""
    for law in plan.laws:
        if law.id == id:
            yield Block(Voice.TITLE, law.name)
            yield field(_("Beteckning"), law.reference)
            yield Block(Voice.TEXT, law.about)
            if law.checked:
                yield field(_("Senast kontrollerad"), law.checked)
            else:
                yield Block(Voice.GAP, _("Ingen har kontrollerat att lagen fortfarande lyder så."))


def complement_page(plan: Plan, id: str) -> Iterator[Block]:
    """Show the slot of a complement document; without a version it is a gap (rule P3)."""
    for document in plan.complements:
        if document.id == id:
            yield Block(Voice.TITLE, document.name)
            if not document.version:
                yield Block(Voice.GAP, _("Dokumentet saknas. Policyn kräver att det finns."))
            yield field(_("Ägare"), document.owner)
            yield field(_("Version"), document.version)
            yield field(_("Gäller från"), document.valid_from)
            yield field(_("Ska ses över"), document.review_due)


def settings_page(plan: Plan, _id: str) -> Iterator[Block]:
    """Tell what the municipality is called, how it signs its texts and how it is reached."""
    yield Block(Voice.TITLE, plan.settings.municipality)
    for one in SETTINGS.fields:
        yield field(_(one.label), in_words(plan, plan.settings, one.name))


def profile_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell how what the municipality prints looks: colours with their contrast, sender block and mark."""
    for profile in plan.profiles:
        if profile.id == id:
            yield Block(Voice.TITLE, _(PROFILE.one))
            yield field(_("Överst i dokumenten"), " · ".join((plan.settings.sender, *profile.lines)))
            for one in PROFILE.fields:
                words = in_words(plan, profile, one.name)
                if words.startswith("#"):
                    found = f"{contrast(words, '#ffffff'):.1f}".replace(".", ",")
                    words = _("{colour}, kontrast {found}:1 mot vitt").format(colour=words, found=found)
                yield field(_(one.label), words)


def year_item_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell when a piece of the year's work falls and who sees to it (P4)."""
    for item in plan.year_wheel:
        if item.id == id:
            yield Block(Voice.TITLE, item.name)
            yield field(_("När"), when_words(item))
            role = plan.role(item.owner)
            words = f"{role.id} {role.name}" if role else item.owner or "–"
            yield Block(Voice.FIELD, words, _("Ansvarig"), ("role", item.owner) if role else None)
            yield field(_("Person"), item.person)
            yield field(_("Anteckning"), item.note)
