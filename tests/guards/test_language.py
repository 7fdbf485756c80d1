"""Every sentence goes through gettext: with a pseudo-language in place, no plain words are left on a page.

What comes from data (questions, postings, the lexicon, the prompt library), from the person, or is a name
stays as it is; everything else is wrapped in ⟦…⟧ by the pseudo-language.
"""

import gettext
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import trans_real
from pytest_django import DjangoCaptureOnCommitCallbacks

from mosaic.facts.models import Evidence, Fact
from mosaic.lexicon.store import lexicon
from mosaic.lib.countries import countries
from mosaic.people import consent, shares
from mosaic.people.models import AIMode, Person
from opportunity_bridge.loading import load_samples
from opportunity_bridge.models import Job
from ps101.domain.asked import statements, weeks
from ps101.models import FlowVersion
from resume.models import Version
from tests.ps101.answers import FAST_TRACK
from tests.served import ROOT
from wimd import loading as prompts
from wimd.models import PromptRow

pytestmark = pytest.mark.one_engine

OPEN, CLOSE = "⟦", "⟧"
LANGUAGES = ROOT / "mosaic" / "lexicon" / "data" / "languages.toml"
NAMES = (
    "Mosaic",
    "mosaic",
    "PDF",
    "DOCX",
    "Markdown",
    "JSON Resume",
    "UTC",
    "JSON",
    "Resume",
    "A4",
    "ISCO",
    "ESCO",
    "NET",
)
ATTRIBUTES = ("aria-label", "title", "alt", "placeholder")
PAGES = (
    "/", "/help/", "/privacy/", "/about/", "/how-good-is-this/", "/coach/", "/coach/files/", "/coach/readings/", "/coach/check-in/", "/feedback/", "/delta/", "/delta/target/", "/delta/target/?q=nurse", "/delta/compare/", "/delta/facts/", "/delta/short-form/", "/discovery/", "/discovery/prompt/miracle/", "/discovery/understood/",
    "/discovery/understood/problem/", "/discovery/what-matters/", "/discovery/what-draws/", "/discovery/commitment/", "/discovery/mastery/", "/discovery/summary/", "/discovery/compare/", "/discovery/experiences/", "/discovery/experiences/two-questions/", "/opportunities/", "/opportunities/saved/", "/opportunities/occupations/", "/opportunities/paste/",
    "/applications/", "/resume/studio/", "/your-data/", "/your-data/shares/", "/recover/", "/nowhere/",
)  # fmt: skip


class Pseudo(gettext.NullTranslations):
    """Marks every sentence it is asked for."""

    domain = "django"
    plural = staticmethod(lambda n: int(n != 1))

    def gettext(self, message: str) -> str:
        return f"{OPEN}{message}{CLOSE}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{OPEN}{msgid1 if n == 1 else msgid2}{CLOSE}"

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def language(self) -> str:
        return "en"

    def to_language(self) -> str:
        return "en"


class Words(HTMLParser):
    """Collects what a person reads: texts and spoken attributes, without code and data elements."""

    silent = ("script", "style", "option", "pre", "blockquote", "q", "textarea")

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.depth: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.texts += [value or "" for name, value in attrs if name in ATTRIBUTES]
        # A résumé's sheet speaks the résumé's language, not the page's.
        if tag in self.silent or (tag == "article" and ("class", "sheet") in attrs):
            self.depth.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.depth and self.depth[-1] == tag:
            self.depth.pop()

    def handle_data(self, data: str) -> None:
        if not self.depth:
            self.texts.append(data)


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the pseudo-language in the place of English."""
    monkeypatch.setitem(trans_real._translations, "en", Pseudo())  # type: ignore[attr-defined]  # the stubs leave it out
    monkeypatch.setattr(trans_real, "_default", Pseudo())


def plain_words(html: str, data: list[str]) -> list[str]:
    """Return what is left of a page's texts without marked sentences and without data."""
    parser = Words()
    parser.feed(html)
    left = []
    for text in parser.texts:
        rest = without_marked(text)
        for known in data:
            rest = rest.replace(known, " ")
        rest = " ".join(re.sub(r"[\d\W_]+", " ", rest).split())
        if rest and not all(word in NAMES or len(word) == 1 for word in rest.split()):
            left.append(f"{rest!r} in {' '.join(text.split())[:100]!r}")
    return left


def without_marked(text: str) -> str:
    """Remove everything inside marks, which may be nested."""
    kept, depth = [], 0
    for letter in text:
        depth += letter == OPEN
        if depth == 0:
            kept.append(letter)
        depth -= letter == CLOSE
    return "".join(kept)


