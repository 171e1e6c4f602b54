"""The screen Stab: what leads the incident besides texts, one tab for each thing a crisis team does.

A page is a `TabPage` in a file of its own, and one `Tab` in `view.py`.
"""
