"""Contacts (kontakter), handbook 3.6: as typed, read from a list made elsewhere, and as they may leave the program.

A row that is read is shown before it is taken, with what was mended in it; nothing is guessed about a person.
"""
