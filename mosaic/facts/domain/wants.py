"""Where the words for a wish, a love or a dislike end, and which of them speak of circumstances instead."""

import re

_TAIL = re.compile(
    r"[,.;:!?(]|\s[-–—]\s|\b(?:because|cos|but|although|though|if|when(?:ever)?|so (?:that|I)|one day|some ?day|next year|this year|"
    r"before I|after I|these days|nowadays|any ?more|(?:ever|never) again|at the moment|please|to be honest|more than anything|"
    r"and (?:I|my|we)|is what|(?:it['’]s|is) my|gives? me|keeps? me|lights? me|makes? me|makes sense|for a living)\b",
    re.IGNORECASE,
)
# Wishes about place, hours, pay and languages have readers of their own.
_CIRCUMSTANCE = re.compile(
    r"^(?:to )?(?:work(?:ing)? )?(?:from home|at home|remote(?:ly)?|hybrid|on[- ]?site|part[- ]time|full[- ]time|nights|days|weekends|evenings|mornings|"
    r"school hours|term[- ]time|flexibly|fewer hours|less hours)\b"
    r"|^(?:to )?(?:earn|make|get paid|be paid|work fewer|work less|relocate|move (?:to [A-Z]|house|away|anywhere|back)|have (?:my )?(?:evenings|weekends)|be (?:home|among))"
    r"|[£€$]|\b\d+\s?k\b|\bhours?\b|^(?:to )?(?:speak|learn|brush up)\b.*\b[A-Z]\w+(?:ish|ian|ese|ch|an)\b",
)
_NOTHING = re.compile(
    r"^(?:to )?(?:it|that|this|them|to|be|do|do it|do that|do this|say|thank|know|ask|be honest|think|see|go|stay|try|help|be able to|apologise)$|^(?:to )?(?:say|thank|apologise|point out|add|ask|know|hear|find out|see (?:what|how|if|whether))\b",
    re.IGNORECASE,
)
FEWEST_LETTERS = 4


def object_of(words: str) -> str:
    """Return what a wish, love or dislike is about: the words up to the next thing said."""
    match = _TAIL.search(words)
    return (words[: match.start()] if match else words).strip()


def is_circumstance(words: str) -> bool:
    """Whether a wish is one about place, hours, pay or a language."""
    return bool(_CIRCUMSTANCE.search(words))


def is_empty(words: str) -> bool:
    """Whether nothing is named: “I'd like to say thank you”, “I love it”."""
    return len(words) < FEWEST_LETTERS or bool(_NOTHING.match(words))
