"""Drills (övningar), handbook chapter 9: a scenario with its injects, the exercise clock, and what came of it.

A drill is an incident like any other, so all it leaves is in its journal. What only the exercise director sees is
written there too; the team's screens leave it out. Read when needed: nothing here is loaded for a real incident.
"""
