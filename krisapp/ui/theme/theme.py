"""The look in force: one scheme at one text size (utseende), and putting it on the program."""

from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from krisapp.ui.theme import fonts, stylesheet
from krisapp.ui.theme.tokens import SCHEMES, Colours, Pair, Scheme, Size, Tone, Weight


class Theme:
    """One scheme at one text size; never changed, only replaced."""

    __slots__ = ("_fonts", "_metrics", "colours", "percent", "scheme")

    def __init__(self, scheme: Scheme = Scheme.LIGHT, percent: int = 100) -> None:
        self.scheme = scheme
        self.percent = percent
        self.colours: Colours = SCHEMES[scheme]
        self._fonts: dict[tuple[Size, Weight], QFont] = {}
        self._metrics: dict[tuple[Size, Weight], QFontMetrics] = {}

    def px(self, length: int) -> int:
        """Return a length at text size 100 % as pixels at the chosen text size."""
        return max(1, round(length * self.percent / 100))

    def tight(self, length: int) -> int:
        """Return a distance that grows half as fast as the text, so that large text leaves room."""
        return max(1, round(length * (100 + (self.percent - 100) / 2) / 100))

    def font(self, size: Size = Size.BODY, weight: Weight = Weight.REGULAR) -> QFont:
        """Return the text face in a size and weight."""
        known = self._fonts.get((size, weight))
        if known is None:
            known = QFont(fonts.text_family())
            known.setPixelSize(self.px(size))
            known.setWeight(QFont.Weight(weight))
            self._fonts[size, weight] = known
        return QFont(known)

    def metrics(self, size: Size = Size.BODY, weight: Weight = Weight.REGULAR) -> QFontMetrics:
        """Return the measures of the text face in a size and weight; only to be read."""
        known = self._metrics.get((size, weight))
        if known is None:
            known = self._metrics[size, weight] = QFontMetrics(self.font(size, weight))
        return known

    def tone(self, tone: Tone) -> Pair:
        """Return the colours of a tone."""
        return self.colours.tone(tone)


class _Worn:
    """The theme the program wears now, and the sheet that parts of the window wear over the program's own."""

    theme = Theme()
    over = ""


def current() -> Theme:
    """Return the theme in force. Ask each time something is painted; keep no copy."""
    return _Worn.theme


def wear(app: QApplication, scheme: Scheme, percent: int) -> None:
    """Put a scheme and a text size on a program that has no window yet."""
    _Worn.theme, _Worn.over = Theme(scheme, percent), ""
    wear_font(app)
    wear_palette(app)
    app.setStyleSheet(_sheet())


def change(scheme: Scheme, percent: int) -> None:
    """Let what is painted from now on be in another scheme and text size (byt utseende).

    The rest follows by `wear_font`, `wear_palette` and, for each part of the window, `dress`. Another sheet for the
    whole program would polish every widget there is at once, and a full window would not answer for half a second.
    """
    _Worn.theme = Theme(scheme, percent)
    _Worn.over = _sheet()


def has_changed() -> bool:
    """Return whether the program wears another look than it started with, so that new parts need to be dressed."""
    return bool(_Worn.over)


def wear_font(app: QApplication) -> None:
    """Put the text face in force on the program."""
    app.setFont(current().font())


def wear_palette(app: QApplication) -> None:
    """Put the colours in force on the program."""
    app.setPalette(_palette(current().colours))


def dress(part: QWidget) -> None:
    """Put the look in force on a part of a window and all in it; a part made after a change needs it too."""
    if part.styleSheet() != _Worn.over:
        # Away with the old sheet first: when one replaces another, Qt polishes each widget for every widget around it.
        part.setStyleSheet("")
        part.setStyleSheet(_Worn.over)


def _sheet() -> str:
    theme = current()
    return stylesheet.sheet(theme.colours, theme.px, theme.tight)


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, colours.ground),
        (role.WindowText, colours.text),
        (role.Base, colours.surface),
        (role.AlternateBase, colours.sunken),
        (role.Text, colours.text),
        (role.PlaceholderText, colours.quiet),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.on_danger),
        (role.Highlight, colours.selection),
        (role.HighlightedText, colours.on_selection),
        (role.Accent, colours.accent),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Light, colours.surface),
        (role.Midlight, colours.line),
        (role.Mid, colours.line),
        (role.Dark, colours.border),
        (role.Shadow, colours.border),
    ):
        palette.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(colours.quiet))
    return palette
