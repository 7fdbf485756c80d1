"""The double alone: what it says to requests nobody scripted, so that the product can be looked at."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from itertools import pairwise
from typing import Literal

import jsonschema
import pytest
from pydantic import BaseModel, Field

from mosaic.ai.domain.calls import Ask, Provider, Said, Speaker
from mosaic.ai.domain.shapes import shape_of, shaped
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.providers.openai import OpenAIProvider
from mosaic.management.commands.check_ai import silence
from tests.ai.fake import FakeAI, Turn
from tests.ai.improvising import LONGEST_QUOTE, NAME, TRANSCRIPT, fitting, improvised, quote_of, reflection

ROOM = 20.0
WORDS = "I run a warehouse shift. The part I like is teaching the new ones! And now?"
ASK = Ask("Be brief.", (Said(Speaker.PERSON, "Hello."), Said(Speaker.MODEL, "Hello?"), Said(Speaker.PERSON, WORDS)))


class Kind(StrEnum):
    SKILL = "skill"
    VALUE = "value"


class Claim(BaseModel):
    kind: Kind
    words: str = Field(min_length=3)
    strength: int
    source: Literal["answer"]
    note: str | None


class Reading(BaseModel):
    """A shape with everything that shapes here have."""

    claim: Claim
    others: list[Claim]
    sure: bool
    share: float


@pytest.fixture(scope="module")
def alone() -> Iterator[str]:
    """Run the double as a program and return the address it prints."""
    with subprocess.Popen([sys.executable, "-m", "tests.ai.fake"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().strip()
        process.terminate()
        assert process.wait(timeout=10) == 0


@pytest.fixture(params=["anthropic", "openai"])
def provider(request: pytest.FixtureRequest, alone: str) -> Iterator[Provider]:
    made = AnthropicProvider("any", alone) if request.param == "anthropic" else OpenAIProvider("", f"{alone}/v1")
    with closing(made):
        yield made


def test_its_address_is_a_free_port_of_this_machine(alone: str) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", alone)


def test_a_stream_reflects_the_last_words_and_asks_one_question(provider: Provider) -> None:
    pieces = list(provider.stream(ASK, model="any", seconds=ROOM))
    text = "".join(pieces)
    assert len(pieces) > 5
    assert "“The part I like is teaching the new ones”" in text
    assert text.count("?") == 1
    assert text.endswith("?")


def test_an_answer_in_a_shape_fits_it(provider: Provider) -> None:
    found, replies = shaped(ASK, Reading, lambda ask: provider.complete(ask, model="any", seconds=ROOM))
    assert (len(replies), replies[0].model, found.others, found.claim.note) == (1, NAME, [], None)
    assert found.claim.words in WORDS


def test_it_says_that_nobody_listened(alone: str) -> None:
    with closing(OpenAIProvider("", f"{alone}/v1")) as provider:
        assert provider.transcribe(silence(), filename="x.wav", model="any", seconds=ROOM).text == TRANSCRIPT
        assert len(provider.embed(["one", "two"], model="any", seconds=ROOM).vectors) == 2


@pytest.mark.parametrize(
    "said",
    [WORDS, "Straße und 仕事", "word " * 100, "x" * 500, "<message>I am tired of nights.</message>", "a < b > c"],
)
def test_a_quote_is_literal_and_short(said: str) -> None:
    quote = quote_of(said)
    assert quote
    assert quote in said
    assert len(quote) <= LONGEST_QUOTE
    assert "message" not in quote


@pytest.mark.parametrize("said", ["", "  \n", "…?!", "???"])
def test_without_words_nothing_is_quoted_and_a_question_stays(said: str) -> None:
    assert reflection(said).count("?") == 1


def test_not_every_question_is_the_same() -> None:
    answers = [reflection("a" * length) for length in range(1, 9)]
    assert all(one != other for one, other in pairwise(answers))


@pytest.mark.parametrize(
    "schema",
    [
        shape_of(Reading),
        Reading.model_json_schema(),
        {"type": "integer", "minimum": 3},
        {"type": "integer", "maximum": -2},
        {"type": "number", "exclusiveMinimum": 0},
        {"type": "string", "minLength": 40, "maxLength": 50},
        {"type": "string", "maxLength": 4},
        {"type": "array", "items": {"type": ["string", "null"]}, "minItems": 2},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"oneOf": [{"const": 4}, {"enum": ["a", "b"]}]},
        {"type": "object"},
    ],
)
def test_the_smallest_value_fits_its_schema(schema: dict[str, object]) -> None:
    jsonschema.validate(fitting(schema, schema, "some words"), schema)


def test_scripts_go_before_improvising() -> None:
    with FakeAI(idle=improvised) as server:
        server.script(Turn(("As scripted.",)))
        body: dict[str, object] = {"messages": []}
        assert server.next_turn("/v1/chat/completions", body).pieces == ("As scripted.",)
        assert server.next_turn("/v1/chat/completions", body).model == NAME
