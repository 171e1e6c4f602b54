"""Whether a Swedish word is spelled as the word list has it (rättstavning), its forms and its compounds included.

The list is that of Hunspell for Swedish: stems in alphabetical order, each with the flags of the forms it takes, and
the endings each flag gives. A stem is found by halving the list as it lies in the file, so that nothing is built when
the program starts and the list takes no more room than its file. Of Hunspell's rules those are kept that Swedish needs:
endings, first, middle and last parts of compounds, and "fall" + "lucka" that make "fallucka".
"""

import re
from collections.abc import Iterable, Iterator

import msgspec

LETTERS = "aerndtislogmkpbhfjuväcöåyqxzwé"
"""The letters tried in the place of others, the most usual first."""
SHORTEST_FIRST, SHORTEST_LAST = 2, 3
"""Letters of the parts of a compound: with shorter ones almost anything would be a word."""
MOST_PARTS = 4
MOST_SUGGESTIONS = 3

_FIRST, _MIDDLE, _LAST, _PART_ONLY, _BARE_NOT, _FORBIDDEN, _NO_SUGGESTION = "X", "U", "Y", "Z", "¤", "%", "!"
_ENDING = re.compile(r"^SFX[ \t]+(\S)[ \t]+(\S+)[ \t]+([^\s/]+)(?:/(\S+))?[ \t]+(\S+)", re.MULTILINE)
_SWAP = re.compile(r"^REP\s+(\S+)\s+(\S+)\s*$", re.MULTILINE)


class _Ending(msgspec.Struct, frozen=True):
    """One form a stem with a flag takes: what is cut off, what is put on, after what, and what the form may be."""

    flag: str
    cut: str
    after: re.Pattern[str]
    roles: str


