"""The catalogues of the interface (språk): Swedish is the source, others are files under resources/translations."""

import gettext

from krisapp.store.resources import resource

SOURCE = "sv"
LANGUAGES = {"sv": "Svenska", "en": "English"}
"""The languages of the interface, each by its own name."""


def catalogue(language: str) -> gettext.NullTranslations:
    """Return the catalogue of a language; Swedish, and a language without a file, show the source."""
    if language == SOURCE:
        return gettext.NullTranslations()
    folder = resource("resources", "translations")
    return gettext.translation("krisapp", folder, [language], fallback=True)
