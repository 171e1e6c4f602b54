"""Versions of the plan: adopted, compared, read, taken back, carried out of the program and into it."""
