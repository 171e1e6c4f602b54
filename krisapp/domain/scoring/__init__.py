"""Scoring (utvärdering): what a journal says of how a drill or an incident went, and what people make of it (9.4).

Every measure is counted from the journal alone and shows the entries it rests on. What evaluators rated, what is to be
better and what is told in the report are events of their own.
"""
