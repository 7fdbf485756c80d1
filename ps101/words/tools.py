"""The words of the small tools beside a question: what each is for, its labels, and what it writes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from ps101.domain.flow import Tool
from ps101.domain.tools import DEEPEST_WHY, LONGEST_LINE, LONGEST_TEXT, MOST_LINES, MOST_ROWS, TooMuch


@dataclass(frozen=True, slots=True)
class ToolWords:
    """What a tool says: its name, how to use it, a label by field and tick, and by what it writes.

    `ready` is a text to copy and send; nobody is written to from here.
    """

    title: str
    hint: str
    asks: Mapping[str, str]
    writes: Mapping[str, str]
    ready: str = ""
    things: Mapping[str, str] = field(default_factory=dict)


def tool_words(tool: Tool) -> ToolWords:
    """Return the words of a tool in the language in use."""
    return _WORDS[tool]()


def too_much_words(field_name: str, reason: TooMuch) -> str:
    """Say why what was typed into a tool does not fit."""
    if reason is TooMuch.LINES:
        most = MOST_ROWS if field_name == "rows" else MOST_LINES
        return _("Up to %(most)d lines fit here. What you wrote is still in the fields.") % {"most": most}
    most = LONGEST_TEXT if field_name == "said" else LONGEST_LINE
    return _("Up to %(most)d characters fit in one line. What you wrote is still in the fields.") % {"most": most}


def _plus_delta() -> ToolWords:
    return ToolWords(
        _("What works, what I would change"),
        _("One thing a line. Small things count on both sides."),
        {"works": _("what works"), "change": _("what I would change")},
        {"works": _("What works:"), "change": _("What I would change:")},
    )


def _reflect_back() -> ToolWords:
    return ToolWords(
        _("Ask somebody how they see it"),
        _("Copy the text, send it yourself, and note here what they say. Nobody is written to from here."),
        {"who": _("whom I ask"), "said": _("what they said back")},
        {"who": _("I asked: %(words)s"), "said": _("They said: %(words)s")},
        ready=_(
            "Hello, I am thinking about my work and what could come next. You know me well. "
            "Two or three sentences would help me: what do you see me do well, and what do you think I overlook? "
            "An honest answer is worth more to me than a kind one. Thank you!"
        ),
    )


def _five_whys() -> ToolWords:
    deeper = [_("and why is that? (%(number)d)") % {"number": number} for number in range(2, DEEPEST_WHY + 1)]
    return ToolWords(
        _("Ask “why?” up to five times"),
        _("Each answer is asked again. Stop wherever it feels true."),
        {f"why_{number}": words for number, words in enumerate([_("why is it so?"), *deeper], start=1)},
        {f"why_{number}": _("Why? %(words)s") for number in range(1, DEEPEST_WHY + 1)},
    )


def _passion_skill() -> ToolWords:
    return ToolWords(
        _("What I like, what I am good at"),
        _("Name things you do, and tick what is so. No tick means no, or not yet."),
        {"like": _("I like it"), "good": _("I am good at it")},
        {
            "like_good": _("I like %(words)s and I am good at it."),
            "like": _("I am not good at %(words)s yet, and I like it."),
            "good": _("I am good at %(words)s, and I do not like it much."),
            "neither": _("I am not good at %(words)s, and I do not like it."),
        },
        things={"thing": _("something I do"), "example": _("such as explaining things, keeping accounts, driving")},
    )


def _urgent_important() -> ToolWords:
    return ToolWords(
        _("What comes first"),
        _("Name what there is to do, and tick what is so. The order follows from the ticks."),
        {"urgent": _("it is urgent"), "important": _("it matters to me")},
        {
            "urgent_important": _("First:"),
            "important": _("Next:"),
            "urgent": _("After that:"),
            "neither": _("Later, or not at all:"),
        },
        things={"thing": _("something to do"), "example": _("such as ringing the course office")},
    )


def _tiny_habit() -> ToolWords:
    return ToolWords(
        _("Tie a small step to something you do anyway"),
        _("So small that it works on a bad day too."),
        {"after": _("after I …"), "will": _("I will …"), "then": _("and then I … (a small reward, if you like)")},
        {"after": _("after I %(words)s"), "will": _("I will %(words)s"), "then": _("and then I %(words)s")},
    )


_WORDS: Mapping[Tool, Callable[[], ToolWords]] = {
    Tool.PLUS_DELTA: _plus_delta,
    Tool.REFLECT_BACK: _reflect_back,
    Tool.FIVE_WHYS: _five_whys,
    Tool.PASSION_SKILL: _passion_skill,
    Tool.URGENT_IMPORTANT: _urgent_important,
    Tool.TINY_HABIT: _tiny_habit,
}
