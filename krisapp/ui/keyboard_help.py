"""The keys of the program on one sheet (tangenterna, F1)."""

from typing import NamedTuple

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from krisapp.domain.words import N_, _
from krisapp.ui.commands import keys_of, name_of
from krisapp.ui.theme.theme import current
from krisapp.ui.widgets.dialog import Dialog
from krisapp.ui.widgets.key_hint import native
from krisapp.ui.widgets.plain import label
from krisapp.ui.widgets.rows import Column, RowsModel
from krisapp.ui.widgets.table import Table

EVERYWHERE = (
    ("Tab", N_("Nästa fält eller knapp")),
    ("Shift+Tab", N_("Föregående fält eller knapp")),
    ("Return", N_("Öppna den valda raden, eller godkänn rutan")),
    ("Ctrl+Return", N_("Godkänn rutan, också från ett stort textfält")),
    ("Esc", N_("Stäng rutan, eller gå tillbaka från loggraden")),
    ("Ctrl+Down", N_("Nästa slag av loggpost, i loggraden")),
    ("Ctrl+Up", N_("Föregående slag av loggpost, i loggraden")),
)


class _Key(NamedTuple):
    keys: str
    does: str


class KeyboardHelp(Dialog):
    """Every key that does something here, and what."""

    def __init__(self, actions: list[QAction], parent: QWidget) -> None:
        super().__init__(_("Tangenter"), parent, _("Stäng"), cancel=False)
        rows = [_Key(keys_of(action), name_of(action)) for action in actions if action.shortcuts()]
        rows += [_Key(native(key), _(does)) for key, does in EVERYWHERE]
        columns = [
            Column[_Key](N_("Tangent"), _keys),
            Column[_Key](N_("Vad den gör"), _does, stretch=True),
        ]
        model: RowsModel[_Key] = RowsModel(columns, hash, self)
        model.feed(rows)
        self._table = Table(model, _("Tangenter"), self)
        self.body.addWidget(
            label(_("Allt går att göra från tangentbordet. Ctrl+K visar alla kommandon."), self, "quiet", wrap=True)
        )
        self.body.addWidget(self._table)
        theme, room = current(), parent.window().size()
        self.resize(min(theme.px(640), room.width() - 60), min(theme.px(560), room.height() - 80))


def _keys(key: _Key) -> str:
    return key.keys


def _does(key: _Key) -> str:
    return key.does
