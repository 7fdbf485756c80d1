"""What both faces of recovery, consent and sharing share: refusals in words, and leaving."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mosaic.lib.problems import Invalid, NotFound, Problem
from mosaic.lib.requests import client_address, is_foreign
from mosaic.people import consent, queries, rates, recovery, services, shares
from mosaic.people.domain.recovery import LENGTH, Code, UnknownWords, read_code
from mosaic.people.identity import OWNER_HEADER, Access, TooOften, Via, WrongPerson, enter_with
from mosaic.people.models import AIReceipt, Person, Session, Share

CLEAR_ALL = '"cache", "cookies", "storage"'
CLEAR_PAGE = '"cache", "storage"'


def recover(request: HttpRequest, text: str) -> Access:
    """Open a session with the words somebody typed. Raises Problem."""
    if is_foreign(request):
        raise Problem(403, "foreign_origin", _("A session cannot be started from another site."))
    try:
        opened = recovery.recover(understood(text), address=client_address(request))
    except recovery.WrongCode as error:
        detail = _("These words open nothing here. A newer code replaces an older one, and expired data is gone.")
        raise Problem(403, "recovery_code_wrong", detail) from error
    except rates.RateExceeded as error:
        raise TooOften(error) from error
    if request.headers.get(OWNER_HEADER, str(opened.session.person_id)) != str(opened.session.person_id):
        services.end_session(opened.session)
        raise WrongPerson
    return enter_with(Access(opened.session, opened.token, Via.NEW))


def understood(text: str) -> Code:
    """Return the code somebody typed. Raises Problem with the words that are not in the list."""
    try:
        return read_code(text)
    except UnknownWords as error:
        if error.words:
            detail = ngettext(
                "This word is not one of ours: %(words)s.",
                "These words are not ours: %(words)s.",
                len(error.words),
            ) % {"words": ", ".join(error.words)}
        else:
            detail = _("A recovery code has %(length)d words; these are %(count)d.") % {
                "length": LENGTH,
                "count": error.count,
            }
        raise Invalid("code", "unknown_words", detail) from error


def make_code(person: Person) -> Code:
    """Make a new recovery code. Raises Problem 429."""
    try:
        return recovery.make(person)
    except rates.RateExceeded as error:
        raise TooOften(error) from error


def leave(access: Access, *, sure: bool) -> bool:
    """End the session in use; return whether there is a code to come back with. Raises Problem where nothing else leads back."""
    person = access.person
    has_code = recovery.code_of(person) is not None
    if leaves_no_way_back(person, has_code=has_code) and not sure:
        detail = _(
            "Without a recovery code nothing leads back to what you keep here. Make one first, or say that you are sure."
        )
        raise Problem(409, "no_recovery_code", detail)
    services.end_session(access.session)
    return has_code


def leaves_no_way_back(person: Person, *, has_code: bool) -> bool:
    """Whether leaving the only session would cut a person off from what they keep."""
    return person.has_content and not has_code and queries.sessions_of(person).count() < 2


def session_for(person: Person, device_id: UUID) -> Session:
    """Return one open session of a person. Raises Problem 404."""
    session = queries.sessions_of(person).filter(pk=device_id).first()
    if session is None:
        raise NotFound("session_not_found", _("There is no such open session."))
    return session


def receipt_for(person: Person, receipt_id: UUID) -> AIReceipt:
    """Return one receipt of a person. Raises Problem 404."""
    try:
        return consent.receipt_for(person, receipt_id)
    except consent.UnknownReceipt as error:
        raise NotFound("receipt_not_found", _("There is no such receipt.")) from error


def decide(person: Person, receipt_id: UUID, *, send: bool) -> AIReceipt:
    """Say yes or no to one waiting text. Raises Problem."""
    receipt = receipt_for(person, receipt_id)
    try:
        return consent.decide(person, receipt.pk, send=send)
    except consent.AlreadyDecided as error:
        detail = _("This was decided before, or has waited longer than a day. The built-in answer stands.")
        raise Problem(409, "already_decided", detail) from error
    except consent.NotAllowed as error:
        raise Problem(409, "ai_off", _("Language models are off for you, so nothing is sent.")) from error


def share_for(person: Person, share_id: UUID) -> Share:
    """Return one link of a person. Raises Problem 404."""
    share = shares.shares_of(person).filter(pk=share_id).first()
    if share is None:
        raise NotFound("share_not_found", _("There is no such link."))
    return share


def open_share(
    person: Person, *, codes: Sequence[str], days: int, label: str, version: UUID | None, allows_comments: bool
) -> shares.Opened:
    """Make a link. Raises Problem."""
    try:
        return shares.open_share(
            person, codes=codes, days=days, label=label, version=version, allows_comments=allows_comments
        )
    except shares.NothingToShow as error:
        detail = _("One of these parts cannot be shown: it is not known here, or there is no such résumé version.")
        raise Invalid("scopes", "nothing_to_show", detail) from error
    except shares.TooMany as error:
        detail = _("%(most)d links are kept at most. Remove one that is over.") % {"most": shares.MOST_SHARES}
        raise Problem(409, "too_many_shares", detail) from error
