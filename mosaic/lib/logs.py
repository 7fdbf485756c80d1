"""JSON lines that say what happened and never what somebody wrote.

Every line carries the request's id and route name. An exception is shown as its type and the places
it passed through: its message may hold a person's words (a database error quotes its row).

What our own code writes is held to that by `Discreet`, which stands before everything that is written: of a
library's line it keeps the sentence it was programmed with, and of what is filled in only numbers and codes.
"""

import logging
import re
import sys
import traceback
from collections.abc import Mapping

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Their messages quote the raw path, the SQL with its parameters, or task arguments.
TOO_TALKATIVE = ("django.request", "django.security", "django.db.backends", "celery.app.trace", "pypdf")
QUIET = ("django.server", "celery.worker.strategy", "celery.beat", "celery.worker", "httpx2", "axes", "kombu")

LEFT_OUT = "[left out]"
# Raised at the start, about the environment alone: its sentence is the help.
FOR_OPERATORS = ("ImproperlyConfigured",)
LONGEST = 300
# A code of ours: no blank, no query, not longer than a name. Of a library's values not even a path.
OUR_CODE = re.compile(r"^[\w./:<>=,+\-\[\]]{0,120}\Z", re.ASCII)
THEIR_CODE = re.compile(r"^[\w.:,=\-]{0,80}\Z", re.ASCII)
# Keys, tokens and digests are long runs without a dot or slash; an id with its four hyphens is not meant.
SECRET = re.compile(r"[A-Za-z0-9_+=-]{32,}", re.ASCII)
AN_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CREDENTIALS = re.compile(r"(?<=://)[^@/\s]+@|(?i:bearer|basic) \S+|[\w.+-]+@[\w-]+\.[\w.-]+")
# Filled in by this module and by the watch over the service itself, never from a request.
OF_OURS = frozenset(("at", "timestamp", "reading", "what"))


class Discreet(logging.Filter):
    """Takes out of every line what is neither a code nor a number, and whatever looks like a secret."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite a record in place; let it pass."""
        if isinstance(record.msg, Mapping):
            record.msg = {
                name: value if name in OF_OURS else _kept(value, OUR_CODE) for name, value in record.msg.items()
            }
            return True
        record.msg, record.args = without_secrets(_sentence(record))[:LONGEST], ()
        return True


def without_secrets(text: str) -> str:
    """Return a line without tokens, keys, digests, credentials and e-mail addresses."""
    hidden = CREDENTIALS.sub(LEFT_OUT, text)
    return SECRET.sub(lambda found: found[0] if AN_ID.fullmatch(found[0]) else LEFT_OUT, hidden)


def _sentence(record: logging.LogRecord) -> str:
    """Return a library's sentence with what is filled in reduced to numbers and codes."""
    if isinstance(record.args, Mapping):
        args: object = {name: _kept(value, THEIR_CODE) for name, value in record.args.items()}
    else:
        args = tuple(_kept(value, THEIR_CODE) for value in record.args or ())
    try:
        return str(record.msg) % args if args else str(record.msg)
    except (TypeError, ValueError):
        return str(record.msg)


def _kept(value: object, code: re.Pattern[str]) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, list | tuple):
        return [_kept(one, code) for one in value]
    if isinstance(value, str):
        return without_secrets(value) if code.match(value) else LEFT_OUT
    return LEFT_OUT


def bare_exception(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by the exception's type and the places it came through."""
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    if isinstance(found, BaseException):
        found = (type(found), found, found.__traceback__)
    if isinstance(found, tuple) and found[0] is not None:
        event["exception"] = found[0].__name__
        if found[0].__name__ in FOR_OPERATORS:
            event["says"] = str(found[1])
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(found[2])[-8:]]
    return event


SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    bare_exception,
]


def logging_config(level: str) -> dict[str, object]:
    """Return Django's LOGGING for one log level."""
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    formatter = {
        "()": structlog.stdlib.ProcessorFormatter,
        "processors": [
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.JSONRenderer(),
        ],
        "foreign_pre_chain": SHARED,
    }
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": formatter},
        "filters": {"discreet": {"()": Discreet}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["discreet"]}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            **{name: {"level": "CRITICAL"} for name in TOO_TALKATIVE},
            **{name: {"level": "WARNING"} for name in QUIET},
        },
    }
