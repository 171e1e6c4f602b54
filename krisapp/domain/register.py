"""A value several people may set at once (värde), and the conflict that is then shown.

What an edit replaces, it names. More than one value that nobody has replaced is a conflict: both are kept, none wins,
and what depends on it waits until a person has chosen.
"""

from typing import Generic, TypeVar

from krisapp.domain.events import Stamp

T = TypeVar("T")


class Register(Generic[T]):
    """The values of one thing that nobody has replaced yet, by the entry that set them."""

    __slots__ = ("_heads",)

    def __init__(self) -> None:
        self._heads: dict[str, tuple[T, Stamp]] = {}

    def set(self, value: T, stamp: Stamp) -> None:
        """Add a value and drop those its author saw and replaced."""
        self.drop(stamp.replaces)
        self._heads[stamp.id] = (value, stamp)

    def drop(self, replaced: tuple[str, ...]) -> None:
        """Take away values somebody saw and has done with; one set meanwhile stays."""
        for id in replaced:
            self._heads.pop(id, None)

    @property
    def heads(self) -> tuple[str, ...]:
        """Return the entries an edit made now would replace."""
        return tuple(self._heads)

    @property
    def claims(self) -> tuple[tuple[T, Stamp], ...]:
        """Return each value nobody has replaced, with who set it and when."""
        return tuple(self._heads.values())

    @property
    def contested(self) -> bool:
        """Return whether more than one value stands (två uppgifter)."""
        return len(self._heads) > 1

    @property
    def value(self) -> T | None:
        """Return the value last read in the agreed order, or None if nothing was set."""
        # The last without a copy of all: a thousand tasks ask for theirs at each change.
        for value, _stamp in reversed(self._heads.values()):
            return value
        return None
