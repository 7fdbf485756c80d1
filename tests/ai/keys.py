"""An instance with two providers of models, both on loopback."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from pytest_django import Settings

from mosaic.ai import registry
from tests.ai.fake import FakeAI, fake_ai


@contextmanager
def two_providers(settings: Settings) -> Iterator[tuple[FakeAI, FakeAI]]:
    """Let every purpose ask the first, then the second."""
    with fake_ai() as one, fake_ai() as other:
        settings.ANTHROPIC_API_KEY, settings.ANTHROPIC_BASE_URL = "a-key", one.url
        settings.OPENAI_API_KEY, settings.OPENAI_BASE_URL = "b-key", f"{other.url}/v1"
        settings.MODELS = dict.fromkeys(settings.MODELS, "anthropic:large, openai:large-too")
        # A port may come again, and with it a client that an earlier test has closed.
        registry._anthropic.cache_clear()
        registry._openai.cache_clear()
        first, second = registry.provider_named("anthropic"), registry.provider_named("openai")
        assert first
        assert second
        with closing(first), closing(second):
            yield one, other
