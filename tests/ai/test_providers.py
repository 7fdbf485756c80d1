"""Every provider keeps the same promises over a real socket, through its vendor's own library."""

import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from pydantic import BaseModel, Field

from mosaic.ai.domain.calls import Ask, End, Failure, Pieces, Provider, ProviderFailed, Reply, Said, Speaker, Usage
from mosaic.ai.domain.patience import patiently
from mosaic.ai.domain.shapes import OutOfShape, shape_of, shaped
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.providers.openai import OpenAIProvider
from tests.ai.fake import FakeAI, Turn, fake_ai

ASK = Ask("Be brief.", (Said(Speaker.PERSON, "Good morning."),), most_tokens=200)
ROOM = 5.0


class Found(BaseModel):
    """What a call in a shape asks for here."""

    skill: str = Field(min_length=2)
    years: int | None
    words: list[str]


@pytest.fixture(scope="module")
def one_server() -> Iterator[FakeAI]:
    with fake_ai() as server:
        yield server


@pytest.fixture
def server(one_server: FakeAI) -> FakeAI:
    one_server.turns.clear()
    one_server.asked.clear()
    return one_server


@pytest.fixture(params=["anthropic", "openai"])
def provider(request: pytest.FixtureRequest, server: FakeAI) -> Iterator[AnthropicProvider | OpenAIProvider]:
    if request.param == "anthropic":
        made: AnthropicProvider | OpenAIProvider = AnthropicProvider("a-key", server.url)
    else:
        made = OpenAIProvider("a-key", f"{server.url}/v1")
    with closing(made):
        yield made


def heard(pieces: Pieces) -> tuple[list[str], Reply]:
    """Return the pieces of a stream and the reply it ends with."""
    found: list[str] = []
    while True:
        try:
            found.append(next(pieces))
        except StopIteration as end:
            return found, end.value


def failure_of(provider: Provider, *, stream: bool, seconds: float = ROOM) -> ProviderFailed:
    def call() -> object:
        if stream:
            return heard(provider.stream(ASK, model="m", seconds=seconds))
        return provider.complete(ASK, model="m", seconds=seconds)

    with pytest.raises(ProviderFailed) as caught:
        call()
    return caught.value


def test_a_whole_answer(provider: Provider, server: FakeAI) -> None:
    reply = provider.complete(ASK, model="some-model", seconds=ROOM)
    assert reply == Reply("Hello there.", "a-model", Usage(11, 7), End.WHOLE)
    (asked,) = server.asked
    assert asked.body["model"] == "some-model"
    assert "Be brief." in str(asked.body)
    assert {"role": "user", "content": "Good morning."} in asked.body["messages"]
    assert 200 in (asked.body.get("max_tokens"), asked.body.get("max_completion_tokens"))


def test_a_stream_gives_pieces_as_they_come(provider: Provider, server: FakeAI) -> None:
    server.script(Turn(("One, ", "two, ", "three."), between=0.15))
    began, times = time.monotonic(), []
    pieces = provider.stream(ASK, model="m", seconds=ROOM)
    assert next(pieces) == "One, "
    times.append(time.monotonic() - began)
    rest, reply = heard(pieces)
    assert (rest, reply.text, reply.usage, reply.end) == (
        ["two, ", "three."],
        "One, two, three.",
        Usage(11, 7),
        End.WHOLE,
    )
    assert time.monotonic() - began - times[0] > 0.2  # the first was not kept back for the others


@pytest.mark.parametrize(("end", "found"), [("cut", End.CUT), ("declined", End.DECLINED)])
def test_how_it_ended_is_known(provider: Provider, server: FakeAI, end: str, found: End) -> None:
    server.script(Turn(end=end), Turn(end=end))
    assert provider.complete(ASK, model="m", seconds=ROOM).end is found
    assert heard(provider.stream(ASK, model="m", seconds=ROOM))[1].end is found


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize(
    ("status", "failure"),
    [
        (400, Failure.REFUSED),
        (401, Failure.NO_ACCESS),
        (403, Failure.NO_ACCESS),
        (404, Failure.REFUSED),
        (413, Failure.REFUSED),
        (422, Failure.REFUSED),
        (429, Failure.TOO_MANY),
        (500, Failure.OVERLOADED),
        (503, Failure.OVERLOADED),
        (529, Failure.OVERLOADED),
    ],
)
def test_every_refusal_has_a_meaning(
    provider: Provider, server: FakeAI, status: int, failure: Failure, *, stream: bool
) -> None:
    server.script(Turn(status=status))
    error = failure_of(provider, stream=stream)
    assert (error.failure, error.status) == (failure, status)
    assert len(server.asked) == 1  # asking again is decided in one place, not in a library too


