"""What was read from a posting, as plain data to keep: places, codes and numbers, none of its words."""

from collections.abc import Mapping
from typing import cast

from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.postings import PARSER, Contradiction, Draft, Posting
from opportunity_bridge.domain.requirements import Ask, Kind, Requirement
from opportunity_bridge.domain.signals import Signal

Rows = list[list[object]]
_ASKS = {ask.value: ask for ask in Ask}
_KINDS = {kind.value: kind for kind in Kind}


def document_of(posting: Posting) -> dict[str, object]:
    """Return what was read as plain data."""
    return {
        "parser": PARSER,
        "remote": posting.remote,
        "weekly_hours": posting.weekly_hours,
        "occupations": list(posting.occupations),
        "level": posting.level,
        "requirements": [
            [one.kind, one.ask, list(one.ids), one.start, one.end, one.amount, one.level, one.flexible]
            for one in posting.requirements
        ],
        "usual": [one.ids[0] for one in posting.usual],
        "signals": [[one.value, one.start, one.end, one.opposed] for one in posting.signals],
        "contradictions": [[one.stated, one.start, one.end] for one in posting.contradictions],
    }


def posting_of(document: Mapping[str, object], draft: Draft) -> Posting:
    """Return the posting that `document_of` was made from; `draft` brings back its words and fields.

    What has left the lexicon since, because a classification was taken away, is left out.
    """
    entries = lexicon()
    return Posting(
        role=draft.role,
        company=draft.company,
        location=draft.location,
        text=draft.text,
        field=draft.field,
        remote=Remote(cast(str, document["remote"])),
        pay=draft.pay,
        weekly_hours=cast(float, document["weekly_hours"]),
        occupations=tuple(one for one in cast(list[str], document["occupations"]) if one in entries.occupations),
        level=cast(str, document["level"]),
        requirements=tuple(filter(None, map(_requirement, cast(Rows, document["requirements"])))),
        usual=tuple(
            Requirement(Kind.SKILL, Ask.USUAL, (one,), 0, 0)
            for one in cast(list[str], document["usual"])
            if one in entries.skills
        ),
        signals=tuple(Signal(*row) for row in cast(list[tuple[str, int, int, bool]], document["signals"])),
        contradictions=tuple(
            Contradiction(Remote(stated), start, end)
            for stated, start, end in cast(list[tuple[str, int, int]], document["contradictions"])
        ),
    )


def _requirement(row: list[object]) -> Requirement | None:
    kind, ask, ids, start, end, amount, level, flexible = cast(
        tuple[str, str, list[str], int, int, float, str, bool], row
    )
    if kind == Kind.SKILL:
        ids = [one for one in ids if one in lexicon().skills]
        if not ids:
            return None
    return Requirement(_KINDS[kind], _ASKS[ask], tuple(ids), start, end, amount, level, flexible)
