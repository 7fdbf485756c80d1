"""What somebody leaves out stands nowhere any more, comes back where it was, and is called as they call it.

One person has a fact of every kind in words found nowhere else. Everything that is put together from facts is asked
for again after each change: pages, calls, what a model is sent, documents.
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import Resolver404, resolve
from pypdf import PdfReader
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings
from rest_framework.test import APIClient

from mosaic.facts.domain.kinds import FactKind, Polarity
from opportunity_bridge.domain.uses import NOT_USED
from tests.ai.fake import FakeAI
from tests.ai.keys import two_providers
from tests.opportunity_bridge.test_uses import ONSITE, STATED, TEXT
from tests.ps101.answers import FAST_TRACK
from wimd import loading

pytestmark = [
    pytest.mark.django_db, pytest.mark.usefixtures("flows", "tasks_at_once"), pytest.mark.one_engine,
    pytest.mark.timeout(300),
]  # fmt: skip
JSON = dict[str, Any]
# Pages that are put together from facts; those of facts themselves list what was left out, to bring it back.
PAGES = (
    "/", "/coach/", "/delta/", "/delta/short-form/", "/discovery/", "/discovery/understood/", "/discovery/summary/",
    "/discovery/compare/", "/opportunities/", "/opportunities/occupations/", "/opportunities/saved/",
    "/applications/", "/resume/studio/", "/experiments/", "/your-data/",
)  # fmt: skip
CALLS = (
    "/wimd/analysis", "/wimd/metrics", "/wimd/agenda", "/wimd/experiences", "/wimd/preferences", "/wimd/interests",
    "/api/ps101/context", "/ps101/journeys", "/ps101/mastery", "/ob/opportunities", "/ob/occupations",
    "/ob/matches", "/ob/status", "/session",
)  # fmt: skip
BROUGHT_BACK = re.compile(r'<section class="region" aria-labelledby="removed">.*?</section>', re.DOTALL)
# Headings of what is a record: what was sent, and versions that were made.
KEPT_AS_IT_WAS = ("AI receipts", "Résumé")
# A list of kinds that no fit, document or page has a place for beside the list of facts and the archive.
LISTED = {"page /delta/facts/", "archive"}


@dataclass
class Ana:
    """Somebody with a program and a browser, and a model that hears what is sent to it."""

    api: APIClient
    browser: Client
    model: FakeAI
    job: str
    journey: str
    shared: str

    def outputs(self) -> dict[str, str]:
        """Return everything that is put together from what is known; what is written stands on a page after it."""
        found = dict(self.talked()) | dict(self.written())
        found |= {f"page {path}": self.page(path) for path in PAGES if is_there(path)}
        found |= {f"call {path}": self.call(path) for path in (*CALLS, self.journey) if is_there(path)}
        found["page of the posting"] = self.page(f"/opportunities/{self.job}/")
        found["call of the posting"] = self.call(f"/ob/jobs/{self.job}")
        found["page /delta/facts/"] = "".join(self.listed())
        found["share"] = self.page(self.shared)
        found["paper"] = words_in(self.browser.get("/discovery/summary/pdf/").content)
        found["archive"] = self.archive()
        return found

    def page(self, path: str) -> str:
        answer = self.browser.get(path)
        assert answer.status_code == 200, (path, answer.status_code)
        return BROUGHT_BACK.sub("", unescape(answer.content.decode()))

    def listed(self) -> Iterator[str]:
        """Yield the pages of the list, one after the other."""
        query: str | None = ""
        while query is not None:
            text = self.page(f"/delta/facts/{query}")
            yield text
            further = re.search(r'href="/delta/facts/([^"]*)">further down', text)
            query = further[1] if further else None

    def call(self, path: str) -> str:
        answer = self.api.get(path)
        assert answer.status_code == 200, (path, answer.content)
        return json.dumps(answer.json(), ensure_ascii=False)

    def talked(self) -> Iterator[tuple[str, str]]:
        """Talk without a model, and with one."""
        said = self.api.post("/wimd", {"prompt": "I am tired today and wonder what to do next."}).json()
        yield "answer", json.dumps(said, ensure_ascii=False)
        assert self.api.put("/session/ai", {"mode": "on"}).status_code == 200
        before = len(self.model.asked)
        self.api.post("/wimd", {"prompt": "What could a first small step look like for somebody like me?"})
        assert self.api.put("/session/ai", {"mode": "off"}).status_code == 200
        assert len(self.model.asked) > before
        yield "model", json.dumps([one.body for one in self.model.asked[before:]], ensure_ascii=False)

    def written(self) -> Iterator[tuple[str, str]]:
        """Write a résumé, and one for the posting."""
        made = self.api.post("/resume/rewrite", {})
        assert made.status_code in (200, 201), made.content
        yield "résumé", json.dumps(made.json(), ensure_ascii=False)
        tailored = self.api.post("/resume/customize", {"job_id": self.job, "version_id": made.json()["version_id"]})
        assert tailored.status_code in (200, 201), tailored.content
        yield "résumé for a posting", json.dumps(tailored.json(), ensure_ascii=False)
        looked = self.api.post("/resume/feedback", {"version_id": tailored.json()["version_id"], "job_id": self.job})
        if looked.status_code != 404:
            yield "feedback", json.dumps(looked.json(), ensure_ascii=False)

    def archive(self) -> str:
        """Return what an archive says for reading; receipts and earlier versions stay as they left or were made."""
        answer = self.api.get("/session/export")
        data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # it is streamed
        text = unescape(zipfile.ZipFile(io.BytesIO(data)).read("summary.html").decode())
        return "".join(part for part in text.split("<h2>") if not part.startswith(KEPT_AS_IT_WAS))

    def state(self, kind: FactKind, polarity: Polarity, label: str, lexicon_id: str) -> str:
        body = {"kind": kind.value, "label": label, "polarity": polarity.value, "lexicon_id": lexicon_id}
        answer = self.api.post("/wimd/facts", body)
        assert answer.status_code == 201, answer.content
        return str(answer.json()["id"])


def is_there(path: str) -> bool:
    try:
        resolve(path.partition("?")[0])
    except Resolver404:
        return False
    return True


def words_in(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture
def ana(
    settings: Settings,
    api: APIClient,
    client: Client,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> Iterator[Ana]:
    loading.load()
    token = api.post("/session").json()["session_id"]
    api.credentials(HTTP_X_SESSION_ID=token)
    client.cookies[configured.PERSON_COOKIE_NAME] = token
    with django_capture_on_commit_callbacks(execute=True):
        journey = answer_everything(api)
    api.patch("/api/ps101/context", {"confirmed": True}, format="json")
    api.post("/wimd", {"prompt": "here I am again"})
    posted = {"text": TEXT + ONSITE, "role": "Senior bookkeeper", "location": "Leeds, United Kingdom"}
    job = api.post("/ob/jobs", posted).json()["job"]["job_id"]
    assert api.post(f"/ob/jobs/{job}/save").status_code == 200
    url = api.post("/session/shares", {"scopes": ["delta"]}).json()["url"]
    with two_providers(settings) as (model, _):
        yield Ana(api, client, model, job, f"/ps101/journeys/{journey}/summary", urlsplit(url).path)


def answer_everything(api: APIClient) -> str:
    journey = api.post("/ps101/journeys", {"flow": "fast_track"}).json()["id"]
    for key, text in FAST_TRACK.items():
        answer = api.put(f"/ps101/journeys/{journey}/answers/{key}", {"text": text, "version": 0}, format="json")
        assert answer.status_code == 200, answer.content
    assert api.post(f"/ps101/journeys/{journey}/complete").status_code == 200
    return str(journey)


def planted() -> Iterator[tuple[str, FactKind, Polarity, str, str]]:
    """Yield one statement of each kind in words found nowhere else: the word, kind, polarity, label, lexicon id."""
    for kind in FactKind:
        word = f"Kanari{kind.value.replace('_', '')}"
        polarity, label, lexicon_id = STATED.get(kind, (Polarity.HAS, "what I say", ""))
        yield word, kind, polarity, f"{label} with {word}", lexicon_id
    yield "Kanariwish", FactKind.SKILL, Polarity.WANTS, "carpentry with Kanariwish", "carpentry"
    yield "Kanarilack", FactKind.SKILL, Polarity.LACKS, "no spreadsheets with Kanarilack", "spreadsheets"
    yield "Kanariinside", FactKind.OBSTACLE, Polarity.HAS, "fear of Kanariinside", ""


def other(word: str) -> str:
    return f"Neu{word.removeprefix('Kanari')}"


# What the delta names of all that is known depends on what it stands against, which goes with the rest.
CHOOSING = frozenset(("call /wimd/analysis", "page /delta/"))


def where(outputs: Mapping[str, str], word: str) -> set[str]:
    return {name for name, text in outputs.items() if word.casefold() in text.casefold()}


def test_what_is_left_out_is_nowhere_comes_back_where_it_was_and_changes_everywhere(ana: Ana) -> None:
    assert set(STATED) | set(NOT_USED) == set(FactKind)
    ids = {word: ana.state(kind, polarity, label, entry) for word, kind, polarity, label, entry in planted()}
    labels = {word: label for word, _, _, label, _ in planted()}
    before = ana.outputs()
    stood = {word: where(before, word) for word in ids}
    assert not {word: found for word, found in stood.items() if not found >= LISTED}
    words = list(ids)
    out, kept = words[::2], words[1::2]

    for word in out:
        assert ana.api.delete(f"/wimd/facts/{ids[word]}").status_code == 200
    left = ana.outputs()
    assert {word: found for word in out if (found := where(left, word))} == {}
    assert {word: gone for word in kept if (gone := stood[word] - where(left, word) - CHOOSING)} == {}

    for word in out:
        assert ana.api.post(f"/wimd/facts/{ids[word]}/restore").status_code == 200
    for word in kept:
        assert ana.api.delete(f"/wimd/facts/{ids[word]}").status_code == 200
    left = ana.outputs()
    assert {word: found for word in kept if (found := where(left, word))} == {}
    assert {word: moved for word in out if (moved := (stood[word] ^ where(left, word)) - CHOOSING)} == {}
    for word in kept:
        assert ana.api.post(f"/wimd/facts/{ids[word]}/restore").status_code == 200
    for word in words:
        assert (
            ana.api.patch(f"/wimd/facts/{ids[word]}", {"label": labels[word].replace(word, other(word))}).status_code
            == 200
        )
    now = ana.outputs()
    assert {word: found for word in words if (found := where(now, word))} == {}
    assert {word: missed for word in words if (missed := stood[word] - where(now, other(word)))} == {}


TOLD = (
    "I taught carpentry to the Kanaritold club for six years.",
    "I planned the rota for nine Kanaritold carers and I drove a forklift there.",
)


def test_what_was_read_from_words_is_left_out_with_them_and_not_found_again(ana: Ana) -> None:
    for text in TOLD:
        assert ana.api.post("/wimd", {"prompt": text}).status_code == 200
    ids = [one["id"] for one in ana.api.get("/wimd/facts?q=Kanaritold").json()["facts"]]
    assert len(ids) > 3
    # What was said stays in the conversation, which shows what was said.
    before = where(ana.outputs(), "Kanaritold") - {"page /coach/"}
    assert before >= {"model", "résumé", "archive", "page /delta/facts/"}
    for one in ids:
        assert ana.api.delete(f"/wimd/facts/{one}").status_code == 200
    assert where(ana.outputs(), "Kanaritold") - {"page /coach/"} <= {"archive"}
    said = ana.api.post("/wimd", {"prompt": TOLD[1]}).json()["result"]["message"]
    assert "rota planning" not in said
    assert "forklift" not in said.replace(TOLD[1].rstrip("."), "")
    assert ana.api.get("/wimd/facts?q=Kanaritold&status=suggested").json()["total"] == 0
