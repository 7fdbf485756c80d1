"""Discovery as a talk: the same journey, answers and rules as on its pages, one question at a time."""

from dataclasses import dataclass

from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101 import services as journeys
from ps101.domain.engine import Standing, key_of
from ps101.domain.experiments import Gate
from ps101.domain.flow import Prompt
from ps101.models import Journey
from wimd import queries
from wimd.domain.asking import Asked, Heard, Said, heard, rated
from wimd.domain.coach import Choice
from wimd.domain.intents import Intent, intent_of
from wimd.models import Conversation, Turn

FIXED = (Intent.PRIVACY, Intent.ABOUT, Intent.HUMAN)
WAITING = "gate:waiting"
"""What is asked while an experiment runs: whether to go on before its day."""


def begin(person: Person, conversation: Conversation, flow: str) -> Asked:
    """Open a flow or go on with it as a talk; answers there are stay as they are. Raises UnknownFlow."""
    is_new = discovery.open_journey_of(person) is None
    journey = journeys.start(person, flow)
    return _next(person, conversation, journey, Said.FIRST if is_new else Said.WELCOME_BACK)


def go_on(person: Person, conversation: Conversation) -> Asked | None:
    """Go on with the open journey as a talk, or return None where there is none."""
    journey = discovery.open_journey_of(person)
    return begin(person, conversation, journey.flow.key) if journey else None


def stop(conversation: Conversation) -> None:
    """Ask nothing any more; what was asked waits on its page."""
    _ask_nothing(conversation)


def hear(person: Person, conversation: Conversation, message: str) -> Asked | None:
    """Take a message while a question is open; None when none is, which ends the talk about questions."""
    journey = discovery.open_journey_of(person)
    if journey is None or not conversation.asked or journey.status == Journey.Status.PAUSED:
        _ask_nothing(conversation)
        return None
    was_stopping, conversation.is_stopping = conversation.is_stopping, False
    what = heard(message, is_stopping=was_stopping)
    if conversation.asked != WAITING:
        return _Talk(person, conversation, journey).take(what, message)
    # Waiting for an experiment never closes the coach: only a word to go on is about the questions.
    _ask_nothing(conversation)
    return _next(person, conversation, journey, Said.WELCOME_BACK, waits=False) if what is Heard.GO_ON else None


