"""Versions of flows: what ships is stored once, staff write drafts and choose, people finish what they began."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from rest_framework.test import APIClient

from mosaic.people import services as people
from ps101 import loading, queries
from ps101 import services as discovery
from ps101.domain.flow_text import Unusable, read
from ps101.models import FlowIsKept, FlowVersion, Journey
from ps101.services import flows
from tests.ps101.flows import flow_text

pytestmark = pytest.mark.django_db


def ship(folder: Path, version: int, **change: str) -> str:
    path = folder / "tiny.toml"
    path.write_text(flow_text(version, **change), encoding="utf-8")  # type: ignore[arg-type]  # words only
    return loading.load(path)


def draft(version: int, **change: str) -> FlowVersion:
    document, flow = read(flow_text(version, **change))  # type: ignore[arg-type]  # words only
    return flows.write_draft(FlowVersion(), document, flow)


def in_use() -> list[int]:
    return list(FlowVersion.objects.filter(key="tiny", is_active=True).values_list("version", flat=True))


def test_a_newer_file_is_put_in_use_and_loading_again_changes_nothing(tmp_path: Path) -> None:
    assert "active" in ship(tmp_path, 1)
    assert "active" in ship(tmp_path, 2)
    before = list(FlowVersion.objects.values())
    assert "unchanged" in ship(tmp_path, 2)
    assert list(FlowVersion.objects.values()) == before
    assert in_use() == [2]


def test_loading_does_not_undo_going_back(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    ship(tmp_path, 2)
    flows.activate(FlowVersion.objects.get(key="tiny", version=1))
    ship(tmp_path, 2)
    assert in_use() == [1]


def test_loading_does_not_undo_a_version_of_staff_but_a_newer_file_does(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    flows.activate(draft(3, text="And how is it?"))
    assert "not in use" in ship(tmp_path, 2)
    assert in_use() == [3]
    ship(tmp_path, 4)
    assert in_use() == [4]


def test_a_file_with_the_number_of_a_version_of_staff_is_left_out_and_nothing_stops(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    flows.activate(draft(2, text="And how is it?"))
    assert "left out" in ship(tmp_path, 2)
    assert in_use() == [2]


def test_a_shipped_version_with_other_words_stops_the_loader(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    with pytest.raises(loading.FlowError, match="Raise its version number"):
        ship(tmp_path, 1, text="And how is it?")


def test_the_loader_names_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tiny.toml").write_text(flow_text(flow='read_after = "third"'))
    monkeypatch.setattr(loading.load_all, "__defaults__", (tmp_path,))
    with pytest.raises(CommandError, match=r"tiny\.toml: Line 6, read_after: there is no step “third”"):
        call_command("load_flows")


def test_a_version_that_was_in_use_is_neither_reworded_nor_deleted(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    ship(tmp_path, 2)
    former = FlowVersion.objects.get(key="tiny", version=1)
    former.document = {**former.document, "title": "Other"}
    with pytest.raises(FlowIsKept):
        former.save()
    with pytest.raises(FlowIsKept):
        FlowVersion.objects.filter(pk=former.pk).update(document={})
    with pytest.raises(FlowIsKept):
        former.delete()
    with pytest.raises(FlowIsKept):
        FlowVersion.objects.all().delete()
    assert FlowVersion.objects.get(pk=former.pk).document["title"] == "Tiny"


def test_a_draft_is_written_anew_and_dropped_until_it_is_in_use() -> None:
    version = draft(1)
    document, flow = read(flow_text(1, text="And how is it?"))
    assert flows.write_draft(version, document, flow).sha256 == loading.fingerprint(document)
    flows.activate(version)
    other, changed = read(flow_text(1))
    with pytest.raises(FlowIsKept):
        flows.write_draft(version, other, changed)
    with pytest.raises(FlowIsKept):
        flows.drop_draft(version)
    flows.drop_draft(draft(2))
    assert FlowVersion.objects.filter(key="tiny").count() == 1


def test_a_draft_that_somebody_answers_is_kept() -> None:
    version = draft(1)
    Journey.objects.create(person=people.begin().session.person, flow=version)
    with pytest.raises(FlowIsKept):
        flows.drop_draft(version)


def test_a_number_is_given_once() -> None:
    draft(1)
    draft(4)
    with pytest.raises(flows.NumberTaken) as caught:
        draft(4, text="And how is it?")
    assert caught.value.free == 5


def test_putting_in_use_twice_is_once_and_going_back_is_the_same(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    first, second = FlowVersion.objects.get(key="tiny"), draft(2)
    assert flows.activate(second) == first
    at = second.activated_at
    assert flows.activate(second) == second
    assert FlowVersion.objects.get(pk=second.pk).activated_at == at
    assert flows.activate(first) == second
    assert in_use() == [1]


def test_a_version_this_code_cannot_ask_is_not_put_in_use(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    old = FlowVersion.objects.create(key="tiny", version=9, sha256="0" * 64, document={"key": "tiny"})
    with pytest.raises(Unusable):
        flows.activate(old)
    assert in_use() == [1]


def test_a_journey_finishes_the_version_it_began_and_a_new_one_takes_the_new(tmp_path: Path) -> None:
    ship(tmp_path, 1)
    ana, bob = (people.begin().session.person for _ in range(2))
    began = discovery.start(ana, "tiny")
    flows.activate(draft(2, key="later", text="And how is it?"))
    journey = discovery.start(ana, "tiny")
    assert (journey.pk, journey.flow.version) == (began.pk, 1)
    flow = queries.flow_of(journey.flow)
    for prompt in flow.prompts:
        discovery.save_answer(ana, journey, prompt, text="I drive the night bus.", version=0)
    assert queries.standing_in(journey).progress == (2, 2)
    assert [prompt.key for prompt in flow.prompts] == ["now", "next"]
    assert discovery.start(bob, "tiny").flow.version == 2


def test_pages_and_calls_ask_the_version_a_journey_began(tmp_path: Path, client: Client) -> None:
    ship(tmp_path, 1)
    client.post("/discovery/start/", {"flow": "tiny"})
    flows.activate(draft(2, text="And how is it?"))
    assert "How is it now?" in client.get("/discovery/prompt/now/").content.decode()
    assert client.get("/ps101/journeys").json()["journeys"][0]["version"] == 1
    (shown,) = APIClient().get("/ps101/flows").json()["flows"]
    assert (shown["version"], shown["steps"][0]["prompts"][0]["text"]) == (2, "And how is it?")


def test_drafts_are_not_shown_to_people(tmp_path: Path, api: APIClient) -> None:
    draft(1)
    assert api.get("/ps101/flows").json()["flows"] == []
    assert api.get("/ps101/flows/tiny").status_code == 404
