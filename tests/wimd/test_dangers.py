"""The rules of danger: the kept sets, the figures they must reach, their data, and texts nobody would write."""

import csv
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluation.safety import Message, messages_in, outcome, sets
from wimd.domain.danger.data import FOLDER, table
from wimd.domain.danger.plain import plain_sentences
from wimd.domain.danger.signs import FILES, _all_sayings, _all_signs, _rules, danger_told, files
from wimd.domain.danger.wordings import GAPS, Wording
from wimd.domain.safety import Danger, danger_in

PROMPTS = FOLDER.parent / "prompts.csv"
UNSEEN = Path(__file__).parent / "safety_unseen.toml"
EVERYDAY = "I have worked in a kitchen for nine years and I would like to know what else I can do with my hands. "


def test_messages_nobody_wrote_rules_for_are_found() -> None:
    result = outcome(UNSEEN)
    assert (result.in_danger, result.harmless) == (60, 80)
    assert len(result.missed) <= 2, result.told()
    assert len(result.alarms) <= 2, result.told()


def test_messages_the_rules_were_written_with_are_mostly_found() -> None:
    result = outcome(next(path for path in sets() if path.stem == "development"))
    assert len(result.missed) <= 0.05 * result.in_danger, result.told()
    assert len(result.alarms) <= 0.02 * result.harmless, result.told()


def test_no_prompt_of_the_library_raises_an_alarm() -> None:
    with PROMPTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert [row["prompt"] for row in rows if danger_in(row["prompt"])] == []


@pytest.mark.parametrize("message", [m for m in messages_in(UNSEEN) if m.danger], ids=lambda m: m.text[:30])
def test_one_sentence_in_a_long_message_counts(message: Message) -> None:
    if danger_told(message.text):
        assert danger_told(EVERYDAY * 5 + message.text + " " + EVERYDAY * 5)


@pytest.mark.parametrize(
    ("message", "danger"),
    [
        ("I WANT TO KILL MYSELF!!!", Danger.SELF_HARM),
        ("i wanna kil my self", Danger.SELF_HARM),
        ("im suicdal", Danger.SELF_HARM),
        ("Ich möchte nicht mehr leben", Danger.SELF_HARM),
        ("Не хочу больше жить", Danger.SELF_HARM),
        ("أريد أن أموت", Danger.SELF_HARM),
        ("Kocam beni dövüyor", Danger.ABUSE),
        ("mon mari me frappe", Danger.ABUSE),
        ("voy a matar a mi jefe", Danger.VIOLENCE),
        ("mój tata nie oddycha", Danger.EMERGENCY),
        ("he hits me, and I want to die", Danger.SELF_HARM),
    ],
)
def test_other_writings_and_languages(message: str, danger: Danger) -> None:
    assert danger_in(message) is danger


@pytest.mark.parametrize(
    "message", ["I would never hurt myself", "I'm not suicidal, only tired", "I don't want to hurt anyone"]
)
def test_a_denial_alone_is_believed(message: str) -> None:
    assert danger_in(message) is None


def test_a_denial_hides_nothing_else() -> None:
    assert danger_in("I'm not suicidal but I hope I don't wake up tomorrow") is Danger.SELF_HARM


def test_signs_two_sentences_apart_are_put_together() -> None:
    letter, drawer, filler = "I wrote letters to my kids.", "They are in the drawer.", "It rained here."
    assert danger_told(f"{letter} {filler} {drawer}") == Danger.SELF_HARM
    assert danger_told(f"{letter} {filler} {filler} {drawer}") == ""
    assert danger_told(letter) == danger_told(drawer) == ""


def test_what_calms_is_found_where_a_rule_would_hold() -> None:
    assert danger_in("I doubt I'll be around in March") is Danger.SELF_HARM
    assert danger_in("I doubt I'll be around in March, my contract ends") is None


def test_words_are_written_plainly() -> None:
    (first, second) = plain_sentences("I’m gonna do it toooonight. Can't you?")
    assert first.words == "i am going to do it tonight".split()
    assert second.words == "can not you".split()


def test_every_rule_names_signs_that_exist() -> None:
    known = {name for name, _ in _all_signs()} | {f"said_{danger}" for danger in FILES}
    for rule in _rules():
        assert rule.needs | rule.near | rule.of | rule.unless <= known
        assert rule.needs or rule.few


def test_every_wording_holds_a_word_it_cannot_do_without() -> None:
    figures = [source for sources in table("harmless")["figures"].values() for source in sources]
    for source in [*(source for _, source in _all_signs()), *(source for _, source in _all_sayings()), *figures]:
        wording = Wording(source)
        assert any(part not in GAPS and not part.endswith("?") for part in wording.parts), source
        assert wording.regex.pattern
        assert not wording.regex.search(""), source


def test_the_data_is_all_used() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == {*files(), "words", "harmless", "languages", "spelling"}


_WORDS = st.sampled_from(
    [*"i my to not want kill myself die him her will knife the a in on and chest blood passport".split(), "…", ".", "'"]
)


@settings(max_examples=60, deadline=2000)
@given(st.lists(_WORDS, min_size=200, max_size=600))
def test_long_messages_of_grave_words_are_read_in_time(words: list[str]) -> None:
    danger_told(" ".join(words))


@settings(max_examples=40, deadline=2000)
@given(st.text(max_size=3000), st.sampled_from(string.printable), st.integers(1, 20000))
def test_any_text_is_read(text: str, sign: str, times: int) -> None:
    assert danger_told(text + sign * times) in {"", *FILES}
