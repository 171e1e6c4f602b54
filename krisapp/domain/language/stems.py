"""The stem of a Swedish word, so that "vattnet" and "vatten" in two texts are seen as the same word.

Coarse on purpose: it serves to find words again, never to write them.
"""

import re
from functools import lru_cache

STOP_WORDS = frozenset(
    {
        *(
            "alla",
            "allt",
            "att",
            "av",
            "bara",
            "bli",
            "blir",
            "bliv",
            "blev",
            "båda",
            "de",
            "dem",
            "den",
            "denna",
            "det",
        ),
        *("detta", "dess", "deras", "dig", "din", "dina", "ditt", "dit", "dock", "du", "där", "därför", "då", "efter"),
        *(
            "ej",
            "eller",
            "en",
            "er",
            "era",
            "ert",
            "ett",
            "finns",
            "fler",
            "flera",
            "för",
            "före",
            "från",
            "fram",
            "få",
        ),
        *(
            "får",
            "fick",
            "går",
            "gör",
            "göra",
            "gjort",
            "ha",
            "had",
            "hade",
            "han",
            "har",
            "helt",
            "hel",
            "hela",
            "hon",
        ),
        *("hos", "hur", "här", "i", "in", "inte", "inom", "ja", "jag", "just", "kan", "kl", "klockan", "kom", "komma"),
        *("kommer", "kommun", "kommunen", "kommunens", "kunna", "kunde", "man", "med", "mer", "mest", "minst", "mot"),
        *("mycket", "många", "måste", "ni", "nu", "nya", "ny", "nytt", "när", "nära", "någon", "något", "några", "och"),
        *("också", "om", "omkring", "oss", "på", "redan", "sedan", "ser", "sig", "sin", "sina", "sitt", "ska", "skall"),
        *(
            "skulle",
            "som",
            "så",
            "sätt",
            "till",
            "tills",
            "um",
            "under",
            "upp",
            "ur",
            "ut",
            "utan",
            "vad",
            "var",
            "vara",
        ),
        *(
            "varit",
            "vart",
            "vem",
            "vi",
            "vid",
            "vill",
            "vilka",
            "vilken",
            "vilket",
            "vår",
            "våra",
            "vårt",
            "än",
            "ännu",
        ),
        *("är", "åt", "även", "över", "samma", "andra", "annan", "annat", "bra"),
        *("fått", "ge", "ger", "genom", "igen", "sen"),
        *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november"),
        *("december", "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    }
)
"""Words too common to tell one statement from another, the municipality's own word and the days included."""

_NUMBER_WORDS = {
    word: str(value)
    for value, word in enumerate(
        ("två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"), start=2
    )
}
_SHORTEST = 3
_ENDING = re.compile(
    r"(?:heterna|endena|endes|endet|enden|ende|ndena|ndes|ndet|nden|nde|arnas|ernas|ornas|heten|andet|anden|arens|hetens|arna|erna|orna|ande|arne|aste|ades|andes|heter|ning"
    r"|ens|ets|ade|are|ast|het|ern|its|ats|ar|er|or|en|et|it|an|at|ad|as|es|ts|na|ns|te|de|a|e|t|n|s)$"
)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """Return the stem of a lower-case word: at least three letters of it. A number word two to twelve is its number."""
    if word in _NUMBER_WORDS:
        return _NUMBER_WORDS[word]
    found = _ENDING.search(word, _SHORTEST)
    return word[: found.start()] if found else word
