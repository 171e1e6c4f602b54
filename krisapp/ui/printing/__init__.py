"""Putting papers on a printer (utskrift): a preview, and a process of its own that prints.

Everything on paper goes through `show(parent, paper)` of `preview.py`. A page at 300 points to the inch takes Qt a
fifth of a second to unpack and as long to send, and a printer's driver may hang or crash: the window does neither, the
press (tryckpressen) does, which is this program started once more with `--press`. They talk in JSON lines: `order.py`.
"""