class WordList:
    """A list of words and the endings they take; `own` are words beside it, in any case of letters."""

    def __init__(self, stems: bytes, rules: str, own: Iterable[str] = ()) -> None:
        self._stems = stems
        self._endings: dict[str, list[_Ending]] = {}
        for flag, cut, put, roles, after in _ENDING.findall(rules):
            ending = _Ending(flag, "" if cut == "0" else cut, re.compile(f"(?:{after})$"), roles)
            self._endings.setdefault("" if put == "0" else put, []).append(ending)
        self._longest = max(map(len, self._endings), default=0)
        self._swaps = [pair for pair in _SWAP.findall(rules) if not {"^", "$", "_"} & set("".join(pair))]
        self._own: set[str] = set()
        self._known: dict[str, bool] = {}
        self.add(own)

    def add(self, words: Iterable[str]) -> None:
        """Take words into the list, each part of those of several words."""
        self._own.update(part.casefold() for word in words for part in re.findall(r"[^\W\d_]+", word))
        self._known.clear()

    def knows(self, word: str) -> bool:
        """Return whether a word is spelled right: as it stands, or as a word that begins a sentence or a heading."""
        if word not in self._known:
            self._known[word] = self._look_up(word)
        return self._known[word]

    def is_own(self, word: str) -> bool:
        """Return whether a word is one of those beside the list, its genitive included."""
        plain = word.casefold()
        return plain in self._own or (plain.endswith("s") and plain[:-1] in self._own)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return the words one slip away, the likeliest first: letters that sound alike, then the rest."""
        capital, plain = word[:1].isupper(), word.lower()
        found: dict[str, None] = {}
        for near in _near(plain, self._swaps):
            if near not in found and (self.is_own(near) or self._is_word(near, suggesting=True)):
                found[near] = None
                if len(found) == MOST_SUGGESTIONS:
                    break
        if not found:
            swaps = (near for near in _swapped(plain, self._swaps) if self._is_compound(near))
            found.update(dict.fromkeys(list(swaps)[:MOST_SUGGESTIONS]))
        return tuple(near[:1].upper() + near[1:] if capital else near for near in found)

    def _look_up(self, word: str) -> bool:
        if self.is_own(word):
            return True
        if "-" in word:
            return all(self.knows(part) for part in word.split("-") if part)
        forms = dict.fromkeys((word, word[:1].lower() + word[1:]))
        if word.isupper():
            forms.update(dict.fromkeys((word.lower(), word.capitalize())))
        return any(self._is_word(form) for form in forms) or self._is_compound(word.lower())

    def _flags(self, stem: str) -> list[str]:
        """Return the flags of each entry of a stem; none if it is no stem."""
        stems, wanted = self._stems, stem.encode()
        low, high = 0, len(stems)
        while low < high:
            middle = stems.rfind(b"\n", 0, (low + high) // 2) + 1
            if middle < low:
                middle = low
            end = stems.find(b"\n", middle)
            if stems[middle:end].partition(b"/")[0] < wanted:
                low = end + 1
            else:
                high = middle
        found = []
        while low < len(stems):
            end = stems.find(b"\n", low)
            entry, _slash, flags = stems[low:end].partition(b"/")
            if entry != wanted:
                break
            found.append(flags.decode())
            low = end + 1
        return found

    def _forms(self, word: str) -> Iterator[tuple[str, str]]:
        """Give each way a word can be made of a stem and an ending: the stem's flags, and what the form may be."""
        for length in range(min(self._longest, len(word)) + 1):
            put = word[len(word) - length :] if length else ""
            for ending in self._endings.get(put, ()):
                stem = word[: len(word) - length] + ending.cut
                if not stem or not ending.after.search(stem):
                    continue
                for flags in self._flags(stem):
                    if ending.flag in flags:
                        yield flags, ending.roles

    def _is_word(self, word: str, *, suggesting: bool = False) -> bool:
        entries = self._flags(word)
        if any(_FORBIDDEN in flags for flags in entries):
            return False
        unfit = {_PART_ONLY, _BARE_NOT} | ({_NO_SUGGESTION} if suggesting else set())
        if any(not unfit & set(flags) for flags in entries):
            return True
        return any(_PART_ONLY not in roles and not (suggesting and "!" in flags) for flags, roles in self._forms(word))

    def _may_be(self, part: str, role: str) -> bool:
        """Return whether a word may stand in a compound as its first, middle or last part."""
        if any(role in flags and _FORBIDDEN not in flags for flags in self._flags(part)):
            return True
        if role == _LAST:
            return any(role in flags and _PART_ONLY not in roles for flags, roles in self._forms(part))
        return any(role in roles for _flags, roles in self._forms(part))

    def _is_compound(self, word: str) -> bool:
        """Return whether a word is put together of others, and is not rather a listed word with a slip in it."""
        if len(word) < SHORTEST_FIRST + SHORTEST_LAST or any(_FORBIDDEN in flags for flags in self._flags(word)):
            return False
        if not self._can_end(word, _FIRST, MOST_PARTS):
            return False
        return not any(self._is_word(near) for near in _swapped(word, self._swaps))

    def _can_end(self, word: str, role: str, parts: int) -> bool:
        for at in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            head, tail = word[:at], word[at:]
            if not self._may_be(head, role) and not (role == _MIDDLE and self._may_be(head, _FIRST)):
                continue
            tails = [tail]
            if head[-1] == head[-2:-1]:
                tails.append(head[-1] + tail)
            for rest in tails:
                if self._may_be(rest, _LAST) or (parts > 2 and self._can_end(rest, _MIDDLE, parts - 1)):
                    return True
        return False


def _swapped(word: str, swaps: list[tuple[str, str]]) -> Iterator[str]:
    """Give the word with each pair of letters that sound alike in the place of one another."""
    for one, other in swaps:
        at = word.find(one)
        while at >= 0:
            yield word[:at] + other + word[at + len(one) :]
            at = word.find(one, at + 1)


def _near(word: str, swaps: list[tuple[str, str]]) -> Iterator[str]:
    """Give the words one slip away."""
    yield from _swapped(word, swaps)
    places = range(len(word))
    for at in places[1:]:
        yield word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    for at in places:
        yield word[:at] + word[at + 1 :]
    for at in (*places, len(word)):
        for letter in LETTERS:
            yield word[:at] + letter + word[at:]
    for at in places:
        for letter in LETTERS:
            yield word[:at] + letter + word[at + 1 :]
