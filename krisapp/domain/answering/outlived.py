"""What an answer says that the fact sheet no longer does (överspelade svar): rules P14 and 6.7.

An answer is a person's own words, so nothing rewrites it when the sheet changes. What it took from the sheet, a number,
a time, a place, and the sheet has no more, makes it one that may not go out until somebody has looked at it.
"""

from krisapp.domain.checking.numbers import affected_unlike_sheet
from krisapp.domain.checking.remembered import Remembered
from krisapp.domain.consistency.ground import STRANGE, Said, forms, ground_of
from krisapp.domain.consistency.statements import lines_of, statements
from krisapp.domain.consistency.values import Token
from krisapp.domain.language.clock import clock
from krisapp.domain.sheet import Sheet

_ALIKE = 0.2
"""How like its words must be for what the sheet says now to be told as what took a value's place."""

Outlived = tuple[str, str]
"""Words of an answer, and what the sheet says instead, or nothing where it says nothing of the kind."""

_grounds: dict[tuple[str, ...], Remembered[Said]] = {}


def outlived(answer: str, then: Sheet | None, now: Sheet, places: tuple[str, ...]) -> tuple[Outlived, ...]:
    """Return what an answer says that disagrees with the sheet, each once.

    It said so `then`, when the answer was written, and says so no more; or it tells how many are affected, or when the
    next message comes, and tells it otherwise. `places` are the names that are places.
    """
    found = dict(affected_unlike_sheet(answer, now))
    ground = _ground(now, places)
    for _start, line in lines_of(answer):
        for statement in statements(line, places):
            for token in statement.values:
                words = statement.says(token)
                if statement.promises and now.next_update and _is_clock_but(token, f"{now.next_update:%H:%M}"):
                    found.setdefault(words, clock(now.next_update))
                elif token.kind in STRANGE and _left(token, then, ground, places):
                    _same, other = ground.nearest(token, statement.contexts[token], frozenset())
                    near = other is not None and other.likeness >= _ALIKE
                    found.setdefault(words, other.statement.says(other.token) if other and near else "")
    return tuple(found.items())


def _left(token: Token, then: Sheet | None, ground: Said, places: tuple[str, ...]) -> bool:
    """Return whether the sheet said a value then and says it no more; the sheet of then is read only if it matters."""
    if then is None or any(one in ground.values for one in forms(token)):
        return False
    before = _ground(then, places).values
    return all(one in before for one in forms(token))


def _is_clock_but(token: Token, right: str) -> bool:
    return token.kind is not None and token.kind.value == "clock" and token.form != right


def _ground(sheet: Sheet, places: tuple[str, ...]) -> Said:
    if places not in _grounds:
        _grounds.clear()
        _grounds[places] = Remembered(lambda one: ground_of((), one, places))
    return _grounds[places].of(sheet)
