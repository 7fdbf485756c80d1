"""Who read the answers, when and from which flow; what was understood before; what waits for a yes."""

from collections.abc import Iterator, Mapping
from typing import cast

from mosaic.ai import door
from mosaic.ai.domain.purposes import Purpose
from mosaic.ai.sending import NotAnswered
from mosaic.people.consent import waiting_about
from mosaic.people.models import PROVIDERS, Person
from ps101 import queries
from ps101.domain.extraction import CONTEXT_LISTS
from ps101.models import Context, EarlierContext
from ps101.pages.journeys import Shown
from ps101.words.closing import understood_words


def provenance(person: Person, context: Context) -> Shown:
    """Return what the page says about a reading."""
    waiting = waiting_about(person, [context.pk]).get(context.pk)
    is_improving, wait = queries.is_improving(context), queries.wait_for_room(context)
    return {
        "model": _provider(context),
        "flow_title": queries.flow_title(context),
        "waiting": waiting,
        "is_improving": is_improving and not waiting,
        "wait": wait,
        "may_ask_model": not (context.model or waiting or wait or is_improving) and _may_be_asked(person),
        "experiments": queries.proposals_of(context),
        "quotes": queries.quotes_of(context),
        "experiments_left_out": queries.left_out_of(context, "experiments"),
        "quotes_left_out": queries.left_out_of(context, "quotes"),
        "earlier": [_earlier(person, one) for one in queries.earlier_contexts_of(person)],
    }


def _provider(reading: Context | EarlierContext) -> str:
    return PROVIDERS.get(reading.source, "")


def _may_be_asked(person: Person) -> bool:
    try:
        return bool(door.allowed(person, Purpose.EXTRACT))
    except NotAnswered:
        return False


def _earlier(person: Person, one: EarlierContext) -> Shown:
    document = queries.without_removed(person, cast(Mapping[str, object], one.document or {}))
    return {
        "at": one.extracted_at,
        "model": _provider(one),
        "flow_title": queries.flow_title(one),
        "is_provisional": one.is_provisional,
        "problem": document.get("problem_definition", ""),
        "lists": list(_lists(document)),
    }


def _lists(document: Mapping[str, object]) -> Iterator[Shown]:
    for name in CONTEXT_LISTS:
        lines = cast(list[Mapping[str, object]], document[name])
        if lines:
            yield {"heading": understood_words(name), "labels": [str(line["label"]) for line in lines]}
