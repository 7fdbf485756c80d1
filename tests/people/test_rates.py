"""Rates are rows that all processes share."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection
from pytest_django import Settings
from rest_framework.test import APIClient

from mosaic.people import rates
from mosaic.people.domain.rates import Rate
from mosaic.people.models import Spending
from mosaic.people.rates import RateExceeded

THREADS = 20


def test_a_rate_is_a_count_in_a_window() -> None:
    rate = Rate.parse("30/m")
    now = datetime(2026, 11, 21, 10, 0, 42, tzinfo=UTC)
    assert (rate.count, rate.seconds) == (30, 60)
    assert rate.window(now) == datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
    assert 18 <= rate.wait(now) <= 19


@pytest.mark.django_db
def test_what_is_used_up_is_refused_with_the_time_to_wait(settings: Settings) -> None:
    settings.RATES = {"chat": "2/h"}
    rates.spend("chat", "ana")
    rates.spend("chat", "ana")
    with pytest.raises(RateExceeded) as refused:
        rates.spend("chat", "ana")
    assert 0 < refused.value.wait <= 3601
    rates.spend("chat", "bob")


@pytest.mark.django_db(transaction=True)
def test_many_who_are_first_in_the_same_moment_share_one_window(settings: Settings) -> None:
    settings.RATES = {"chat": "5/h"}
    barrier = Barrier(THREADS)

    def spend(_: int) -> bool:
        try:
            barrier.wait()
            rates.spend("chat", "ana")
        except RateExceeded:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(THREADS) as pool:
        assert list(pool.map(spend, range(THREADS))).count(True) == 5
    assert Spending.objects.get().count == 5


@pytest.mark.django_db
def test_the_row_does_not_name_who_it_counts(settings: Settings) -> None:
    rates.spend("chat", "203.0.113.9")
    assert "203.0.113.9" not in Spending.objects.get().key


@pytest.mark.django_db
def test_too_many_new_sessions_get_429_and_a_time(api: APIClient, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "sessions": "2/h"}
    api.post("/session")
    api.post("/session")
    answer = api.post("/session")
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0


@pytest.mark.django_db
def test_a_forged_forwarding_header_makes_no_new_address(api: APIClient, settings: Settings) -> None:
    settings.RATES = {**settings.RATES, "sessions": "1/h"}
    assert api.post("/session", headers={"X-Forwarded-For": "198.51.100.1"}).status_code == 201
    assert api.post("/session", headers={"X-Forwarded-For": "198.51.100.2"}).status_code == 429
