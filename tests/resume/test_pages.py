"""The résumé pages, without scripts."""

from uuid import UUID, uuid4

import pytest
from django.conf import settings as configured
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from mosaic.facts import services as facts
from mosaic.facts.models import Fact
from mosaic.people.models import Person
from mosaic.people.services import begin
from resume import services
from resume.models import Version
from resume.queries import posting_for, sourced
from tests.resume.people import TEXT, bring, posting, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def marek(client: Client) -> Person:
    opened = begin()
    client.cookies[configured.PERSON_COOKIE_NAME] = opened.token
    return opened.session.person


def made_for(person: Person, job_id: UUID | None = None) -> Version:
    base = services.make_canonical(person, text=TEXT)
    job = posting_for(person, job_id or posting())
    assert job is not None
    return services.customize(person, job=job, base=base).version


def page(client: Client, name: str, *args: object) -> str:
    answer = client.get(reverse(f"resume:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_session_the_studio_leads_to_the_door(client: Client) -> None:
    assert client.get("/resume/studio/").headers["Location"] == "/"


def test_an_empty_studio_offers_a_file_or_questions(client: Client, marek: Person) -> None:
    shown = page(client, "studio")
    assert reverse("wimd:files") in shown
    assert reverse("ps101:discovery") in shown


def test_an_empty_studio_offers_what_is_there(client: Client, marek: Person) -> None:
    upload = bring(marek, filename="marek.pdf")
    assert "begin with marek.pdf" in page(client, "studio")
    answer = client.post(reverse("resume:make"), {"upload": upload.pk})
    version = Version.objects.get(person=marek)
    assert answer.headers["Location"] == reverse("resume:version", args=[version.pk])


def test_a_first_resume_is_written_from_answers(client: Client, marek: Person) -> None:
    tell(marek, "I worked as a nurse for ten years. I train new staff and I plan the rota.")
    assert "begin with my answers" in page(client, "studio")
    client.post(reverse("resume:make"))
    assert "I train new staff and I plan the rota." in page(client, "studio")


def test_out_of_nothing_nothing_is_made(client: Client, marek: Person) -> None:
    answer = client.post(reverse("resume:make"))
    assert answer.status_code == 409
    assert "nothing to write from yet" in answer.content.decode()


def test_the_sheet_shows_no_phone_and_no_address(client: Client, marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    shown = page(client, "studio")
    assert "Marek Nowicki" in shown
    assert "+46 70" not in shown
    assert "@example.org" not in shown


def test_a_posting_makes_a_version_and_shows_each_change_with_both_quotes(client: Client, marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    answer = client.post(reverse("resume:for-job", args=[posting()]))
    version = Version.objects.get(job__isnull=False)
    assert answer.headers["Location"] == reverse("resume:changes", args=[version.pk])
    shown = page(client, "changes", version.pk)
    assert "You train new starters and hold a ten-minute meeting every morning." in shown
    assert "<del>Responsible for training</del>" in shown
    assert f'value="{version.pk}"' in shown


def test_a_posting_makes_the_first_resume_too(client: Client, marek: Person) -> None:
    bring(marek)
    client.post(reverse("resume:for-job", args=[posting()]))
    assert [one.number for one in Version.objects.order_by("number")] == [1, 2]


def test_pressing_twice_makes_one_version(client: Client, marek: Person) -> None:
    services.make_canonical(marek, text=TEXT)
    job_id = posting()
    first = client.post(reverse("resume:for-job", args=[job_id])).headers["Location"]
    assert client.post(reverse("resume:for-job", args=[job_id])).headers["Location"] == first


def test_a_posting_without_any_resume_leads_to_a_beginning(client: Client, marek: Person) -> None:
    answer = client.post(reverse("resume:for-job", args=[posting()]))
    assert answer.status_code == 409
    assert "A résumé for Warehouse team leader" in answer.content.decode()


def test_every_change_can_be_taken_back(client: Client, marek: Person) -> None:
    version = made_for(marek)
    for change in version.changes or []:
        answer = client.post(reverse("resume:undo", args=[version.pk, change["id"]]))  # type: ignore[index]
        left = Version.objects.get(pk=answer.headers["Location"].split("/")[3])
        assert change not in (left.changes or [])


def test_without_all_its_changes_a_version_is_its_base(client: Client, marek: Person) -> None:
    version = base = made_for(marek)
    while version.changes:
        address = reverse("resume:undo", args=[version.pk, version.changes[0]["id"]])  # type: ignore[index]
        version = Version.objects.get(pk=client.post(address).headers["Location"].split("/")[3])
    assert base.parent is not None
    assert version.document == base.parent.document


@pytest.mark.parametrize("name", ["version", "changes", "compare", "check", "history", "edit"])
def test_every_side_of_a_version_is_shown(client: Client, marek: Person, name: str) -> None:
    assert "Warehouse team leader, Pine &amp; Pebble" in page(client, name, made_for(marek).pk)


def test_what_a_machine_reads_is_shown(client: Client, marek: Person) -> None:
    shown = page(client, "check", made_for(marek).pk)
    assert "in the same order" in shown
    assert "marek.nowicki@example.org" in shown


def test_a_name_no_font_draws_offers_the_word_file(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT.replace("Marek", "𓀀"))
    answer = client.get(reverse("resume:export", args=[version.pk, "pdf"]))
    assert answer.status_code == 422
    assert reverse("resume:export", args=[version.pk, "docx"]) in answer.content.decode()


@pytest.mark.parametrize("ending", ["pdf", "docx", "md", "txt", "json"])
def test_every_format_is_handed_over(client: Client, marek: Person, ending: str) -> None:
    answer = client.get(reverse("resume:export", args=[made_for(marek).pk, ending]))
    assert answer.status_code == 200
    named = f'filename="Marek_Nowicki-Warehouse_team_leader_Pine_Pebble-2.{ending}"'
    assert named in answer.headers["Content-Disposition"]


def test_exports_have_a_rate(client: Client, marek: Person, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "exports": "1/h"}
    address = reverse("resume:export", args=[made_for(marek).pk, "txt"])
    assert [client.get(address).status_code for _ in range(2)] == [200, 429]


def test_an_entry_is_edited_into_a_new_version(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    typed = {
        "position": "Team leader",
        "name": "Hisingen",
        "startDate": "03/2014",
        "highlights": "- One line\n\n• Another",
    }
    answer = client.post(reverse("resume:edit-entry", args=[version.pk, "work", 0]), typed)
    edited = Version.objects.get(number=2)
    assert answer.headers["Location"] == reverse("resume:edit", args=[edited.pk])
    assert sourced(edited).document["work"][0] == {  # type: ignore[index]
        "position": "Team leader", "name": "Hisingen", "startDate": "2014-03", "highlights": ["One line", "Another"],
    }  # fmt: skip
    assert edited.parent == version


def test_a_date_that_is_none_keeps_what_was_typed(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    address = reverse("resume:edit-entry", args=[version.pk, "work", 0])
    answer = client.post(address, {"position": "Clerk", "startDate": "long ago"})
    assert answer.status_code == 422
    assert 'value="long ago"' in answer.content.decode()
    assert Version.objects.count() == 1


def test_an_entry_is_added_and_taken_out(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    client.post(reverse("resume:add-entry", args=[version.pk, "awards"]), {"title": "Best tea"})
    added = Version.objects.get(number=2)
    assert sourced(added).document["awards"] == [{"title": "Best tea"}]
    client.post(reverse("resume:edit-entry", args=[added.pk, "awards", 0]), {"remove": "1"})
    assert "awards" not in sourced(Version.objects.get(number=3)).document


def test_the_head_is_edited(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    answer = client.post(reverse("resume:edit", args=[version.pk]), {"name": "Marek N.", "email": "wrong"})
    assert answer.status_code == 422
    client.post(reverse("resume:edit", args=[version.pk]), {"name": "Marek N.", "city": "Gothenburg"})
    edited = sourced(Version.objects.get(number=2)).document["basics"]
    assert edited == {"name": "Marek N.", "location": {"city": "Gothenburg"}}


@pytest.mark.parametrize("place", ["nonsense/0", "work/99"])
def test_entries_that_are_not_there_are_404(client: Client, marek: Person, place: str) -> None:
    version = services.make_canonical(marek, text=TEXT)
    assert client.get(f"/resume/studio/{version.pk}/edit/{place}/").status_code == 404


def test_an_earlier_version_is_brought_back(client: Client, marek: Person) -> None:
    first = services.make_canonical(marek, text=TEXT)
    client.post(reverse("resume:edit", args=[first.pk]), {"name": "Somebody"})
    client.post(reverse("resume:restore", args=[first.pk]))
    assert Version.objects.get(number=3).document == first.document


def test_a_resume_gets_another_name(client: Client, marek: Person) -> None:
    version = services.make_canonical(marek, text=TEXT)
    client.post(reverse("resume:rename", args=[version.pk]), {"name": "For warehouses"})
    assert "For warehouses" in page(client, "history", version.pk)


def test_a_version_with_something_taken_away_says_so(client: Client, marek: Person) -> None:
    bring(marek)
    client.post(reverse("resume:make"))
    first = services.make_canonical(marek, text=TEXT)
    facts.remove(marek, next(one for one in Fact.objects.filter(person=marek) if one.lexicon_id == "spreadsheets"))
    assert "something you took away" in page(client, "version", first.pk)


def test_what_somebody_wrote_is_never_markup(client: Client, marek: Person) -> None:
    nasty = "<script>alert(1)</script>"
    version = services.make_canonical(marek, text=TEXT)
    client.post(reverse("resume:add-entry", args=[version.pk, "skills"]), {"name": nasty})
    for name in ("version", "compare", "check", "edit"):
        assert nasty not in page(client, name, Version.objects.get(number=2).pk)


def test_other_people_see_nothing_of_it(client: Client, marek: Person) -> None:
    other = begin().session.person
    version = made_for(other)
    names = ["version", "changes", "compare", "check", "history", "edit"]
    read = [client.get(reverse(f"resume:{name}", args=[version.pk])).status_code for name in names]
    read += [client.get(reverse("resume:export", args=[version.pk, "txt"])).status_code]
    read += [client.get(reverse("resume:edit-entry", args=[version.pk, "work", 0])).status_code]
    written = [client.post(reverse(f"resume:{name}", args=[version.pk])).status_code for name in ("restore", "rename")]
    written += [client.post(reverse("resume:undo", args=[version.pk, "c1"])).status_code]
    written += [client.post(reverse("resume:for-job", args=[posting(person=other)])).status_code]
    written += [client.post(reverse("resume:make"), {"upload": bring(other).pk}).status_code]
    assert set(read + written) == {404}
    assert not Version.objects.filter(person=marek).exists()


@pytest.mark.parametrize("upload", [uuid4(), "nonsense"])
def test_a_file_that_is_nobodys_is_404(client: Client, marek: Person, upload: object) -> None:
    assert client.post(reverse("resume:make"), {"upload": upload}).status_code == 404
