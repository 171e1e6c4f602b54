"""From template and fact sheet to text (mall och faktaunderlag till text).

Templates are untrusted: Jinja2 only reads them, an allow-list of nodes, filters and names judges them, and we walk what
is left with a budget of steps and characters; no template ever becomes program code.
Every fact that a text reads is recorded, so that staleness is known and never guessed.
Nothing from the fact sheet is rendered twice, and nothing here writes to disk.
"""
