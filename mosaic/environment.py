"""Every environment variable Mosaic reads: what it means, what it may be, when it is needed.

`.env.example`, the settings and `manage.py validate_env` are held to this table. Plain Python, so
that the table can be asked even when the settings refuse to load.
"""

import base64
import binascii
import os
import sys
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import environ

from mosaic.ai.domain.prices import prices_in
from mosaic.ai.domain.purposes import choices_in

PLACEHOLDERS = (
    "change-me",
    "changeme",
    "change_me",
    "replace",
    "your-",
    "your_",
    "<",
    "todo",
    "django-insecure",
    "https://example.",
)
TRUE = frozenset(("1", "true", "yes", "on", "y", "ok"))
FALSE = frozenset(("0", "false", "no", "off", "n", ""))


class Form(StrEnum):
    """The form a variable's value takes."""

    TEXT = "text"
    SECRET = "secret"
    SWITCH = "switch"
    NUMBER = "number"
    LIST = "list"
    URL = "url"
    KEYS = "keys"
    RATE = "rate"
    MODE = "mode"
    MODELS = "models"
    PRICES = "prices"


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable. `default` is shown in `.env.example`, `needed` in production."""

    name: str
    form: Form
    meaning: str
    default: str = ""
    needed: bool = False


# The names of models change every few months: these lines and the variables are all there is to change.
LARGE = "anthropic:claude-sonnet-5-5, openai:gpt-6-luna"
SMALL = "anthropic:claude-haiku-5-5, openai:gpt-5.4-mini"
HEARING = "openai:gpt-transcribe"
PLACING = "openai:text-embedding-3-small"

VARIABLES = (
    Variable(
        "MOSAIC_MODE",
        Form.MODE,
        "embedded (one machine, keys kept in MOSAIC_VAR) or production; unset, DEBUG=False means production",
        "embedded",
    ),
    Variable(
        "MOSAIC_VAR",
        Form.TEXT,
        "folder for the embedded database, files, broker, logs and generated keys; unset, the folder var of the project",
    ),
    Variable("DEBUG", Form.SWITCH, "Django's debug pages; never with real people", "False"),
    Variable(
        "SECRET_KEY",
        Form.SECRET,
        "signs forms and the admin's sessions; 50 or more random characters; generated when embedded",
        needed=True,
    ),
    Variable(
        "DATA_KEYS",
        Form.KEYS,
        "32-byte keys in URL-safe base64, comma-separated, that wrap every person's own key; the first encrypts, all decrypt; generated when embedded",
        needed=True,
    ),
    Variable(
        "INSTANCE_ID",
        Form.TEXT,
        "short name inside cookie names, so that two instances on one host do not overwrite each other; generated when embedded",
        "mosaic",
    ),
    Variable(
        "ALLOWED_HOSTS",
        Form.LIST,
        "host names this service answers to, comma-separated",
        "127.0.0.1,localhost,[::1]",
        needed=True,
    ),
    Variable(
        "HTTPS", Form.SWITCH, "redirect to https and mark cookies Secure; unset, on in production and off when embedded"
    ),
    Variable(
        "TRUSTED_PROXIES", Form.NUMBER, "how many proxies in front set X-Forwarded-For and X-Forwarded-Proto", "0"
    ),
    Variable(
        "ALLOWED_ORIGINS", Form.LIST, "other origins whose scripts may call the API with a session header; never *"
    ),
    Variable("MOSAIC_HOST", Form.TEXT, "address the web server listens on; 0.0.0.0 in a container", "127.0.0.1"),
    Variable("PORT", Form.NUMBER, "port of the web server", "8000"),
    Variable("WEB_WORKERS", Form.NUMBER, "web processes", "2"),
    Variable("WEB_THREADS", Form.NUMBER, "threads of each web process", "300"),
    Variable(
        "DATABASE_URL",
        Form.URL,
        "postgres://… or sqlite:///…; unset, an SQLite file in MOSAIC_VAR; one that does not answer stops the start",
    ),
    Variable("DATABASE_POOL", Form.NUMBER, "most PostgreSQL connections of each process", "10"),
    Variable(
        "REDIS_URL", Form.URL, "redis://… for the broker and the cache; unset, files in MOSAIC_VAR and the database"
    ),
    Variable(
        "REDIS_PREFIX", Form.TEXT, "put before every Redis key, so that several instances can share a server", "mosaic"
    ),
    Variable("LOG_LEVEL", Form.TEXT, "DEBUG, INFO, WARNING or ERROR", "INFO"),
    Variable("SUPPORT_CONTACT", Form.TEXT, "an address shown on error and help pages; unset, none is shown"),
    Variable("HUMAN_COACH_URL", Form.URL, "where the coach points somebody who asks for a human"),
    Variable("METRICS_TOKEN", Form.SECRET, "bearer token that may read /metrics from elsewhere than loopback"),
    Variable("ALERT_WEBHOOK_URL", Form.URL, "receives a JSON post when an alert begins or ends"),
    Variable("MOSAIC_COMMIT", Form.TEXT, "the running commit, set by the image's build"),
    Variable("MOSAIC_BUILT_AT", Form.TEXT, "when the image was built, ISO 8601"),
    Variable(
        "STATIC_ROOT", Form.TEXT, "where assets are collected; unset, staticfiles in production, else in MOSAIC_VAR"
    ),
    Variable("WORKER_PROCESSES", Form.NUMBER, "processes of each worker of the image", "2"),
    Variable("DATA_DAYS", Form.NUMBER, "days a person's data is kept after the last use", "30"),
    Variable("EMPTY_PERSON_HOURS", Form.NUMBER, "hours a person without any content is kept", "24"),
    Variable("DOCUMENT_LIMIT_MB", Form.NUMBER, "largest document or image, MiB", "8"),
    Variable("MEDIA_LIMIT_MB", Form.NUMBER, "largest audio or video file, MiB", "25"),
    Variable("PERSON_LIMIT_MB", Form.NUMBER, "all files of one person, MiB", "85"),
    Variable("INSTANCE_LIMIT_MB", Form.NUMBER, "all files of everybody together, MiB", "8192"),
    Variable("BACKUP_DIR", Form.TEXT, "folder for backups; unset, the folder backups in MOSAIC_VAR"),
    Variable(
        "BACKUP_KEYS_DIR",
        Form.TEXT,
        "folder for the people's wrapped keys, kept 24 hours at most; keep it apart from the backups; unset, the folder backup-keys in MOSAIC_VAR",
    ),
    Variable("BACKUP_DAYS", Form.NUMBER, "days a backup is kept; people are promised 7", "7"),
    Variable("BACKUP_NIGHTLY", Form.SWITCH, "make a backup every night at 02:35 UTC", "False"),
    Variable("RATE_SESSIONS", Form.RATE, "new sessions per address", "120/h"),
    Variable("RATE_CHAT", Form.RATE, "chat messages per person", "30/m"),
    Variable("RATE_UPLOADS", Form.RATE, "uploads per person", "60/h"),
    Variable("RATE_EXPORTS", Form.RATE, "exports per person", "10/h"),
    Variable("RATE_MODELS", Form.RATE, "requests per person that may use a model", "60/h"),
    Variable("RATE_RECOVERY_CODE", Form.RATE, "attempts at one recovery code", "5/h"),
    Variable("RATE_RECOVERY_ADDRESS", Form.RATE, "attempts at recovery codes per address", "20/h"),
    Variable("RATE_RECOVERY_NEW", Form.RATE, "new recovery codes per person", "20/h"),
    Variable("RATE_SHARES", Form.RATE, "openings of share links per address", "120/h"),
    Variable(
        "RECOVERY_BUSY",
        Form.NUMBER,
        "attempts at recovery codes in an hour, by everybody, above which each one is slowed and an alert begins",
        "600",
    ),
    Variable("FEATURE_MODELS", Form.SWITCH, "allow the use of model providers at all", "True"),
    Variable("FEATURE_SOURCES", Form.SWITCH, "fetch postings from public job boards", "True"),
    Variable("FEATURE_SAMPLES", Form.SWITCH, "show the sample postings while no real source exists", "True"),
    Variable("FEATURE_TRANSCRIPTION", Form.SWITCH, "allow audio and video to be transcribed by a provider", "True"),
    Variable("OPENAI_API_KEY", Form.SECRET, "key of an OpenAI account"),
    Variable("OPENAI_BASE_URL", Form.URL, "another service that speaks OpenAI's protocol"),
    Variable("ANTHROPIC_API_KEY", Form.SECRET, "key of an Anthropic account"),
    Variable("CLAUDE_API_KEY", Form.SECRET, "another name for ANTHROPIC_API_KEY"),
    Variable("ANTHROPIC_BASE_URL", Form.URL, "another address of Anthropic's protocol"),
    Variable("MODELS_COACH", Form.MODELS, "who words the coach's answers, the first that works; provider:model", LARGE),
    Variable("MODELS_EXTRACT", Form.MODELS, "who finds what somebody said of themselves", SMALL),
    Variable("MODELS_REWRITE", Form.MODELS, "who suggests words for a résumé", LARGE),
    Variable("MODELS_FEEDBACK", Form.MODELS, "who reads a résumé critically", LARGE),
    Variable("MODELS_ANALYSE", Form.MODELS, "who reads a posting", SMALL),
    Variable("MODELS_TRANSCRIBE", Form.MODELS, "who writes down what is said in a recording", HEARING),
    Variable("MODELS_EMBED", Form.MODELS, "who places words by their meaning", PLACING),
    Variable(
        "MODEL_PRICES",
        Form.PRICES,
        "US dollars for a million tokens sent/received or for a minute of sound, such as a-model=3/15, another=0.006/min; a model without one counts as dear",
    ),
    Variable("MODEL_SEATS", Form.NUMBER, "threads of a process that may wait for models at once", "60"),
    Variable("BUDGET_PERSON", Form.NUMBER, "US cents that calls for one person may cost in a day", "50"),
    Variable("BUDGET_DAY", Form.NUMBER, "US cents that all calls may cost in a day", "500"),
    Variable("BUDGET_MONTH", Form.NUMBER, "US cents that all calls may cost in a month", "5000"),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to know about one variable. Only a `fatal` one stops the start."""

    name: str
    text: str
    fatal: bool = False


