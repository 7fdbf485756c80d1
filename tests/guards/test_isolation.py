"""Every address that takes an id, tried as somebody else: the id might as well not exist.

The walker goes over the URL configuration itself, so that an address added later is tried too; a new
kind of id fails here until it is named in `MAKERS`.
"""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import UUIDConverter
from django.utils import timezone

from mosaic.facts import services as facts
from mosaic.facts.domain.kinds import FactKind
from mosaic.people import consent, shares
from mosaic.people import services as people
from mosaic.people.models import AIMode, Person
from mosaic.people.services import Opened
from opportunity_bridge import services as bridge
from ps101 import services as discovery
from ps101.domain.experiences import Account, Kind
from ps101.domain.experiments import Canvas
from ps101.models import Action, Experiment, Obstacle
from ps101.services import closing, experiments, plans
from ps101.services.experiences import tell
from resume import services as resumes
from resume.models import Version
from resume.queries import changes_of, posting_for
from tests.people.people import make_opened
from wimd import services as coach
from wimd.models import Upload

RESUME = "Ada Berg\nada@example.org\n\nWork\nShift supervisor, Nordhav, 2014 - 2020\n- Led the morning meeting\n- Trained new staff\n- Planned the rota for fourteen people\n"
POSTING = "Warehouse trainer\nNordhav\nWhat you bring\n- Experience in training new staff\n- Forklift driving\n- Planning a rota for a team\n"
METHODS = ("get", "post", "put", "patch", "delete")
NOT_THERE = (404, 405)

Maker = Callable[[Person], UUID]


def make_upload(person: Person) -> UUID:
    return Upload.objects.create(
        person=person,
        filename="a",
        name=f"persons/{person.pk}/a",
        size=1,
        content_type="x",
        fingerprint=uuid4().hex,
        sha256="0",
    ).pk


def make_fact(person: Person) -> UUID:
    return facts.add(person, kind=FactKind.SKILL, label="planning the rota").pk


def make_receipt(person: Person) -> UUID:
    consent.set_mode(person, AIMode.ASK)
    return consent.ask(person, provider="p", model="m", purpose="coach", payload="masked").pk


def make_share(person: Person) -> UUID:
    made = shares.open_share(person, codes=["delta"], days=7, label="Kim", version=None, allows_comments=True)
    return made.share.pk


def make_version(person: Person) -> Version:
    base = resumes.make_canonical(person, text=RESUME)
    job = bridge.paste_posting(person, text=POSTING)
    posting = posting_for(person, job.pk)
    assert posting is not None
    return resumes.customize(person, job=posting, base=base).version


def make_experiment(person: Person) -> Experiment:
    return experiments.design(person, Canvas(title="sit in on one lesson"))


def make_obstacle(person: Person) -> UUID:
    experiment = make_experiment(person)
    return plans.name_obstacle(person, experiment, kind="external", label="the course is on Tuesdays").pk


def make_experience(person: Person) -> UUID:
    return tell(person, Account(kind=Kind.CARE, title="caring for my mother", did="I cooked for her")).pk


def make_journey(person: Person) -> UUID:
    journey = discovery.start(person, "fast_track")
    closing.commit(person, journey, week="ring the school", day=timezone.localdate())
    return journey.pk


MAKERS: dict[str, Maker] = {
    "experience_id": make_experience,
    "experiment_id": lambda person: make_experiment(person).pk,
    "obstacle_id": make_obstacle,
    "action_id": lambda person: plans.plan_action(person, make_experiment(person), label="ring Petra").pk,
    "journey_id": make_journey,
    "turn_id": lambda person: coach.say(person, text="I bake bread at night").pk,
    "upload_id": make_upload,
    "fact_id": make_fact,
    "job_id": lambda person: bridge.paste_posting(person, text=POSTING).pk,
    "application_id": lambda person: (
        bridge.apply(person, bridge.paste_posting(person, text=POSTING), notes="", enclosure=None).pk
    ),
    "device_id": lambda person: people.open_session(person).session.pk,
    "receipt_id": make_receipt,
    "share_id": make_share,
    "version_id": lambda person: make_version(person).pk,
}
# What stands beside an id in an address.
OTHERS = {
    "key": "problem_statement",
    "prompt_key": "problem_statement",
    "tool": "tiny_habit",
    "file_format": "txt",
    "section": "work",
    "place": "0",
    "change_id": "c1",
    "dimension": "pay",
    "skill": "teamwork",
    "sha256": "0" * 64,
}


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    """Yield every route of the configuration with its converters, the admin's apart."""
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith("admin/"):
            continue
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield route, pattern.pattern.converters


