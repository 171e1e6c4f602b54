"""The months of the year (månader), in words: in Swedish texts as they stand, on the screen by `_()`."""

from krisapp.domain.words import N_

MONTHS = (
    N_("januari"),
    N_("februari"),
    N_("mars"),
    N_("april"),
    N_("maj"),
    N_("juni"),
    N_("juli"),
    N_("augusti"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
