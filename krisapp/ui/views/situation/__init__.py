"""Läge: the fact sheet, each field and fact with its source and the texts that use it."""
