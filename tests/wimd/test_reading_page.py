"""The page of a file: what a machine reads, where it was read, and correcting it without scripts."""

import re
from uuid import uuid4

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.lib.work import WorkState
from mosaic.people.models import Person
from mosaic.people.services import begin
from wimd.domain.marking import marked
from wimd.domain.resumes import resume_in
from wimd.models import Upload

pytestmark = pytest.mark.django_db

TEXT = """Ada Berg

Work experience
Shift supervisor
Nordhav Ltd
2014 - 2020
- Planned the rota for 14 people
- Trained new staff

Hisingen Ltd
- Picked orders

Parental leave
2003 - 2006

Skills
Rota planning
Spreadsheets
"""


@pytest.fixture
def ada(client: Client) -> Person:
    opened = begin()
    client.cookies[configured.PERSON_COOKIE_NAME] = opened.token
    return opened.session.person


def bring(person: Person, text: str = TEXT) -> Upload:
    """Keep a file as it is after reading."""
    found = resume_in(Document(FileKind.TEXT, Outcome.READ, text), today=timezone.localdate())
    assert found is not None
    return Upload.objects.create(
        person=person, filename="cv.txt", name="persons/x", size=1, content_type="text/plain", fingerprint=uuid4().hex,
        sha256="0", kind=Upload.Kind.RESUME, text=text, words=5, read_at=timezone.now(), state=WorkState.DONE,
        resume=found.as_json(), resume_version=1,
    )  # fmt: skip


