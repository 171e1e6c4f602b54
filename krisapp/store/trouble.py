"""What can go wrong with a file (fel på filen), each a sentence a person can act on."""

from pathlib import Path

from krisapp.domain.words import N_, _


class Trouble(Exception):
    """The disk or another program says no. `str()` is one sentence in the language in force.

    Nothing that was said to be saved is lost by it, and nothing that was not is said to be.
    """

    sentence = N_("{file} går inte att använda.")

    def __init__(self, path: Path, /, **values: object) -> None:
        super().__init__(str(path))
        self.path = path
        self.values = values

    def __str__(self) -> str:
        return _(self.sentence).format(file=self.path.name, folder=self.path.parent, **self.values)


class Occupied(Trouble):
    """Somebody else has the incident open for writing (upptagen)."""

    sentence = N_(
        "{file} är redan öppen på {console} sedan {since} (process {process}). "
        "Stäng den där först, eller öppna den här för läsning."
    )


class DiskFull(Trouble):
    """There is no room, not even after the reserve was let go."""

    sentence = N_(
        "Disken är full, så posten är inte sparad. Det som redan är sparat finns kvar. "
        "Frigör plats i {folder} och spara igen."
    )


class ReadOnly(Trouble):
    """The folder or the file may not be written to."""

    sentence = N_("Det går inte att skriva i {folder}. Välj en annan mapp, eller be om skrivrättighet.")


class DiskFailed(Trouble):
    """Reading or writing failed (I/O error)."""

    sentence = N_(
        "Disken svarade med ett fel, så posten är inte sparad. Det som redan är sparat finns kvar. "
        "Spara igen, och flytta filen till en annan disk om felet kommer tillbaka."
    )


class Busy(Trouble):
    """Another program holds the file locked."""

    sentence = N_("Ett annat program håller {file} låst. Stäng det och försök igen.")


class NotSaved(Trouble):
    """What was read back was not what was written."""

    sentence = N_(
        "Posten gick inte att läsa tillbaka från disken och räknas inte som sparad. "
        "Flytta filen till en annan disk och spara igen."
    )


class Missing(Trouble):
    """There is no such file."""

    sentence = N_("{file} finns inte i {folder}. Kontrollera namnet.")


class Exists(Trouble):
    """There already is a file of that name."""

    sentence = N_("{file} finns redan i {folder}. Välj ett annat namn.")


class NotAJournal(Trouble):
    """The file is something else, or its key is another."""

    sentence = N_("{file} är inte en händelsefil från Krisapp, eller så är den låst med en annan nyckel.")


class NewerFormat(Trouble):
    """The file was written by a newer version of the program."""

    sentence = N_(
        "{file} är skriven av en nyare version av Krisapp (format {found}, den här läser till och "
        "med {known}). Uppdatera programmet."
    )


class Damaged(Trouble):
    """The database itself does not hold together (skadad)."""

    sentence = N_("{file} är skadad. Kör krisapp verify för att se vad som går att läsa.")


class BadKeyFile(Trouble):
    """The console's own key cannot be read."""

    sentence = N_(
        "Konsolens nyckel i {file} går inte att läsa. Ta bort filen i {folder} och starta om, så skapas en ny nyckel."
    )
