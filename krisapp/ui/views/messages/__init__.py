"""Budskap: eight audiences in policy order down, channels across, and the editor of one text.

What stands in a cell is worked out in `cells`, without Qt; what is decided is decided by the domain. Nothing here keeps
a state of its own but what is being typed.
"""
