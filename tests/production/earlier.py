"""An earlier state of the database, kept as rows, and how to bring a fresh database to it.

`python manage.py shell -c "from tests.production.earlier import write; write()"`, on an empty folder with
DATA_KEYS set to KEY, writes `earlier.json` from the present state: the migrations it stands at, the keys
it was written with, and every row a small journey left behind. Run it at each release; from then on the
test goes from that state forward to the newest one and back.
"""

import base64
import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from mosaic.lib.crypto import digest
from mosaic.people import keyring
from mosaic.people import services as people
from mosaic.people.models import Person, Session
from mosaic.people.sealed import Sealed
from opportunity_bridge.models import Job
from opportunity_bridge.services import apply, save
from ps101 import jobs, queries
from ps101 import services as discovery
from resume import services as resumes
from tests.ps101.answers import FAST_TRACK
from wimd import services as wimd

FIXTURE = Path(__file__).with_name("earlier.json")
APPS = ("mosaic", "people", "journal", "facts", "ps101", "wimd", "opportunity_bridge", "resume")
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
TOKEN = "upgrade-fixture-token-that-nobody-else-holds"
SAMPLES_KEPT = 3


def read_fixture() -> dict[str, object]:
    """Return the kept state."""
    document: dict[str, object] = json.loads(FIXTURE.read_text(encoding="utf-8"))
    return document


def load() -> None:
    """Bring an empty database to the kept state: its migrations, then its rows."""
    fixture = read_fixture()
    go_back()
    rows = fixture["rows"]
    assert isinstance(rows, list)
    with transaction.atomic():
        load_rows(rows)


def go_back() -> None:
    """Migrate, forwards or backwards, to the migrations of the kept state."""
    named = read_fixture()["migrations"]
    assert isinstance(named, dict)
    executor = MigrationExecutor(connection)
    ours = [(app, name) for app, name in named.items()]
    others = [node for node in executor.loader.graph.leaf_nodes() if node[0] not in APPS]
    executor.migrate(ours + others)


def load_rows(rows: list[dict[str, object]]) -> None:
    """Insert kept rows with the models as they were at the migrations the database stands at."""
    executor = MigrationExecutor(connection)
    then = executor.loader.project_state(list(executor.loader.applied_migrations)).apps
    touched = set()
    for row in rows:
        model = then.get_model(str(row["model"]))
        values = row["values"]
        assert isinstance(values, dict)
        model._default_manager.bulk_create([model(**{name: plain(value) for name, value in values.items()})])
        touched.add(model)
    # Rows came with their numbers: the next new row must not take one of them.
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(touched)):
            cursor.execute(statement)


def plain(value: object) -> object:
    """Return a kept value: ciphertext and keys are kept in base64."""
    if isinstance(value, dict) and set(value) == {"sealed"}:
        return Sealed(base64.b64decode(str(value["sealed"])))
    if isinstance(value, dict) and set(value) == {"bytes"}:
        return base64.b64decode(str(value["bytes"]))
    return value


def kept_rows() -> Iterator[dict[str, object]]:
    """Yield every row of our apps, those that others point at first."""
    models = [model for label in APPS for model in apps.get_app_config(label).get_models()]
    ordered = serializers.sort_dependencies(
        [(apps.get_app_config(label), list(apps.get_app_config(label).get_models())) for label in APPS]
    )
    assert set(ordered) == set(models)
    for model in ordered:
        for row in model._default_manager.order_by("pk"):
            values = {field.attname: kept(row.__dict__.get(field.attname)) for field in model._meta.concrete_fields}
            yield {"model": model._meta.label, "values": values}


def kept(value: object) -> object:
    """Return a value as it is kept."""
    if isinstance(value, Sealed):
        return {"sealed": base64.b64encode(value).decode()}
    if isinstance(value, (bytes, memoryview)):
        return {"bytes": base64.b64encode(bytes(value)).decode()}
    return value


def live_a_little() -> None:
    """Leave behind what a short journey leaves behind."""
    call_command("prepare", no_assets=True, stdout=io.StringIO())
    keep = list(Job.objects.order_by("external_id").values_list("pk", flat=True)[:SAMPLES_KEPT])
    Job.objects.exclude(pk__in=keep).delete()
    with keyring.scope():
        person = people.begin(timezone_name="Europe/Stockholm").session.person
        Session.objects.update(digest=digest(TOKEN))
        journey = discovery.start(person, "fast_track")
        flow = queries.flow_of(journey.flow)
        for key, text in FAST_TRACK.items():
            prompt = flow.prompt(key)
            assert prompt is not None
            discovery.save_answer(person, journey, prompt, text=text, version=0)
        discovery.complete(person, journey)
        context = queries.context_of(person)
        assert context is not None
        jobs.extract(context.pk)
        wimd.say(person, text="I planned the rota for nine carers and I want a calm team.")
        version = resumes.make_canonical(person)
        job = Job.objects.get(pk=keep[0])
        save(person, job)
        apply(person, job, notes=f"with version {version.number}")
    # The fixture is older than any run that loads it.
    Person.objects.update(expires_at=datetime(2100, 1, 1, tzinfo=UTC))


def write() -> None:
    """Write the fixture from the present state."""
    live_a_little()
    leaves = MigrationLoader(connection).graph.leaf_nodes()
    document = {
        "migrations": {app: name for app, name in leaves if app in APPS},
        "data_key": KEY,
        "token": TOKEN,
        "rows": [row for row in kept_rows() if "PromptRow" not in str(row["model"])],
    }
    FIXTURE.write_text(
        json.dumps(document, cls=DjangoJSONEncoder, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    sys.stdout.write(f"{len(document['rows'])} rows written to {FIXTURE.name}.\n")
