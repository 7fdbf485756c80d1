"""What a person can do with the coach and with their files."""

from functools import partial
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.domain.found import Found
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.facts.models import SourceKind
from mosaic.facts.queries import profile_of
from mosaic.journal.domain.names import Happened
from mosaic.journal.services import note
from mosaic.lib import metrics, work
from mosaic.lib.text import normalised
from mosaic.people import files, stored
from mosaic.people.models import Person
from wimd import coach as words_of_models
from wimd import hearing, incoming, queries, tasks
from wimd.domain import coach
from wimd.domain.coach import Move, Reply
from wimd.domain.safety import danger_in
from wimd.models import Conversation, Turn, Upload
from wimd.queries import SOURCES
from wimd.words import message_for

MOST_NOTICED = 3


class UnsupportedFile(Exception):
    """A file nobody here can read."""


class QuotaExceeded(Exception):
    """All files of a person would be more than fits; `free` is what is left, in bytes."""

    def __init__(self, free: int) -> None:
        super().__init__(free)
        self.free = free


class StorageFull(Exception):
    """Everybody's files together would be more than this instance takes."""


def say(person: Person, *, text: str, client_id: UUID | None = None) -> Turn:
    """Say something to the coach; returns the coach's turn. The same client id twice is one turn.

    The built-in answer is kept first; a model may give it other words where the person lets it.
    """
    answer, is_new = _reply_to(person, text, client_id)
    return words_of_models.word(answer) if is_new else answer


@transaction.atomic
def _reply_to(person: Person, text: str, client_id: UUID | None) -> tuple[Turn, bool]:
    """Return the built-in answer, and whether it was given just now."""
    conversation, _ = Conversation.objects.get_or_create(person=person)
    Conversation.objects.select_for_update().get(pk=conversation.pk)
    earlier = _answered(conversation, client_id)
    if earlier:
        return earlier, False
    said = _append(conversation, Turn.Speaker.PERSON, text=normalised(text).strip(), client_id=client_id)
    noticed = _learn(person, said)
    state = queries.state_of(person, noticed)
    reply = coach.reply(state, said.text, queries.library())
    answer = _answer(conversation, reply, message_for(reply, state))
    note(person, Happened.MESSAGE_SENT, said, kind=reply.kind)
    if reply.move is Move.GATE:
        note(person, Happened.GATE_SHOWN, answer)
        metrics.GATES.inc()
    return answer, True


def add_file(person: Person, *, file: "UploadedFile[bytes]") -> Upload:
    """Keep a file and have it read. The same bytes twice are one file. Raises UnsupportedFile, QuotaExceeded, StorageFull."""
    received = incoming.receive(person, file)
    if received is None:
        raise UnsupportedFile
    known = _known(person, received)
    if known and files.is_there(known.name):
        return known
    free = settings.PERSON_LIMIT - queries.bytes_of(person) + (known.size if known else 0)
    if received.size > free:
        raise QuotaExceeded(max(0, free))
    if received.size > stored.bytes_free():
        raise StorageFull
    name = files.write(person.pk, incoming.chunks_of(file))
    if known:
        return _bring_back(person, known, received, name)
    try:
        return _keep_file(person, received, name)
    except incoming.AlreadyKept as error:
        files.remove(name)
        return error.upload


@transaction.atomic
def remove_file(person: Person, upload: Upload) -> None:
    """Delete a file and everything that rested on its words alone."""
    for kind in SOURCES:
        facts.forget_source(person, kind, upload.pk)
    note(person, Happened.FILE_REMOVED, upload)
    name = upload.name
    upload.delete()
    transaction.on_commit(partial(files.remove, name))


@transaction.atomic
def read_again(person: Person, upload: Upload) -> Upload:
    """Have a file read once more."""
    work.requeue(upload)
    transaction.on_commit(partial(tasks.read_upload.delay, str(upload.pk)))
    return upload


@transaction.atomic
def have_written_down(person: Person, upload: Upload) -> Upload:
    """Let a provider hear this one recording, as it is. Raises NotAnswered where nobody can or may be asked."""
    hearing.agree(upload)
    return read_again(person, upload)


@transaction.atomic
def _keep_file(person: Person, received: incoming.Received, name: str) -> Upload:
    upload = incoming.store(person, received, name)
    note(person, Happened.FILE_ADDED, upload, kind=upload.kind)
    transaction.on_commit(partial(tasks.read_upload.delay, str(upload.pk)))
    return upload


def _known(person: Person, received: incoming.Received) -> Upload | None:
    """Return the file that is the same bytes; of one that an archive came without, only the plain hash is known."""
    uploads = queries.uploads_of(person)
    same = uploads.filter(fingerprint=received.fingerprint).first()
    return same or next((one for one in uploads.filter(size=received.size) if one.sha256 == received.sha256), None)


@transaction.atomic
def _bring_back(person: Person, upload: Upload, received: incoming.Received, name: str) -> Upload:
    """Put the bytes of a file that was lost back under its row, and have it read."""
    upload.name, upload.fingerprint = name, received.fingerprint
    upload.save(update_fields=["name", "fingerprint"])
    return read_again(person, upload)


def _answered(conversation: Conversation, client_id: UUID | None) -> Turn | None:
    """Return the answer to a turn that was sent before."""
    said = conversation.turns.filter(client_id=client_id).first() if client_id else None
    return conversation.turns.filter(number=said.number + 1).first() if said else None


def _append(
    conversation: Conversation, speaker: str, *, text: str, client_id: UUID | None = None, **more: object
) -> Turn:
    last = conversation.turns.aggregate(last=Max("number"))["last"] or 0
    return Turn.objects.create(
        person_id=conversation.person_id,
        conversation=conversation,
        number=last + 1,
        speaker=speaker,
        text=text,
        client_id=client_id,
        **more,
    )


def _answer(conversation: Conversation, reply: Reply, text: str) -> Turn:
    return _append(
        conversation,
        Turn.Speaker.COACH,
        text=text,
        kind=reply.kind,
        move=f"{reply.move}:{reply.intent}" if reply.intent else reply.move,
        row=reply.row,
        choices=list(reply.choices),
    )


def _learn(person: Person, said: Turn) -> list[str]:
    """Keep what a message says about its writer; return the labels of skills that are new."""
    found = read_own_words(said.text, today=timezone.localdate()) if not danger_in(said.text) else []
    before = {known.lexicon_id for known in profile_of(person).skills}
    facts.learn(person, facts.Source(SourceKind.MESSAGE, said.pk, said.text), found)
    fresh = {one.lexicon_id: one.label for one in found if _is_new_skill(one, before)}
    return list(fresh.values())[:MOST_NOTICED]


def _is_new_skill(found: Found, before: set[str]) -> bool:
    return found.kind is FactKind.SKILL and found.polarity is Polarity.HAS and found.lexicon_id not in before
