"""Pages about whom we reach and how (målgrupper och kanaler): audiences, channels, and the templates of texts."""

from collections.abc import Iterator

from krisapp.domain.phrase_bank import STANDING_NAMES, standing, translations
from krisapp.domain.plan import Plan
from krisapp.domain.plan_rows import Cell
from krisapp.domain.planning.plan_wording import NEED_WORDS, need_words
from krisapp.domain.reaching.living import NEED_NAMES, ways_of
from krisapp.domain.reaching.working import together
from krisapp.domain.words import _
from krisapp.ui.views.plan.page.organisation_pages import field
from krisapp.ui.views.plan.page.reading import Block, Voice


def audience_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell what an audience needs, in which tone, and by which channels. Its place in the order is fixed (P27)."""
    for audience in plan.audiences:
        if audience.id == id:
            yield Block(Voice.TITLE, f"{audience.id} {audience.name}")
            place = _("Nummer {rank} av {count} i policyns ordning. Ordningen ligger fast.")
            yield Block(Voice.QUIET, place.format(rank=audience.rank, count=len(plan.audiences)))
            yield field(_("Vill veta"), audience.need)
            yield field(_("Tonfall"), audience.tone)
            yield field(_("Texten ska innehålla"), ", ".join(audience.must_contain))
            yield field(_("Anpassning"), audience.adaptation)
            yield field(_("Grupper"), ", ".join(audience.groups))
            yield Block(Voice.HEADING, _("Kanaler"))
            names = {channel.id: channel.name for channel in plan.channels}
            for cell in by_need(plan.matrix, audience=id):
                words = f"{cell.channel} {names.get(cell.channel, '')}: {need_words(cell)}"
                yield Block(Voice.POINT, words, to=("channel", cell.channel))


def channel_page(plan: Plan, id: str) -> Iterator[Block]:
    """Tell what a channel carries, who owns it, when it was last tried, and whom it is for (P35)."""
    for channel in plan.channels:
        if channel.id == id:
            yield Block(Voice.TITLE, f"{channel.id} {channel.name}")
            yield field(_("Form"), channel.form)
            yield field(_("Gräns"), channel.limit)
            yield field(_("När annat är nere"), channel.works_without)
            yield field(_("Vägar fram"), ways_in_words(channel.needs))
            if channel.owner:
                role = plan.role(channel.owner)
                words = f"{channel.owner} {role.name if role else ''}".strip()
                yield Block(Voice.FIELD, words, _("Ansvarig"), ("role", channel.owner) if role else None)
            else:
                yield Block(Voice.GAP, _("Ingen ansvarig. Kanalen kan inte väljas förrän någon äger den."))
            yield field(_("Adress"), channel.address)
            if channel.verified:
                yield field(_("Senast provad"), channel.verified)
            else:
                yield Block(Voice.GAP, _("Aldrig provad. Kanalen kan inte väljas förrän någon har provat den."))
            yield Block(Voice.HEADING, _("Målgrupper"))
            names = {audience.id: audience.name for audience in plan.audiences}
            for cell in by_need(plan.matrix, channel=id):
                words = f"{cell.audience} {names.get(cell.audience, '')}: {need_words(cell)}"
                yield Block(Voice.POINT, words, to=("audience", cell.audience))


def ways_in_words(needs: tuple[str, ...]) -> str:
    """Return what a channel takes to reach a place: "egen webb och internet, eller anslagstavla"."""
    ways = [together([_(NEED_NAMES[thing]) for thing in things]) for things, _carried in ways_of(needs)]
    return _(", eller ").join(ways)


def template_page(plan: Plan, id: str) -> Iterator[Block]:
    """Show the source of a template."""
    for template in plan.templates:
        if template.id == id:
            yield Block(Voice.TITLE, template.id)
            yield Block(Voice.QUIET, _("Mallens källtext. Det inom dubbla klamrar fylls i från faktaunderlaget."))
            yield Block(Voice.SOURCE, template.text)


def phrase_page(plan: Plan, id: str) -> Iterator[Block]:
    """Show a phrase in every language, with where it stands."""
    for phrase in plan.phrases:
        if phrase.id == id:
            yield Block(Voice.TITLE, phrase.sv)
            yield field(_("Lättläst"), phrase.easy)
            yield field(_("Engelska"), phrase.en)
            for language in plan.languages:
                found = translations(plan, language.id).get(id)
                state = _(STANDING_NAMES[standing(phrase, found)])
                yield field(language.name.capitalize(), f"{found.text} ({state})" if found else state)


def by_need(matrix: tuple[Cell, ...], *, audience: str = "", channel: str = "") -> list[Cell]:
    """Return the cells of an audience or a channel, the strongest need first."""
    found = [cell for cell in matrix if audience in ("", cell.audience) and channel in ("", cell.channel)]
    order = list(NEED_WORDS)
    return sorted(found, key=lambda cell: (order.index(cell.need), cell.channel, cell.audience))
