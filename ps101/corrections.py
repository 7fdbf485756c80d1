"""A person's corrections of what was understood: whole lists at once, and line by line."""

from collections.abc import Mapping, Sequence
from typing import cast

from django.db import transaction

from mosaic.facts import services as facts
from mosaic.lib.text import normalised
from mosaic.people.models import Person
from ps101 import joining, queries, services
from ps101.domain.extraction import CONTEXT_LISTS, Proposal
from ps101.domain.own_lines import Present, added, left_out, restored, reworded
from ps101.domain.own_words import place_of
from ps101.joining import EXPERIMENTS, QUOTES
from ps101.models import Context


class NotTheirWords(ValueError):
    """A quote that stands in none of the person's answers."""


class UnknownLine(LookupError):
    """There is no such line."""


@transaction.atomic
def apply(person: Person, context: Context, changes: Mapping[str, object]) -> None:
    """Keep what a list names, add what is new in it, remove the rest; word the problem; confirm. Raises NotTheirWords."""
    Person.objects.select_for_update().get(pk=person.pk)
    if "problem_definition" in changes:
        services.word_problem(person, context, text=str(changes["problem_definition"]))
    for name in CONTEXT_LISTS:
        if name in changes:
            _correct_list(person, name, cast(Sequence[str], changes[name]))
    if "proposed_experiments" in changes:
        _correct_experiments(context, cast(Sequence[Mapping[str, str]], changes["proposed_experiments"]))
    if "key_quotes" in changes:
        _correct_quotes(context, cast(Sequence[str], changes["key_quotes"]))
    if changes.get("confirmed"):
        services.confirm_context(person, context)


def _correct_list(person: Person, name: str, wanted: Sequence[str]) -> None:
    kind, aspect = CONTEXT_LISTS[name]
    labels = {normalised(label).strip().casefold(): label for label in wanted if label.strip()}
    for fact in queries.context_facts_of(person, kind, aspect):
        if labels.pop(fact.label.casefold(), None) is None:
            facts.remove(person, fact)
    for label in labels.values():
        facts.add(person, kind=kind, label=label, aspect=aspect)


def _correct_experiments(context: Context, wanted: Sequence[Mapping[str, str]]) -> None:
    present = _present(context, EXPERIMENTS)
    ideas = {_clean(one["idea"]): _clean(one["smallest_version"]) for one in wanted}
    for line in present.lines:
        if line.idea not in ideas:
            present = left_out(present, line.idea)
        elif ideas[line.idea] != line.smallest_version:
            present = reworded(present, line.idea, Proposal(line.idea, ideas[line.idea], is_suggested=False))
    known = {line.idea for line in present.lines}
    for idea, smallest in ideas.items():
        if idea not in known:
            present = added(present, Proposal(idea, smallest, is_suggested=False))
    _keep(context, EXPERIMENTS, present)


def _correct_quotes(context: Context, wanted: Sequence[str]) -> None:
    present = _present(context, QUOTES)
    quotes = [_literal(context, quote) for quote in wanted]
    for line in present.lines:
        if line.idea not in quotes:
            present = left_out(present, line.idea)
    known = {line.idea for line in present.lines}
    for quote in dict.fromkeys(quotes):
        if quote not in known:
            present = added(present, _quoted(quote))
    _keep(context, QUOTES, present)


@transaction.atomic
def reword_experiment(context: Context, words: str, *, idea: str, smallest: str) -> None:
    """Put an experiment in the person's own words. Raises UnknownLine."""
    context = _locked(context)
    present = _present(context, EXPERIMENTS)
    line = _named(present.lines, words)
    is_ours = line.is_suggested and _clean(smallest) == line.smallest_version
    now = Proposal(_clean(idea), _clean(smallest), is_suggested=is_ours)
    _keep(context, EXPERIMENTS, reworded(present, line.idea, now))


@transaction.atomic
def choose_quote(context: Context, words: str, *, quote: str) -> None:
    """Keep other words of the person in place of a quote. Raises UnknownLine, NotTheirWords."""
    context = _locked(context)
    present = _present(context, QUOTES)
    line, now = _named(present.lines, words), _quoted(_literal(context, quote))
    _keep(context, QUOTES, reworded(present, line.idea, now))


@transaction.atomic
def leave_out(context: Context, name: str, words: str) -> None:
    """Leave a line out until it is brought back. Raises UnknownLine."""
    context = _locked(context)
    present = _present(context, name)
    _keep(context, name, left_out(present, _named(present.lines, words).idea))


@transaction.atomic
def bring_back(context: Context, name: str, words: str) -> None:
    """Bring back one of the lines that were left out. Raises UnknownLine."""
    context = _locked(context)
    present = _present(context, name)
    _keep(context, name, restored(present, _named([one.now for one in present.gone], words).idea))


def _locked(context: Context) -> Context:
    return Context.objects.select_related("journey__flow").select_for_update(of=("self",)).get(pk=context.pk)


def _present(context: Context, name: str) -> Present:
    return Present(queries.lines_of(context, name), tuple(queries.own_lines_of(context, name)))


def _named(lines: Sequence[Proposal], words: str) -> Proposal:
    """Return the line with such words; a place in a list might mean another line by now. Raises UnknownLine."""
    found = next((line for line in lines if line.idea == _clean(words) or line.idea == words), None)
    if found is None:
        raise UnknownLine
    return found


def _keep(context: Context, name: str, present: Present) -> None:
    if name == EXPERIMENTS:
        context.proposed_experiments = joining.rows_of(present.lines)
    else:
        context.key_quotes = [one.idea for one in present.lines]
    own: dict[str, list[object]] = {
        one: joining.rows_of_own(queries.own_lines_of(context, one)) for one in (EXPERIMENTS, QUOTES)
    }
    context.own_lines = {**own, name: joining.rows_of_own(present.own)}
    context.save(update_fields=["proposed_experiments", "key_quotes", "own_lines"])


def _literal(context: Context, quote: str) -> str:
    """Return words as they stand in an answer. Raises NotTheirWords."""
    quote = normalised(quote).strip()
    for answer in queries.texts_in(context.journey):
        place = place_of(quote, answer.text)
        if place:
            return answer.text[place.start : place.end]
    raise NotTheirWords


def _quoted(quote: str) -> Proposal:
    return Proposal(quote, "", is_suggested=False)


def _clean(words: str) -> str:
    return " ".join(normalised(words).split())
