"""Coming back on another device with the recovery code.

Guessing is slow in three ways: few attempts for a code and for an address, a hash that takes memory and
time, two of those at once in a process. When the whole service sees too many attempts, each one waits
longer and the operators are told; nobody is locked out.
"""

import hashlib
import hmac
import secrets
import time
from datetime import timedelta
from threading import BoundedSemaphore

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Sum
from django.utils import timezone

from mosaic.people import rates, services
from mosaic.people.domain.recovery import Code, new_code
from mosaic.people.models import Person, RecoveryCode, Spending
from mosaic.people.services import Opened

LOOKUP, ADDRESS, NEW = "recovery_code", "recovery_address", "recovery_new"
SALT = 16
TRIES = 5
BUSY_SECONDS = 1.0
HOUR = timedelta(hours=1)

_two_at_once = BoundedSemaphore(2)
_dummy = hashlib.sha256(b"nobody").digest()


class WrongCode(Exception):
    """The words are well-formed and open nothing."""


def make(person: Person) -> Code:
    """Give a person a new code; the earlier one stops working. The code itself is kept nowhere. Raises RateExceeded."""
    rates.spend(NEW, str(person.pk))
    _let_the_connection_go()
    for _ in range(TRIES):
        code, salt = new_code(), secrets.token_bytes(SALT)
        verifier = _hash(code, salt)
        try:
            with transaction.atomic():
                RecoveryCode.objects.filter(person=person).delete()
                RecoveryCode.objects.create(person=person, lookup=code.lookup, salt=salt, verifier=verifier)
        except IntegrityError:
            # Somebody else's code begins with the same two words, or two tabs asked at once.
            continue
        return code
    raise RuntimeError("no free recovery code was found")


def revoke(person: Person) -> bool:
    """Make a person's code useless; return whether there was one."""
    count, _ = RecoveryCode.objects.filter(person=person).delete()
    return count > 0


def code_of(person: Person) -> RecoveryCode | None:
    """Return what is stored of a person's code."""
    return RecoveryCode.objects.filter(person=person).first()


def recover(code: Code, *, address: str) -> Opened:
    """Open a new session of the person a code belongs to. Raises WrongCode, RateExceeded."""
    rates.spend(ADDRESS, address)
    rates.spend(LOOKUP, str(code.lookup))
    is_busy = attempts_in_the_last_hour() > settings.RECOVERY_BUSY
    now = timezone.now()
    kept = RecoveryCode.objects.select_related("person").filter(lookup=code.lookup, person__expires_at__gt=now).first()
    _let_the_connection_go()
    if is_busy:
        time.sleep(BUSY_SECONDS)
    # An unknown code costs the same hash as a known one.
    given = _hash(code, bytes(kept.salt) if kept else _dummy[:SALT])
    fits = hmac.compare_digest(given, bytes(kept.verifier) if kept else _dummy)
    if kept is None or not fits:
        raise WrongCode
    return _open(kept)


def attempts_in_the_last_hour() -> int:
    """Return how often a code was tried, by anybody."""
    tried = Spending.objects.filter(rate=ADDRESS, window__gt=timezone.now() - HOUR)
    return tried.aggregate(total=Sum("count"))["total"] or 0


@transaction.atomic
def _open(kept: RecoveryCode) -> Opened:
    """Open the session unless the code was replaced or the person erased while the hash was made."""
    if not RecoveryCode.objects.select_for_update().filter(pk=kept.pk).exists():
        raise WrongCode
    opened = services.open_session(kept.person)
    services.renew(kept.person)
    return opened


def _hash(code: Code, salt: bytes) -> bytes:
    with _two_at_once:
        return hashlib.scrypt(
            code.secret,
            salt=salt,
            n=settings.RECOVERY_COST,
            r=8,
            p=1,
            dklen=32,
            maxmem=256 * settings.RECOVERY_COST * 8,
        )


def _let_the_connection_go() -> None:
    """Hold no connection while waiting; inside a transaction it is not ours to give back."""
    if not connection.in_atomic_block:
        connection.close()
