"""Lists of words and phrases with what to write instead, found in a text word by word."""

from collections.abc import Iterator, Mapping

from krisapp.domain.language.reading import Reading, read


class PhraseList:
    """Phrases found wherever they stand as whole words, the longest first.

    `phrases` gives for each phrase what to write instead; forms of the same phrase are parted by "|", and what to write
    instead is one for all forms, or one for each in the same order.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for forms, instead in phrases.items():
            plain = instead.split("|")
            for at, form in enumerate(forms.split("|")):
                words = tuple(read(form).tokens)
                self._by_first.setdefault(words[0], []).append((words, plain[at if len(plain) > 1 else 0]))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._firsts = frozenset(self._by_first)

    def __len__(self) -> int:
        return sum(len(entries) for entries in self._by_first.values())

    def find(self, reading: Reading) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield the span of each phrase found, with what to write instead."""
        said = reading.vocabulary
        likely = {
            word: [entry for entry in self._by_first[word] if said.issuperset(entry[0])] for word in said & self._firsts
        }
        if not any(likely.values()):
            return
        tokens, spans, places = reading.tokens, reading.spans, reading.places
        past = -1
        for at in sorted(at for word, entries in likely.items() if entries for at in places[word]):
            if at <= past:
                continue
            for words, instead in likely[tokens[at]]:
                length = len(words)
                if length == 1 or tuple(tokens[at : at + length]) == words:
                    past = at + length - 1
                    yield (spans[at][0], spans[past][1]), instead
                    break
