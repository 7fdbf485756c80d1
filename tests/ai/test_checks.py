"""What a model may answer: good answers pass whole, bad ones are refused for their fault."""

import csv
import time
import tomllib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.ai.domain.checks import Checker, Fault, Finding, Grounds, Rules, findings_in
from wimd.words.phrases import PHRASES

SAID = Path(__file__).parent / "said"
PROMPTS = Path(__file__).parents[2] / "wimd" / "data" / "prompts.csv"
FILES = ("answers.toml", "more.toml", "later.toml", "last.toml", "plain.toml")
PLAIN = Grounds(own=("I am a night porter in Leeds. I said yes to everything for six years.",))


def cases() -> Iterator[tuple[str, Grounds, str]]:
    """Yield fault ("good" for none), grounds and answer."""
    for file in FILES:
        for row in tomllib.loads((SAID / file).read_text(encoding="utf-8")).values():
            grounds = Grounds(
                own=tuple(row["own"]),
                data=tuple(row.get("data", ())),
                system=row.get("system", ""),
                instructions=tuple(row.get("instructions", ())),
                language=row.get("language", "en"),
            )
            yield from (("good", grounds, answer) for answer in row["good"])
            for fault, answers in row.get("bad", {}).items():
                yield from ((fault, grounds, answer) for answer in answers)


CASES = list(cases())
GOOD = [(grounds, answer) for fault, grounds, answer in CASES if fault == "good"]
BAD = [(fault, grounds, answer) for fault, grounds, answer in CASES if fault != "good"]


def faults(answer: str, grounds: Grounds = PLAIN, rules: Rules | None = None) -> set[Fault]:
    return {finding.fault for finding in findings_in(answer, grounds, rules or Rules())}


def streamed(answer: str, grounds: Grounds, places: list[int]) -> tuple[str, Finding | None]:
    """Return what a checker lets through of an answer that comes in pieces, and what stopped it."""
    checker = Checker(grounds, Rules())
    borders = [0, *sorted(place % (len(answer) + 1) for place in places), len(answer)]
    shown = [one for at, to in pairwise(borders) for one in checker.take(answer[at:to])]
    return "".join([*shown, *checker.end()]), checker.finding


@pytest.mark.parametrize(("grounds", "answer"), GOOD, ids=[answer[:40] for _, answer in GOOD])
def test_a_good_answer_passes(grounds: Grounds, answer: str) -> None:
    assert findings_in(answer, grounds, Rules()) == []


@pytest.mark.parametrize(
    ("fault", "grounds", "answer"), BAD, ids=[f"{fault}: {answer[:30]}" for fault, _, answer in BAD]
)
def test_a_bad_answer_is_refused_for_its_fault(fault: str, grounds: Grounds, answer: str) -> None:
    assert Fault(fault) in {finding.fault for finding in findings_in(answer, grounds, Rules())}


@given(st.sampled_from(GOOD), st.lists(st.integers(0, 2_000), max_size=20))
def test_a_good_answer_comes_through_whole_wherever_it_is_cut(case: tuple[Grounds, str], places: list[int]) -> None:
    grounds, answer = case
    assert streamed(answer, grounds, places) == (answer, None)


@given(st.sampled_from(BAD), st.lists(st.integers(0, 2_000), max_size=20))
def test_a_bad_answer_is_stopped_wherever_it_is_cut(case: tuple[str, Grounds, str], places: list[int]) -> None:
    _, grounds, answer = case
    shown, finding = streamed(answer, grounds, places)
    assert finding is not None
    assert answer.startswith(shown)
    assert shown != answer or not answer.strip()


@given(st.text(max_size=400), st.lists(st.integers(0, 400), max_size=6))
def test_no_answer_breaks_the_checks_and_what_passes_is_unchanged(answer: str, places: list[int]) -> None:
    shown, finding = streamed(answer, PLAIN, places)
    assert answer.startswith(shown)
    assert (shown == answer) == (finding is None) or not answer[len(shown) :].strip()


def test_our_own_library_is_rarely_refused() -> None:
    """Rows quote what one could say to others, which no model may; of all else hardly any may be refused."""
    with PROMPTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = [faults(row["completion"], Grounds(own=(row["prompt"],))) for row in rows]
    assert sum(bool(one) for one in found) <= 0.03 * len(rows)
    assert sum(bool(one - {Fault.QUOTE}) for one in found) <= 0.005 * len(rows)


OWN = "I feel tired of the till and I miss the gardens"
FILLED = {
    "words": OWN, "earlier": OWN, "about": OWN, "block": OWN, "wanted": OWN, "did": OWN, "first": OWN, "second": OWN,
    "third": OWN, "named": "gardening", "count": 2, "answered": 3, "total": 8, "left": 5, "day": "Monday",
    "text": OWN, "question": "What is in the way?", "hint": "Name one thing.", "example": OWN,
}  # fmt: skip
ABOUT_ITSELF = ("fixed.", "own.", "door", "gate", "reading", "safety", "playback")
"""What speaks of the product, or of somebody in danger, follows other rules than a coach's question."""


@pytest.mark.parametrize("code", [code for code in PHRASES if not code.startswith(ABOUT_ITSELF)])
def test_what_the_coach_without_a_model_says_would_pass(code: str) -> None:
    own = Grounds(own=(OWN, "gardening", "Monday", "2"))
    said = [str(wording) % FILLED for wording in PHRASES[code]]
    assert [(one, found) for one in said if (found := faults(one, own, Rules(most_sentences=8)))] == []


