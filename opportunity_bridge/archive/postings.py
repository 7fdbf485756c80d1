"""Postings somebody has to do with: everybody's by source and number with their words, one's own whole."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import cast
from uuid import UUID, uuid4

from django.db.models import Field, Model
from django.utils.translation import gettext_lazy as _

from mosaic.journal.queries import events_of
from mosaic.lib.crypto import fingerprint
from mosaic.people.archive import columns
from mosaic.people.archive.names import Ids, Names
from mosaic.people.archive.registry import Incoming, Outgoing, Pending, Row, Told
from mosaic.people.domain.archive import LOCAL_ID, Refused, Why
from mosaic.people.models import Person
from opportunity_bridge.domain.postings import Draft, Posting
from opportunity_bridge.loading import digest_of, fill, index
from opportunity_bridge.models import PASTED, Application, Interest, Job, Words
from opportunity_bridge.services.postings import LONGEST, LONGEST_LINE

WORDS = ("role", "company", "location", "url", "text")
DATES = ("posted_on", "closes_on", "closed_at", "first_seen", "last_seen", "changed_at")
NAMED_BY = ("source", "external_id")
BATCH = 100

# What other apps keep the id of a posting in.
referring: list[Callable[[Person], Iterable[UUID]]] = []


class Postings:
    """The section; what was read from a posting is read again from its words."""

    name, kind, title = "postings", "posting", _("postings")
    models: tuple[type[Model], ...] = (Job,)

    def order(self, person: Person, names: Names) -> list[UUID]:
        """Return everybody's postings by source and number, then one's own in the order of their coming."""
        common = Job.objects.filter(pk__in=_referred_by(person), person__isnull=True)
        found = list(common.order_by(*NAMED_BY).values_list("pk", flat=True))
        own = Job.objects.filter(person=person).defer("reading")
        return found + [job.pk for job in sorted(own, key=lambda job: (job.first_seen, job.text, job.role))]

    def encode(self, pks: list[UUID], out: Outgoing) -> Iterator[tuple[UUID, Row]]:
        """Yield the postings."""
        for start in range(0, len(pks), BATCH):
            jobs = Job.objects.defer("reading").in_bulk(pks[start : start + BATCH])
            for pk in pks[start : start + BATCH]:
                yield pk, {"id": out.names.of(pk)} | _written(jobs[pk], out.names)

    def claim(self, rows: list[Row], incoming: Incoming) -> None:
        """Let everybody's postings stand for those here; every other one becomes the person's own."""
        for number, row in enumerate(rows):
            where = f"{self.name}[{number}]"
            source, external_id = (_text(row, name, where, 120) for name in NAMED_BY)
            here = Job.objects.filter(person__isnull=True, source=source, external_id=external_id).first()
            incoming.ids.take(row.get("id"), self.kind, f"{where}.id", here.pk if here else uuid4())

    def decode(self, rows: list[Row], incoming: Incoming) -> list[Pending]:
        """Return the postings that become the person's own. Raises Refused."""
        ids = [incoming.ids.of(row["id"], self.name) for row in rows]
        here = set(Job.objects.filter(pk__in=ids, person__isnull=True).values_list("pk", flat=True))
        return [
            _read(row, pk, f"{self.name}[{number}]", incoming)
            for number, (row, pk) in enumerate(zip(rows, ids, strict=True))
            if pk not in here
        ]

    def store(self, person: Person, pending: list[Pending]) -> None:
        """Store one's own postings with what they ask for."""
        for one in pending:
            job = cast(Job, one.row)
            changed_at, posting = job.changed_at, _filled(job)
            job.changed_at = changed_at
            job.save(force_insert=True)
            index(job, posting)

    def settle(self, person: Person, pending: list[Pending]) -> None:
        """Nothing depends on the rest."""

    def is_empty(self, person: Person) -> bool:
        """Whether a person has no posting of their own."""
        return not Job.objects.filter(person=person).exists()

    def told(self, person: Person) -> Iterable[Told]:
        """Yield the postings somebody brought."""
        for job in Job.objects.filter(person=person).order_by("first_seen"):
            words = job.words
            yield Told(words.role, ((_("at"), words.company), (_("where"), words.location), (_("text"), words.text)))

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of a posting."""
        words: dict[str, object] = {name: {"type": "string"} for name in (*NAMED_BY, *WORDS)}
        dates = {name: columns.schema(_column(name)) for name in DATES}
        return {
            "type": "object",
            "description": "A posting: everybody's by source and number, or the person's own (with dates).",
            "properties": {"id": {"type": "string", "pattern": LOCAL_ID.pattern}, **words, **dates},
            "required": ["id", *NAMED_BY, *WORDS],
        }


def _referred_by(person: Person) -> set[UUID]:
    """Return every posting that something of a person names."""
    found = set(Interest.objects.filter(person=person).values_list("job_id", flat=True))
    found |= set(Application.objects.filter(person=person, job__isnull=False).values_list("job_id", flat=True))
    for pks in referring:
        found |= set(pks(person))
    named = events_of(person).filter(data__has_key="job").values_list("data", flat=True)
    return found | {UUID(data["job"]) for data in named}


def _written(job: Job, names: Names) -> Row:
    words = job.words
    said: Row = {name: getattr(words, name) for name in WORDS}
    if job.person_id is None:
        return {"source": job.source, "external_id": job.external_id} | said
    dates = {name: columns.written(getattr(job, name), names) for name in DATES}
    return {"source": PASTED, "external_id": ""} | said | dates


def _read(row: Row, pk: UUID, where: str, incoming: Incoming) -> Pending:
    said = {name: _text(row, name, where, LONGEST if name == "text" else LONGEST_LINE) for name in WORDS}
    job = Job(id=pk, person=incoming.person, source=PASTED, own_words={**said})
    for name in DATES:
        if row.get(name) is not None:
            setattr(job, name, _date(name, row[name], f"{where}.{name}"))
    key = incoming.person.key()
    origin = f"{row.get('source')} {row.get('external_id')}"
    job.external_id = fingerprint(key, said["text"] if row.get("source") == PASTED else origin)
    job.sha256 = fingerprint(key, digest_of([said["role"], said["text"]]))
    known = {"id", *NAMED_BY, *WORDS, *DATES}
    return Pending(job, row, {name: value for name, value in row.items() if name not in known})


def _filled(job: Job) -> Posting:
    words: Words = job.words
    return fill(job, Draft(role=words.role, company=words.company, location=words.location, text=words.text))


def _text(row: Row, name: str, where: str, longest: int) -> str:
    value = row.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise Refused(Why.WRONG_TYPE, f"{where}.{name}")
    return value


def _date(name: str, value: object, where: str) -> date | datetime:
    return cast(date, columns.read(_column(name), value, Ids(), where))


def _column(name: str) -> "Field[object, object]":
    return cast("Field[object, object]", Job._meta.get_field(name))
