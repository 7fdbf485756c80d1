"""Where a coach's answer leads, the addresses behind its buttons and the cards beside it; and where a quote of a file does."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from mosaic.facts.models import SourceKind
from mosaic.facts.origins import Origin
from mosaic.people.models import Person
from wimd import queries
from wimd.domain.coach import Choice, Kind
from wimd.domain.safety import HelpLine, lines_for
from wimd.models import Turn
from wimd.words import label_for

# What a button says for a person, where it says something; the words are understood whatever the language of the page.
SAYS = {
    Choice.ASK_ON: "go on",
    Choice.PAUSE: "yes",
    Choice.STAY: "no",
    Choice.KEEP: "keep it as my answer",
    Choice.SKIP: "skip",
    Choice.HELP: "help",
    Choice.STOP: "stop",
}
STARTS = {Choice.FAST_TRACK: "fast_track", Choice.DISCOVERY: "discovery"}
PAGES = {
    Choice.FAST_TRACK: "ps101:start",
    Choice.DISCOVERY: "ps101:start",
    Choice.GO_ON: "ps101:next",
    Choice.ADD_RESUME: "wimd:files",
    Choice.UNDERSTOOD: "ps101:understood",
    Choice.FACTS: "wimd:facts",
    Choice.DELTA: "wimd:delta",
    Choice.OPPORTUNITIES: "opportunities:list",
    Choice.PASTE: "opportunities:paste",
    Choice.SAVED: "opportunities:saved",
    Choice.OCCUPATIONS: "opportunities:occupations",
    Choice.STUDIO: "resume:studio",
    Choice.YOUR_DATA: "your-data",
    Choice.PRIVACY: "privacy",
    Choice.EXPERIMENTS: "ps101:experiments",
    **dict.fromkeys(SAYS, "wimd:coach"),
}


def choices_of(turn: Turn) -> list[dict[str, str]]:
    """Return a turn's buttons; `flow` is set where the button starts one (a form, not a link)."""
    return [choice_shape(Choice(code)) for code in turn.choices if code in list(Choice)]


def choice_shape(choice: Choice) -> dict[str, str]:
    """Return one button; `says` is what is sent to the coach by it."""
    url = settings.HUMAN_COACH_URL if choice is Choice.HUMAN else reverse(PAGES[choice])
    return {
        "code": choice.value,
        "label": label_for(choice),
        "url": url,
        "flow": STARTS.get(choice, ""),
        "says": SAYS.get(choice, ""),
    }


def help_lines_of(turn: Turn) -> list[HelpLine]:
    """Return whom to call, for a safety reply."""
    return lines_for(turn.person.region) if turn.kind == Kind.SAFETY else []


def cards_of(turn: Turn) -> list[dict[str, str]]:
    """Return what stands beside an answer."""
    return [
        {"kind": "help_line", "title": line.service, "detail": f"{line.number} · {line.hours}"}
        for line in help_lines_of(turn)
    ]


def origins_of(person: Person) -> dict[tuple[SourceKind, UUID], Origin]:
    """Return a person's files and what they told the coach as what the quotes of facts come from."""
    said = Turn.objects.filter(person=person, speaker=Turn.Speaker.PERSON).values_list("pk", flat=True)
    told = Origin(_("what you told the coach"), reverse("wimd:coach"))
    found = {(SourceKind.MESSAGE, pk): told for pk in said}
    for upload in queries.uploads_of(person).select_related("person").defer("text", "resume", "resume_edits"):
        url, named = reverse("wimd:file", args=[upload.pk]), {"name": upload.filename}
        found[SourceKind.UPLOAD, upload.pk] = Origin(_("from your file %(name)s") % named, url, has_places=True)
        found[SourceKind.CORRECTION, upload.pk] = Origin(_("you wrote this on your file %(name)s") % named, url)
    return found


def checkins_of(person: Person) -> dict[tuple[SourceKind, UUID], Origin]:
    """Return a person's check-ins as what the quotes of facts come from."""
    origin = Origin(_("from a weekly check-in"), reverse("wimd:check-in"))
    return {(SourceKind.CHECKIN, pk): origin for pk in queries.checkins_of(person).values_list("pk", flat=True)}
