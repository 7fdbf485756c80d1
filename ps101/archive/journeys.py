"""Journeys and answers, row by row."""

from collections.abc import Iterator, Mapping
from typing import cast

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from mosaic.people.archive.registry import Told
from mosaic.people.archive.tables import Key, Table
from mosaic.people.models import Person
from ps101 import queries
from ps101.models import Answer, AnswerRevision, FlowVersion, Journey


def _flow_name(row: Model) -> object:
    flow = cast(Journey, row).flow
    return {"key": flow.key, "version": flow.version}


def _flow_named(said: object) -> object | None:
    """Return the flow of this version, or the one in use now: keys of prompts stay the same."""
    if not isinstance(said, Mapping) or not isinstance(said.get("key"), str):
        return None
    flows, version = FlowVersion.objects.filter(key=said["key"]), said.get("version")
    exact = flows.filter(version=version).first() if type(version) is int and 0 < version < 2**31 else None
    found = exact or flows.filter(is_active=True).first()
    return found.pk if found else None


def _told_answers(person: Person) -> Iterator[Told]:
    for journey in queries.journeys_of(person).reverse():
        answers = queries.answers_in(journey)
        for prompt in queries.flow_of(journey.flow).prompts:
            answer = answers.get(prompt.key)
            if answer and (answer.text or answer.draft):
                yield Told(prompt.text, ((_("you answered"), answer.text), (_("draft"), answer.draft)))


JOURNEYS = Table("journeys", "journey", _("journeys"), Journey, keys={"flow": Key(_flow_name, _flow_named)})
ANSWERS = Table("answers", "answer", _("answers"), Answer, tell=_told_answers)
REVISIONS = Table("answer_revisions", "revision", _("earlier answers"), AnswerRevision)
