"""Sentences for staff about flows: what is wrong with a text, and what deserves a second look."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ps101.domain.flow_rules import Flaw, Notice, Place, Remark, Wrong
from ps101.domain.flow_text import Unusable, line_of

_WRONG = {
    Wrong.SYNTAX: gettext_lazy("this cannot be read as TOML. %(detail)s"),
    Wrong.MISSING: gettext_lazy("this field is missing."),
    Wrong.UNKNOWN_FIELD: gettext_lazy("no field has this name."),
    Wrong.UNKNOWN_WORD: gettext_lazy("this word is not known. Known are %(expected)s."),
    Wrong.TOO_SHORT: gettext_lazy("this is too short; at least %(min_length)s characters."),
    Wrong.TOO_LONG: gettext_lazy("this is too long; up to %(max_length)s characters."),
    Wrong.OUT_OF_RANGE: gettext_lazy("this number is out of range. %(detail)s."),
    Wrong.LETTERS: gettext_lazy("signs stand in it that have no place here. %(detail)s."),
    Wrong.EMPTY: gettext_lazy("there is nothing in it; at least one is needed."),
    Wrong.KIND: gettext_lazy("another kind of value is needed. %(detail)s."),
    Wrong.PROMPT_TWICE: gettext_lazy("another question has the key “%(named)s” already."),
    Wrong.STEP_TWICE: gettext_lazy("another step has the key “%(named)s” already."),
    Wrong.GATE_TWICE: gettext_lazy("an earlier step waits for “%(named)s” already."),
    Wrong.GATE_NOT_BEFORE: gettext_lazy("no earlier step waits for “%(named)s”."),
    Wrong.NO_SUCH_STEP: gettext_lazy("there is no step “%(named)s”."),
}


def flaw_lines(error: Unusable, text: str) -> list[str]:
    """Say everything that is wrong with a text, each with its line and place."""
    found = [(int(flaw.told.get("line", 0)) or line_of(text, flaw.place), flaw) for flaw in error.flaws]
    found.sort(key=lambda one: one[0])
    return [
        _("Line %(line)d, %(place)s: %(what)s") % {"line": line, "place": place_words(flaw.place), "what": _flaw(flaw)}
        for line, flaw in found
    ]


def flaw_words(error: Unusable) -> list[str]:
    """Say everything that is wrong with a stored document, each with its place."""
    return [f"{place_words(flaw.place)}: {_flaw(flaw)}" for flaw in error.flaws]


def place_words(place: Place) -> str:
    """Name a part of a flow: the step, the question in it, the field."""
    numbers = [one + 1 for one in place if isinstance(one, int)]
    name = next((one for one in reversed(place) if isinstance(one, str)), "")
    where = {"step": numbers[0] if numbers else 0, "question": numbers[1] if len(numbers) > 1 else 0, "field": name}
    if len(place) > 3 and place[2] == "prompts":
        return _("step %(step)d, question %(question)d, %(field)s") % where
    if len(place) > 1 and place[0] == "steps":
        return _("step %(step)d, %(field)s") % where
    return name or _("the text")


def remark_words(remark: Remark) -> str:
    """Say what deserves a second look."""
    sentences = {
        Notice.REQUIRED_MINUTES: _("The required questions take %(found)s minutes together; %(most)d are the limit."),
        Notice.ALL_MINUTES: _("All questions take %(found)s minutes together; %(most)d are the limit."),
        Notice.LONG_SENTENCE: _("A sentence of “%(key)s” has %(found)d words; up to %(most)d read easily."),
        Notice.PROMPT_GONE: _(
            "The question “%(key)s” of the version in use is gone. Answers to it no longer count in new journeys."
        ),
        Notice.NEW_FLOW: _("No version of “%(key)s” is in use. With this one, people get one more flow to choose."),
    }
    return sentences[remark.notice] % remark.told


def _flaw(flaw: Flaw) -> str:
    return str(_WRONG[flaw.wrong]) % flaw.told
