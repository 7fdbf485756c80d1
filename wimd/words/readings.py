"""Words for what the readings count, and for what raises them."""

from django.utils.translation import gettext as _

from mosaic.journal.domain.names import Happened
from wimd.domain.points import Known, Moving


def counted_words(code: str) -> str:
    """Return what one point was earned by."""
    things: dict[str, str] = {
        Known.PROBLEM: _("the problem, in a sentence"),
        Known.WANTED: _("what it would be like if it were solved"),
        Known.VALUE: _("something that matters to you"),
        Known.GOAL: _("something you want"),
        Known.SKILL: _("a skill"),
        Known.STRENGTH: _("what gives you energy, or a strength"),
        Known.OBSTACLE: _("what stands in the way"),
        Known.TARGET: _("something to aim at"),
        Known.AGREED: _("three wishes or more, and none against another"),
        Known.CONFIRMED: _("you confirmed what I understood"),
        Known.WHOLE_JOURNEY: _("you went through discovery"),
        Known.TALK: _("a talk with the coach in which something new came up"),
    }
    return (things | _steps())[code]


def next_words(code: str) -> str:
    """Return what raises a reading next."""
    words: dict[str, str] = {
        Known.PROBLEM: _("name the problem in one sentence"),
        Known.WANTED: _("say what it would be like if it were solved"),
        Known.VALUE: _("say what has to stay, whatever happens"),
        Known.GOAL: _("say something you want"),
        Known.SKILL: _("tell about something you did"),
        Known.STRENGTH: _("tell what gives you energy"),
        Known.OBSTACLE: _("name what stands in the way"),
        Known.TARGET: _("save a posting you could aim at"),
        Known.AGREED: _("say three things you want or want to keep away from"),
        Known.CONFIRMED: _("confirm what I understood"),
        Known.WHOLE_JOURNEY: _("go through discovery"),
        Known.TALK: _("tell the coach something new about yourself"),
        Happened.JOURNEY_COMPLETED: _("answer the remaining questions"),
        Happened.EXPERIMENT_DESIGNED: _("design a small experiment"),
        Happened.EXPERIMENT_STARTED: _("begin the experiment you wrote down"),
        Happened.EXPERIMENT_REVIEWED: _("look back at an experiment"),
        Happened.ACTION_DONE: _("do one of the steps you planned"),
        Happened.FILE_READ: _("bring a résumé"),
        Happened.JOB_SAVED: _("save a posting"),
        Happened.VERSION_MADE: _("make a résumé for one posting"),
        Happened.APPLIED: _("note an application"),
        Happened.REMINDER_DONE: _("do what you set out to do this week"),
        Moving.ANY_STEP: _("any one step today"),
        Moving.ANOTHER_DAY: _("any one step on another day"),
        Moving.NEXT_WEEK: _("any one step next week; this week is full"),
    }
    return words[code]


def _steps() -> dict[str, str]:
    return {
        Happened.JOURNEY_COMPLETED: _("you answered the questions to their end"),
        Happened.EXPERIMENT_DESIGNED: _("you designed an experiment"),
        Happened.EXPERIMENT_STARTED: _("you began an experiment"),
        Happened.EXPERIMENT_REVIEWED: _("you looked back at an experiment"),
        Happened.ACTION_DONE: _("you did a step of your plan"),
        Happened.REMINDER_DONE: _("you did what you set out to do for a week"),
        Happened.FILE_READ: _("a file you brought was read"),
        Happened.JOB_SAVED: _("you keep a posting"),
        Happened.JOB_ADDED: _("you brought a posting"),
        Happened.VERSION_MADE: _("you made a résumé version"),
        Happened.APPLIED: _("you noted an application"),
        Happened.STAGE_CHANGED: _("an application moved on"),
        Happened.ANSWER_GIVEN: _("you answered a question"),
        Happened.EXPERIENCE_TOLD: _("you told something you have done"),
        Happened.CHECKED_IN: _("your weekly check-in"),
    }
