"""What of a model's reading is kept: lines whose quote is literal and whose words are the person's own.

Nothing else passes, whatever made the model write it: an entry goes with a quote that cannot be found.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mosaic.facts.domain.denials import denied_at
from mosaic.facts.domain.found import Found, label_of
from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.strength import how_of, names_result
from mosaic.lexicon.claims import Stance, stance_at
from mosaic.lexicon.phrases import Mention, skill_finder
from mosaic.lexicon.sentences import Span, sentences_of
from mosaic.lexicon.store import lexicon
from mosaic.lexicon.words import key_of, tokens_of
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.domain.flow import Feed
from ps101.domain.lines import LONGEST_LABEL
from ps101.domain.own_words import content_of, is_fit, is_in_words_of, is_turned, place_of
from ps101.domain.telling import MOST_QUOTES, Proposal
from ps101.domain.told import Line, Told, Trial

MOST_LINES, MOST_TRIALS = 12, 5
LONGEST_SENTENCE, SHORTEST_QUOTE = 300, 20
# Words that make something smaller; a smallest version of a model's own may use these besides the person's words.
_SMALLER = frozenset(
    key_of(word)
    for word in "one two three only first ten five fifteen twenty thirty half quarter minute hour day week evening morning once single short small "
    "person somebody someone ask write note read look call ring talk list try watch try page line question today tomorrow".split()
)


_PLANNED = frozenset((Feed.PROPOSED_EXPERIMENTS, Feed.ACTION, Feed.GOAL))


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer, what of it a model was shown inside the fence, and what it was asked for."""

    key: str
    text: str
    shown: str
    feeds: tuple[Feed, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What is kept; findings by the key of their answer."""

    problem: str = ""
    found: Mapping[str, Sequence[Found]] = field(default_factory=dict)
    experiments: tuple[Proposal, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it could be kept."""
        return not (self.problem or any(self.found.values()) or self.experiments or self.quotes)


def kept_of(told: Told, answers: Sequence[Shown], *, smallest: str) -> Reading:
    """Return what of a model's reading may be kept. `smallest` words a smallest version of our own."""
    found: dict[str, list[Found]] = {answer.key: [] for answer in answers}
    for name, (kind, aspect) in CONTEXT_LISTS.items():
        lines: list[Line] = getattr(told, name)
        for key, one in _listed(lines[:MOST_LINES], kind, aspect, answers):
            if (one.kind, one.lexicon_id or one.label.casefold()) not in _named(found[key]):
                found[key].append(one)
    return Reading(
        problem=_problem(told.problem_definition, answers),
        found=found,
        experiments=tuple(_experiments(told.proposed_experiments, answers, smallest))[:MOST_TRIALS],
        quotes=tuple(_quotes([one.quote for one in told.key_quotes], answers))[:MOST_QUOTES],
    )


def _named(found: Iterable[Found]) -> set[tuple[FactKind, str]]:
    return {(one.kind, one.lexicon_id or one.label.casefold()) for one in found}


def _home(quote: str, key: str, answers: Sequence[Shown]) -> tuple[Shown, Span] | None:
    """Return the answer a quote stands in, the named one first; what was taken out of the fence is no quote."""
    named = key.replace("-", "_")
    for answer in sorted(answers, key=lambda one: one.key != named):
        place = place_of(quote, answer.text)
        if place and place_of(quote, answer.shown):
            return answer, place
    return None


def _listed(
    lines: Iterable[Line], kind: FactKind, aspect: str, answers: Sequence[Shown]
) -> Iterator[tuple[str, Found]]:
    for line in lines:
        home = _home(line.quote, line.answer, answers)
        label = label_of(line.label)
        if home is None or len(label) > LONGEST_LABEL or not _is_theirs(label, home, kind):
            continue
        answer, place = home
        one = _skill(label, answer.text, place) if kind is FactKind.SKILL else _line(kind, label, place, aspect)
        if one:
            yield answer.key, one


def _is_theirs(label: str, home: tuple[Shown, Span], kind: FactKind | None = None) -> bool:
    """Whether a label says what its person said; without a kind it is something to try."""
    answer, place = home
    quote = answer.text[place.start : place.end]
    plans = kind is None and not _PLANNED.isdisjoint(answer.feeds)
    is_said = is_in_words_of(label, answer.shown) and not is_turned(label, quote)
    return is_said and is_fit(label, answer.shown, may_bid=plans)


def _line(kind: FactKind, label: str, place: Span, aspect: str) -> Found:
    return Found(kind, label, "", Polarity.HAS, place.start, place.end, aspect)


def _skill(label: str, text: str, place: Span) -> Found | None:
    """Return a skill, the lexicon's where it knows most of the words; nothing where it is wanted, lacked or another's."""
    words = content_of(label)
    at = next((one for one in tokens_of(text[place.start : place.end]) if one.key in words), None)
    start = place.start + (at.start if at else 0)
    end = place.start + (at.end if at else 1)
    if stance_at(text, start) is not Stance.HAS or denied_at(text, start, end):
        return None
    named = next((one for one in skill_finder().find(label) if _is_most_of(one, label)), None)
    quote = text[place.start : place.end]
    return Found(
        FactKind.SKILL, lexicon().skills[named.id].label if named else label, named.id if named else "", Polarity.HAS,
        place.start, place.end, how=how_of(quote, in_a_role=False), has_result=names_result(quote),
    )  # fmt: skip


def _is_most_of(mention: Mention, label: str) -> bool:
    words = content_of(label)
    return 2 * len(words & content_of(label[mention.start : mention.end])) > len(words)


def _problem(line: str, answers: Sequence[Shown]) -> str:
    """Return the problem in the words of the answers that were asked for it; else the rules' stands."""
    line, own = " ".join(line.split()), _all(one for one in answers if Feed.PROBLEM_DEFINITION in one.feeds)
    is_one = len(sentences_of(line)) == 1 and len(line) <= LONGEST_SENTENCE
    return line if is_one and is_in_words_of(line, own) and is_fit(line, own) else ""


def _experiments(trials: Iterable[Trial], answers: Sequence[Shown], smallest: str) -> Iterator[Proposal]:
    for trial in trials:
        home, idea = _home(trial.quote, trial.answer, answers), " ".join(trial.idea.split())
        if home is None or len(idea) > LONGEST_SENTENCE or not _is_theirs(idea, home):
            continue
        version, is_ours = _smallest(" ".join(trial.smallest_version.split()), answers)
        yield Proposal(idea, version or smallest, is_suggested=is_ours)


def _smallest(version: str, answers: Sequence[Shown]) -> tuple[str, bool]:
    """Return a smallest version and whether it is not the person's; nothing when it brings in words of its own."""
    own = _all(answers)
    if not version or len(version) > LONGEST_SENTENCE or not is_fit(version, own, may_bid=True):
        return "", True
    if any(is_in_words_of(version, answer.shown) for answer in answers):
        return version, False
    is_close = content_of(version) <= content_of(own) | _SMALLER
    return (version, True) if is_close else ("", True)


def _quotes(quotes: Iterable[str], answers: Sequence[Shown]) -> Iterator[str]:
    seen: set[str] = set()
    for quote in quotes:
        home = _home(quote, "", answers)
        if home is None or home[1].end - home[1].start < SHORTEST_QUOTE:
            continue
        words = home[0].text[home[1].start : home[1].end]
        if not any(words in one or one in words for one in seen):
            seen.add(words)
            yield words


def _all(answers: Iterable[Shown]) -> str:
    return "\n".join(answer.shown for answer in answers)
