"""The screen Efter: papers back in, the record handed out and kept, and standing down.

A page is a `TabPage` in a file of its own, and one `Tab` in `view.py`.
"""
