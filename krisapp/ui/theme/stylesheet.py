"""The one style sheet of the program, made from tokens (stilmall).

Kept small: it is read and matched against each widget at start. What a rule cannot say (chips,
rows, rings inside filled buttons) is painted by the part itself.
"""

from collections.abc import Callable

from krisapp.ui.theme.tokens import RADIUS, SCROLL_BAR, Colours, Size, Space, Tone, Weight


def sheet(c: Colours, px: Callable[[int], int], tight: Callable[[int], int]) -> str:
    """Return the style sheet of a scheme, with `px` and `tight` turning lengths into pixels."""
    return "\n".join((_words(c, px), _grounds(c, px), _controls(c, px, tight), _lists(c, px, tight)))


def _words(c: Colours, px: Callable[[int], int]) -> str:
    sizes = (
        ("caption", Size.CAPTION, Weight.SEMIBOLD, c.quiet),
        ("quiet", Size.SMALL, Weight.REGULAR, c.quiet),
        ("strong", Size.BODY, Weight.SEMIBOLD, c.text),
        ("heading", Size.HEADING, Weight.SEMIBOLD, c.text),
        ("title", Size.TITLE, Weight.BOLD, c.text),
        ("number", Size.NUMBER, Weight.BOLD, c.text),
        ("hero", Size.HERO, Weight.BOLD, c.text),
        ("fault", Size.SMALL, Weight.SEMIBOLD, c.alarm.text),
        *((tone.value, Size.BODY, Weight.MEDIUM, c.tone(tone).text) for tone in Tone),
    )
    return "\n".join(
        f'QLabel[voice="{name}"] {{ font-size: {px(size)}px; font-weight: {weight}; color: {colour}; }}'
        for name, size, weight, colour in sizes
    )


def _grounds(c: Colours, px: Callable[[int], int]) -> str:
    return f"""
QDialog {{ background: {c.ground}; }}
QFrame[ground="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[ground="head"] {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[ground="foot"] {{ background: {c.sunken}; border: none; border-top: 1px solid {c.border}; }}
QFrame[ground="nav"] {{ background: {c.nav}; border: none; border-right: 1px solid {c.nav_line}; }}
QFrame[ground="nav"] QLabel {{ color: {c.nav_quiet}; }}
QFrame[ground="nav"] QLabel[voice="strong"] {{ color: {c.nav_text}; }}
QFrame[ground="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.border};
  padding: {px(Space.XS)}px; font-size: {px(Size.SMALL)}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="clear"] {{ background: transparent; border: none; }}
"""


def _controls(c: Colours, px: Callable[[int], int], tight: Callable[[int], int]) -> str:
    tall, side, inner = px(Size.BODY) + tight(9), tight(Space.M), tight(Space.S)
    field = "QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox"
    ring = "QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus"
    return f"""
{field} {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
  border-radius: {RADIUS}px; padding: 2px {inner}px;
  selection-background-color: {c.accent}; selection-color: {c.on_accent};
  placeholder-text-color: {c.quiet}; }}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {tall}px; }}
{ring} {{ border: 2px solid {c.focus}; padding: 1px {inner - 1}px; }}
QLineEdit[refused="true"], QPlainTextEdit[refused="true"], QComboBox[refused="true"] {{
  border: 2px solid {c.danger}; padding: 1px {inner - 1}px; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {c.sunken}; color: {c.quiet}; }}
QPlainTextEdit[voice="aloud"] {{ font-size: {px(Size.ALOUD)}px; }}
QLineEdit:read-only {{ background: {c.sunken}; }}
QComboBox {{ padding-right: {px(Space.XL)}px; combobox-popup: 0; }}
QComboBox::drop-down {{ border: none; width: {px(Space.XL)}px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.border}; padding: 2px; }}
QComboBox QAbstractItemView::item {{ min-height: {tall}px; padding: 0 {inner}px; }}
QPushButton {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.border};
  border-radius: {RADIUS}px; padding: 2px {side}px; min-height: {tall}px; font-weight: {Weight.MEDIUM}; }}
QPushButton:hover {{ background: {c.sunken}; }}
QPushButton:pressed {{ background: {c.selection}; color: {c.on_selection}; }}
QPushButton:focus {{ border: 2px solid {c.focus}; padding: 1px {side - 1}px; }}
QPushButton[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-weight: {Weight.SEMIBOLD}; }}
QPushButton[kind="primary"]:hover {{ background: {c.accent_strong}; }}
QPushButton[kind="danger"] {{ background: {c.danger}; color: {c.on_danger}; border-color: {c.danger};
  font-weight: {Weight.SEMIBOLD}; }}
QPushButton[kind="bare"] {{ background: transparent; border-color: transparent; color: {c.text}; }}
QPushButton[kind="bare"]:hover {{ background: {c.selection}; color: {c.on_selection}; }}
QPushButton[kind="bare"]:focus {{ border-color: {c.focus}; }}
QPushButton[kind="huge"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
  font-size: {px(Size.TITLE)}px; font-weight: {Weight.SEMIBOLD}; padding: {px(Space.M)}px {px(Space.XL)}px; }}
QPushButton:disabled {{ background: {c.sunken}; color: {c.quiet}; border: 1px dashed {c.border}; }}
QMenuBar {{ background: {c.sunken}; color: {c.text}; border-bottom: 1px solid {c.line};
  font-size: {px(Size.SMALL)}px; }}
QMenuBar::item {{ background: transparent; padding: {tight(3)}px {inner}px; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {c.selection}; color: {c.on_selection}; }}
QMenu {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.border}; padding: {Space.XS}px; }}
QMenu::item {{ padding: {tight(5)}px {px(Space.XL)}px; }}
QMenu::item:disabled {{ color: {c.quiet}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {Space.XS}px; }}
QTabBar::tab {{ background: transparent; color: {c.quiet}; padding: {tight(6)}px {side}px;
  border: none; border-bottom: 3px solid transparent; font-weight: {Weight.SEMIBOLD}; }}
QTabBar::tab:selected {{ color: {c.text}; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ border: 2px solid {c.focus}; padding: {tight(6) - 2}px {side - 2}px {tight(6) - 1}px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {c.line}; }}
"""


def _lists(c: Colours, px: Callable[[int], int], tight: Callable[[int], int]) -> str:
    return f"""
QAbstractItemView {{ background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
  border-radius: {RADIUS}px; outline: 0; selection-background-color: {c.selection};
  selection-color: {c.on_selection}; }}
QAbstractItemView[bare="true"] {{ background: transparent; border: none; }}
QListView[ground="nav"] {{ background: {c.nav}; border: none; }}
QTableView::item, QTreeView::item {{ padding: 0 {tight(Space.S)}px; border: none; }}
QHeaderView {{ background: {c.sunken}; border: none; }}
QHeaderView::section {{ background: {c.sunken}; color: {c.quiet}; border: none;
  border-bottom: 1px solid {c.line}; padding: {tight(6)}px {tight(Space.S)}px;
  font-size: {px(Size.CAPTION)}px; font-weight: {Weight.SEMIBOLD}; }}
QTableCornerButton::section {{ background: {c.sunken}; border: none; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: {SCROLL_BAR}px; }}
QScrollBar:horizontal {{ height: {SCROLL_BAR}px; }}
QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {c.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {c.sunken}; border: 1px solid {c.border}; border-radius: {RADIUS}px; text-align: center; }}
QProgressBar::chunk {{ background: {c.accent}; }}
"""
