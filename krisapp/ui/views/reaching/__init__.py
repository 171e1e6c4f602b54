"""Nå ut: what works where, whom nothing reaches, and the texts that people carry.

Nothing is reckoned here: states, ladder and gap come from the domain, and each key makes one event.
"""