def prepare(variables: MutableMapping[str, str], dotenv: Path) -> None:
    """Add what `.env` sets beyond the environment, and treat an empty value as unset."""
    if dotenv.is_file():
        environ.Env.read_env(dotenv)
    for variable in VARIABLES:
        if variables.get(variable.name) == "":
            del variables[variable.name]


def is_production(variables: Mapping[str, str]) -> bool:
    """Whether this environment asks for production: by MOSAIC_MODE, else by DEBUG=False."""
    mode = variables.get("MOSAIC_MODE", "")
    if mode:
        return mode == "production"
    return variables.get("DEBUG", "unset").lower() in FALSE - {""}


def findings(variables: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is missing, malformed or still a placeholder, in the order of the table."""
    production = is_production(variables)
    for variable in VARIABLES:
        value = variables.get(variable.name, "")
        if not value:
            if variable.needed and production:
                yield Finding(variable.name, f"missing: {variable.meaning}", fatal=True)
            continue
        problem = _problem(variable, value)
        if problem:
            yield Finding(variable.name, problem, fatal=True)
        elif _is_placeholder(variable, value):
            yield Finding(variable.name, "still a placeholder", fatal=variable.form is Form.SECRET)


def _is_rate(value: str) -> bool:
    count, _, unit = value.partition("/")
    return count.isdecimal() and unit in ("s", "m", "h", "d")


def _are_models(value: str) -> bool:
    try:
        return bool(choices_in(value))
    except ValueError:
        return False


def _are_prices(value: str) -> bool:
    try:
        return bool(prices_in(value))
    except ValueError:
        return False


def _is_key(value: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(value.strip())) == 32
    except (binascii.Error, ValueError):
        return False


CHECKS: Mapping[Form, tuple[Callable[[str], bool], str]] = {
    Form.SWITCH: (lambda value: value.lower() in TRUE | FALSE, "write True or False"),
    Form.NUMBER: (str.isdecimal, "write a whole number"),
    Form.URL: (lambda value: bool(urlsplit(value).scheme), "write a whole address such as https://host/path"),
    Form.RATE: (_is_rate, "write a rate such as 30/m or 120/h"),
    Form.KEYS: (
        lambda value: all(map(_is_key, value.split(","))),
        "each key is 32 bytes in URL-safe base64 (44 characters)",
    ),
    Form.MODE: (lambda value: value in ("embedded", "production"), "write embedded or production"),
    Form.MODELS: (_are_models, "name models such as anthropic:a-model, openai:another"),
    Form.PRICES: (_are_prices, "write prices such as a-model=3/15, another=0.006/min"),
}


def _problem(variable: Variable, value: str) -> str:
    """Say what is wrong with a value, or return an empty string."""
    if variable.name == "ALLOWED_ORIGINS" and "*" in value:
        return "malformed: name each origin; * is refused"
    is_well_formed, words = CHECKS.get(variable.form, (bool, ""))
    return "" if is_well_formed(value) else f"malformed: {words}"


def _is_placeholder(variable: Variable, value: str) -> bool:
    if variable.form not in (Form.SECRET, Form.URL):
        return False
    return value.lower().startswith(PLACEHOLDERS)


def example() -> str:
    """Return the text of `.env.example`."""
    head = "# Every variable Mosaic reads. All may stay unset on one machine; (production) ones are needed there.\n"
    lines = []
    for variable in VARIABLES:
        needed = " (production)" if variable.needed else ""
        lines.append(
            f"\n# {variable.meaning[0].upper()}{variable.meaning[1:]}{needed}.\n{variable.name}={variable.default}\n"
        )
    return head + "".join(lines)


def refusal(variables: Mapping[str, str]) -> str:
    """Return the one sentence with which a start is refused, or nothing."""
    fatal = next((one for one in findings(variables) if one.fatal), None)
    return f"{fatal.name} is {fatal.text}. `manage.py validate_env` explains every variable." if fatal else ""


def main(variables: Mapping[str, str]) -> int:
    """Print findings and return the exit code of `manage.py validate_env`."""
    found = list(findings(variables))
    mode = "production" if is_production(variables) else "embedded"
    print(f"Checked {len(VARIABLES)} variables for {mode} mode.")
    for finding in found:
        print(f"{'error  ' if finding.fatal else 'warning'}  {finding.name}: {finding.text}")
    if not found:
        print("Everything that is set is well formed; nothing that is needed is missing.")
    return 1 if any(finding.fatal for finding in found) else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["check"]:
        prepare(os.environ, Path(__file__).parents[1] / ".env")
        sys.exit(refusal(os.environ) or None)
    sys.stdout.write(example())
