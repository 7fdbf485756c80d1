"""What is counted about the service itself. Names routes and outcomes, never people."""

from collections import Counter as Tally
from threading import Lock
from time import monotonic

from prometheus_client import Counter, Gauge, Histogram

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
FLUSH_SECONDS = 15
BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0)

REQUESTS = Histogram("mosaic_request_seconds", "Time to answer a request.", ["route", "method"], buckets=BUCKETS)
ANSWERS = Counter("mosaic_answers_total", "Answers by route and status class.", ["route", "status"])
EXTRACTIONS = Counter("mosaic_extractions_total", "Context extractions.", ["source", "outcome"])
GATES = Counter("mosaic_gate_answers_total", "Chat messages that were answered by the gate.")
PROVIDER_ANSWERS = Counter("mosaic_provider_answers_total", "Answers of model providers.", ["provider", "status"])
TOKENS = Counter("mosaic_provider_tokens_total", "Tokens sent to and received from models.", ["model", "direction"])
SPENT = Counter("mosaic_provider_dollars_total", "US dollars that calls of models cost.", ["purpose", "model"])
ACTIVE = Gauge(
    "mosaic_active_people", "People whose last use lies within the period.", ["period"], multiprocess_mode="mostrecent"
)
QUEUE_AGE = Gauge(
    "mosaic_queue_age_seconds", "Age of the oldest waiting work.", ["kind"], multiprocess_mode="mostrecent"
)


_lock = Lock()
_tally: Tally[str] = Tally()
_flushed_at = monotonic()


def observe_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count one answered request."""
    REQUESTS.labels(route, method if method in METHODS else "other").observe(seconds)
    ANSWERS.labels(route, f"{status // 100}xx").inc()
    with _lock:
        _tally[next((f"{bound:g}" for bound in BUCKETS if seconds <= bound), "inf")] += 1
        if status >= 500:
            _tally["errors"] += 1


def is_time_to_flush() -> bool:
    """Whether this process has counted for long enough to add it to the common rows."""
    return monotonic() - _flushed_at > FLUSH_SECONDS


def take_traffic() -> Tally[str]:
    """Return what was counted since the last time, and begin anew."""
    global _flushed_at
    with _lock:
        taken, _flushed_at = _tally.copy(), monotonic()
        _tally.clear()
    return taken


def put_traffic_back(counted: Tally[str]) -> None:
    """Keep counts that could not be stored for the next time."""
    with _lock:
        _tally.update(counted)
