"""Quotations: what stands in marks has to stand literally in what was said or read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from mosaic.ai.domain.faults import Fault, Finding, Grounds
from mosaic.ai.domain.units import quotes_in

FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")
_LEFT_OUT = re.compile(r"\.{3,}|…|\[[^\]]{0,5}\]|\(\.{3}\)")
_THEIRS = re.compile(
    r"\b(?:you(?:'ve| have)? (?:just |also )?(?:said|wrote|told|say|write|mention(?:ed)?|called?|describe[ds]?|named?|put it)|in your (?:own )?words|your (?:words?|sentence|phrase))\b[^.!?]{0,30}$",
    re.IGNORECASE,
)
_THEIRS_AFTER = re.compile(
    r"^\W{0,4}(?:,? ?)(?:you (?:say|said|wrote|write|told|called)|in your (?:own )?words)\b", re.IGNORECASE
)


def quote_faults(text: str, grounds: Grounds) -> Iterator[Finding]:
    """Yield quotations that stand nowhere, or that are laid into the person's mouth."""
    for start, end in quotes_in(text):
        quote = text[start:end]
        if len(_WORD.findall(quote)) < FEWEST_WORDS:
            continue
        is_theirs = _THEIRS.search(text[: max(0, start - 1)]) or _THEIRS_AFTER.match(text[end + 1 :])
        if not _stands(quote, grounds.own if is_theirs else (*grounds.own, *grounds.data)):
            yield Finding(Fault.QUOTE, quote)


def without_quotes(text: str, grounds: Grounds) -> str:
    """Return a sentence of the same length, with blanks for what it quotes literally."""
    for start, end in quotes_in(text):
        if _stands(text[start:end], (*grounds.own, *grounds.data)):
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def _stands(quote: str, texts: tuple[str, ...]) -> bool:
    parts = [_folded(part) for part in _LEFT_OUT.split(quote)]
    said = _all_of(texts)
    return all(part in said for part in parts if part.strip())


@lru_cache(maxsize=64)
def _all_of(texts: tuple[str, ...]) -> str:
    return "\n".join(_folded(text) for text in texts)


def _folded(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "
