"""Putting a reading into a context, beside what the person has said about it themselves."""

from collections.abc import Iterable

from mosaic.facts import services as facts
from mosaic.facts.models import SourceKind
from mosaic.people.models import Person
from ps101 import queries, reading
from ps101.domain.known_lines import is_known, is_same
from ps101.domain.model_reading import Reading
from ps101.domain.own_lines import OwnLine, with_own
from ps101.domain.telling import MOST_QUOTES, Proposal, Understanding
from ps101.models import Context
from ps101.reading import Heard

EXPERIMENTS, QUOTES = "experiments", "quotes"


def put(context: Context, understood: Understanding) -> None:
    """Put what was read into a context; nothing the person worded, added or left out is touched."""
    if not context.problem_is_own:
        context.problem_definition = understood.problem_definition
    own = queries.own_lines_of(context, EXPERIMENTS)
    context.proposed_experiments = rows_of(with_own(understood.experiments, own))
    read = (Proposal(quote, "", is_suggested=False) for quote in understood.key_quotes)
    quotes = [one.idea for one in with_own(read, queries.own_lines_of(context, QUOTES))]
    # Words that were chosen go with the answer they stood in.
    texts = [answer.text for answer in queries.texts_in(context.journey)]
    context.key_quotes = [quote for quote in quotes if any(quote in text for text in texts)]


def join(person: Person, context: Context, heard: Heard) -> None:
    """Add what a model found to what rules found. What somebody has confirmed stays; new lines are suggestions.

    An answer that was changed meanwhile gives only what its words still hold.
    """
    found = reading.kept(heard.told, context.journey)
    _learn(person, context, found, heard.by.provider)
    if context.confirmed_at is None:
        put(context, _joined(context, found))
        context.lists = queries.lists_of(person)
    context.source, context.model, context.degraded = heard.by.provider, heard.by.model, False
    context.prompt = reading.prompt().version
    context.save()


def rows_of(proposals: Iterable[Proposal]) -> list[object]:
    """Return experiments as they are stored."""
    return [_row(one) for one in proposals]


def rows_of_own(lines: Iterable[OwnLine]) -> list[object]:
    """Return a person's changes as they are stored."""
    return [{"read": one.read, "removed": one.is_removed} | _row(one.now) for one in lines]


def _row(one: Proposal) -> dict[str, object]:
    return {"idea": one.idea, "smallest_version": one.smallest_version, "suggested": one.is_suggested}


def _learn(person: Person, context: Context, found: Reading, provider: str) -> None:
    """Learn each answer's lines once more than rules did; of what is known already nothing is added."""
    known, answers = queries.known_lines_of(person), queries.answers_in(context.journey)
    said = []
    for key, lines in found.found.items():
        answer = answers[key]
        source = facts.Source(SourceKind.ANSWER, answer.pk, answer.text, answer.version, reader=provider)
        said.append((source, [one for one in lines if not is_known(one, key, known)]))
    facts.learn_together(person, said)


def _joined(context: Context, found: Reading) -> Understanding:
    """Return experiments and quotes of both readings, the model's first, each once."""
    read, quotes = queries.proposals_of(context), queries.quotes_of(context)
    ideas = [one.idea for one in found.experiments]
    return Understanding(
        problem_definition=found.problem or context.problem_definition,
        experiments=(*found.experiments, *(one for one in read if not any(is_same(one.idea, idea) for idea in ideas))),
        key_quotes=(*found.quotes, *(one for one in quotes if not any(is_same(one, quote) for quote in found.quotes)))[
            :MOST_QUOTES
        ],
    )
