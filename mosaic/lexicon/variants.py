"""The forms a phrase takes: “project management” is also “management of projects” and “manage projects”.

Only forms that say the same are made; everything else is an alias in the data.
"""

from collections.abc import Iterator

from mosaic.lexicon.words import key_of, keys_of, tokens_of

# What a noun at the end of a phrase is when one does it.
VERB_OF = {
    "administration": "administer",
    "analysis": "analyse",
    "assembly": "assemble",
    "assessment": "assess",
    "cleaning": "clean",
    "coordination": "coordinate",
    "delivery": "deliver",
    "design": "design",
    "development": "develop",
    "installation": "install",
    "inspection": "inspect",
    "maintenance": "maintain",
    "management": "manage",
    "operation": "operate",
    "organisation": "organise",
    "preparation": "prepare",
    "processing": "process",
    "production": "produce",
    "repair": "repair",
    "supervision": "supervise",
    "writing": "write",
}


def variants_of(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the key sequences under which a phrase is found, the phrase itself first."""
    yield keys_of(phrase)
    joined = _hyphens_closed(phrase)
    if joined != phrase:
        yield keys_of(joined)
    words = [token.text.casefold() for token in tokens_of(phrase)]
    if not 2 <= len(words) <= 3:
        return
    *things, doing = words
    noun_keys = tuple(key_of(word) for word in things)
    if doing in VERB_OF:
        yield (key_of(VERB_OF[doing]), *noun_keys)
        yield (key_of(doing), *noun_keys)
    elif doing.endswith("ing") and len(things[-1]) > 3:
        yield (key_of(doing), *noun_keys)


def _hyphens_closed(phrase: str) -> str:
    """Return book-keeping as bookkeeping."""
    return phrase.replace("-", "") if "-" in phrase else phrase
