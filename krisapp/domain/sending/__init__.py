"""Sending (utskick): what may leave the machine, to whom, which way, and what came of it (row CN9).

Only a released text of a real incident leaves, and only when a person has said so. What was begun without an answer
is never sent again by itself: a person decides what came of it.
"""
