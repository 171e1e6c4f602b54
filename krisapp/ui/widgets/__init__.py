"""The small parts that views are built of (byggdelar): each with a name, a key and a focus ring.

They know colour tokens and plain values, and neither desk nor journal. Text is always plain text:
the factory `plain` is the only place that makes a label, a tool tip or a question. Every text given
to a part is already translated: a view's `retranslate()` sets it anew with `_()`.

    from krisapp.ui.widgets.plain import label, Label, Elided, tooltip, tip, editor, reader, literal
        label(text, parent, voice="body", wrap=False) -> Label
            voice: body caption quiet strong heading title number hero fault
        Elided(text, parent, voice)     one line, cut with … and the whole text as tool tip
        tooltip(widget, text)           sets it as plain text; tip(text) for Qt.ToolTipRole
        editor(name, parent, mono=False) -> QPlainTextEdit; reader(name, parent) read-only; Tab moves on
        literal(text)                   doubles & in a button's or action's text
    from krisapp.ui.widgets.marks import Mark, Shape         a state by word, shape and tone
        Mark(word, tone, shape);  Tone in krisapp.ui.theme.tokens (NEUTRAL INFO GOOD WAIT ALARM)
        Shape: DOT RING HALF DIAMOND TRIANGLE SQUARE DASH CHECK CROSS CLOCK BARS
    from krisapp.ui.widgets.chip import Chip                 Chip(mark, parent); .show_mark(mark)
    from krisapp.ui.widgets.buttons import Button
        Button(text, slot, parent, kind="quiet", icon="")    kind: quiet primary danger bare huge
        .say(text) sets text and spoken name; slot is a bound method
    from krisapp.ui.widgets.fields import Field, Choice, Tick, Search, text_field
        text_field(name, parent, hint="") -> QLineEdit       name is the spoken name
        Field(label, control, parent, help="")               label above as buddy, fault beneath
            .refuse(sentence)  .clear_fault()  .say(label, help="")
        Choice(name, parent); .fill([(key, word)], chosen=""); .key -> str; signal chose(str)
        Tick(text, parent, slot=None)                        check box
        Search(name, parent); signal searched(str), 120 ms after the last key; Esc empties it
    from krisapp.ui.widgets.captioned import Captioned       Captioned(control, parent): its caption to the
        left; .say(caption, spoken name)
    from krisapp.ui.widgets.card import Card, rule           Card(title, parent); .body layout;
        .head(widget) puts a widget to the right of the title; .say(title, note="")
    from krisapp.ui.widgets.page import Page, scrolled       Page(parent): .title(text, note=""), .tools
        (addWidget: to the right of the title), .body (QVBoxLayout); scrolled(content, parent) -> QScrollArea
    from krisapp.ui.widgets.set_page import SetPage, hang    SetPage(parent, margin): set type with links;
        a subclass has .write() and .follow(link); hang(form, indent) lets the mark of a point stand out
    from krisapp.ui.widgets.flow import Flow                 Flow(parent=None): a row of parts that wraps
    from krisapp.ui.widgets.whole_page import WholePage      the window puts each view in one: it shrinks
        to its least size and then scrolls, so no view needs a scroll area of its own around everything
    from krisapp.ui.widgets.empty import Empty               Empty(parent, icon); .say(title, next_step)
        .offer(button)                                       always says what to do next
    from krisapp.ui.widgets.banner import Banner             Banner(parent); .say(text, tone, button=None)
    from krisapp.ui.widgets.tile import Tile                 Tile(parent); .say(caption, value, note, mark)
        signal pressed; a large number only where a person acts on it
    from krisapp.ui.widgets.clock import Since, Countdown, span, at
        Since(parent).tick(now, start)   Countdown(parent).tick(now, due)
        span(timedelta) "1 tim 20 min";  at(datetime) "14.10"
    from krisapp.ui.widgets.key_hint import KeyHint          KeyHint("Ctrl+K", parent)
    from krisapp.ui.widgets.person import PersonChip         PersonChip(name, parent, role="")
    from krisapp.ui.widgets.rows import RowsModel, Column, KEY, MARK, DETAIL, NOTE, ROW
        Column(name, text, mark=None, detail=None, note=None, spoken=None, right=False, stretch=False)
            each but name, right and stretch: a function of the row
        RowsModel(columns, key, parent); .feed(rows); .row(index); .find(key); .retranslate()
    from krisapp.ui.widgets.table import Table               Table(model, name, parent)
        signals opened(object), chosen(object) with the row; .current; .choose(key)
    from krisapp.ui.widgets.row_list import RowList          RowList(model, name, parent): first column
        as title, detail beneath, mark and note to the right; same signals as Table
    from krisapp.ui.widgets.dialog import Dialog, ask, tell
        Dialog(title, parent, confirm, danger=False, cancel=True): subclass and write `decide()`; add
            fields to .body; Refused in decide() is shown and everything typed stays; Esc with
            something typed asks once more; .run() -> bool
        ask(parent, title, text, yes, danger=False) -> bool; tell(parent, title, text)
    from krisapp.ui.widgets.form_dialog import FormDialog    FormDialog(title, parent, confirm, wide): a
        long form; fields go to .form and scroll where the screen is low; .fit() when they change
    from krisapp.ui.widgets.toast import Toast               window.toast.say(text, undo=None)
    from krisapp.ui.widgets.announcing import announce       lets a screen reader say a part's name now

Trying a decision from a view: `attempt(self, act)` of `krisapp.ui.attempt`; slow work: `Job` of
`krisapp.ui.background`; colours and sizes while painting: `current()` of `krisapp.ui.theme.theme`.
"""
