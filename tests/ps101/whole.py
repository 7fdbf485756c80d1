"""Somebody who went through discovery: every question answered, one small experiment tried and told about."""

from datetime import date

from mosaic.people.models import Person
from ps101 import queries, services
from ps101.domain.experiments import Canvas, Gate, NextMove
from ps101.domain.flow import Prompt
from ps101.models import Experiment, Journey
from ps101.services import experiments, plans

TOLD = {
    "problem_statement": "I drive a delivery van at night and I want work where I am home for dinner.",
    "confidence": "I have taught my cousin to drive, but I have never taught strangers anything.",
    "results": "I taught two learners to reverse a van, and I explained the mirrors until they laughed.",
    "confidence_effect": "I was nervous for a minute and then I forgot the time completely.",
    "next_experiments": "Sit in on one evening class at the driving school. Then ask the owner for an hour.",
    "new_skills": "I can train new drivers, and I planned the rota for the practice evenings.",
}
RATINGS = {"confidence": 3, "confidence_effect": 6}
OUTCOME = "I trained new staff at the yard on a Sunday, and both parked without a scratch."
LEARNING = "People learn faster when I let them make the mistake slowly."


def told(prompt: Prompt, said: dict[str, str]) -> str:
    """Return an answer that is long enough: what is said, or the example of the question."""
    text = said.get(prompt.key) or TOLD.get(prompt.key) or prompt.example
    while len(text) < prompt.min_chars:
        text += f" {prompt.example}"
    return text


def try_something(person: Person, journey: Journey) -> Experiment:
    """Design an experiment of a journey, plan it, try it and tell what it taught."""
    canvas = Canvas(
        title="Teach two learners to reverse",
        hypothesis="I will enjoy it more than driving.",
        success_metric="Both ask for a second hour.",
        start_on=date(2026, 5, 4),
        review_on=date(2026, 5, 11),
    )
    made = experiments.design(person, canvas)
    plans.name_obstacle(person, made, kind="external", label="I have no dual controls", strategy="Use the empty yard")
    for label in ("Ring my cousin", "Borrow cones", "Ask at the yard"):
        plans.plan_action(person, made, label=label)
    plans.reflect(
        person,
        made,
        outcome=OUTCOME,
        learning=LEARNING,
        cost="One Sunday and twenty in diesel",
        confidence_after=7,
        next_move=NextMove.CONTINUE,
    )
    return made


def go_through(person: Person, *, until: str = "", ratings: dict[str, int] | None = None, **said: str) -> Journey:
    """Answer every question of a journey, trying something on the way, and complete it; or stop before a question."""
    journey = services.start(person, "discovery")
    flow = queries.flow_of(journey.flow)
    for step in flow.steps:
        if step.gate is Gate.REFLECTION:
            try_something(person, journey)
        for prompt in step.prompts:
            if prompt.key == until:
                return journey
            rating = (RATINGS | (ratings or {})).get(prompt.key) if prompt.rating else None
            services.save_answer(person, journey, prompt, text=told(prompt, said), version=0, rating=rating)
    return services.complete(person, journey)
