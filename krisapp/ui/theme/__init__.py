"""The design language as values (formspråk): colour roles, spacing, type scale, states, icons, font.

Nothing outside this package names a colour or a size in pixels that ignores the text size: a part
asks `current()` for the colours and for `px(…)`. A new scheme is one `Colours` in `tokens.py`.
"""