@pytest.mark.parametrize(
    ("headers", "wait"),
    [({"Retry-After": "3"}, 3.0), ({"Retry-After-Ms": "250"}, 0.25), ({"Retry-After": "soon"}, None), ({}, None)],
)
def test_a_wished_wait_is_passed_on(
    provider: Provider, server: FakeAI, headers: dict[str, str], wait: float | None
) -> None:
    server.script(Turn(status=429, headers=headers))
    assert failure_of(provider, stream=False).wait == wait


@pytest.mark.parametrize("stream", [False, True])
def test_silence_is_too_slow(provider: Provider, server: FakeAI, *, stream: bool) -> None:
    server.script(Turn(before=3.0))
    began = time.monotonic()
    assert failure_of(provider, stream=stream, seconds=0.3).failure is Failure.TOO_SLOW
    assert time.monotonic() - began < 2.0


def test_signs_of_life_without_words_are_too_slow(provider: Provider, server: FakeAI) -> None:
    server.script(Turn(pings=40, between=0.1))
    began = time.monotonic()
    assert failure_of(provider, stream=True, seconds=0.5).failure is Failure.TOO_SLOW
    assert time.monotonic() - began < 2.0


@pytest.mark.parametrize("how", ["cut", "fault"])
def test_a_broken_stream_keeps_what_had_come(provider: Provider, server: FakeAI, how: str) -> None:
    server.script(
        Turn(("One, ", "two, ", "three."), cut_after=2)
        if how == "cut"
        else Turn(("One, ", "two, ", "x"), fault_after=2)
    )
    error = failure_of(provider, stream=True)
    assert error.partly == "One, two, "
    assert error.failure.passing


def test_a_cut_answer_is_unreachable(provider: Provider, server: FakeAI) -> None:
    server.script(Turn(cut_after=0))
    assert failure_of(provider, stream=False).failure is Failure.UNREACHABLE


@pytest.mark.parametrize("raw", [b"{not json", b"[]", b"{}", b"<html>gateway</html>", b""])
def test_what_no_library_reads_is_a_failure_and_nothing_else(provider: Provider, server: FakeAI, raw: bytes) -> None:
    server.script(Turn(raw=raw))
    assert failure_of(provider, stream=False).failure is Failure.UNREADABLE


def test_nobody_there_is_unreachable(provider: Provider) -> None:
    maker = AnthropicProvider if provider.name == "anthropic" else OpenAIProvider
    with closing(maker("a-key", "http://127.0.0.1:9/v1")) as away:
        assert failure_of(away, stream=False).failure is Failure.UNREACHABLE
        assert failure_of(away, stream=True).failure is Failure.UNREACHABLE


def test_a_reader_who_leaves_ends_the_call(provider: Provider, server: FakeAI) -> None:
    server.script(Turn(tuple("abcdefgh"), between=0.05))
    pieces = provider.stream(ASK, model="m", seconds=ROOM)
    assert next(pieces) == "a"
    pieces.close()
    assert provider.complete(ASK, model="m", seconds=ROOM).text == "Hello there."


