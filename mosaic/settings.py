"""Django's settings, from the environment alone. `mosaic/environment.py` says what each variable means."""

import os
from pathlib import Path

import django_stubs_ext
import environ
from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from mosaic import environment
from mosaic.ai.domain.prices import prices_in
from mosaic.lib.embedded import Embedded
from mosaic.lib.logs import logging_config

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
environment.prepare(os.environ, BASE_DIR / ".env")
env = environ.Env()

# --- mode ---------------------------------------------------------------------------------------
if _refusal := environment.refusal(os.environ):
    raise ImproperlyConfigured(_refusal)

PRODUCTION = environment.is_production(os.environ)
DEBUG = env.bool("DEBUG", default=False)
VAR = Path(env.str("MOSAIC_VAR", default=str(BASE_DIR / "var"))).resolve()
TAXONOMIES = VAR / "taxonomies"
PORT = env.int("PORT", default=8000)

_embedded = Embedded(VAR)
SECRET_KEY = env.str("SECRET_KEY", default="") or _embedded.secret("secret_key")
DATA_KEYS = env.list("DATA_KEYS", default=[]) or [_embedded.key("data_key")]
INSTANCE_ID = env.str("INSTANCE_ID", default="mosaic" if PRODUCTION else _embedded.name("instance_id"))

# --- web ----------------------------------------------------------------------------------------
HTTPS = env.bool("HTTPS", default=PRODUCTION)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
ALLOWED_ORIGINS = env.list("ALLOWED_ORIGINS", default=[])
ROOT_URLCONF = "mosaic.urls"
WSGI_APPLICATION = "mosaic.wsgi.application"
LANE_PERMITS = 8

INSTALLED_APPS = [
    "mosaic",
    "mosaic.people",
    "mosaic.journal",
    "mosaic.facts",
    "mosaic.ai",
    "ps101",
    "wimd",
    "opportunity_bridge",
    "resume",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "mosaic.lib.assets.ServedAssets",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    "corsheaders",
    "csp",
    "axes",
]

MIDDLEWARE = [
    "mosaic.lib.requests.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "mosaic.lib.lane.LaneMiddleware",
    "mosaic.middleware.TrafficMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "mosaic.people.middleware.PersonMiddleware",
    "mosaic.middleware.PageMiddleware",
    "mosaic.errors.ProblemMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "mosaic.people.page.page",
            ],
        },
    },
]

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^health(/|$)", r"^metrics$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TRUSTED_PROXIES else None
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_NAME = f"mosaic_csrf_{INSTANCE_ID}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "mosaic.errors.csrf_failure"
SESSION_COOKIE_NAME = f"mosaic_staff_{INSTANCE_ID}"
PERSON_COOKIE_NAME = f"mosaic_{INSTANCE_ID}"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: []
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "payment",
        "usb",
    )
}
CORS_ALLOWED_ORIGINS = ALLOWED_ORIGINS
CORS_ALLOW_HEADERS = ("accept", "content-type", "idempotency-key", "x-session-id", "x-user-id")
CORS_EXPOSE_HEADERS = ("X-Session-ID", "X-Request-ID", "Retry-After")