def known_data() -> Iterator[str]:
    """Yield every text that comes from data or from the person, the longest first where it matters."""
    yield from flow_words()
    yield from lexicon_words()
    yield from draw_words()
    for job in Job.objects.all():
        yield from (job.role, job.company, job.location, job.pay_currency, job.field, *job.text.splitlines())
    for fact in Fact.objects.all():
        yield from (fact.label, fact.lexicon_id)
    for version in Version.objects.all():
        yield from (version.name, version.job_label)
    for text in FAST_TRACK.values():
        yield from (text, *re.split(r"(?<=[.?!]) ", text))
    yield from (evidence.quote for evidence in Evidence.objects.all())
    yield from (row.completion for row in PromptRow.objects.all())
    yield from countries().values()
    yield from ("US$", "C$", "A$", "NZ$", *language_names())


def language_names() -> Iterator[str]:
    """Yield the names of languages that a posting may ask for."""
    for names in tomllib.loads(LANGUAGES.read_text(encoding="utf-8")).values():
        yield from names


def flow_words() -> Iterator[str]:
    """Yield the words of the questions."""
    for flow in FlowVersion.objects.all():
        document = flow.document
        yield from (document["title"], document["purpose"])
        for step in document["steps"]:
            yield from (step["title"], step["purpose"])
            for prompt in step["prompts"]:
                yield from (
                    prompt["purpose"],
                    prompt["text"],
                    prompt["hint"],
                    prompt["example"],
                    prompt["chip"],
                    prompt["chip"].capitalize(),
                )


def draw_words() -> Iterator[str]:
    """Yield the sentences about weeks, and the things to do."""
    for poles in weeks().values():
        yield from (poles.strong, poles.weak)
    for one in statements().values():
        yield from (one.text, one.text.capitalize())


def lexicon_words() -> Iterator[str]:
    """Yield the lexicon's labels, as they are and at the beginning of a line."""
    entries = lexicon()
    groups = (
        entries.skills,
        entries.occupations,
        entries.licences,
        entries.values,
        entries.education,
        entries.seniority,
        entries.interests,
    )
    for group in groups:
        for entry in group.values():
            yield from (entry.label, entry.label[0].upper() + entry.label[1:], getattr(entry, "meaning", ""))


@pytest.mark.django_db
@pytest.mark.usefixtures("flows", "tasks_at_once")
def test_no_plain_words_are_left_on_any_page(
    client: Client, pseudo: None, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    prompts.load()
    load_samples()
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/discovery/start/", {"flow": "fast_track"})
        for key, text in FAST_TRACK.items():
            client.post(f"/discovery/prompt/{key}/", {"text": text, "version": 0})
        client.post("/coach/", {"prompt": "I planned the rota for nine carers."})
    job = Job.objects.order_by("external_id").first()
    assert job is not None
    client.post(f"/opportunities/{job.pk}/save/")
    client.post(f"/resume/studio/for-job/{job.pk}/")
    client.post("/apply/", {"job_id": str(job.pk), "notes": ""})
    data = sorted({text for text in known_data() if text}, key=len, reverse=True)
    pages = [*PAGES, f"/opportunities/{job.pk}/"]
    left = {page: plain_words(client.get(page, follow=True).content.decode(), data) for page in pages}
    assert [f"{page}: {word}" for page, words in left.items() for word in words] == []


@pytest.mark.django_db
@pytest.mark.usefixtures("flows")
def test_no_plain_words_are_left_where_others_come_in(client: Client, pseudo: None) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    person = Person.objects.get()
    consent.set_mode(person, AIMode.ASK)
    receipt = consent.ask(person, provider="⟦p⟧", model="⟦m⟧", purpose="⟦coach⟧", payload="masked")
    made = shares.open_share(
        person, codes=["delta", "applications"], days=7, label="⟦Kim⟧", version=None, allows_comments=True
    )
    shares.comment(made.share, author="⟦Kim⟧", text="well done")
    code = client.post("/your-data/recovery-code/").content.decode()
    second = Client()
    second.cookies[settings.PERSON_COOKIE_NAME] = "of-long-ago"
    found = re.search(r'<bdi lang="en">([a-z-]+)<', code)
    assert found
    shown = {
        "code": code.replace(found[1], ""),
        "data": client.get("/your-data/").content.decode(),
        "receipt": client.get(f"/your-data/ai/{receipt.pk}/").content.decode(),
        "links": client.get("/your-data/shares/").content.decode(),
        "link": client.get(f"/your-data/shares/{made.share.pk}/").content.decode(),
        "shared": second.get(f"/shared/{made.secret}/").content.decode(),
        "over": second.get("/shared/x/").content.decode(),
        "lost": second.get("/coach/").content.decode(),
        "wrong": second.post("/recover/", {"recovery_code": "abbey"}).content.decode(),
        "held": client.post("/recover/", {"recovery_code": "abbey"}).content.decode(),
        "back": second.post(
            "/recover/?after=/coach/", {"prompt": "⟦words⟧", "recovery_code": found[1]}
        ).content.decode(),
    }
    data = sorted(countries().values(), key=len, reverse=True)
    left = {page: plain_words(html, data) for page, html in shown.items()}
    assert [f"{page}: {word}" for page, words in left.items() for word in words] == []
