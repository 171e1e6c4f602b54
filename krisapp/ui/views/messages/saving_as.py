"""Saving a text in the form somebody asks for (spara som): text, web page, Word, and posters of what hangs on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from krisapp.documents import html
from krisapp.domain.profile import dress_of
from krisapp.domain.words import N_, Refused, _
from krisapp.generate import file_name
from krisapp.ui.views.messages.standing import standing, title_of
from krisapp.ui.views.messages.told import told
from krisapp.ui.views.saving import Saving

if TYPE_CHECKING:
    from krisapp.documents.paper import Paper
    from krisapp.ui.live import Live

Make = Callable[[], bytes]


class Form(NamedTuple):
    """A form a text can be saved in: its name in the dialog, how its files end, and what prepares the making.

    `prepare` reads what the desk holds, and what it returns makes the file away from the window.
    """

    name: str
    suffix: str
    prepare: Callable[["Live", str], Make]

    @property
    def filter(self) -> str:
        """Return it as the file dialog writes it."""
        return f"{_(self.name)} (*{self.suffix})"


def forms_of(channel: str) -> tuple[Form, ...]:
    """Return the forms for a channel's texts, the plainest first."""
    from krisapp.domain.posting import POSTER_CHANNELS  # here: the matrix does not wait for it

    plain = (
        Form(N_("Text"), ".txt", _text),
        Form(N_("Webbsida"), ".html", _page),
        Form(N_("Word, på brevmallen"), ".docx", _word),
        Form(N_("PDF"), ".pdf", _paper),
    )
    if channel not in POSTER_CHANNELS:
        return plain
    return (
        *plain[:3],
        Form(N_("Anslag A4"), ".pdf", partial(_poster, "a4")),
        Form(N_("Anslag A3"), ".pdf", partial(_poster, "a3")),
        Form(N_("Flygblad A5, två på ett ark"), ".pdf", partial(_poster, "a5")),
    )


def save_text(live: "Live", id: str, near: QWidget) -> None:
    """Ask where and in which form, and save a text. Raises `Refused` and `TemplateFault`, and then nothing is saved."""
    message, text = live.texts.message(id), standing(live, id)
    name = file_name(message.audience, message.channel, message.language, exercise=live.incident.exercise)
    name = name if text.approved else f"{Path(name).stem}.utkast.txt"
    forms = (*forms_of(message.channel), *_for_systems(live, id))
    chosen, picked = QFileDialog.getSaveFileName(near, _("Spara som"), name, ";;".join(form.filter for form in forms))
    if not chosen:
        return
    form = _form(forms, picked, Path(chosen).suffix.lower())
    path = Path(chosen)
    if path.suffix.lower() != form.suffix:
        # Only the ending of another form gives way: a name may have a full stop in it, as in "kl. 12.30".
        stem = path.stem if path.suffix.lower() in {one.suffix for one in forms} else path.name
        path = path.with_name(stem + form.suffix)
        if path.exists():
            # The dialog has asked about the name it was given, which was another.
            raise Refused(N_("{name} finns redan. Skriv ett annat namn."), name=path.name)
    saving = Saving(near)
    saving.saved.connect(partial(_say, near))
    saving.saved.connect(saving.deleteLater)
    saving.begin(path, form.prepare(live, id))


def paper_of(live: "Live", id: str) -> "Paper":
    """Return a text as it is mostly wanted on paper: a notice as a poster, a flyer as two on a sheet, others as text.

    Raises `Refused` for letters our faces lack, and `TemplateFault` for a broken blank.
    """
    size = _ON_PAPER.get(live.texts.message(id).channel)
    if size is None:
        return _on_paper(live, id)
    from krisapp.documents.poster import Size, poster_paper  # here: few texts are ever made into papers
    from krisapp.ui.views.reaching.posters_making import poster_of

    return poster_paper(poster_of(live, id), Size(size))


_ON_PAPER = {"C12": "a4", "C13": "a5", "C23": "a4"}
"""The papers of texts that are read nowhere else, by the values of `documents.poster.Size`."""


def _for_systems(live: "Live", id: str) -> tuple[Form, ...]:
    """Return the form that systems for warnings read, for what is said to the public."""
    from krisapp.documents.cap.public import is_public  # here: the matrix does not wait for it

    return (Form(N_("CAP, för system som läser varningar"), ".cap", _cap),) if is_public(live.texts.message(id)) else ()


def _form(forms: tuple[Form, ...], picked: str, suffix: str) -> Form:
    """Return the form that was picked; where the first was left as it stood, the one the name ends as."""
    found = next((form for form in forms if form.filter == picked), forms[0])
    if found is forms[0]:
        return next((form for form in forms if form.suffix == suffix), found)
    return found


def _say(near: QWidget, path: Path, _content: bytes) -> None:
    told(near, _("Sparad i {file}.").format(file=path.name))


def _text(live: "Live", id: str) -> Make:
    return standing(live, id).text.encode


def _page(live: "Live", id: str) -> Make:
    page = html.page(
        title_of(live.plan, id), standing(live, id).text, live.texts.message(id).language, dress_of(live.plan)
    )
    return page.encode


def _paper(live: "Live", id: str) -> Make:
    return _on_paper(live, id).pdf


def _word(live: "Live", id: str) -> Make:
    from krisapp.documents.docx import paper_docx  # here: Word's format is a large import
    from krisapp.store.letterhead_file import read_letterhead

    letterhead = read_letterhead(live.workplace.folder)
    return partial(paper_docx, _on_paper(live, id), dress_of(live.plan), letterhead)


def _on_paper(live: "Live", id: str) -> "Paper":
    from krisapp.documents.message_paper import Told, message_paper  # here: few texts are ever made into papers

    one, incident = standing(live, id), live.incident
    about = Told(id, one.text, live.now(), draft=not one.approved)
    return message_paper(live.plan, incident.id, about, exercise=incident.exercise)


def _cap(live: "Live", id: str) -> Make:
    from krisapp.documents.cap.of_message import message_as_cap  # here: what reads XML is a large import

    made = message_as_cap(live.incident, live.plan, id)
    return lambda: made


def _poster(size: str, live: "Live", id: str) -> Make:
    from krisapp.documents.poster import Size, poster_pdf
    from krisapp.ui.views.reaching.posters_making import poster_of

    return partial(poster_pdf, poster_of(live, id), Size(size))
