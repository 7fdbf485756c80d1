"""Sentences and names for what the domain reports as codes."""

from opportunity_bridge.words.fit import (
    ask_words,
    aspect_words,
    block_words,
    label_words,
    name_of,
    part_words,
    reason_for,
    summary_of,
    target_words,
    verdict_words,
)
from opportunity_bridge.words.steps import effort_words, silence_words, step_words
from opportunity_bridge.words.uses import unused_words
from opportunity_bridge.words.work import pay_words, reason_choices, remote_words, stage_words, test_words

__all__ = [
    "ask_words",
    "aspect_words",
    "block_words",
    "effort_words",
    "label_words",
    "name_of",
    "part_words",
    "pay_words",
    "reason_choices",
    "reason_for",
    "remote_words",
    "silence_words",
    "stage_words",
    "step_words",
    "summary_of",
    "target_words",
    "test_words",
    "unused_words",
    "verdict_words",
]
