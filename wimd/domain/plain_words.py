"""The words of a text that tell something, as comparison keys: without those everybody uses."""

from mosaic.lexicon.words import tokens_of

SHORTEST = 4
_COMMON = frozenset(
    "a an the and or but if i me my mine we our you your he she it they them their this that these those is are was were be been being am have has had do "
    "does did will would can could may might to of in on at for with from by as about into over after before not no so too very just really also than then "
    "there here what when where who which how all any some more most other out up down get got go one thing things feel like want know think make".split()
)
# Words of every working life say nothing about what two sentences have in common.
_EVERYWHERE = (
    "work working job jobs career people person time day days week weeks month year years life good bad better new old little much many every always never nothing "
    "something everything actually today tomorrow home way part hour hours place need back first last"
)


def telling_words(text: str) -> frozenset[str]:
    """Return the telling words of a text."""
    return _keys(text) - _everywhere


def _keys(text: str) -> frozenset[str]:
    return frozenset(
        token.key for token in tokens_of(text) if token.text.casefold() not in _COMMON and len(token.key) >= SHORTEST
    )


_everywhere = _keys(_EVERYWHERE)
