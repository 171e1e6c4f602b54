"""The screens of the program (vyer): one file or package each, built at the first visit.

A view is columns, a refresh and a few slots. State is shown by word and shape, never by colour
alone, and an exercise (övning) is marked on every screen. A new screen is one file and one `Place`
in `VIEWS`, whose `load` imports it at the first visit: the start does not wait for it.
"""

from krisapp.ui.views.view import Place

VIEWS: tuple[Place, ...] = ()
