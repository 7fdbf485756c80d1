"""What the door and home show, put together from all apps."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mosaic.domain.sides import Level, Piece, Side, columns, placed, rows
from mosaic.facts.domain.kinds import FactKind, Polarity, Status
from mosaic.facts.queries import profile_of, standing_facts_of
from mosaic.journal.domain.names import Due, Happened
from mosaic.journal.models import Reminder
from mosaic.journal.queries import events_of, has_happened, open_reminders_of
from mosaic.lib.tiles import Tile, grid
from mosaic.people import recovery
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.flow import Prompt
from ps101.models import Journey
from wimd import queries as wimd
from wimd.pages.readings import cards

DOOR_COLUMNS, DOOR_ROWS = 7, 8
MOST_DUE = 3
ASKED_FOR = timedelta(days=7)

Shown = dict[str, object]


@dataclass(frozen=True, slots=True)
class NextStep:
    """The one thing that is next."""

    title: str
    why: str
    url: str
    label: str
    minutes: int
    quote: str = ""


def empty_tiles() -> list[Tile]:
    """Return the mosaic of somebody who has not begun: one tile is theirs to place."""
    states = [["" for _ in range(DOOR_COLUMNS)] for _ in range(DOOR_ROWS)]
    states[-1][0] = "next"
    return grid(DOOR_COLUMNS, DOOR_ROWS, states)


def view_of(person: Person) -> Shown:
    """Return the next step, what is waiting, the mosaic and the readings."""
    facts = list(standing_facts_of(person))
    pieces = [
        Piece(FactKind(fact.kind), Polarity(fact.polarity), fact.status != Status.SUGGESTED, len(fact.evidence.all()))
        for fact in facts
    ]
    found = columns(pieces, [Side.ROLE] if has_happened(person, Happened.APPLIED) else [])
    count, total = placed(found)
    return {
        "next": next_step(person),
        "waiting": waiting(person),
        "may_check_in": wimd.may_check_in(person),
        "tiles": grid(len(Side), len(Level), rows(found)),
        "placed": count,
        "total": total,
        "table": [
            {"side": side_label(side), "cells": [_cell(state) for state in column.values()]}
            for side, column in found.items()
        ],
        "readings": cards(person),
    }


def next_step(person: Person) -> NextStep:
    """Return the first of the journey's stations that is still ahead."""
    journey = discovery.latest_journey_of(person)
    if journey is None:
        return NextStep(
            _("Choose how to begin"),
            _("Eight short questions, or ten steps in your own time."),
            reverse("ps101:discovery"),
            _("choose"),
            1,
        )
    runs = discovery.waiting_in(journey)
    if journey.status != Journey.Status.COMPLETED and runs is None:
        return _questions(journey)
    if discovery.needs_experiences(person):
        return _two_questions()
    context = discovery.context_of(person)
    if context is None or context.confirmed_at is None:
        return NextStep(
            _("See what I understood"),
            _("Each line stands on your own words, and you can take any of them out."),
            reverse("ps101:understood"),
            _("look at it"),
            3,
        )
    return _after_understanding(person)


def waiting(person: Person) -> list[dict[str, str]]:
    """Return what else waits, without hurry."""
    found: list[dict[str, str]] = []
    skills = standing_facts_of(person, FactKind.SKILL).filter(polarity=Polarity.HAS)
    suggested = skills.filter(status=Status.SUGGESTED).count()
    if suggested and discovery.has_context(person):
        found.append(
            {
                "url": reverse("ps101:understood"),
                "title": _("%(count)d skills to confirm") % {"count": suggested},
                "detail": _("found in your words"),
            }
        )
    if person.has_content and recovery.code_of(person) is None:
        found.append(
            {
                "url": f"{reverse('your-data')}#recovery",
                "title": _("Make a recovery code"),
                "detail": _("eight words that bring you back on any device"),
            }
        )
    if _may_be_asked(person):
        found.append(
            {
                "url": reverse("feedback"),
                "title": _("Say how this was for you"),
                "detail": _("about a minute, if you like"),
            }
        )
    return [*found, *map(_due, open_reminders_of(person)[:MOST_DUE])]