@dataclass(frozen=True, slots=True)
class _Talk:
    person: Person
    conversation: Conversation
    journey: Journey

    def take(self, what: Heard, message: str) -> Asked:
        """Do what a message asks for."""
        prompt = discovery.flow_of(self.journey.flow).prompt(self.conversation.asked)
        if what in (Heard.STOP, Heard.YES, Heard.NO, Heard.SKIP, Heard.GO_ON):
            return self._steer(what, prompt)
        if prompt is None:
            # What is asked for is a form; it may have been filled in meanwhile.
            return _next(self.person, self.conversation, self.journey, Said.TAKEN)
        if what is Heard.BACK:
            return self._back(prompt)
        if what is Heard.ANSWER or what is Heard.KEEP:
            return self._answer(prompt, self._kept() if what is Heard.KEEP else message)
        return self._aside(what, prompt, message)

    def _steer(self, what: Heard, prompt: Prompt | None) -> Asked:
        if what is Heard.STOP:
            self.conversation.is_stopping = True
            self.conversation.save(update_fields=["is_stopping"])
            return _asking(self.journey, Said.CONFIRM, None, choices=(Choice.PAUSE, Choice.STAY, Choice.KEEP))
        if what is Heard.YES:
            journeys.pause(self.person, self.journey)
            _ask_nothing(self.conversation)
            return _asking(self.journey, Said.PAUSED, None, choices=(Choice.ASK_ON,))
        if what is Heard.SKIP:
            return self._skip(prompt)
        return _next(self.person, self.conversation, self.journey, Said.STAYED)

    def _skip(self, prompt: Prompt | None) -> Asked:
        if prompt and prompt.required:
            return _asking(self.journey, Said.NEEDED, prompt, choices=(Choice.HELP, Choice.STOP))
        gate = next((one for one in Gate if key_of(one) == self.conversation.asked), None)
        item = prompt or gate
        if item:
            journeys.leave_open(self.person, self.journey, item)
        return _next(
            self.person, self.conversation, discovery.journeys_of(self.person).get(pk=self.journey.pk), Said.SKIPPED
        )

    def _back(self, prompt: Prompt) -> Asked:
        before = discovery.standing_in(self.journey).before(prompt.key)
        if before is None:
            return _asking(self.journey, Said.NOTHING_BEFORE, prompt)
        _ask(self.conversation, before.key)
        return _asking(self.journey, Said.BACK, before)

    def _aside(self, what: Heard, prompt: Prompt, message: str) -> Asked:
        intent = intent_of(message)
        said = Said(what.value)
        if said is Said.SIDE and intent in FIXED:
            said = Said.FIXED
        # What is long enough for an answer may have been meant as one.
        kept = (Choice.KEEP,) if len(message) >= prompt.min_chars else ()
        return _asking(self.journey, said, prompt, intent=intent, choices=(*kept, Choice.STOP))

    def _answer(self, prompt: Prompt, message: str) -> Asked:
        told = rated(message) if prompt.rating else None
        text, rating = (told.text, told.rating) if told else (message, None)
        current = discovery.answers_in(self.journey).get(prompt.key)
        if prompt.rating and rating is None and current:
            text, rating = message, current.rating
        version = current.version if current else 0
        try:
            journeys.save_answer(self.person, self.journey, prompt, text=text, version=version, rating=rating)
        except journeys.AnswerRefused as error:
            said = Said.RATING if error.finding.code.startswith("rating") else Said.TOO_SHORT
            return _asking(self.journey, said, prompt, finding=error.finding, choices=(Choice.HELP,))
        return _next(self.person, self.conversation, self.journey, Said.TAKEN)

    def _kept(self) -> str:
        """Return what was said before the word that keeps it."""
        said = queries.turns_of(self.person).filter(speaker=Turn.Speaker.PERSON).order_by("-number")
        return next((turn.text for turn in said[1:2]), "")


def _next(person: Person, conversation: Conversation, journey: Journey, said: Said, *, waits: bool = True) -> Asked:
    """Ask what comes next; where nothing does, say what the journey waits for or that it is through."""
    standing = discovery.standing_in(journey)
    item, waiting = standing.next, discovery.waiting_in(journey) if waits else None
    if waiting and waiting.review_on:
        _ask(conversation, WAITING)
        return _asking(journey, Said.WAITING, None, until=waiting.review_on.isoformat(), choices=(Choice.EXPERIMENTS,))
    if isinstance(item, Prompt):
        _ask(conversation, item.key)
        skip = () if item.required else (Choice.SKIP,)
        return _asking(journey, said, item, choices=(*skip, Choice.HELP, Choice.STOP))
    if item:
        _ask(conversation, key_of(item))
        return _asking(journey, Said.GATE, None, choices=(Choice.GO_ON, Choice.SKIP, Choice.STOP))
    _ask_nothing(conversation)
    if journey.status != Journey.Status.COMPLETED:
        journeys.complete(person, journey)
    return _asking(journey, Said.THROUGH, None, choices=(Choice.UNDERSTOOD,))


def _asking(journey: Journey, said: Said, prompt: Prompt | None, **more: object) -> Asked:
    standing: Standing = discovery.standing_in(journey)
    answered, total = standing.progress
    number = standing.flow.number_of(prompt.key) if prompt else ""
    return Asked(said, prompt, number, answered, total, standing.minutes_left, **more)  # type: ignore[arg-type]  # passed on


def _ask(conversation: Conversation, key: str) -> None:
    conversation.asked, conversation.is_stopping = key, False
    conversation.save(update_fields=["asked", "is_stopping"])


def _ask_nothing(conversation: Conversation) -> None:
    if conversation.asked or conversation.is_stopping:
        _ask(conversation, "")