class TestShapes:
    GOOD = '{"skill": "planning rotas", "years": null, "words": ["rota"]}'

    def asked(self, provider: Provider) -> tuple[Found, list[Reply]]:
        return shaped(ASK, Found, lambda ask: provider.complete(ask, model="m", seconds=ROOM))

    def test_the_shape_is_given_natively(self, provider: Provider, server: FakeAI) -> None:
        server.script(Turn((self.GOOD,)))
        found, replies = self.asked(provider)
        assert (found.skill, len(replies)) == ("planning rotas", 1)
        body = server.asked[0].body
        form = body["output_config"]["format"] if "output_config" in body else body["response_format"]["json_schema"]
        assert form["schema"] == shape_of(Found)

    @pytest.mark.parametrize("bad", ["{", '{"skill": "x", "years": 3, "words": []}', '{"years": 1}', "I am sorry."])
    def test_one_that_does_not_fit_is_repaired_once(self, provider: Provider, server: FakeAI, bad: str) -> None:
        server.script(Turn((bad,)), Turn((f"```json\n{self.GOOD}\n```",)))
        found, replies = self.asked(provider)
        assert (found.words, len(replies)) == (["rota"], 2)
        _, answer, again = server.asked[1].body["messages"][-3:]
        assert (answer["content"], answer["role"]) == (bad, "assistant")
        assert "cannot be used" in again["content"]

    def test_a_second_misfit_is_the_end(self, provider: Provider, server: FakeAI) -> None:
        server.script(Turn(("{",)), Turn(("{",)), Turn((self.GOOD,)))
        with pytest.raises(OutOfShape):
            self.asked(provider)
        assert len(server.asked) == 2

    def test_a_cut_answer_is_no_answer_even_when_it_parses(self, provider: Provider, server: FakeAI) -> None:
        server.script(Turn((self.GOOD,), end="cut"), Turn((self.GOOD,), end="declined"))
        with pytest.raises(OutOfShape, match="declined"):
            self.asked(provider)


def test_a_service_without_shapes_is_told_in_words(server: FakeAI) -> None:
    server.script(Turn(status=400), Turn((TestShapes.GOOD,)))
    with closing(OpenAIProvider("", f"{server.url}/v1")) as own:
        found, _ = shaped(ASK, Found, lambda ask: own.complete(ask, model="m", seconds=ROOM))
    assert found.skill == "planning rotas"
    first, second = server.asked
    assert "response_format" in first.body
    assert "response_format" not in second.body
    assert '"planning' not in str(second.body)
    assert "additionalProperties" in second.body["messages"][0]["content"]


class TestPatience:
    """Clock and chance are given, so that nobody waits."""

    def run(
        self, *failures: ProviderFailed | None, seconds: float = 30.0, each: float = 0.0
    ) -> tuple[list[float], list[float]]:
        now, slept, room, left = [0.0], [], [], list(failures)

        def attempt(seconds: float) -> str:
            room.append(seconds)
            now[0] += each
            error = left.pop(0)
            if error:
                raise error
            return "done"

        def sleep(seconds: float) -> None:
            slept.append(seconds)
            now[0] += seconds

        assert patiently(attempt, seconds=seconds, clock=lambda: now[0], sleep=sleep, chance=lambda: 0.5) == "done"
        return slept, room

    def test_what_passes_is_asked_again_with_longer_waits(self) -> None:
        slept, room = self.run(ProviderFailed(Failure.OVERLOADED), ProviderFailed(Failure.UNREACHABLE), None)
        assert slept == [0.375, 0.75]
        assert room == [30.0, 29.625, 28.875]

    def test_a_wished_wait_is_kept(self) -> None:
        assert self.run(ProviderFailed(Failure.TOO_MANY, wait=4.0), None)[0] == [4.0]

    @pytest.mark.parametrize(
        ("error", "seconds", "each"),
        [
            (ProviderFailed(Failure.REFUSED), 30.0, 0.0),
            (ProviderFailed(Failure.NO_ACCESS), 30.0, 0.0),
            (ProviderFailed(Failure.TOO_SLOW), 30.0, 0.0),
            (ProviderFailed(Failure.TOO_MANY, wait=40.0), 30.0, 0.0),
            (ProviderFailed(Failure.OVERLOADED), 30.0, 29.9),
        ],
    )
    def test_what_does_not_pass_or_takes_too_long_is_not(
        self, error: ProviderFailed, seconds: float, each: float
    ) -> None:
        with pytest.raises(ProviderFailed):
            self.run(error, None, seconds=seconds, each=each)

    def test_three_attempts_are_enough(self) -> None:
        errors = [ProviderFailed(Failure.OVERLOADED) for _ in range(3)]
        with pytest.raises(ProviderFailed):
            self.run(*errors, None)
