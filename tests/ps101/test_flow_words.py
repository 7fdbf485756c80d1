"""The words of the flows: short sentences, plain words, no pushing, a purpose for every question."""

import re
import tomllib
from collections.abc import Iterator

import pytest
from pydantic import TypeAdapter

from ps101.domain.flow import Flow, Prompt, Tool
from ps101.loading import FOLDER

FLOWS = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
PROMPTS = [prompt for document in FLOWS.values() for prompt in TypeAdapter(Flow).validate_python(document).prompts]
LONGEST_SENTENCE = 20
WORDS_OF_A_PROMPT = ("chip", "purpose", "text", "hint", "example")

# Words that sound like a seminar, an office or a clinic instead of a kitchen table.
JARGON = re.compile(
    r"\b(?:leverag\w*|synerg\w*|mind-?sets?|stakeholders?|deliverables?|self[- ]efficacy|frameworks?|journeys?|"
    r"(?:em|dis)power\w*|actionable|actioned|optimi[sz]\w*|maximi[sz]\w*|minimi[sz]\w*|prioriti[sz]\w*|utili[sz]\w*|"
    r"KPIs?|OKRs?|ROI|SMART goals?|metrics?|benchmark\w*|baseline|milestones?|pivot\w*|iterat\w*|hypothes[ei]s|"
    r"ideat\w*|brainstorm\w*|reframe\w*|deep dives?|bandwidth|touch ?points?|pain points?|low-hanging|quick wins?|"
    r"ecosystems?|paradigms?|holistic\w*|resilien\w*|mindful\w*|authentic\w*|passions?|purpose-driven|calling|"
    r"transformation\w*|transformative|game[- ]changer\w*|best practices?|proactive\w*|value[- ]add\w*|core competenc\w*|"
    r"competenc\w*|skill ?sets?|soft skills?|upskill\w*|reskill\w*|personal brand\w*|elevator pitch\w*|networking|"
    r"accountability|ownership|growth|grit|hacks?|hustle|manifest\w*|unlock\w*|unleash\w*|potential|thrive|"
    r"career path\w*|trajector\w*|strateg\w*|tactic\w*|objectives?|outcomes?|inputs?|outputs?|feedback|facilitat\w*|"
    r"implement\w*|incentivi[sz]\w*|align\w*|onboard\w*|roadmaps?|scalab\w*|robust|streamlin\w*|root causes?|"
    r"limiting beliefs?|comfort zones?|coping|trauma\w*|toxic|boundaries|triggers?|dysfunction\w*)\b",
    re.IGNORECASE,
)
PUSHING = re.compile(
    r"\b(?:should(?:n['’]t)?|must(?:n['’]t)?|(?:need|needs|needed|have|has|ought) to|fail(?:s|ed|ure|ures)?|oops|"
    r"great job|well done|just|simply|obviously|of course)\b",
    re.IGNORECASE,
)
FEEDS_NOTHING = {"reframe", "milestones"}


def words_of(prompt: Prompt) -> Iterator[str]:
    """Yield everything a person reads about a question."""
    yield from (getattr(prompt, name) for name in WORDS_OF_A_PROMPT)


def words_around() -> Iterator[str]:
    """Yield the titles and purposes of flows and steps."""
    for document in FLOWS.values():
        for part in (document, *document["steps"]):
            yield from (part["title"], part["purpose"])


EVERYTHING = [*words_around(), *(words for prompt in PROMPTS for words in words_of(prompt))]


def sentences_in(words: str) -> list[str]:
    """Return sentences: a full stop, a question mark or an ellipsis ends one."""
    return [part for part in re.split(r"(?<=[.?!…])[”’]?\s+", words) if part]


def test_every_shipped_question_says_why_it_is_asked() -> None:
    for prompt in PROMPTS:
        assert 20 <= len(prompt.purpose) <= 120, prompt.key
        assert prompt.purpose.endswith("."), prompt.key
        assert prompt.purpose not in (prompt.text, prompt.hint), prompt.key


@pytest.mark.parametrize("words", EVERYTHING)
def test_no_sentence_is_long(words: str) -> None:
    assert [one for one in sentences_in(words) if len(one.split()) > LONGEST_SENTENCE] == []


@pytest.mark.parametrize("words", EVERYTHING)
def test_no_word_is_jargon_and_none_pushes(words: str) -> None:
    assert JARGON.findall(words) == []
    assert PUSHING.findall(words) == []


@pytest.mark.parametrize("words", ["Leverage your skill set.", "What is your KPI?", "Reframe it.", "Your mindset"])
def test_jargon_would_be_seen(words: str) -> None:
    assert JARGON.search(words)


@pytest.mark.parametrize("words", ["You should ring.", "What do you need to do?", "What have you failed at?"])
def test_pushing_would_be_seen(words: str) -> None:
    assert PUSHING.search(words)


def test_a_long_sentence_would_be_seen() -> None:
    assert len(sentences_in("One two. Three four? “Five six.” Seven")) == 4


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.key)
def test_a_question_asks_openly(prompt: Prompt) -> None:
    first = re.split(r"(?<=[.?])\s", prompt.text)
    asked = next(sentence for sentence in first if sentence.endswith("?"))
    assert not re.match(r"(?:is|are|do|does|did|can|could|will|would|have|has|had|was|were)\b", asked, re.IGNORECASE)


def test_examples_are_not_repeated() -> None:
    examples = [prompt.example for prompt in PROMPTS]
    assert len(set(examples)) == len(examples)


def test_examples_come_from_many_fields_of_work() -> None:
    told = " ".join(prompt.example for prompt in PROMPTS).casefold()
    fields = (
        "clean", "repair", "school", "nurse", "cook", "lorry", "garden", "salon", "ward", "milk", "crane",
        "bakery", "accounts", "mother", "children", "country",
    )  # fmt: skip
    assert [field for field in fields if field not in told] == []
    assert "warehouse" not in told


def test_every_tool_stands_beside_a_question() -> None:
    assert {tool for prompt in PROMPTS for tool in prompt.tools} == set(Tool)


def test_tools_stand_where_they_help() -> None:
    placed = {
        step["key"]: {tool for prompt in step["prompts"] for tool in prompt.get("tools", ())}
        for step in FLOWS["discovery"]["steps"]
    }
    assert {key: tools for key, tools in placed.items() if tools} == {
        "problem": {"plus_delta"},
        "situation": {"reflect_back"},
        "causes": {"five_whys"},
        "efficacy": {"reflect_back"},
        "options": {"passion_skill"},
        "plan": {"urgent_important", "tiny_habit"},
    }


def test_nearly_every_answer_tells_something_about_the_person() -> None:
    assert {prompt.key for prompt in PROMPTS if not prompt.feeds} <= FEEDS_NOTHING


def test_a_stored_version_without_purposes_can_still_be_read() -> None:
    step = {"key": "aa", "title": "ab", "purpose": "ab"}
    words = {"key": "pp", "chip": "ab", "text": "ab", "hint": "ab", "example": "ab"}
    prompt = {**words, "min_chars": 1, "minutes": 1, "required": True}
    document = {"key": "xx", "version": 1, "language": "en", "title": "ab", "purpose": "ab"}
    flow = TypeAdapter(Flow).validate_python({**document, "steps": [{**step, "prompts": [prompt]}]})
    assert flow.prompts[0].purpose == ""
