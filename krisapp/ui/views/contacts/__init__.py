"""Kontakter: who to call, in which order, at which number, and when somebody last checked it.

Rows, search and validation are plain values without Qt. Shown is the plan as it stands on disk: a number corrected
during an incident is the number to call.
"""
