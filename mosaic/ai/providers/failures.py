"""What both vendors' errors mean. Their classes have the same names, so one reading serves both."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import httpx2

from mosaic.ai.domain.calls import Failure, ProviderFailed

NO_ACCESS = (401, 402, 403)
TOO_MANY, FIRST_OF_CLIENT, FIRST_OF_SERVER = 429, 400, 500
MOST_WAIT = 3600.0


def failure_of(status: int) -> Failure:
    """Return what an HTTP status says about a call."""
    if status in NO_ACCESS:
        return Failure.NO_ACCESS
    if status == TOO_MANY:
        return Failure.TOO_MANY
    # An answer that began well and then tells of an error in its stream is the server's doing, too.
    is_servers = status >= FIRST_OF_SERVER or status < FIRST_OF_CLIENT
    return Failure.OVERLOADED if is_servers else Failure.REFUSED


def wait_in(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of Retry-After (or of its finer sister in milliseconds); a date or nonsense counts as nothing."""
    for name, unit in (("retry-after-ms", 1000.0), ("retry-after", 1.0)):
        try:
            found = float(headers.get(name, "")) / unit
        except ValueError:
            continue
        if 0 <= found <= MOST_WAIT:
            return found
    return None


def _unnamed(error: Exception) -> Failure:
    """Return what an error without a status means: no connection, a fault told inside a stream, or gibberish."""
    if isinstance(error.__cause__, httpx2.TransportError):
        return Failure.UNREACHABLE
    return Failure.OVERLOADED if getattr(error, "body", None) else Failure.UNREADABLE


@contextmanager
def told(vendor: type[Exception], timeout: type[Exception], status: type[Exception]) -> Iterator[list[str]]:
    """Turn what a vendor's library raises into ProviderFailed; the list holds what has come so far."""
    so_far: list[str] = []
    try:
        yield so_far
    except ProviderFailed as error:
        error.partly = "".join(so_far)
        raise
    except (timeout, httpx2.TimeoutException) as error:
        raise ProviderFailed(Failure.TOO_SLOW, partly="".join(so_far)) from error
    except status as error:
        code, headers = error.status_code, error.response.headers  # type: ignore[attr-defined]  # both vendors' errors of a status have them
        raise ProviderFailed(failure_of(code), status=code, wait=wait_in(headers), partly="".join(so_far)) from error
    except httpx2.TransportError as error:
        raise ProviderFailed(Failure.UNREACHABLE, partly="".join(so_far)) from error
    # The libraries take an answer for what it should be; one that is something else breaks anywhere inside them.
    except (vendor, ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RuntimeError) as error:
        raise ProviderFailed(_unnamed(error), partly="".join(so_far)) from error
