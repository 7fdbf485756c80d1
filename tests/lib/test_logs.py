"""What is written to the logs: codes and numbers, whatever somebody hands to them."""

import io
import json
import logging
import logging.config
from collections.abc import Iterator
from uuid import uuid4

import pytest
import structlog

from mosaic.lib.crypto import digest, new_token
from mosaic.lib.logs import LEFT_OUT, logging_config

WORDS = "I was a nurse at Kanarienvogel for eleven years"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """Return what the handler writes, set up as the service sets it up."""
    before = logging.getLogger().handlers[:]
    logging.config.dictConfig({**logging_config("INFO"), "loggers": {}})
    out = io.StringIO()
    (handler,) = (one for one in logging.getLogger().handlers if one not in before)
    handler.setStream(out)  # type: ignore[attr-defined]  # it is a stream handler
    yield out
    logging.getLogger().handlers = before


def lines(out: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_our_own_lines_keep_codes_and_numbers(written: io.StringIO) -> None:
    person = str(uuid4())
    structlog.stdlib.get_logger("mosaic.requests").info(
        "request", route="ps101/journeys/<uuid:journey_id>/answers/<slug:prompt_key>", status=200, ms=3.5, person=person
    )
    (line,) = lines(written)
    assert line["event"] == "request"
    assert line["route"] == "ps101/journeys/<uuid:journey_id>/answers/<slug:prompt_key>"
    assert (line["status"], line["ms"], line["person"]) == (200, 3.5, person)


@pytest.mark.parametrize(
    "value",
    [
        WORDS,
        "ada@example.org",
        new_token(),
        digest(new_token()),
        "/ob/opportunities?q=Kanarienvogel",
        {"text": WORDS},
        [WORDS],
        ValueError(WORDS),
        WORDS.encode(),
    ],
)
def test_whatever_else_is_handed_over_is_left_out(written: io.StringIO, value: object) -> None:
    structlog.stdlib.get_logger("mosaic").warning("something", value=value)
    logging.getLogger("some.library").warning("Handling %s failed", value)
    assert "Kanarienvogel" not in written.getvalue()
    assert "ada@" not in written.getvalue()
    assert str(value) not in written.getvalue()
    assert written.getvalue().count(LEFT_OUT) == 2


def test_a_librarys_sentence_keeps_its_numbers_and_codes(written: io.StringIO) -> None:
    logging.getLogger("gunicorn.error").warning("Worker %s (pid:%d) was sent %s!", "web-1", 4711, "SIGTERM")
    assert lines(written)[0]["event"] == "Worker web-1 (pid:4711) was sent SIGTERM!"


@pytest.mark.parametrize(
    "secret",
    [
        new_token(),
        f"Authorization: Bearer {new_token()}",
        "sk-ant-api03-0123456789abcdefghijklmnopqrstuvwxyz",
        "redis://somebody:a-password@127.0.0.1:6379/0".replace("127.0.0.1", "host"),
    ],
)
def test_a_sentence_that_quotes_a_secret_loses_it(written: io.StringIO, secret: str) -> None:
    logging.getLogger("some.library").error(f"Could not use {secret} for this")
    said = written.getvalue()
    assert LEFT_OUT in said
    assert "a-password" not in said
    assert secret.rpartition(" ")[2] not in said


def test_an_exception_is_its_type_and_its_places(written: io.StringIO) -> None:
    try:
        int(WORDS)
    except ValueError as error:
        structlog.stdlib.get_logger("mosaic").error("broke", exc_info=error)
        logging.getLogger("django").exception("broke")
    ours, theirs = lines(written)
    assert ours["exception"] == theirs["exception"] == "ValueError"
    assert "test_logs.py" in str(ours["at"])
    assert "Kanarienvogel" not in written.getvalue()


def test_arguments_that_do_not_fit_their_sentence_break_nothing(written: io.StringIO) -> None:
    logging.getLogger("some.library").warning("%d of %d", *(WORDS, 7))
    assert lines(written)[0]["event"] == "%d of %d"
