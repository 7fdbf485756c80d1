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
from opportunity_bridge.words.terms import (
    clash_words,
    contract_words,
    day_words,
    hours_words,
    scam_words,
    stale_words,
)
from opportunity_bridge.words.uses import unused_words
from opportunity_bridge.words.work import pay_words, reason_choices, remote_words, stage_words, test_words

__all__ = [
    "ask_words",
    "aspect_words",
    "block_words",
    "clash_words",
    "contract_words",
    "day_words",
    "effort_words",
    "hours_words",
    "label_words",
    "name_of",
    "part_words",
    "pay_words",
    "reason_choices",
    "reason_for",
    "remote_words",
    "scam_words",
    "silence_words",
    "stage_words",
    "stale_words",
    "step_words",
    "summary_of",
    "target_words",
    "test_words",
    "unused_words",
    "verdict_words",
]
