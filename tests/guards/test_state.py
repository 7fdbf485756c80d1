"""What is generated is up to date, and the database matches the models."""

import json
import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from mosaic.describe import data_model
from mosaic.people.archive import schema
from mosaic.schema import OPENAPI, generate

ROOT = Path(__file__).parents[2]

# Paths the contract fixes and that stand already; each later one joins with its part.
FIXED = {
    "/health": "get", "/health/live": "get", "/health/ready": "get", "/config": "get", "/version": "get",
    "/session": "post", "/session/summary": "get", "/session/extend": "post", "/session/export": "get", "/session/import": "post",
    "/session/recovery-code": "post", "/session/recover": "post", "/session/sessions": "get", "/session/leave": "post", "/session/shares": "get",
    "/session/ai": "put", "/session/ai/receipts": "get", "/session/ai/approvals/{receipt_id}": "post",
    "/ps101/flows": "get", "/ps101/flows/{key}": "get", "/ps101/journeys": "post", "/ps101/journeys/{journey_id}": "get",
    "/ps101/journeys/{journey_id}/answers/{prompt_key}": "put", "/ps101/journeys/{journey_id}/complete": "post",
    "/api/ps101/extract-context": "post", "/api/ps101/context": "get",
    "/wimd": "post", "/wimd/upload": "post", "/wimd/uploads": "get", "/wimd/metrics": "get", "/wimd/facts": "get", "/wimd/conversation": "get",
    "/ob/opportunities": "get", "/ob/jobs/{job_id}": "get", "/ob/jobs": "post", "/ob/weights": "put", "/ob/apply": "post", "/ob/matches": "get", "/ob/status": "get",
    "/resume/rewrite": "post", "/resume/customize": "post", "/resume/versions": "get",
}  # fmt: skip


@pytest.mark.django_db
def test_no_model_is_ahead_of_its_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_the_schema_file_is_what_the_views_say() -> None:
    assert json.loads(OPENAPI.read_text(encoding="utf-8")) == generate()


@pytest.mark.parametrize(("path", "method"), FIXED.items())
def test_a_path_of_the_contract_is_in_the_schema(path: str, method: str) -> None:
    operations = generate()["paths"][path]
    assert isinstance(operations, dict)
    assert method in operations


def test_no_address_is_printed_with_a_trailing_slash() -> None:
    assert [path for path in generate()["paths"] if path.endswith("/")] == []


def test_the_data_model_page_is_what_the_models_say() -> None:
    assert (ROOT / "docs" / "data-model.md").read_text(encoding="utf-8") == data_model()


def test_the_schema_of_exports_is_what_the_apps_register() -> None:
    assert (ROOT / "docs" / "export.schema.json").read_text(encoding="utf-8") == schema.text()


def test_nothing_names_a_machine_or_is_left_unfinished() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX)\b|/(?:home|root)/[a-z]|/work/main")
    sources = [
        path
        for folder in ("mosaic", "ps101", "wimd", "opportunity_bridge", "resume", "templates", "script", "docs")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html", ".md", ".js", ".css", "")
    ]
    found = [
        str(path.relative_to(ROOT))
        for path in sources
        if path.is_file()
        and "vendor" not in path.parts
        and marks.search(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
