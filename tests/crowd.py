"""Many people at once, stored without going through the pages: for what must hold with all of them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.utils import timezone

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.models import Evidence, Fact, SourceKind
from mosaic.journal.domain.names import Happened
from mosaic.journal.models import Event
from mosaic.lib.crypto import new_key
from mosaic.people import files, keyring
from mosaic.people import services as people
from mosaic.people.models import AIMode, Person, Session
from ps101.models import Context, FlowVersion, Journey
from wimd.domain.coach import Move
from wimd.models import Conversation, Turn, Upload

ROWS_EACH = 14
WORDS = "I looked after twelve people on nights and wrote the rota. "


def make_crowd(count: int, *, expires_at: datetime, with_file: int = 0) -> list[Person]:
    """Store people with fourteen rows each, the first `with_file` of them with a stored file too."""
    with keyring.scope():
        people = [_person(expires_at) for _ in range(count)]
        Person.objects.bulk_create(people)
        _add_rows(people)
        for person in people[:with_file]:
            _add_file(person)
    return people


def _person(expires_at: datetime) -> Person:
    pk, key = uuid4(), new_key()
    wrapped = keyring.key_wrap().wrap(key, owner=pk.bytes)
    keyring.remember(pk, wrapped)
    return Person(id=pk, expires_at=expires_at, has_content=True, wrapped_key=wrapped)


def _add_rows(people: Sequence[Person]) -> None:
    """Give each a session, four events, three facts with evidence, and a conversation of two turns."""
    Session.objects.bulk_create(Session(person=one, digest=uuid4().hex) for one in people)
    Event.objects.bulk_create(Event(person=one, name=Happened.MESSAGE_SENT) for one in people for _ in range(4))
    facts = [
        Fact(person=one, kind=FactKind.SKILL, identity=f"skill-{number}", label=WORDS)
        for one in people
        for number in range(3)
    ]
    Fact.objects.bulk_create(facts)
    Evidence.objects.bulk_create(
        Evidence(
            person_id=fact.person_id, fact=fact, source_kind=SourceKind.STATED, source_id=uuid4(),
            start=0, end=len(WORDS), quote=WORDS,
        )
        for fact in facts
    )  # fmt: skip
    talks = [Conversation(person=one) for one in people]
    Conversation.objects.bulk_create(talks)
    Turn.objects.bulk_create(
        Turn(person_id=talk.person_id, conversation=talk, number=number, speaker=speaker, text=WORDS * 3)
        for talk in talks
        for number, speaker in enumerate(Turn.Speaker.values)
    )


def _add_file(person: Person) -> None:
    content = WORDS.encode() * 100
    name = files.write(person.pk, [content])
    Upload.objects.create(
        person=person, filename="cv.txt", name=name, size=len(content), content_type="text/plain",
        fingerprint=uuid4().hex, sha256="", text=WORDS * 100,
    )  # fmt: skip


def make_talkers(count: int, mode: AIMode) -> list[str]:
    """Store people whose answers are read and played back, so that the coach is open to them; return their tokens."""
    tokens = []
    flow = FlowVersion.objects.get(key="fast_track", is_active=True)
    with keyring.scope():
        for _ in range(count):
            opened = people.begin()
            person = opened.session.person
            people.keep_content(person)
            Person.objects.filter(pk=person.pk).update(ai_mode=mode)
            journey = Journey.objects.create(person=person, flow=flow, status=Journey.Status.COMPLETED)
            Context.objects.create(
                person=person, journey=journey, extracted_at=timezone.now(), problem_definition=WORDS, state="done"
            )
            talk = Conversation.objects.create(person=person)
            Turn.objects.create(
                person=person, conversation=talk, number=1, speaker=Turn.Speaker.COACH, text=WORDS, move=Move.PLAYBACK
            )
            tokens.append(opened.token)
    return tokens
