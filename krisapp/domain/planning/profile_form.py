"""The form of the graphic profile (grafisk profil): the look of all that leaves the municipality."""

from krisapp.domain.planning.plan_forms import Form, FormField, Kind
from krisapp.domain.profile import HEADING_NAMES, Profile
from krisapp.domain.words import N_

PROFILE = Form(
    "profile",
    "profiles",
    Profile,
    N_("Grafisk profil"),
    N_("Ny grafisk profil"),
    (
        FormField(
            "colour", N_("Kommunens färg"), help=N_("Som #1d4f72. Text i färgen ska gå att läsa på vitt."), must=True
        ),
        FormField(
            "accent", N_("Färg för varningar och ramar"), help=N_("Som #8a1c1c. Minst 4,5:1 mot vitt."), must=True
        ),
        FormField("headings", N_("Rubrikernas ton"), Kind.CHOICE, choices=HEADING_NAMES),
        FormField("lines", N_("Under kommunens namn"), Kind.LINES, N_("Adress, telefon och webbplats, en rad var.")),
        FormField("logo", N_("Kommunens märke"), Kind.PICTURE, N_("En SVG- eller PNG-fil under 75 kB.")),
        FormField("logo_says", N_("Vad märket visar"), help=N_("För den som inte ser bilden.")),
    ),
    lambda _row, number: f"profil{number}",
)