def with_ids() -> list[tuple[str, tuple[str, ...]]]:
    """Return the routes that hold an id, with the names of their ids."""
    found = []
    for route, converters in addresses(get_resolver().url_patterns):
        ids = tuple(name for name, converter in converters.items() if isinstance(converter, UUIDConverter))
        if ids:
            found.append((route, ids))
    return sorted(set(found))


def filled(route: str, values: dict[str, object]) -> str:
    """Return an address with every part filled in."""
    for _, converters in [next(one for one in addresses(get_resolver().url_patterns) if one[0] == route)]:
        for name in converters:
            value = str(values.get(name, OTHERS.get(name, "")))
            assert value, f"{route}: say in OTHERS what stands for {name}"
            start = route.index(f":{name}>")
            route = route[: route.rindex("<", 0, start)] + value + route[start + len(name) + 2 :]
    return "/" + route


def made(person: Person, ids: tuple[str, ...]) -> dict[str, object]:
    """Make what the ids of a route name, for one person."""
    values: dict[str, object] = {name: MAKERS[name](person) for name in ids}
    if "version_id" in ids:
        changes = changes_of(Version.objects.get(pk=str(values["version_id"])))
        values["change_id"] = changes[0].id
    for name, model in (("obstacle_id", Obstacle), ("action_id", Action)):
        if name in ids:
            values["experiment_id"] = model.objects.get(pk=str(values[name])).experiment_id
    return values


def browser(opened: Opened) -> Client:
    client = Client()
    client.cookies[settings.PERSON_COOKIE_NAME] = opened.token
    client.raise_request_exception = True
    return client


def ask(client: Client, method: str, address: str, token: str) -> int:
    headers = (
        {"X-Session-ID": token} if address.split("/")[1] not in PAGE_ROOTS and "/resume/studio/" not in address else {}
    )
    body = {"data": "{}", "content_type": "application/json"} if headers and method != "get" else {}
    status: int = getattr(client, method)(address, headers=headers, **body).status_code
    return status


PAGE_ROOTS = {"discovery", "coach", "delta", "opportunities", "applications", "your-data", "experiments"}


@pytest.mark.django_db
@pytest.mark.usefixtures("flows")
@pytest.mark.parametrize(("route", "ids"), with_ids(), ids=[route for route, _ in with_ids()])
def test_somebody_elses_id_answers_as_if_it_were_not_there(route: str, ids: tuple[str, ...]) -> None:
    ana, bob = make_opened(), make_opened()
    address = filled(route, made(ana.session.person, ids))
    nobodys = filled(route, {name: uuid4() for name in ids})
    for method in METHODS:
        assert ask(browser(bob), method, address, bob.token) in NOT_THERE, f"{method} {address}"
        assert ask(browser(bob), method, nobodys, bob.token) in NOT_THERE, f"{method} {nobodys}"


@pytest.mark.django_db
@pytest.mark.usefixtures("flows")
@pytest.mark.parametrize(("route", "ids"), with_ids(), ids=[route for route, _ in with_ids()])
def test_the_owner_does_find_it(route: str, ids: tuple[str, ...]) -> None:
    ana = make_opened()
    address = filled(route, made(ana.session.person, ids))
    answers = {method: ask(browser(ana), method, address, ana.token) for method in METHODS}
    assert any(status not in NOT_THERE for status in answers.values()), answers
    assert all(status < 500 for status in answers.values()), answers
