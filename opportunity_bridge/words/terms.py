"""Names and sentences for what a posting says of its terms, and for what in it is worth checking."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opportunity_bridge.domain.clashes import Matter
from opportunity_bridge.domain.contracts import Contract
from opportunity_bridge.domain.cues import Scam, Stale


def contract_words(contract: Contract) -> str:
    """Name a kind of employment."""
    words = {
        Contract.PERMANENT: _("permanent"),
        Contract.FIXED_TERM: _("for a fixed time"),
        Contract.TEMPORARY: _("temporary"),
        Contract.SEASONAL: _("for a season"),
        Contract.CASUAL: _("casual, as needed"),
        Contract.FREELANCE: _("self-employed"),
        Contract.APPRENTICESHIP: _("apprenticeship"),
        Contract.INTERNSHIP: _("internship"),
        Contract.VOLUNTEER: _("voluntary"),
        Contract.FULL_TIME: _("full time"),
        Contract.PART_TIME: _("part time"),
    }
    return words[contract]


def hours_words(least: float, most: float) -> str:
    """Say the hours of a week."""
    amount = f"{most:g}" if least == most else f"{least:g}–{most:g}"
    return ngettext("%(amount)s hour a week", "%(amount)s hours a week", round(most)) % {"amount": amount}


def day_words(day: date) -> str:
    """Write a day."""
    return date_format(day, "j F Y")


def scam_words(cue: Scam) -> str:
    """Say what is innocent about a sign of a trick, if anything, and what to do."""
    words = {
        Scam.PAY_FIRST: _("No honest employer asks for money before work begins. Pay nothing."),
        Scam.BANK_DETAILS: _("An employer needs an account for wages, but only once a contract is signed."),
        Scam.IDENTITY: _("Papers are checked when a contract is made. Send no copy before you have met somebody."),
        Scam.MESSENGER: _("Small firms write this way too. Look up their number yourself and ask there first."),
        Scam.FREE_MAIL: _("Many small firms use such an address. Look the firm up yourself and ask there first."),
        Scam.NO_INTERVIEW: _("Seasonal work sometimes begins like this. Talk to somebody there before you agree."),
        Scam.PARCELS: _("Parcels sent on from a private home are often stolen. Do not take any in for somebody."),
        Scam.MONEY_HANDLING: _("Money of others on your own account can make you liable. Do not pass any on."),
        Scam.CRYPTO: _("Honest firms deal in this too. Put in no money of your own."),
        Scam.TOO_GOOD: _(
            "It may be a slip. Compare what such work usually pays before you tell anything about yourself."
        ),
        Scam.PRESSURE: _("It may only be a lively way of writing. An honest offer still stands tomorrow."),
    }
    return words[cue]


def stale_words(cue: Stale) -> str:
    """Say what to do about a posting that may be over."""
    words = {
        Stale.CLOSED: _("Ask whether it is still open before you put work into it."),
        Stale.REPOSTED: _("Nobody fitted, or somebody left. It is fair to ask which."),
        Stale.PAST_CLOSING: _("That day has passed. A short call tells whether they still take applications."),
        Stale.PAST_START: _("That day has passed. A short call tells whether the place is still free."),
    }
    return words[cue]


def clash_words(matter: Matter) -> str:
    """Say what a posting says two things about."""
    words = {
        Matter.REMOTE: _("It says two things about place"),
        Matter.PAY: _("It says two things about pay"),
        Matter.EXPERIENCE: _("It says two things about experience"),
        Matter.CONTRACT: _("It says two things about the contract"),
        Matter.HOURS: _("It says two things about hours"),
        Matter.DATES: _("It closes before it was posted"),
    }
    return words[matter]
