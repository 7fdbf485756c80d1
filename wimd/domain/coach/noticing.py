"""When something the journal shows is said, and as what: once, at a moment that has room for it."""

from wimd.domain.coach.kinds import Choice, Move, Noticed
from wimd.domain.coach.parts import Part, Reply
from wimd.domain.coach.state import Notice
from wimd.domain.coach.talk import Talk

BETWEEN = 3
"""Answers between two notices, at least; on coming back it may be the first."""
TALKED = 8
"""Answers without a step or a notice after which one small step is worth more than a further question."""

_LEADS_TO = {
    Noticed.DONE: (),
    Noticed.OVERDUE: (Choice.EXPERIMENTS,),
    Noticed.UNREVIEWED: (Choice.EXPERIMENTS,),
    Noticed.NO_REVIEW_DATE: (Choice.EXPERIMENTS,),
    Noticed.SAID_NOT_DONE: (),
    Noticed.SAVED_NOT_APPLIED: (Choice.SAVED,),
    Noticed.AWAY: (),
}


def notice(talk: Talk, *, is_light: bool) -> Reply | None:
    """Return an answer that names one thing the journal shows, if this is a moment for it.

    A light message (a greeting, thanks) leaves room; so does coming back after a day. In the middle of telling
    something nobody is interrupted.
    """
    since = talk.state.turns_since(Move.NOTICE)
    has_room = talk.state.away >= 1 or (is_light and since >= BETWEEN) or since >= 2 * BETWEEN
    return next(filter(None, (_said(talk, one) for one in talk.state.notices)), None) if has_room else None


def _said(talk: Talk, one: Notice) -> Reply | None:
    if talk.phrases.was_said_about(one.key):
        return None
    part = _part(talk, one)
    if part is None:
        return None
    before = [] if talk.intent else talk.reflection()
    return talk.coach(Move.NOTICE, [*before, part], choices=_LEADS_TO[one.noticed])


def _part(talk: Talk, one: Notice) -> Part | None:
    """Encouraging where steps were taken lately, gently challenging where not."""
    tone = "kind" if talk.state.stepped else "plain"
    values: dict[str, str | int] = {"count": one.count}
    if one.words:
        values["words"] = one.words
    if one.day:
        values["day"] = one.day  # type: ignore[assignment]  # put into words with the page
    if one.noticed is Noticed.AWAY:
        return talk.recalling("notice.away")
    code = f"notice.{one.noticed}" if one.noticed is Noticed.DONE else f"notice.{one.noticed}.{tone}"
    return talk.part(code, key=one.key, **values)


def challenge(talk: Talk) -> Reply | None:
    """Return a gentle challenge after much talk without a step: a test of theirs, small enough for this week."""
    if (
        talk.state.turns_since(Move.NOTICE, Move.CHALLENGE, Move.PLAYBACK, Move.OFFER_TEST) < TALKED
        or talk.state.stepped
    ):
        return None
    test = talk.state.understood.test
    part = talk.part("challenge", key="test", words=test) if test else talk.recalling("challenge.without")
    return talk.coach(Move.CHALLENGE, [*talk.reflection(), part], choices=(Choice.EXPERIMENTS,)) if part else None
