"""Odd values in every field of every call: a clear problem document, never a 500."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from rest_framework.test import APIClient

from mosaic.schema import generate
from tests.guards.test_isolation import MAKERS, OTHERS
from tests.people.people import make_opened

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("flows")]

ODD: tuple[object, ...] = ("\0", "\ud800", "x" * 70_000, "", -1, 10**30, None, ["\0"], {"a": {"b": 1}})
ODD_WORDS = ("%00", "%FF", "-1", "9" * 40, "x" * 500, "..%2F..")
ODD_NAMES = ("../../evil.txt", "a\0b.txt", "x" * 400 + ".txt", "\u202egpj.txt", "con.txt", " ")


def operations(*methods: str) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield each call of the schema: method, path, and what is said about it."""
    paths: dict[str, dict[str, dict[str, object]]] = generate()["paths"]  # type: ignore[assignment]  # OpenAPI's shape
    for path, named in paths.items():
        yield from ((method, path, named[method]) for method in methods if method in named)


def fields_of(operation: dict[str, object]) -> tuple[str, ...]:
    """Return the names of the fields of a call's JSON body."""
    body = operation.get("requestBody", {})
    schema = body.get("content", {}).get("application/json", {}).get("schema", {})  # type: ignore[attr-defined]  # as above
    name = schema.get("$ref", "").rpartition("/")[2]
    schemas: dict[str, dict[str, dict[str, object]]] = generate()["components"]["schemas"]  # type: ignore[assignment]  # as above
    return tuple(schemas.get(name, {}).get("properties", {}))


UNASKED = ("/session/export", "/health")
BODIES = [
    (method, path, fields) for method, path, one in operations("post", "put", "patch") if (fields := fields_of(one))
]
LISTS = [(path, one) for _, path, one in operations("get") if "{" not in path and path not in UNASKED]


def filled(path: str, person: object) -> str:
    """Return an address with ids of the person's own."""
    for part in [name.partition("}")[0] for name in path.split("{")[1:]]:
        value = MAKERS[part](person) if part in MAKERS else OTHERS[part]  # type: ignore[arg-type]  # a person
        path = path.replace(f"{{{part}}}", str(value))
    return path


def is_clear(status: int, content_type: str) -> bool:
    """Whether an answer is one a program can act on."""
    return status < 400 or (status < 500 and content_type == "application/problem+json")


@pytest.mark.parametrize(("method", "path", "fields"), BODIES, ids=[f"{method} {path}" for method, path, _ in BODIES])
def test_no_value_of_any_field_breaks_a_call(method: str, path: str, fields: tuple[str, ...]) -> None:
    opened = make_opened()
    api = APIClient(headers={"X-Session-ID": opened.token}, raise_request_exception=False)
    address = filled(path, opened.session.person)
    usual = {"job_id": str(uuid4()), "prompt": "hello", "text": "words " * 20, "flow": "fast_track", "version": 0}
    for field in fields:
        for value in ODD:
            body = {name: one for name, one in usual.items() if name in fields} | {field: value}
            answer = getattr(api, method)(address, json.dumps(body), content_type="application/json")
            assert answer.status_code != 401, "the walk has to speak for somebody"
            assert is_clear(answer.status_code, answer.headers.get("Content-Type", "")), (body, answer.status_code)


def test_no_word_in_a_query_breaks_a_call() -> None:
    api = Client(headers={"X-Session-ID": make_opened().token}, raise_request_exception=False)
    for path, operation in LISTS:
        named: list[dict[str, str]] = operation.get("parameters", [])  # type: ignore[assignment]  # as above
        for name in {one["name"] for one in named if one["in"] == "query"} | {"limit", "cursor"}:
            for word in ODD_WORDS:
                answer = api.get(f"{path}?{name}={word}")
                assert answer.status_code != 401, path
                assert is_clear(answer.status_code, answer.headers["Content-Type"]), (path, name, word)


@pytest.mark.parametrize("header", ["X-Session-ID", "X-User-ID", "Idempotency-Key", "X-Request-ID", "X-Forwarded-For"])
def test_no_header_breaks_a_call(header: str) -> None:
    opened = make_opened()
    for value in ("\0", "\u00ff\u00fe", "x" * 5000, "' OR 1=1 --", "", "-1"):
        api = APIClient(headers={"X-Session-ID": opened.token, header: value}, raise_request_exception=False)
        for method, path in (("get", "/session"), ("post", "/session"), ("post", "/wimd")):
            answer = getattr(api, method)(path, {"prompt": "hello"} if path == "/wimd" else {})
            assert is_clear(answer.status_code, answer.headers["Content-Type"]), (value, method, path)


@pytest.mark.parametrize("name", ODD_NAMES)
def test_no_name_of_a_file_breaks_an_upload(name: str) -> None:
    api = APIClient(headers={"X-Session-ID": make_opened().token}, raise_request_exception=False)
    answer = api.post("/wimd/upload", {"file": SimpleUploadedFile("a.txt", b"words")}, format="multipart")
    assert answer.status_code == 201
    boundary = "mosaicmosaic"
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\nother words'
    body = f"{head}\r\n--{boundary}--\r\n".encode("utf-8", "surrogatepass")
    answer = api.post("/wimd/upload", body, content_type=f"multipart/form-data; boundary={boundary}")
    assert is_clear(answer.status_code, answer.headers["Content-Type"])


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"", "empty.pdf"), (b"MZ" + b"\0" * 2000, "cv.pdf"), (b"%PDF-1.7\nnothing of this is right", "damaged.pdf")],
)
def test_a_bad_file_gets_a_page_from_a_form(client: Client, data: bytes, name: str) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    answer = client.post("/coach/files/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code in (200, 302, 415, 422)
    if answer.status_code == 302:
        assert "damaged.pdf" in client.get(answer.headers["Location"]).content.decode()


def test_a_forged_user_gets_a_page_and_sees_nothing(client: Client) -> None:
    client.post("/discovery/start/", {"flow": "fast_track"})
    answer = client.get("/your-data/", headers={"X-User-ID": str(uuid4())})
    assert (answer.status_code, answer.headers["Content-Type"].partition(";")[0]) == (403, "text/html")
