"""What a model may answer when it reads somebody's answers: the contract's eight fields, each line with its words."""

from pydantic import BaseModel


class Line(BaseModel):
    """One thing somebody said: a short label in their words, the literal words, and the answer they stand in."""

    label: str
    quote: str
    answer: str


class Trial(BaseModel):
    """A small test somebody thinks of. An empty smallest version was not said."""

    idea: str
    smallest_version: str
    quote: str
    answer: str


class Quote(BaseModel):
    """Words worth keeping."""

    quote: str
    answer: str


class Told(BaseModel):
    """A whole reading."""

    problem_definition: str
    passions: list[Line]
    skills: list[Line]
    secret_powers: list[Line]
    proposed_experiments: list[Trial]
    internal_obstacles: list[Line]
    external_obstacles: list[Line]
    key_quotes: list[Quote]
