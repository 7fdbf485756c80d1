"""Telling something again without what its person has taken out."""

import re
from collections.abc import Collection

LEFT = "…"
ENDS = ".!?,;: "


def without(text: str, words: Collection[str]) -> str:
    """Return a text with an ellipsis in place of some words, wherever they stand whole and whatever their case.

    A sentence is told again without its full stop too.
    """
    bare = {one.strip().rstrip(ENDS) for one in words} - {""}
    wanted = [re.escape(one) for one in sorted(bare, key=len, reverse=True)]
    return re.sub(rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)", LEFT, text, flags=re.IGNORECASE) if wanted else text
