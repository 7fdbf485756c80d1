"""Sentences of small tests: from the person's own words, concrete, never directive."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mosaic.facts.domain.profile import Known
from mosaic.lexicon.occupation_fit import OccupationFit
from mosaic.lexicon.store import lexicon
from ps101.domain.experiments import LONGEST_TITLE
from wimd.domain.delta import Dimension
from wimd.domain.delta.model import Test, Try
from wimd.words.delta import side_name


@dataclass(frozen=True, slots=True)
class ExperimentWords:
    """What is written down about a test that becomes an experiment."""

    title: str
    hypothesis: str
    success_metric: str


def experiment_words(test: Test, key: Dimension) -> ExperimentWords:
    """Return a test as the first words of an experiment; the person can put all of them in their own."""
    words = test_words(test)
    title = words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 2].rsplit(" ", 1)[0] + " …"
    return ExperimentWords(
        title,
        _("Afterwards I know more about this side: %(side)s.") % {"side": side_name(key)},
        _("I can write down one thing about it that I did not know before."),
    )


def test_words(test: Test) -> str:
    """Return a smallest test as a sentence."""
    words = {"name": "", "target": "", "work": "", "quote": "", "skill": "", "source": "", **test.words}
    skill = lexicon().skills.get(words["skill"])
    return _sentences()[test.code] % {**words, "skill": skill.label if skill else words["skill"]}


def first_test_words(found: OccupationFit[Known]) -> str:
    """Return a first small test of a kind of work."""
    work = lexicon().occupations[found.id].label
    if found.missing:
        skill = lexicon().skills[found.missing[0]].label
        return _("Half an hour with this, which is new in it: %(skill)s. Note what feels familiar.") % {"skill": skill}
    return _("Ask somebody who works as %(work)s about one ordinary day: twenty minutes.") % {"work": work}


def _sentences() -> Mapping[Try, str]:
    return {
        Try.OWN_IDEA: _("An idea of your own is waiting: “%(quote)s”. Its first half hour shows more than thinking about it."),
        Try.DAY_OF: _("Ask %(name)s: who do you know who does something like “%(target)s”? Then twenty minutes with that person about one ordinary day."),
        Try.READ_POSTINGS: _("Open three postings for work as %(work)s and mark each line that you have done before, under whatever name."),
        Try.SHOW_SKILL: _("Write five lines about one time you did this: %(skill)s. Begin with “%(quote)s” and end with what came of it."),
        Try.CARRY_OVER: _("Begin with “%(quote)s” and write three lines on what of it is also this: %(skill)s."),
        Try.MEET_SKILL: _("Watch somebody for half an hour at this: %(skill)s. A short film does too. Note what in it is familiar."),
        Try.TELL_SKILLS: _("Write five lines about a time you did this, paid or unpaid: %(skill)s."),
        Try.VALUE_ASKED: _("Read one description of work as %(work)s and mark every line in which you find this: “%(quote)s”."),
        Try.VALUE_LOOKED: _("Go back over the last five days and mark the hour that came closest to “%(quote)s”. One line on why."),
        Try.HOUR_OF: _("Put one hour of this into the week: “%(quote)s”. Note your energy from 1 to 10 before it and after it."),
        Try.LIGHTER_HOUR: _("Beside “%(quote)s”, write down the one hour of this week that was lighter, and what was different in it."),
        Try.PAY_LOOKED: _("Look up what three postings for work as %(work)s pay, and write the middle one beside what comes in now."),
        Try.PAY_BESIDE: _("Look up what three postings for work as %(work)s pay, and write the middle one beside this: “%(quote)s”."),
        Try.PAY_SUM: _("Write down what comes in and what goes out in an ordinary month, and put “%(quote)s” beside it."),
        Try.TWO_WEEKS: _("Draw an ordinary week as it is, and beside it one with this in it: “%(quote)s”. Mark the first hour that differs: half an hour is plenty."),
        Try.WEEK_WITHOUT: _("Draw an ordinary week as it is, and beside it one that this does not decide: “%(quote)s”. Mark the first hour that differs."),
        Try.HOURS_LOOKED: _("Find the working hours in three postings for work as %(work)s and mark those that leave room for this: “%(quote)s”."),
        Try.SEEN_DOING: _("Ask %(name)s for one sentence: when did you see me at my best? Put it beside what you wrote: “%(quote)s”."),
        Try.SMALL_PROOF: _("Spend half an hour on the smallest part of it, beside this sentence of yours: “%(quote)s”. Then give yourself a number from 1 to 10 again."),
        Try.WRITE_TO: _("Write %(name)s three lines: what you are looking into, and one question. You said: “%(quote)s”."),
        Try.NEAR_THREE: _("Beside “%(quote)s”: note three people who do something like what you want, even if you know only their job. Then ask %(name)s which of them is easiest to reach."),
        Try.LIST_THREE: _("List three people who are near to this: “%(target)s”, even if you know only their job, and mark the one who is easiest to ask."),
        Try.RUNWAY_SUM: _("One sheet, half an hour: for how many months can things stay as they are? Begin with “%(quote)s”."),
    }  # fmt: skip
