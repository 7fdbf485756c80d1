"""What a person is said to have been, learnt or done, beyond what they said."""

import re
from collections.abc import Iterator
from itertools import chain

from mosaic.ai.domain.faults import Fault, Finding
from mosaic.ai.domain.loose import LOOSE
from mosaic.ai.domain.said_numbers import numbers_said
from mosaic.ai.domain.statements import Manner, Statement
from mosaic.ai.domain.support import Support, callings, has_been, strong_verb
from mosaic.lexicon.verbs import Strength
from mosaic.lexicon.words import key_of, tokens_of

_PROOFS = re.compile(
    r"\b(?:degrees?|diplomas?|certificates?|certifications?|certified|qualified|chartered|registered|licen[cs]ed|licen[cs]es?|accredited|graduate[ds]?|bachelor\w*|master['’]?s\b|ph\.?d|doctorate|mba|apprenticeship|a[- ]levels?|gcses?|award\w*|prizes?)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"\b(?:experience|background|expertise|career|expert|specialist|fluent|skilled|trained|training|qualified|degree|diploma|years|know-how|master|talent|employed|job|time|work(?:ed|ing)?|position|role|post|volunteered|served|lived|taught|coached) (?:in(?! front)|with|as|of|at|for|on) (?P<what>[^,.;:!?()–—]{2,60})",
    re.IGNORECASE,
)
_CALLING = re.compile(
    r"\b(?:as|you(?:'re| are| were|'ve| have)(?: \w+ly| also| still| now| already| always| long| been| once| just)*) (?:an?|the) (?P<what>[^,.;:!?()–—]{2,60})",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:studied|majored in|graduated in|taught|coached|speak|spoke|drove|sold|repaired|play(?:ed)?|moved to|grew up in) (?P<what>[^,.;:!?()–—]{2,60})",
    re.IGNORECASE,
)
# Answering for people, money or a firm.
_CHARGE = re.compile(
    r"\b(?:business|company|firm|start-?up|team|department|staff|budgets?|employees|branch|franchise)\b", re.IGNORECASE
)
_FRAME_END = re.compile(
    r"\b(?:is|are|was|were|has|have|had|that|which|who|and|you|to|when|where|while|for|so|do|does|did|in|on|can|will|than|because|with|from|until|since|gave|taught|say|says|count|counts|help|helps|mean|means|sounds?|as)\b",
    re.IGNORECASE,
)
_DEED = re.compile(
    r"\b(?:you|applicant|candidate|person|user)(?:'ve|'re|'d| have| had| has| are| were| was| is)?(?: (?:\w+ly|also|even|once|then|just|both|already|always|been|yourself|have|had|who))*\s+(?P<verb>[a-z]+(?: (?:up|out|around))?)(?=\W(?P<next>\w+)?)",
    re.IGNORECASE,
)
_ALSO_DEED = re.compile(
    r"(?:,|\band)\s+(?P<verb>[a-z]+(?:ed|t|d|n|an|t)\b(?: (?:up|out|around))?)(?=\W(?P<next>\w+)?)", re.IGNORECASE
)


def wrong_proofs(one: Statement, own: Support) -> Iterator[Finding]:
    """Yield degrees, callings, fields and employers that a statement gives to a person who never named them."""
    if one.manner is Manner.WISHED:
        return
    for found in chain(_PROOFS.finditer(one.told), _CHARGE.finditer(one.told)):
        if not all(has_been(own, token.key) for token in tokens_of(found[0])):
            yield Finding(Fault.INVENTED, found[0])
    for found in _CALLING.finditer(one.told):
        yield from _wrong_callings(found["what"], own)
    for found in chain(_FRAME.finditer(one.told), _STUDIED.finditer(one.told)):
        yield from _wrong_fields(found["what"], own)


def _wrong_callings(what: str, own: Support) -> Iterator[Finding]:
    for token in [*tokens_of(what)][:4]:
        if token.key in callings() and not has_been(own, token.key):
            yield Finding(Fault.INVENTED, token.text)


def _wrong_fields(what: str, own: Support) -> Iterator[Finding]:
    end = _FRAME_END.search(what)
    words = [token for token in tokens_of(what[: end.start()] if end else what) if token.key not in LOOSE]
    for token in words[:4]:
        # Numbers are looked at on their own.
        if token.text.isalpha() and token.key not in own.keys and not list(numbers_said(token.text)):
            yield Finding(Fault.INVENTED, token.text)


def wrong_deeds(one: Statement, own: Support) -> Iterator[Finding]:
    """Yield verbs that claim more of the work than the person did."""
    if one.manner is not Manner.OUTRIGHT:
        return
    keys = frozenset(token.key for token in tokens_of(one.text)) - LOOSE
    numbers = frozenset(number.value for number in numbers_said(one.text))
    deeds = [*_DEED.finditer(one.text)]
    found_more = _ALSO_DEED.finditer(one.text) if deeds else ()
    for found in (*deeds, *found_more):
        key = key_of(found["verb"].split()[0])
        if key in own.keys and key not in LOOSE and not has_been(own, key):
            yield Finding(Fault.INVENTED, found["verb"])
            continue
        known = strong_verb(found["verb"]) or strong_verb(found["verb"].split()[0])
        if known is None or known[1] < Strength.RAN or found["next"] == "to":
            continue
        if not _is_done(known, keys, numbers, own):
            yield Finding(Fault.INVENTED, found["verb"])


def _is_done(verb: tuple[str, Strength], keys: frozenset[str], numbers: frozenset[float], own: Support) -> bool:
    """Whether the person did it by this verb, or by one at least as strong on the same thing."""
    base, strength = verb
    same = [deed for deed in own.deeds if deed.base == base]
    if same:
        return not numbers or any(numbers <= deed.numbers for deed in same) or not any(deed.numbers for deed in same)
    verbs = {key_of(base.split()[0])}
    return any(deed.strength >= strength and (deed.keys & keys) - verbs for deed in own.deeds)
