"""The delta as the API answers with it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from mosaic.facts.domain.profile import Known
from mosaic.lexicon.entries import Occupation
from mosaic.lexicon.occupation_fit import OccupationFit
from mosaic.lexicon.store import lexicon
from mosaic.people.models import Person
from ps101 import queries as discovery
from ps101.domain.experiments import Status
from wimd import queries
from wimd.domain.delta import Delta, Dimension
from wimd.domain.delta.keeping import read_kept
from wimd.domain.delta.ledger import Entry
from wimd.domain.delta.model import Line, Side, TargetKind, Test
from wimd.models import Analysis, Target
from wimd.serializers.shape import Shape
from wimd.words import delta as words
from wimd.words import delta_tests as tests


def analysis_shape(person: Person, delta: Delta) -> Shape:
    """Return an analysis with how it stood before."""
    kept = list(queries.analyses_of(person))
    tried = list(discovery.experiments_of(person))
    ids = {one.title: one.pk for one in reversed(tried) if one.status != Status.ARCHIVED}
    return {
        "analysis": {
            "delta": {
                "algorithm": delta.algorithm,
                "target": target_shape(delta),
                "dimensions": [_dimension(side, ids) for side in delta.sides],
                "skills": [_entry(one) for one in delta.ledger],
            },
            "summary": words.summary_words(delta),
            "strengths": [_line(one) for one in delta.strengths],
            "obstacles": [_line(one) for one in delta.obstacles],
            "occupations": [_kind_of_work(one) for one in delta.occupations],
            "experiments": [
                {"id": str(one.pk), "title": one.title or one.hypothesis, "status": one.status} for one in tried
            ],
        },
        "history": [_history(one) for one in kept],
        "computed_at": kept[0].created_at if kept else None,
        "source": "built-in",
    }


def target_shape(delta: Delta) -> Shape | None:
    """Return the target."""
    target = delta.target
    return {"kind": target.kind, "label": target.label, "occupation": target.occupation} if target else None


def target_answer(delta: Delta, kept: Iterable[Target], found: Iterable[Occupation]) -> Shape:
    """Return the target, the others and what was searched."""
    saved = (one for one in kept if one.kind == TargetKind.SAVED)
    return {
        "target": target_shape(delta),
        "saved": [
            {
                "id": str(one.pk),
                "job_id": str(one.job),
                "kind": one.kind,
                "label": one.label,
                "occupation": one.occupation,
            }
            for one in saved
        ],
        "occupations": [{"id": one.id, "label": one.label} for one in found],
    }


def _dimension(side: Side, ids: Mapping[str, UUID]) -> Shape:
    now, wanted = [_line(one) for one in side.now], [_line(one) for one in side.wanted]
    evidence = [{**one, "side": "now"} for one in now] + [{**one, "side": "wanted"} for one in wanted]
    return {
        "key": side.key,
        "name": words.side_name(side.key),
        "now": now,
        "wanted": wanted,
        "gap": side.gap.steps if side.gap else None,
        "rule": {"code": side.gap.rule, "numbers": dict(side.gap.numbers), "words": words.rule_words(side.gap)}
        if side.gap
        else None,
        "missing": [
            {"code": one, "words": words.missing_words(one), "question": words.ask_words(one, side.key)}
            for one in side.missing
        ],
        "evidence": [one for one in evidence if one["quote"]],
        "smallest_test": _test(side.key, side.test, ids) if side.test else None,
    }


def _test(key: Dimension, test: Test, ids: Mapping[str, UUID]) -> Shape:
    title = tests.experiment_words(test, key).title
    experiment = ids.get(title)
    return {
        "code": test.code,
        "words": tests.test_words(test),
        "minutes": test.minutes,
        "experiment_id": str(experiment) if experiment else None,
    }


def _line(line: Line) -> Shape:
    return {
        "fact_id": str(line.fact_id) if line.fact_id else None,
        "label": line.label,
        "quote": line.quote,
        "source": line.source,
        "source_id": str(line.source_id) if line.source_id else None,
    }


def _entry(entry: Entry) -> Shape:
    thing = entry.thing
    return {
        "skill": entry.skill,
        "label": lexicon().skills[entry.skill].label,
        "standing": entry.standing,
        "essential": entry.is_essential,
        "strength": thing.strength if thing else 0,
        "credit": entry.amount // 10,
        "reason": words.via_words(entry.via, words.source_name(entry.source)) if entry.via else "",
        "quote": next(iter(thing.quotes), "") if thing else "",
        "fact_id": str(thing.fact_id) if thing else None,
        "bridge": entry.bridge,
    }


def _kind_of_work(found: OccupationFit[Known]) -> Shape:
    skills = lexicon().skills
    carried = sorted(found.carries.items(), key=lambda row: (-row[1].amount, row[0]))
    return {
        "id": found.id,
        "label": lexicon().occupations[found.id].label,
        "fit_score": found.score,
        "carries": [
            {
                "skill": skill,
                "label": skills[skill].label,
                "credit": credit.amount // 10,
                "quote": next(iter(credit.fact.quotes), credit.fact.label),
            }
            for skill, credit in carried
        ],
        "missing": [{"id": one, "label": skills[one].label} for one in found.missing],
        "first_test": tests.first_test_words(found),
    }


def _history(kept: Analysis) -> Shape:
    stood = read_kept(kept.document)
    target = stood.target
    return {
        "at": kept.created_at,
        "algorithm": kept.algorithm,
        "target": {"kind": target.kind, "label": target.label, "occupation": target.occupation} if target else None,
        "dimensions": [{"key": one.key, "gap": one.gap} for one in stood.sides],
    }
