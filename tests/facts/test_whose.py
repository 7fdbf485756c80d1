"""Whose doing words tell, and what they show where something else was asked for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mosaic.facts.domain import whose
from mosaic.facts.domain.doing import Asked
from mosaic.facts.domain.kinds import FactKind, How, Polarity
from mosaic.facts.domain.reading import read_own_words, read_resume
from tests.evaluation.labels import SENTENCES, sentences_in

SAID = [one.text for one in sentences_in(SENTENCES, "development")]
SHOWN = (FactKind.SKILL, FactKind.ROLE, FactKind.LICENCE)
# What somebody does, what one does oneself, and the skill it is.
DEEDS = (
    ("drives a taxi", "drive a taxi", "taxi-driving"),
    ("drove a forklift", "drove a forklift", "forklift"),
    ("keeps the books for a school", "keep the books for a school", "bookkeeping"),
    ("does the payroll", "do the payroll", "payroll"),
    ("teaches swimming", "teach swimming", "swimming-teaching"),
    ("sews curtains", "sew curtains", "sewing"),
)
OTHERS = (
    "My husband", "My mother", "Our neighbour", "A friend of mine", "My older sister", "His wife", "She", "My brother-in-law",
    "Somebody in the village who", "I know a woman who", "I have a cousin who", "The postman", "Tomasz", "On Sundays my dad",
    "While I was ill my flatmate", "I rest and my partner", "One of my colleagues", "Before I came, the caretaker", "The postman from the depot",
)  # fmt: skip
MINE = (
    "I", "We", "My husband was ill and I", "Since my mother left I", "My boss was away, so I", "My sister says that I",
    "As my dad did, I", "The kids had grown up and I",
)  # fmt: skip


def shown(text: str, asked: Asked = Asked.DOING) -> set[str]:
    """Return what a text shows of its writer, by ids."""
    found = read_own_words(text, asked=asked)
    return {one.lexicon_id for one in found if one.kind in SHOWN and one.polarity is Polarity.HAS}


@given(who=st.sampled_from(OTHERS), deed=st.sampled_from(DEEDS), asked=st.sampled_from(Asked))
def test_what_others_do_is_not_the_writers(who: str, deed: tuple[str, str, str], asked: Asked) -> None:
    assert not any(deed[2] in one for one in shown(f"{who} {deed[0]}.", asked))


@given(
    who=st.sampled_from(MINE),
    deed=st.sampled_from(DEEDS),
    asked=st.sampled_from((Asked.DOING, Asked.TELLING, Asked.ASIDE)),
)
def test_what_the_writer_does_is_theirs_whoever_else_is_named(
    who: str, deed: tuple[str, str, str], asked: Asked
) -> None:
    assert any(deed[2] in one for one in shown(f"{who} {deed[1]}.", asked))


@pytest.mark.parametrize("opening", ["Then", "Also", "Previously", "Always", "Nights I", "We", "Once"])
def test_an_opening_word_is_nobodys_name(opening: str) -> None:
    assert "taxi-driving" in shown(f"{opening} drove a taxi in Leeds.", Asked.TELLING)


@given(text=st.sampled_from(SAID))
def test_the_less_doing_was_asked_for_the_less_is_shown(text: str) -> None:
    doing, telling, aside, ahead = (shown(text, asked) for asked in Asked)
    assert ahead <= aside <= telling <= doing


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("I looked after my mum, cooked her meals and did the shopping.", "cooking"),
        ("I care for my dad and my sister: cooking, cleaning, tablets.", "cooking"),
        ("My son is autistic and I taught him to read.", "autism-support"),
        ("My boss, who I do the bookkeeping for, is kind.", "bookkeeping"),
        ("I am somebody who repairs clocks for pleasure.", "watch-and-clock-repair"),
        ("I was the one who did the payroll.", "payroll-processing"),
        ("The nurse showed me how to give insulin.", "diabetes-care"),
        ("My gran taught me to sew curtains.", "sewing-for-the-home"),
        ("Trained the new girls, served customers who shouted, cashed up.", "cash-handling"),
        ("My job was to weld pipes on ships.", "tig-welding"),
        ("The chef left, and I cooked for the whole season.", "cooking"),
    ],
)
def test_caring_being_taught_and_being_the_one_count(text: str, skill: str) -> None:
    assert skill in shown(text, Asked.TELLING)


@pytest.mark.parametrize(
    "text",
    [
        "The works council gave me a clock.",
        "The fire brigade came to our street twice.",
        "They were all out before the fire brigade was there.",
        "Go for a walk when it gets too much.",
        "Go on a quiet day.",
        "I applied to be head of department once.",
        "There was one job fair, where a man told me to smile.",
        "The carers come at eight and change the dressings.",
        "I spoke with the district nurse about it.",
        "They wanted somebody with a forklift licence.",
        "My train was late and I missed the interview.",
        "I was fired after the audit.",
        "I know a woman who cuts hair at home.",
        "While my boss did the rota I made the tea.",
    ],
)
def test_words_of_every_day_and_what_befalls_people_are_no_skills(text: str) -> None:
    assert shown(text, Asked.TELLING) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Train as a driving instructor.",
        "Dog grooming, or something with horses.",
        "School nurse, because of the holidays.",
        "Childminding: no, the house is too small.",
        "Learn bookkeeping, two evenings a week.",
        "I could teach swimming to children.",
        "I'll spend one morning with the beekeeper and see.",
        "If I do payroll again I will be tired.",
        "I assume you need a degree to do accounting.",
        "Somebody rings me to ask about hedge cutting.",
        "It would be teaching, or translating, or nothing.",
        "Tomorrow I ring the college about the plumbing course.",
    ],
)
def test_ideas_fears_and_plans_are_nothing_done(text: str) -> None:
    assert shown(text, Asked.AHEAD) == set()


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("I have taught swimming for years.", "swimming-teaching"),
        ("I did the payroll for forty people until May.", "payroll-processing"),
        ("After twenty years of bricklaying my back is gone.", "bricklaying"),
        ("Planned convoys and taught swimming.", "swimming-teaching"),
    ],
)
def test_what_is_past_is_done_wherever_it_is_told(text: str, skill: str) -> None:
    assert skill in shown(text, Asked.AHEAD)


def test_a_wish_among_plans_is_a_wish() -> None:
    found = read_own_words("I would love more bookkeeping.", asked=Asked.AHEAD)
    assert [one.polarity for one in found if one.lexicon_id == "bookkeeping"] == [Polarity.WANTS]


def test_what_is_only_near_counts_where_doing_is_told() -> None:
    text = "sat with patients who were dying so that no one was alone at the end"
    near = [[one.how for one in read_own_words(text, asked=asked) if one.how is How.NEAR] for asked in Asked]
    assert near[0]
    assert not near[2] + near[3]


def test_a_resume_needs_no_subject() -> None:
    text = "Managed a team of nine\nFire service, Leeds\nThe team leader planned rotas"
    assert {"leading-a-team", "firefighting"} <= {one.lexicon_id for one in read_resume(text)}


@pytest.mark.parametrize("text", SAID)
def test_somebody_is_named_only_where_a_word_hints_at_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    named = whose.is_somebody_elses(text, len(text) // 2, len(text))
    monkeypatch.setattr(whose, "hints_in", lambda _: -1)
    whose._somebodies.cache_clear()
    assert whose.is_somebody_elses(text, len(text) // 2, len(text)) == named
    whose._somebodies.cache_clear()


@given(st.text(alphabet="my dad, who. I\nan", max_size=1500), st.integers(0, 1500))
def test_a_place_stands_in_its_sentence(text: str, at: int) -> None:
    place = min(at, max(0, len(text) - 1))
    span = whose.sentence_at(text, place)
    assert span.start <= place <= span.end
    assert (
        span.end - span.start <= max(2 * whose.LONGEST_SENTENCE, len(re.split(r"\n", text)[0]))
        or not text[place:].strip()
    )