def page(client: Client, upload: Upload) -> str:
    answer = client.get(reverse("wimd:file", args=[upload.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def editing(client: Client, upload: Upload, query: str) -> str:
    answer = client.get(reverse("wimd:correct", args=[upload.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, upload: Upload, **fields: object) -> tuple[int, str]:
    named = {name.replace("__", "/"): value for name, value in fields.items()}
    answer = client.post(reverse("wimd:correct", args=[upload.pk]), {"version": 1, **named})
    return answer.status_code, answer.content.decode()


def test_every_value_leads_to_a_mark_in_the_text(client: Client, ada: Person) -> None:
    shown = page(client, bring(ada))
    targets = re.findall(r'class="said" href="#([^"]+)"', shown)
    assert "at-work-0-position" in targets
    assert len(targets) > 8
    for target in targets:
        assert f'<mark id="{target}"' in shown


def test_what_is_missing_is_said_calmly_with_a_way_to_add_it(client: Client, ada: Person) -> None:
    shown = page(client, bring(ada))
    assert "?edit=contact&amp;field=basics/email" in shown
    assert "?edit=work/1&amp;field=work/1/startDate" in shown
    assert shown.count("not found") >= 3


def test_a_break_lacks_no_employer(client: Client, ada: Person) -> None:
    shown = page(client, bring(ada))
    assert 'id="s-breaks"' in shown
    assert "?edit=work/2&amp;field=work/2/name" not in shown


def test_a_field_is_ready_to_be_filled(client: Client, ada: Person) -> None:
    shown = editing(client, bring(ada), "?edit=contact&field=basics/email")
    assert re.search(r'name="basics/email"[^>]*autofocus', shown)
    assert '<mark id="at-basics-name" tabindex="-1" class="on">' in shown


@pytest.mark.parametrize(
    "key",
    [
        "nothing",
        "work/9",
        "work/0/position",
        "work/-1",
        "work/",
        "contact/new",
        "skills/2/lines",
        "work/" + "9" * 5_000,
        "../x",
    ],
)
def test_an_edit_of_what_is_not_there_leads_to_the_page(client: Client, ada: Person, key: str) -> None:
    upload = bring(ada)
    answer = client.get(reverse("wimd:correct", args=[upload.pk]), {"edit": key})
    assert (answer.status_code, answer.headers["Location"]) == (302, reverse("wimd:file", args=[upload.pk]))


def test_a_correction_is_shown_with_what_was_read_and_can_be_taken_back(client: Client, ada: Person) -> None:
    upload = bring(ada)
    assert send(client, upload, part="work/0", work__0__position="Head of shift", work__0__name="Nordhav Ltd")[0] == 302
    shown = page(client, upload)
    assert "Head of shift" in shown
    assert 'value="work/0/position">restore' in shown
    assert send(client, upload, version=2, restore="work/0/position")[0] == 302
    assert not Upload.objects.get(pk=upload.pk).resume_edits


def test_an_entry_is_added_and_another_taken_out_and_put_back(client: Client, ada: Person) -> None:
    upload = bring(ada)
    new = {
        "work/new/position": "Cook",
        "work/new/startDate": "2001",
        "work/new/highlights": "Fed ninety people\nOrdered",
    }
    assert send(client, upload, part="work/new", **new)[0] == 302
    assert "Fed ninety people" in page(client, upload)
    assert send(client, upload, version=2, part="work/0", remove="1")[0] == 302
    assert "taken out: Shift supervisor" in page(client, upload)
    assert send(client, upload, version=3, restore="work/0")[0] == 302
    assert "taken out" not in page(client, upload)


def test_names_are_written_one_in_a_line(client: Client, ada: Person) -> None:
    upload = bring(ada)
    assert "Rota planning\nSpreadsheets</textarea>" in editing(client, upload, "?edit=skills/lines")
    assert (
        send(
            client, upload, part="skills/lines", skills__lines="Spreadsheets\r\nWelding\r\nRota planning for hospitals"
        )[0]
        == 302
    )
    shown = page(client, upload)
    assert "Welding" in shown
    assert "Rota planning for hospitals" in shown


def test_what_cannot_be_kept_comes_back_with_words_at_its_field(client: Client, ada: Person) -> None:
    status, shown = send(client, bring(ada), part="contact", basics__name="Ada Berg", basics__email="ada at home")
    assert status == 422
    assert 'value="ada at home"' in shown
    assert 'id="id_basics/email-error"' in shown
    assert re.search(r'name="basics/email"[^>]*autofocus', shown)


def test_a_new_entry_with_nothing_in_it_says_so(client: Client, ada: Person) -> None:
    status, shown = send(client, bring(ada), part="education/new")
    assert status == 422
    assert "Fill in at least one field." in shown


def test_two_windows_cannot_replace_each_others_words_unseen(client: Client, ada: Person) -> None:
    upload = bring(ada)
    assert send(client, upload, part="contact", basics__name="Ada B. Berg")[0] == 302
    status, shown = send(client, upload, part="contact", basics__name="A. Berg")
    assert status == 409
    assert 'value="A. Berg"' in shown
    assert "Ada B. Berg" in shown
    assert '<input type="hidden" name="version" value="2">' in shown
    assert send(client, upload, version=2, part="contact", basics__name="A. Berg")[0] == 302


def test_an_entry_that_was_taken_out_in_between_can_be_put_back(client: Client, ada: Person) -> None:
    upload = bring(ada)
    send(client, upload, part="work/0", remove="1")
    status, shown = send(client, upload, part="work/0", work__0__position="Boss")
    assert status == 409
    assert "put back" in shown


def test_a_form_sent_twice_is_one_correction(client: Client, ada: Person) -> None:
    upload = bring(ada)
    for _ in range(2):
        assert send(client, upload, part="languages/new", **{"languages/new/language": "Polish"})[0] == 302
    assert Upload.objects.get(pk=upload.pk).resume_version == 2


@pytest.mark.parametrize("restore", ["", "nowhere", "work/99", "work", "basics"])
def test_restoring_what_is_not_there_changes_nothing(client: Client, ada: Person, restore: str) -> None:
    upload = bring(ada)
    assert send(client, upload, restore=restore)[0] == 302
    assert Upload.objects.get(pk=upload.pk).resume_version == 1


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 5_000, "²"])
def test_a_version_that_is_none_replaces_nothing(client: Client, ada: Person, version: str) -> None:
    upload = bring(ada)
    assert send(client, upload, version=version, part="contact", basics__name="B")[0] == 409
    assert Upload.objects.get(pk=upload.pk).resume_version == 1


def test_markup_in_a_file_and_in_a_correction_stays_words(client: Client, ada: Person) -> None:
    upload = bring(ada, TEXT.replace("Shift supervisor", "<b>Shift</b> supervisor"))
    send(client, upload, part="contact", basics__name="<script>alert(1)</script>")
    shown = page(client, upload)
    assert "<script>alert" not in shown
    assert "<b>Shift" not in shown
    assert "&lt;b&gt;Shift&lt;/b&gt;" in shown


def test_somebody_elses_file_is_nowhere(client: Client, ada: Person) -> None:
    other = bring(begin().session.person)
    assert send(client, other, part="contact", basics__name="Ada")[0] == 404
    assert not Upload.objects.get(pk=other.pk).resume_edits


def test_a_file_that_waits_asks_again_by_itself(client: Client, ada: Person) -> None:
    upload = bring(ada)
    Upload.objects.filter(pk=upload.pk).update(state=WorkState.RUNNING)
    assert 'hx-trigger="every 1s"' in page(client, upload)
    answer = client.get(reverse("wimd:file", args=[upload.pk]), headers={"HX-Request": "true"})
    assert "<html" not in answer.content.decode()


class TestMarks:
    """Places may lie inside each other and, in odd files, across."""

    def shown(self, text: str, **spans: tuple[int, int]) -> str:
        pieces = marked(text, spans)
        return "".join("".join(f"<{one}>" for one in p.opens) + p.text + "/" * p.closes for p in pieces)

    def test_places_are_marked_one_after_the_other(self) -> None:
        assert self.shown("Ada Berg, cook", a=(0, 8), b=(10, 14)) == "<a>Ada Berg/, <b>cook/"

    def test_a_place_lies_inside_another(self) -> None:
        assert self.shown("Ada Berg", a=(0, 8), b=(4, 8)) == "<a>Ada <b>Berg//"

    def test_the_same_place_twice_is_two_marks(self) -> None:
        assert self.shown("2018", a=(0, 4), b=(0, 4)) == "<a><b>2018//"

    def test_what_would_lie_across_ends_with_the_one_around_it(self) -> None:
        assert self.shown("Ada Berg, cook", a=(0, 8), b=(4, 14)) == "<a>Ada <b>Berg//, cook"

    def test_every_letter_stands_once(self) -> None:
        spans = {str(n): (n * 7 % 30, n * 7 % 30 + n % 9 + 1) for n in range(25)}
        text = "abcdefghijklmnopqrstuvwxyz0123456789abcdef"
        pieces = marked(text, spans)
        assert "".join(piece.text for piece in pieces) == text
        assert sorted(path for piece in pieces for path in piece.opens) == sorted(spans)
        assert sum(piece.closes for piece in pieces) == len(spans)

    def test_a_text_without_places_is_one_piece(self) -> None:
        assert self.shown("Ada") == "Ada"
        assert self.shown("") == ""
