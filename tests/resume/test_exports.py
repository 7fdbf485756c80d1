"""Taking a version along, over the API, and what staff see of it."""

import io
import json
from zipfile import ZipFile

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings
from rest_framework.test import APIClient

from resume import services
from resume.models import Version
from tests.resume.people import TEXT, Someone, begin, posting

pytestmark = pytest.mark.django_db
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}


@pytest.fixture
def marek(api: APIClient) -> Someone:
    return begin(api)


def address(someone: Someone, text: str = TEXT) -> str:
    return f"/resume/versions/{services.make_canonical(someone.person, text=text).pk}/export"


def text_in(ending: str, content: bytes) -> str:
    if ending == "pdf":
        return PdfReader(io.BytesIO(content)).pages[0].extract_text()
    if ending == "docx":
        with ZipFile(io.BytesIO(content)) as archive:
            return archive.read("word/document.xml").decode()
    return content.decode()


@pytest.mark.parametrize("ending", TYPES)
def test_every_format_comes_with_its_type_its_name_and_its_words(marek: Someone, ending: str) -> None:
    answer = marek.client.get(f"{address(marek)}?format={ending}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == TYPES[ending]
    assert answer.headers["Content-Disposition"] == (
        f'attachment; filename="Marek_Nowicki-resume-1.{ending}"; '
        f"filename*=UTF-8''Marek_Nowicki-r%C3%A9sum%C3%A9-1.{ending}"
    )
    assert "Hisingen Distribution" in text_in(ending, answer.content)


def test_json_is_the_document_itself(marek: Someone) -> None:
    answer = marek.client.get(f"{address(marek)}?format=json")
    assert json.loads(answer.content) == Version.objects.get().document


@pytest.mark.parametrize("query", ["", "?format=exe", "?format=PDF", "?format=pdf&paper=a3"])
def test_an_unknown_format_is_refused_in_words(marek: Someone, query: str) -> None:
    answer = marek.client.get(address(marek) + query)
    assert answer.status_code == 422
    assert json.loads(answer.content)["code"] in ("unknown_format", "unknown_paper")


def test_letters_no_font_draws_are_named_with_the_formats_that_need_none(marek: Someone) -> None:
    answer = marek.client.get(f"{address(marek, TEXT.replace('Marek', '𓀀'))}?format=pdf")
    problem = json.loads(answer.content)
    assert (answer.status_code, problem["code"], problem["letters"]) == (422, "missing_glyphs", "𓀀")
    assert "docx" in problem["formats"]


def test_paper_follows_the_country_unless_it_is_named(marek: Someone) -> None:
    marek.client.patch("/session", {"region": "US"})
    where = address(marek)
    widths = [
        round(PdfReader(io.BytesIO(marek.client.get(f"{where}?format=pdf{more}").content)).pages[0].mediabox.width)
        for more in ("", "&paper=a4")
    ]
    assert widths == [612, 595]


def test_exports_have_a_rate(marek: Someone, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "exports": "1/h"}
    where = f"{address(marek)}?format=txt"
    assert [marek.client.get(where).status_code for _ in range(2)] == [200, 429]


def test_staff_see_that_and_how_often_not_what(marek: Someone, client: Client) -> None:
    marek.client.get(f"{address(marek)}?format=txt")
    marek.client.post("/resume/customize", {"job_id": str(posting())})
    client.force_login(User.objects.create_superuser("staff"))
    shown = client.get("/admin/resume/version/").content.decode()
    assert '<td class="field-exports">1</td>' in shown
    assert '<td class="field-exports">0</td>' in shown
    assert "Nowicki" not in shown
    detail = client.get(f"/admin/resume/version/{Version.objects.order_by('number')[0].pk}/change/").content.decode()
    assert "Nowicki" not in detail
    assert client.get("/admin/resume/resume/").status_code == 200