# --- data ---------------------------------------------------------------------------------------
_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON; PRAGMA cache_size=-512;"
    ),
}
_POSTGRES = {"pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=10), "timeout": 10}}
_database = env.db_url("DATABASE_URL", default=f"sqlite:///{VAR / 'mosaic.sqlite3'}")
_is_sqlite = _database["ENGINE"] == "django.db.backends.sqlite3"
DATABASES = {
    "default": {
        **_database,
        "CONN_MAX_AGE": 60 if _is_sqlite else 0,
        "OPTIONS": _SQLITE if _is_sqlite else _POSTGRES,
        "TEST": {"NAME": str(VAR / "test.sqlite3")} if _is_sqlite else {},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATA_DAYS = env.int("DATA_DAYS", default=30)
EMPTY_PERSON_HOURS = env.int("EMPTY_PERSON_HOURS", default=24)

_MIB = 1024 * 1024
DOCUMENT_LIMIT = env.int("DOCUMENT_LIMIT_MB", default=8) * _MIB
MEDIA_LIMIT = env.int("MEDIA_LIMIT_MB", default=25) * _MIB
PERSON_LIMIT = env.int("PERSON_LIMIT_MB", default=85) * _MIB
INSTANCE_LIMIT = env.int("INSTANCE_LIMIT_MB", default=8192) * _MIB
RESTORING = VAR / "restoring"  # while it lies there the service is not ready
BACKUP_DIR = Path(env.str("BACKUP_DIR", default=str(VAR / "backups"))).resolve()
BACKUP_KEYS_DIR = Path(env.str("BACKUP_KEYS_DIR", default=str(VAR / "backup-keys"))).resolve()
BACKUP_DAYS = env.int("BACKUP_DAYS", default=7)
BACKUP_NIGHTLY = env.bool("BACKUP_NIGHTLY", default=False)
MEDIA_ROOT = VAR / "media"
FILE_UPLOAD_TEMP_DIR = VAR / "incoming"
FILE_UPLOAD_HANDLERS = ["mosaic.lib.uploads.LimitedUploadHandler"]
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(BASE_DIR / "staticfiles" if PRODUCTION else VAR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "mosaic.lib.assets.Assets"},
}
WHITENOISE_USE_FINDERS = not (STATIC_ROOT / "staticfiles.json").exists()
# Every address comes from the manifest: plain names would only double what has to be compressed.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
if not PRODUCTION:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)

# --- rates --------------------------------------------------------------------------------------
RATES = {
    "sessions": env.str("RATE_SESSIONS", default="120/h"),
    "chat": env.str("RATE_CHAT", default="30/m"),
    "uploads": env.str("RATE_UPLOADS", default="60/h"),
    "exports": env.str("RATE_EXPORTS", default="10/h"),
    "models": env.str("RATE_MODELS", default="60/h"),
    "recovery_code": env.str("RATE_RECOVERY_CODE", default="5/h"),
    "recovery_address": env.str("RATE_RECOVERY_ADDRESS", default="20/h"),
    "recovery_new": env.str("RATE_RECOVERY_NEW", default="20/h"),
    "shares": env.str("RATE_SHARES", default="120/h"),
}
RECOVERY_BUSY = env.int("RECOVERY_BUSY", default=600)
RECOVERY_COST = 2**15  # scrypt's n: 32 MiB and about a tenth of a second

# --- features and contacts ----------------------------------------------------------------------
FEATURES = {
    "models": env.bool("FEATURE_MODELS", default=True),
    "sources": env.bool("FEATURE_SOURCES", default=True),
    "samples": env.bool("FEATURE_SAMPLES", default=True),
    "transcription": env.bool("FEATURE_TRANSCRIPTION", default=True),
}
OPENAI_API_KEY = env.str("OPENAI_API_KEY", default="")
OPENAI_BASE_URL = env.str("OPENAI_BASE_URL", default="")
ANTHROPIC_API_KEY = env.str("ANTHROPIC_API_KEY", default=env.str("CLAUDE_API_KEY", default=""))
ANTHROPIC_BASE_URL = env.str("ANTHROPIC_BASE_URL", default="")
MODELS = {
    "coach": env.str("MODELS_COACH", default=environment.LARGE),
    "extract": env.str("MODELS_EXTRACT", default=environment.SMALL),
    "rewrite": env.str("MODELS_REWRITE", default=environment.LARGE),
    "feedback": env.str("MODELS_FEEDBACK", default=environment.LARGE),
    "analyse": env.str("MODELS_ANALYSE", default=environment.SMALL),
    "transcribe": env.str("MODELS_TRANSCRIBE", default=environment.HEARING),
    "embed": env.str("MODELS_EMBED", default=environment.PLACING),
}
MODEL_PRICES = prices_in(env.str("MODEL_PRICES", default=""))
MODEL_SEATS = env.int("MODEL_SEATS", default=60)
BUDGETS = {
    "person": env.int("BUDGET_PERSON", default=50),
    "day": env.int("BUDGET_DAY", default=500),
    "month": env.int("BUDGET_MONTH", default=5000),
}
SUPPORT_CONTACT = env.str("SUPPORT_CONTACT", default="")
HUMAN_COACH_URL = env.str("HUMAN_COACH_URL", default="")
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
ALERT_WEBHOOK_URL = env.str("ALERT_WEBHOOK_URL", default="")
COMMIT = env.str("MOSAIC_COMMIT", default="")
BUILT_AT = env.str("MOSAIC_BUILT_AT", default="")

# --- background work ----------------------------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="")
REDIS_PREFIX = env.str("REDIS_PREFIX", default="mosaic")
_broker_folder = VAR / "broker"
CELERY_BROKER_URL = REDIS_URL or "filesystem://"
CELERY_BROKER_TRANSPORT = None if REDIS_URL else "mosaic.lib.broker:Transport"
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"global_keyprefix": f"{REDIS_PREFIX}:", "visibility_timeout": 3600}
    if REDIS_URL
    else {
        "data_folder_in": str(_broker_folder / "messages"),
        "data_folder_out": str(_broker_folder / "messages"),
        "control_folder": str(_broker_folder / "control"),
        "polling_interval": 0.2,
    }
)
if not REDIS_URL:
    for _part in ("messages", "control"):
        (_broker_folder / _part).mkdir(parents=True, exist_ok=True)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = "person"
CELERY_TASK_ROUTES = {"mosaic.*": {"queue": "bulk"}}
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR / "beat-schedule")
CELERY_BEAT_SCHEDULE = {
    "resend-due-work": {"task": "mosaic.resend_due_work", "schedule": 20.0},
    "check-alerts": {"task": "mosaic.check_alerts", "schedule": 300.0},
    "purge-expired-persons": {"task": "mosaic.purge_expired", "schedule": crontab(hour="3", minute="15")},
    "back-up": {"task": "mosaic.back_up", "schedule": crontab(hour="2", minute="35")},
    "drop-old-backups": {"task": "mosaic.drop_old_backups", "schedule": crontab(minute="50")},
    "maintain-database": {
        "task": "mosaic.maintain_database",
        "schedule": crontab(day_of_week="0", hour="4", minute="5"),
    },
}

# --- staff --------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "mosaic.lib.requests.client_address"
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# --- API ----------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["mosaic.people.authentication.PersonAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "mosaic.lib.problems.handle",
    "UNAUTHENTICATED_USER": None,
    "URL_FORMAT_OVERRIDE": None,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
PROMPT_LIMIT = ANSWER_LIMIT = 5000
SPECTACULAR_SETTINGS = {
    "TITLE": "Mosaic",
    "DESCRIPTION": "A career problem-solving laboratory.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "",
    "POSTPROCESSING_HOOKS": [],
    "ENABLE_DJANGO_DEPLOY_CHECK": False,
}

# --- language and time --------------------------------------------------------------------------
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- logs ---------------------------------------------------------------------------------------
LOGGING = logging_config(env.str("LOG_LEVEL", default="INFO"))
SILENCED_SYSTEM_CHECKS: list[str] = []
