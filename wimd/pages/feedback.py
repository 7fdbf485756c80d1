"""What the page of feedback shows."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from wimd.domain.feedback import ALLOWED, FEWEST, Question
from wimd.models import Feedback
from wimd.pages.talk import Shown


def feedback(said: Feedback | None, ratings: Mapping[str, object]) -> Shown:
    """Return the questions with what was chosen, and whether there is something to take back."""
    return {"said": said, "questions": [_question(one, ratings.get(one)) for one in Question], "fewest": FEWEST}


def _question(question: Question, chosen: object) -> Shown:
    words, low, high = {
        Question.CLARITY: (_("How clear was it?"), _("not clear"), _("very clear")),
        Question.RELEVANCE: (_("How much was it about you?"), _("not about me"), _("very much")),
        Question.TRUST: (_("How far do you trust what it says?"), _("not at all"), _("fully")),
        Question.RECOMMEND: (_("Would you recommend it to a friend in your place?"), _("not at all"), _("surely")),
    }[question]
    numbers: Sequence[int] = ALLOWED[question]
    return {
        "name": question.value,
        "words": words,
        "low": low,
        "high": high,
        "lowest": numbers[0],
        "highest": numbers[-1],
        "choices": [(number, str(number) == str(chosen)) for number in numbers],
    }
