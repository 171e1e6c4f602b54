"""Läge: the fact sheet, each field and fact with its source and the texts that use it.

A field is saved when one leaves it; what the rules refuse is told beneath it and stays as typed.
"""
