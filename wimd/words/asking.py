"""What is said while discovery is done as a talk. Calm, short, the question last."""

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ps101.domain.flow import Prompt
from ps101.words import words_for
from wimd.domain.asking import Asked, Said
from wimd.words import fixed_words


def message_of(asked: Asked, *, has_human: bool) -> str:
    """Return what is said; paragraphs are separated by empty lines."""
    parts = [_said(asked, has_human=has_human), _left(asked), _question(asked)]
    return "\n\n".join(part for part in parts if part)


def _said(asked: Asked, *, has_human: bool) -> str:
    if asked.finding:
        return words_for(asked.finding)
    if asked.intent and asked.said is Said.FIXED:
        return fixed_words(asked.intent, has_human=has_human)
    if asked.prompt and asked.said is Said.HELP:
        return _example(asked.prompt)
    if asked.prompt and asked.said is Said.WHY:
        return asked.prompt.purpose or asked.prompt.hint
    if asked.said is Said.WAITING:
        return _waiting(asked.until)
    return _plain().get(asked.said, "")


def _waiting(until: str) -> str:
    day = parse_date(until)
    told = _("Your experiment runs until %(day)s, and there is nothing to do here before. Say “go on” when you want to tell how it went.")  # fmt: skip
    return told % {"day": date_format(day, "l, j F") if day else until}


def _plain() -> dict[Said, str]:
    return {
        Said.FIRST: _("Good. One question at a time, and nothing you write is lost. Say “stop” whenever it is enough for now."),
        Said.WELCOME_BACK: _("Good to have you back. We go on where you were; everything you wrote is there."),
        Said.TAKEN: _("Kept."),
        Said.SIDE: _("I cannot answer that well while we are at the questions. It is kept here, and we can come back to it afterwards."),
        Said.CONFIRM: _("Shall we pause here? Everything is kept, and we go on at the same question."),
        Said.STAYED: _("Good, we go on."),
        Said.PAUSED: _("Paused. Everything you wrote is kept, and the same question waits for you."),
        Said.SKIPPED: _("Left open. It stays on the list, and you can come back to it."),
        Said.NEEDED: _("This one carries the rest, so it stays open until you have a few words for it. They can be rough."),
        Said.BACK: _("Back to the one before. What you wrote there stays until you say something else."),
        Said.NOTHING_BEFORE: _("This is the first question; there is none before it."),
        Said.GATE: _("Kept. This step also waits for something about your experiment to be written down. The form for it is one click away, filled with what you already said."),
        Said.THROUGH: _("These were all the questions. I am reading your answers now; in a few seconds you see what I understood."),
    }  # fmt: skip


def _left(asked: Asked) -> str:
    if asked.said is not Said.HOW_LONG:
        return ""
    where = _("%(answered)d of %(total)d questions are answered.") % {"answered": asked.answered, "total": asked.total}
    left = ngettext("About %(minutes)d minute is left.", "About %(minutes)d minutes are left.", asked.minutes)
    return f"{where} {left % {'minutes': asked.minutes}}"


def _example(prompt: Prompt) -> str:
    return f"{prompt.hint} {_('For example: “%(example)s”') % {'example': prompt.example}}"


def _question(asked: Asked) -> str:
    if asked.prompt is None:
        return ""
    number = _("A number from 1 to 10 first, then the reason.") if asked.prompt.rating else ""
    return " ".join(part for part in (f"{asked.number}. {asked.prompt.text}", number) if part)