def _may_be_asked(person: Person) -> bool:
    """Whether to ask how it was: in the week after the first journey that was finished, until it is answered."""
    finished = events_of(person, Happened.JOURNEY_COMPLETED).last()
    if finished is None or timezone.now() - finished.created_at > ASKED_FOR:
        return False
    return wimd.feedback_of(person) is None


def _due(reminder: Reminder) -> dict[str, str]:
    """Return what is due and where it is done."""
    title, url = {
        Due.REVIEW: (_("Look back at your experiment"), reverse("ps101:experiment", args=[reminder.subject_id])),
        Due.ACTION: (_("A small step you planned"), reverse("ps101:experiments")),
        Due.COMMITMENT: (_("What you set out to do this week"), reverse("ps101:commitment")),
        Due.CHECKIN: (_("Your weekly check-in"), reverse("wimd:check-in")),
        Due.CLOSING: (_("A posting you kept closes"), reverse("opportunities:list")),
        Due.FOLLOW_UP: (_("Ask how your application stands"), reverse("applications:list")),
    }[Due(reminder.kind)]
    return {"url": url, "title": title, "detail": _("from %(day)s") % {"day": date_format(reminder.due_on, "j F")}}


def side_label(side: Side) -> str:
    """Return a side's name."""
    return {
        Side.ROLE: _("Role and level"),
        Side.SKILLS: _("Skills"),
        Side.MEANING: _("Meaning and values"),
        Side.ENERGY: _("Energy"),
        Side.PAY: _("Pay"),
        Side.PLACE: _("Place and hours"),
        Side.CONFIDENCE: _("Confidence"),
        Side.NETWORK: _("Network"),
        Side.TIME: _("Time and money"),
    }[side]


def _two_questions() -> NextStep:
    return NextStep(
        _("Two short questions"),
        _("Something you have done, paid or unpaid, would show more of your skills."),
        reverse("ps101:two-questions"),
        _("answer them"),
        3,
    )


def _questions(journey: Journey) -> NextStep:
    standing = discovery.standing_in(journey)
    current, here = standing.next, standing.step
    title = current.text if isinstance(current, Prompt) else here.title if here else _("Finish your answers")
    why = _("%(answered)d of %(total)d questions are answered; the rest is kept open for you.") % dict(
        zip(("answered", "total"), standing.progress, strict=True)
    )
    return NextStep(title, why, reverse("ps101:next"), _("answer it"), max(1, standing.minutes_left))


def _after_understanding(person: Person) -> NextStep:
    if not wimd.uploads_of(person).exists() and len(profile_of(person).skills) < 3:
        return NextStep(
            _("Bring a résumé, if you have one"),
            _("It shows skills your answers did not mention, each with its sentence."),
            reverse("wimd:files"),
            _("choose a file"),
            2,
        )
    if not has_happened(person, Happened.VERSION_MADE):
        return NextStep(
            _("Look at work that fits"),
            _("Ordered by what you told, with the reasons beside each one."),
            reverse("opportunities:list"),
            _("see the list"),
            10,
        )
    if not has_happened(person, Happened.APPLIED):
        return NextStep(
            _("Use your résumé for one posting"),
            _("Applying here freezes the posting and your résumé. Nothing is sent to anyone."),
            reverse("resume:studio"),
            _("open the studio"),
            10,
        )
    return NextStep(
        _("Talk over what happens now"),
        _("One question at a time, with what you have done so far in view."),
        reverse("wimd:coach"),
        _("go to the coach"),
        10,
    )


def _cell(state: str) -> str:
    return {"known": _("known"), "said": _("said once"), "unknown": _("unknown"), "": "–"}[state]
