"""Leading an incident (stabsarbete), handbook chapters 3 and 11: what a crisis team does besides writing.

One package a subject, as the tabs of Stab; level and standing down stand beside them.

A subject has what a thing is and how it stands (a noun), and what a person may do with it and why not (a verb:
`holding`, `deciding`); its events stand with the thing, or in a `…_history` of their own. Read when needed: but for the
level nothing here is loaded at the start, and nothing here writes a text to the public.
"""
