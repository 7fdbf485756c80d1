"""Danger is told from weariness: every message of danger stops coaching, everyday talk does not."""

import pytest

from wimd.domain.safety import Danger, danger_in, help_lines, lines_for

IN_DANGER = [
    ("I want to kill myself", Danger.SELF_HARM),
    ("some days I just don't want to be alive anymore", Danger.SELF_HARM),
    ("I have been thinking about suicide since I lost my job", Danger.SELF_HARM),
    ("my family would be better off without me", Danger.SELF_HARM),
    ("there is no point in living any more", Danger.SELF_HARM),
    ("I wish I was dead", Danger.SELF_HARM),
    ("I can't go on living like this", Danger.SELF_HARM),
    ("last night I took all my pills", Danger.SELF_HARM),
    ("I keep cutting myself after work", Danger.SELF_HARM),
    ("I want to end it all", Danger.SELF_HARM),
    ("I could end my life and nobody would notice", Danger.SELF_HARM),
    ("I don’t want to wake up tomorrow", Danger.SELF_HARM),
    ("I am planning to jump off the bridge near the office", Danger.SELF_HARM),
    ("it is not worth living like this", Danger.SELF_HARM),
    ("I am going to kill my boss", Danger.VIOLENCE),
    ("I want to hurt him so badly", Danger.VIOLENCE),
    ("tomorrow I will bring a gun to work", Danger.VIOLENCE),
    ("I am thinking about stabbing my manager", Danger.VIOLENCE),
    ("my husband hits me when I come home late", Danger.ABUSE),
    ("my boss took away my passport and I cannot leave", Danger.ABUSE),
    ("I am being abused at home", Danger.ABUSE),
    ("I was raped by a colleague", Danger.ABUSE),
    ("my partner beats me and my children", Danger.ABUSE),
    ("I am scared of my husband", Danger.ABUSE),
    ("my supervisor groped me again", Danger.ABUSE),
    ("I have chest pains and can't breathe", Danger.EMERGENCY),
    ("I think I am having a heart attack", Danger.EMERGENCY),
    ("my father has collapsed next to me", Danger.EMERGENCY),
]

HARMLESS = [
    "this job is killing me",
    "my feet are killing me after twelve hours",
    "I could murder a coffee",
    "I am dying to get out of here",
    "a deadline that nearly killed me",
    "I bit the bullet and applied",
    "dead end job, dead tired",
    "I worked at a suicide prevention hotline for three years",
    "I volunteered with a domestic violence shelter",
    "I shot some photos for the newsletter",
    "I keep beating myself up about the interview",
    "I want to end my contract",
    "we killed it at the fair",
    "kill two birds with one stone",
    "it hurts my chances that I have no degree",
    "I handle patients with chest pain on the ward",
    "I trained staff in what to do when a client is unconscious",
    "I was the one who cut costs",
    "this would be to die for",
    "I feel stuck and tired and I do not know what I want",
    "my boss shouts at me and I hate it",
    "I am afraid of interviews",
    "I lost my father last year",
    "I want to disappear on a long holiday",
    "I cannot live on this wage",
    "I jump from topic to topic",
    "they fired me and I am furious",
    "I worked as a butcher and killed pigs",
    "I am a crime writer and write about murder",
    "I burned the toast and the bridge with that client",
]


@pytest.mark.parametrize(("message", "danger"), IN_DANGER)
def test_danger_is_seen(message: str, danger: Danger) -> None:
    assert danger_in(message) is danger


@pytest.mark.parametrize("message", HARMLESS)
def test_everyday_talk_is_not_danger(message: str) -> None:
    assert danger_in(message) is None


def test_the_international_lines_come_first() -> None:
    assert lines_for("SE")[0].region == ""
    assert {line.region for line in lines_for("SE")} == {"", "SE"}
    assert all(line.region == "" for line in lines_for(""))


def test_every_line_names_its_source() -> None:
    assert all(line.source and line.number and line.hours for line in help_lines())
