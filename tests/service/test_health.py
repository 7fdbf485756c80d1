"""The service about itself."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from mosaic import health, watch
from mosaic.domain.bounds import Readings, breaches, p95
from mosaic.lib import metrics
from mosaic.models import Alert, Heartbeat, Traffic

QUIET = Readings({0.05: 100}, 0, 0.1, timedelta(0), timedelta(hours=1))


@pytest.mark.django_db
class TestHealth:
    def test_every_part_is_asked_and_the_engine_named(self, client: Client) -> None:
        answer = client.get("/health")
        assert answer.status_code == 200
        body = answer.json()
        assert body["ok"] is True
        assert set(body["checks"]) == {"database", "migrations", "storage", "broker", "ai"}
        assert body["checks"]["database"]["engine"] in ("sqlite", "postgresql")

    def test_it_is_well_without_any_ai_key(self, client: Client) -> None:
        assert client.get("/health").json()["checks"]["ai"] == {"ok": True, "providers": [], "seen": {}}

    def test_readiness_really_writes(self, client: Client) -> None:
        assert client.get("/health/ready").status_code == 200
        assert Heartbeat.objects.filter(name="readiness").exists()

    def test_a_part_that_does_not_work_makes_503(self, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(health, "storage", lambda: {"ok": False})
        assert client.get("/health").status_code == 503

    def test_config_names_what_is_switched_off(self, client: Client, settings: Settings) -> None:
        settings.FEATURES = {**settings.FEATURES, "samples": False}
        body = client.get("/config").json()
        assert body["features"]["samples"] is False
        assert body["apiBase"] == "http://testserver"
        assert body["limits"]["document_bytes"] == 8 * 1024 * 1024

    def test_the_version_is_never_empty(self, client: Client) -> None:
        assert all(client.get("/version").json().values())

    def test_metrics_are_open_to_this_machine_and_to_the_token(self, client: Client, settings: Settings) -> None:
        settings.METRICS_TOKEN = "a-long-token"
        elsewhere = Client(REMOTE_ADDR="203.0.113.9")
        assert elsewhere.get("/metrics").status_code == 403
        assert elsewhere.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 403

    def test_a_forwarded_request_does_not_count_as_this_machine(self, client: Client) -> None:
        assert client.get("/metrics", headers={"X-Forwarded-For": "127.0.0.1"}).status_code == 403


class TestBounds:
    def test_a_quiet_service_breaks_nothing(self) -> None:
        assert list(breaches(QUIET)) == []

    @pytest.mark.parametrize(
        ("changed", "name"),
        [
            ({"answers": {5.0: 90, 0.05: 10}}, "slow_answers"),
            ({"errors": 20}, "errors"),
            ({"storage_share": 0.81}, "storage"),
            ({"queue_age": timedelta(minutes=11)}, "queue_age"),
            ({"expiry_age": timedelta(hours=27)}, "expiry_overdue"),
        ],
    )
    def test_each_bound_is_noticed(self, changed: dict[str, object], name: str) -> None:
        assert [breach.name for breach in breaches(replace(QUIET, **changed))] == [name]  # type: ignore[arg-type]  # one field at a time

    def test_a_handful_of_slow_answers_is_no_alarm(self) -> None:
        assert list(breaches(Readings({5.0: 3}, 0, 0.1, timedelta(0), None))) == []

    @given(st.dictionaries(st.sampled_from([*metrics.BUCKETS, float("inf")]), st.integers(1, 50), min_size=1))
    def test_p95_is_a_bound_that_holds_95_of_100(self, answers: dict[float, int]) -> None:
        bound = p95(answers)
        inside = sum(count for upper, count in answers.items() if upper <= bound)
        assert inside >= 0.95 * sum(answers.values())


@pytest.mark.django_db
class TestWatch:
    def test_an_alert_begins_once_and_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        Heartbeat.objects.create(name="expiry", at=timezone.now() - timedelta(hours=30))
        assert [alert.name for alert in watch.check()] == ["expiry_overdue"]
        watch.check()
        assert Alert.objects.count() == 1
        watch.beat("expiry")
        assert watch.check() == []
        assert Alert.objects.get().ended_at is not None

    def test_an_open_alert_shows_in_health(self, client: Client) -> None:
        Alert.objects.create(name="storage", reading="90% full", began_at=timezone.now())
        assert client.get("/health").json()["alerts"] == [{"name": "storage", "reading": "90% full"}]

    def test_what_a_process_counted_joins_the_common_rows(self) -> None:
        metrics.take_traffic()
        metrics.observe_request("x/", "GET", 200, 0.02)
        metrics.observe_request("x/", "GET", 500, 3.0)
        watch.flush_traffic()
        assert {row.bucket: row.count for row in Traffic.objects.all()} == {"0.025": 1, "5": 1, "errors": 1}

    def test_an_alert_reaches_the_operators_address(self, httpserver: object, settings: Settings) -> None:
        settings.ALERT_WEBHOOK_URL = httpserver.url_for("/alerts")  # type: ignore[attr-defined]  # pytest-httpserver's fixture
        httpserver.expect_request("/alerts", method="POST").respond_with_data("ok")  # type: ignore[attr-defined]  # as above
        Heartbeat.objects.create(name="expiry", at=datetime(2020, 1, 1, tzinfo=UTC))
        watch.check()
        sent = json.loads(httpserver.log[0][0].data)  # type: ignore[attr-defined]  # as above
        assert (sent["alert"], sent["what"]) == ("expiry_overdue", "began")

    def test_an_address_that_does_not_answer_stops_nothing(self, settings: Settings) -> None:
        settings.ALERT_WEBHOOK_URL = "http://127.0.0.1:9/nobody"
        Heartbeat.objects.create(name="expiry", at=datetime(2020, 1, 1, tzinfo=UTC))
        assert [alert.name for alert in watch.check()] == ["expiry_overdue"]
