"""What answers say: their words, literal quotes, nothing added."""

from hypothesis import example, given
from hypothesis import strategies as st

from mosaic.facts.domain.kinds import FactKind
from ps101.domain.extraction import EXTERNAL, INTERNAL, AnswerText, read_answer, understand
from ps101.domain.flow import Feed
from tests.ps101.answers import FAST_TRACK
from tests.ps101.test_engine import FAST_TRACK as FLOW

ANSWERS = [AnswerText(prompt.key, FAST_TRACK[prompt.key], prompt.feeds) for prompt in FLOW.prompts]


def obstacles(text: str) -> list[tuple[str, str]]:
    answer = AnswerText("k", text, (Feed.INTERNAL_OBSTACLES, Feed.EXTERNAL_OBSTACLES))
    return [(one.aspect, one.label) for one in read_answer(answer) if one.kind is FactKind.OBSTACLE]


def test_inside_and_outside_are_told_apart() -> None:
    assert obstacles(FAST_TRACK["external_obstacles"]) == [
        (EXTERNAL, "I have no certificate for teaching"),
        (INTERNAL, "I am afraid they will think I am too old"),
    ]


def test_the_problem_is_the_plain_statement() -> None:
    assert understand(ANSWERS, smallest="").problem_definition == FAST_TRACK["problem_statement"]


def test_the_experiment_has_the_persons_first_step_as_its_smallest_version() -> None:
    first = understand(ANSWERS, smallest="ours").experiments[0]
    assert first.idea == FAST_TRACK["experiment"]
    assert (first.smallest_version, first.is_suggested) == ("Ring Petra and ask what her days look like.", False)


def test_a_missing_smallest_version_is_ours_and_says_so() -> None:
    only = [answer for answer in ANSWERS if answer.key == "experiment"]
    first = understand(only, smallest="ours").experiments[0]
    assert (first.smallest_version, first.is_suggested) == ("ours", True)


def test_quotes_are_two_or_three_literal_sentences() -> None:
    quotes = understand(ANSWERS, smallest="").key_quotes
    whole = " ".join(FAST_TRACK.values())
    assert 2 <= len(quotes) <= 3
    assert all(quote in whole for quote in quotes)


def test_powers_and_passions_are_found_where_they_are_asked() -> None:
    found = [one for answer in ANSWERS for one in read_answer(answer)]
    assert any(one.kind is FactKind.ENERGISER and "explaining" in one.label for one in found)


def test_nothing_said_is_nothing_found() -> None:
    assert understand([], smallest="x") == understand(
        [AnswerText("problem_statement", "", (Feed.PROBLEM_DEFINITION,))], smallest="x"
    )


@given(st.text(max_size=600), st.sets(st.sampled_from(list(Feed))))
@example("\x0c", {Feed.PASSIONS})
@example("\u2003• \x0b", set(Feed))
def test_every_line_stands_on_literal_words(text: str, feeds: set[Feed]) -> None:
    for one in read_answer(AnswerText("experiment", text, tuple(feeds))):
        assert text[one.start : one.end].strip()
