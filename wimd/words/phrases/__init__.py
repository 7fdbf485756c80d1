"""Every sentence the coach has, by code and variant. A conversation hears none of them twice around the same words."""

from wimd.words.phrases.answering import ANSWERING
from wimd.words.phrases.asked import FIXED, OWN
from wimd.words.phrases.coaching import COACHING
from wimd.words.phrases.guiding import GUIDING

PHRASES = {**GUIDING, **COACHING, **ANSWERING, **FIXED, **OWN}
SIZES = {code: len(wordings) for code, wordings in PHRASES.items()}
"""How many wordings each code has: what the rules count with."""

__all__ = ["PHRASES", "SIZES"]
