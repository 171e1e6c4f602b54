"""The screen Frågor: what media ask, what is rumoured, and what residents and employees want to know.

Each part is entered by one line, listed with the most urgent on top, and answered in the pane beside the list.
"""
