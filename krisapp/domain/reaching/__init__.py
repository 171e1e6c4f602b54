"""Reaching people (nå ut): what works where, which channels live there, and whom nothing reaches.

Domain handbook 6.2–6.5, rows CN7 and CN8. `working` holds what was told, and all the rest is reckoned from it.
"""
