"""Where a coach's answer leads: the addresses behind its buttons, and the cards beside it."""

from django.conf import settings
from django.urls import reverse

from wimd.domain.coach import Choice, Kind
from wimd.domain.safety import HelpLine, lines_for
from wimd.models import Turn
from wimd.words import label_for

STARTS = {Choice.FAST_TRACK: "fast_track", Choice.DISCOVERY: "discovery"}
PAGES = {
    Choice.FAST_TRACK: "ps101:start",
    Choice.DISCOVERY: "ps101:start",
    Choice.GO_ON: "ps101:next",
    Choice.ADD_RESUME: "wimd:files",
    Choice.UNDERSTOOD: "ps101:understood",
    Choice.OPPORTUNITIES: "opportunities:list",
    Choice.STUDIO: "resume:studio",
    Choice.YOUR_DATA: "your-data",
    Choice.PRIVACY: "privacy",
}


def choices_of(turn: Turn) -> list[dict[str, str]]:
    """Return a turn's buttons; `flow` is set where the button starts one (a form, not a link)."""
    return [choice_shape(Choice(code)) for code in turn.choices if code in list(Choice)]


def choice_shape(choice: Choice) -> dict[str, str]:
    """Return one button."""
    url = settings.HUMAN_COACH_URL if choice is Choice.HUMAN else reverse(PAGES[choice])
    return {"code": choice.value, "label": label_for(choice), "url": url, "flow": STARTS.get(choice, "")}


def help_lines_of(turn: Turn) -> list[HelpLine]:
    """Return whom to call, for a safety reply."""
    return lines_for(turn.person.region) if turn.kind == Kind.SAFETY else []


def cards_of(turn: Turn) -> list[dict[str, str]]:
    """Return what stands beside an answer."""
    return [
        {"kind": "help_line", "title": line.service, "detail": f"{line.number} · {line.hours}"}
        for line in help_lines_of(turn)
    ]
