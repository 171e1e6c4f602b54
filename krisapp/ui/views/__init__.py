"""The screens of the program (vyer): one file each, built at the first visit.

A view is columns, a refresh and a few slots. State is shown by word and shape, never by colour
alone, and an exercise (övning) is marked on every screen.
"""
