"""Literal reductions of a line, and the words in which a skill may be named. Neither ever adds a claim."""

import re
from collections.abc import Sequence

from mosaic.lexicon.phrases import skill_finder
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.variants import variants_of
from mosaic.lexicon.words import key_of, keys_of, tokens_of

# What can go without making the claim any stronger. “Helped to”, “in charge of” and the like stay.
_OPENINGS = re.compile(
    r"^(?:(?:(?:I|my) )?(?:(?:was|am|were|are) )?(?:(?:also|mainly|primarily|solely) )?"
    r"(?:responsible for|tasked with|entrusted with)(?= \w+ing\b)"
    r"|(?:my )?(?:main |key |daily |other )?(?:duties|responsibilities|tasks) (?:included|include|were|are|involved)(?: the)?"
    r"|(?:the )?(?:role|job|position|work) (?:included|involved|includes|involves)):?\s+",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"^I (?=[a-z]+(?:ed|t) |(?:ran|led|taught|wrote|built|made|kept|drove|sold|held|gave) )")
_FILLERS = re.compile(
    r"(?<![\w-])(?:successfully|effectively|efficiently|very|really|actively|basically|various) "
    r"| (?:successfully|effectively|efficiently)(?=[.,;]?$)",
    re.IGNORECASE,
)
_NOUN_ENDINGS = ("ing", "tion", "tions", "sion", "ment", "ance", "ence", "ity", "ship", "ology", "ics", "graphy")
SHORTEST = 3


def reduced(line: str) -> str | None:
    """Return a line without its empty opening and filler words, or None when nothing can go.

    Every word of the result stands in the line, in the same order.
    """
    kept = _FIRST_PERSON.sub("", _OPENINGS.sub("", line.strip()))
    kept = _FILLERS.sub("", kept)
    if kept == line.strip() or len(kept.split()) < SHORTEST:
        return None
    return kept[0].upper() + kept[1:]


def phrase_for(skill_id: str, quote: str, own_words: str) -> str:
    """Return how to name a skill a person has: as a posting names it when that says no more, else by its label.

    A posting's phrase says no more when it is a form of the skill's label, or when the person used all of its
    words. It has to be a name: “plan the rota” is what one does, “rota planning” is what it is called.
    """
    label = _label(skill_id)
    own = {token.key for token in tokens_of(own_words)}
    for mention in skill_finder().find(quote):
        phrase = quote[mention.start : mention.end]
        says_no_more = _is_form_of(phrase, label) or set(keys_of(phrase)) <= own
        if mention.id == skill_id and says_no_more and _is_name(phrase, label):
            return phrase
    return label


def _is_name(phrase: str, label: str) -> bool:
    words = phrase.split()
    return phrase.casefold() == label.casefold() or words[0].endswith("ing") or words[-1].endswith(_NOUN_ENDINGS)


def in_style(phrase: str, others: Sequence[str]) -> str:
    """Return a phrase as the others in its list are written: with a large first letter or a small one."""
    small = sum(one[:1].islower() for one in others)
    return decapitalised(phrase) if small > len(others) / 2 else capitalised(phrase)


def same_words(one: str, other: str) -> bool:
    """Whether two phrases are the same up to case and inflection."""
    return keys_of(one) == keys_of(other)


def capitalised(phrase: str) -> str:
    """Return a phrase with its first letter large; words that are spelt in their own way stay."""
    first = phrase.split(" ", 1)[0]
    return phrase if any(letter.isupper() for letter in first) else phrase[:1].upper() + phrase[1:]


def decapitalised(phrase: str) -> str:
    """Return a phrase with its first letter small, unless its first word is spelt in its own way."""
    first = phrase.split(" ", 1)[0]
    return phrase if any(letter.isupper() for letter in first[1:]) else phrase[:1].lower() + phrase[1:]


def _label(skill_id: str) -> str:
    entry = lexicon().skills.get(skill_id) or lexicon().licences.get(skill_id)
    return entry.label if entry else skill_id


def _is_form_of(phrase: str, label: str) -> bool:
    return tuple(key_of(token.text) for token in tokens_of(phrase)) in set(variants_of(label))