@pytest.mark.parametrize("code", [code for code in PHRASES if not code.startswith("safety")])
def test_nothing_it_says_directs_or_asks_twice(code: str) -> None:
    rules = Rules(most_sentences=12)
    said = [str(wording) % FILLED for wording in PHRASES[code]]
    grave = {Fault.DIRECTIVE, Fault.QUESTIONS, Fault.STEPS}
    assert [(one, found) for one in said if (found := grave & faults(one, Grounds(own=(OWN,)), rules))] == []


def test_after_the_first_violation_nothing_more_is_shown() -> None:
    checker = Checker(PLAIN, Rules())
    assert list(checker.take("Six years is long. You must leave. What then? ")) == ["Six years is long. "]
    assert checker.finding == Finding(Fault.DIRECTIVE, "You must")
    assert list(checker.take("And more. Again. ")) == []
    assert list(checker.end()) == []


def test_a_sentence_is_shown_as_soon_as_the_next_begins() -> None:
    checker = Checker(PLAIN, Rules())
    assert list(checker.take("Six years is long.")) == []
    assert list(checker.take(" W")) == ["Six years is long. "]
    assert list(checker.take("hat for?")) == []
    assert list(checker.end()) == ["What for?"]


def test_what_the_person_has_and_what_they_lack_or_wish_are_told_apart() -> None:
    lacking = Grounds(own=("I have never used Excel. I would love to become a nurse. I work in a laundry.",))
    assert Fault.INVENTED in faults("You know Excel from your work.", lacking)
    assert Fault.INVENTED in faults("As a nurse you are used to nights.", lacking)
    assert faults("You would love to become a nurse. You have never used Excel. What draws you?", lacking) == set()


def test_words_for_numbers_and_spellings_are_the_same() -> None:
    grounds = Grounds(own=("I organised fairs for 12 years and looked after 400 people, £24k a year.",))
    assert faults("You organized fairs for twelve years, for four hundred people, on £24,000.", grounds) == set()
    assert Fault.INVENTED in faults("You organized fairs for thirteen years.", grounds)


def test_a_verb_may_not_claim_more_than_was_done() -> None:
    grounds = Grounds(own=("I helped my boss lead the kitchen.", "I supervised two trainees."))
    assert Fault.INVENTED in faults("You led the kitchen.", grounds)
    assert faults("You helped lead the kitchen, and you supervised two trainees.", grounds) == set()


def test_a_question_or_a_suggestion_claims_nothing() -> None:
    assert faults("Did you lead it?") == set()
    assert faults("A role such as warehouse clerk could be worth a look.") == set()


def test_a_placeholder_passes_only_when_it_was_sent() -> None:
    sent = Grounds(own=("My name is [NAME 1].",), placeholders=frozenset({"[NAME 1]"}))
    assert faults("[NAME 1], what is on your mind?", sent) == set()
    assert Fault.PLACEHOLDER in faults("[NAME 2], what is on your mind?", sent)


@pytest.mark.parametrize(
    "answer", ["Six years\u200b is long.", "R&D\u200b is long.", "Six y\u0435ars is long.", "Six years \u202eis long."]
)
def test_hidden_and_foreign_letters_are_no_plain_answer(answer: str) -> None:
    assert Fault.FORM in faults(answer)


def test_line_ends_and_pictures_are_plain() -> None:
    assert faults("Six years is long 👩\u200d🍳.\r\n\r\nWhat for?") == set()


def test_directing_can_be_allowed_and_bounds_can_be_moved() -> None:
    assert faults("You should rest. You must rest.", rules=Rules(may_direct=True)) == set()
    assert Fault.QUESTIONS in faults("What now?", rules=Rules(most_questions=0))
    assert Fault.LENGTH in faults("Six years. Six years.", rules=Rules(most_sentences=1))


def test_a_very_long_answer_is_refused_before_it_is_read_whole() -> None:
    checker = Checker(PLAIN, Rules())
    assert list(checker.take("word " * 200)) == []
    assert checker.finding is not None
    assert checker.finding.fault is Fault.LENGTH
    assert Fault.LENGTH in faults("word " * 9_000)


def test_checking_is_quick() -> None:
    own = tuple(
        f"{PLAIN.own[0]} Week {week} was long, I lifted, cleaned and wrote the rota for the ward." for week in range(38)
    )
    answer = "Six years is long. You said yes to everything. That takes strength. It has a price too. You are a porter. What for?"
    faults(answer, Grounds(own=own[:1]))
    took = []
    for turn in range(9):
        began = time.process_time()
        faults(answer, Grounds(own=(*own, f"Turn {turn}.")))
        took.append(time.process_time() - began)
    assert sum(map(len, own)) > 5_000
    # About 0.015 where it was written; machines differ.
    assert min(took) < 0.05


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "you ",
        "your team ",
        "a.b",
        "[",
        "<a ",
        "1,000 ",
        "?! ",
        "http",
        "should ",
        "one hundred ",
        "- a\n",
        "|",
        "@a",
        "you could ",
    ],
)
def test_no_answer_takes_long(piece: str) -> None:
    began = time.process_time()
    faults(piece * (20_000 // len(piece)))
    assert time.process_time() - began < 3
