"""Everyday words that mean the same inside a phrase: who mends bikes repairs bicycles.

Only pairs that never part in meaning within work: the finder tries a phrase's own words first.
"""

from collections.abc import Sequence

from mosaic.lexicon.words import key_of

_SAME = (
    "repair fix mend",
    "bicycle bike pushbike",
    "lorry truck hgv",
    "car automobile",
    "child kid bairn youngster",
    "mother mum mom mam mummy",
    "father dad daddy",
    "grandmother nan gran granny grandma",
    "grandfather grandad granddad grandpa",
    "pensioner oap",
    "laptop computer pc",
    "phone telephone mobile cellphone",
    "photo photograph picture",
    "teenager teen",
    "sofa couch",
    "garden yard",
    "flat apartment",
    "nail fingernail",
    "clothes clothing garment",
    "film movie",
    "cafe tearoom",
    "vacuum hoover",
    "rubbish trash garbage",
    "nappy diaper",
    "pram buggy stroller",
    "pavement sidewalk",
    "petrol gasoline",
    "tap faucet",
    "lift elevator",
    "holiday vacation",
    "shop store",
    "wage salary",
    "solicitor attorney",
)
SYNONYMS = {key_of(word): key_of(group.split()[0]) for group in _SAME for word in group.split()}

# What stands between a verb and its thing without changing what is done: “fix *my mates'* cars”.
_PASSED = (
    "everyone everyone's everyones everybody everybody's people peoples mate mates friend friends neighbour neighbours "
    "sister sisters brother brothers cousin cousins family broken little old few lots other more proper stuff thing things"
)
PASSED = frozenset(key_of(word) for word in _PASSED.split())


def meant(keys: Sequence[str]) -> tuple[str, ...]:
    """Return the keys with every word replaced by the first of its group."""
    return tuple([SYNONYMS.get(key, key) for key in keys])
