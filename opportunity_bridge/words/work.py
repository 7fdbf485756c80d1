"""Names and sentences for postings, applications and kinds of work."""

from django.utils.translation import gettext as _

from mosaic.lexicon.store import lexicon
from opportunity_bridge.domain.circumstances import Remote
from opportunity_bridge.domain.occupations import FirstTest, Reachable
from opportunity_bridge.domain.pay import Pay, Period
from opportunity_bridge.domain.reasons import Reason
from opportunity_bridge.domain.stages import Stage

SIGNS = {"GBP": "£", "EUR": "€", "USD": "US$"}


def remote_words(remote: str) -> str:
    """Say where the work is done."""
    words = {Remote.ONSITE: _("on site"), Remote.HYBRID: _("partly from home"), Remote.REMOTE: _("from home")}
    return words.get(Remote(remote), "")


def pay_words(pay: Pay) -> str:
    """Write pay the way people read it."""
    periods = {
        Period.HOUR: _("an hour"),
        Period.DAY: _("a day"),
        Period.WEEK: _("a week"),
        Period.MONTH: _("a month"),
        Period.YEAR: _("a year"),
    }
    least, most = (
        f"{amount:,.0f}" if amount == amount.to_integral() else f"{amount:,.2f}" for amount in (pay.least, pay.most)
    )
    amounts = least if pay.least == pay.most else f"{least}–{most}"
    sign = SIGNS.get(pay.currency, f"{pay.currency} ".lstrip())
    return f"{sign}{amounts} {periods[pay.period]}"


def stage_words(stage: str) -> str:
    """Name a stage."""
    words = {
        Stage.SAVED: _("saved"),
        Stage.APPLIED: _("applied"),
        Stage.SCREENING: _("first talk"),
        Stage.INTERVIEW: _("interview"),
        Stage.OFFER: _("offer"),
        Stage.ACCEPTED: _("accepted"),
        Stage.REJECTED: _("they chose someone else"),
        Stage.WITHDRAWN: _("you withdrew"),
        Stage.NO_RESPONSE: _("no answer"),
    }
    return words[Stage(stage)]


def reason_choices() -> list[tuple[str, str]]:
    """Return the reasons for putting a posting aside."""
    return [
        (Reason.NONE, _("no reason")),
        (Reason.WORK, _("the work itself")),
        (Reason.PLACE, _("the place")),
        (Reason.PAY, _("the pay")),
        (Reason.HOURS, _("the hours")),
        (Reason.EMPLOYER, _("the employer")),
        (Reason.OTHER, _("something else")),
    ]


def test_words(found: Reachable) -> str:
    """Say the smallest way of finding out about a kind of work."""
    label = lexicon().occupations[found.id].label
    if found.first_test is FirstTest.TRY_SKILL:
        skill = lexicon().skills[found.test_skill].label
        return _("Try one small piece of “%(skill)s” this week and notice how it feels.") % {"skill": skill}
    return _("Talk for 20 minutes with somebody who works as %(label)s.") % {"label": label}
