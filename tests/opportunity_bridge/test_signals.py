"""What a posting says about what matters to people: in everyday words, and not where the words mean something else."""

import pytest

from opportunity_bridge.domain.postings import Draft, read

BEGINS = "Four Mills bakes bread for two towns.\n\n"


def said(text: str) -> set[str]:
    """Return the values a posting speaks for, and with a minus those it speaks against."""
    return {"-" * one.opposed + one.value for one in read(Draft(role="Baker", text=BEGINS + text)).signals}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The other three days are yours to arrange.", "autonomy"),
        ("There is no micromanagement here.", "autonomy"),
        ("We offer secure employment in an old firm.", "security"),
        ("Shifts can be swapped with colleagues, and hours can be agreed.", "flexibility"),
        ("The other days you work wherever you concentrate best.", "flexibility"),
        ("Drivers are home every weekend.", "work-life-balance"),
        ("We all leave by five.", "work-life-balance"),
        ("You get to know the regulars and greet them by name.", "people"),
        ("You join a small, friendly team.", "teamwork"),
        ("People here look out for one another.", "teamwork"),
        ("We pay for your certificate and give you study days.", "learning"),
        ("A yearly budget of €800 for courses.", "learning"),
        ("Here you make a real difference.", "helping-others"),
        ("This is work that matters.", "meaning"),
        ("A varied job awaits you.", "variety"),
        ("There is room for your own ideas.", "creativity"),
        ("Every loaf is shaped by hand.", "craft"),
        ("It keeps you moving all day.", "movement"),
        ("You work outside in all weathers.", "outdoors"),
        ("The bakery runs on renewable energy.", "environment"),
        ("Everybody earns the same.", "fairness"),
        ("You carry real responsibility from day one.", "responsibility"),
        ("We work in a calm and unhurried atmosphere.", "calm"),
        ("There are no sales targets.", "calm"),
        ("Good work is noticed here.", "recognition"),
        ("Our bakery is within walking distance of the station.", "closeness"),
        ("Wages are above the union rate.", "pay"),
        ("Come as you are.", "belonging"),
        ("Adjustable desks and hoists are there.", "safety"),
        ("Most of our managers started at the till.", "achievement"),
        ("The office is hectic before holidays.", "-calm"),
        ("The calls are recorded and timed.", "-autonomy"),
        ("Full flexibility is expected.", "-flexibility"),
        ("You are on call one week in four.", "-work-life-balance"),
    ],
)
def test_a_value_is_heard_in_everyday_words(text: str, value: str) -> None:
    assert value in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Salary inclusive of shift allowance.",
        "Nine months, renewable.",
        "There is a supplementary pension for the public service.",
        "Write to me by hand if you like.",
        "We give help with relocation.",
        "We pay the flight ticket.",
        "The children have learning disabilities.",
        "You monitor security alerts.",
        "Pay comes with supplements for nights and Sundays.",
        "If you want to go home at five, this is not for you.",
        "What you will do\n- mentor younger engineers\n- plan the training budget",
    ],
)
def test_words_that_mean_something_else_are_no_value(text: str) -> None:
    assert said(text) == set()


def test_what_is_denied_is_not_offered() -> None:
    assert said("We do not offer flexible hours.") == set()


def test_what_may_come_later_is_not_offered_now() -> None:
    assert "security" not in said("Six weeks on trial, with the prospect of a permanent post.")
