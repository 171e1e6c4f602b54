"""From template and fact sheet to text (mall och faktaunderlag till text).

Templates are untrusted: parsed against an allow-list, rendered in an immutable sandbox, output capped.
Every fact that a text reads is recorded, so that staleness is exact and never guessed.
Nothing from the fact sheet is rendered twice, and nothing here writes to disk.
"""
