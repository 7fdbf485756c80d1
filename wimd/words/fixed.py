"""What is said to what there is a plain answer for."""

from wimd.domain.coach.asked_for import code_of
from wimd.domain.intents import Intent
from wimd.words.phrases import PHRASES


def fixed_words(intent: Intent, *, has_human: bool) -> str:
    """Return what is said to a question there is a plain answer for."""
    return str(PHRASES[f"fixed.{code_of(intent, has_human=has_human)}"][0])
