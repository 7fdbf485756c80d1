"""The providers this instance has keys for, and whom to ask for what."""

from collections.abc import Sequence
from functools import cache

from django.conf import settings
from django.utils import timezone

from mosaic.ai.domain.calls import Provider
from mosaic.ai.domain.media import Embedder, Transcriber
from mosaic.ai.domain.purposes import Purpose, choices_in
from mosaic.ai.models import Breaker
from mosaic.ai.providers.anthropic import AnthropicProvider
from mosaic.ai.providers.openai import OpenAIProvider


def asked_for(purpose: Purpose) -> Sequence[tuple[Provider, str]]:
    """Return provider and model in the order of asking; nobody where it is switched off or no key is set for who can."""
    if not _is_on(purpose):
        return []
    return [
        (provider, choice.model)
        for choice in choices_in(settings.MODELS[purpose])
        if (provider := provider_named(choice.provider)) and _can(provider, purpose)
    ]


def _is_on(purpose: Purpose) -> bool:
    if purpose == Purpose.TRANSCRIBE and not settings.FEATURES["transcription"]:
        return False
    return bool(settings.FEATURES["models"])


def _can(provider: Provider, purpose: Purpose) -> bool:
    if purpose == Purpose.TRANSCRIBE:
        return isinstance(provider, Transcriber)
    return isinstance(provider, Embedder) if purpose == Purpose.EMBED else True


def provider_named(name: str) -> Provider | None:
    """Return a provider of this instance; a service of one's own needs an address and no key."""
    if name == "anthropic" and settings.ANTHROPIC_API_KEY:
        return _anthropic(settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL)
    if name == "openai" and (settings.OPENAI_API_KEY or settings.OPENAI_BASE_URL):
        return _openai(settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL)
    return None


def configured() -> list[str]:
    """Return the names of the providers that can be asked."""
    names = ("anthropic", "openai") if settings.FEATURES["models"] else ()
    return [name for name in names if provider_named(name)]


def seen() -> dict[str, dict[str, object]]:
    """Return how each configured provider was in real calls: None where there was none yet."""
    rows = {row.provider: row for row in Breaker.objects.filter(provider__in=configured())}
    return {name: _seen(rows.get(name)) for name in configured()}


def _seen(row: Breaker | None) -> dict[str, object]:
    if row is None or (row.last_answer is None and row.last_failure is None):
        return {"reachable": None, "resting_until": None, "last_answer": None, "error": ""}
    resting = row.open_until if row.open_until and row.open_until > timezone.now() else None
    return {
        "reachable": row.failures == 0,
        "resting_until": resting,
        "last_answer": row.last_answer,
        "error": row.last_error if row.failures else "",
    }


@cache
def _anthropic(key: str, base_url: str) -> AnthropicProvider:
    return AnthropicProvider(key, base_url)


@cache
def _openai(key: str, base_url: str) -> OpenAIProvider:
    return OpenAIProvider(key, base_url)
