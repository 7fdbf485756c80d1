"""A double instead of model providers, for a look at the whole product without a key: the one the tests ask."""

import os
from collections.abc import Iterator

from mosaic.ai.domain.purposes import Purpose

COMMAND = ("tests.ai.fake",)
NAME = "test-double"
"""Its model in receipts and in the ledger, where it costs nothing."""
LOOPBACK = "127.0.0.1"


def variables_of(address: str) -> dict[str, str]:
    """Return the variables with which a double at an address is the only provider, and no proxy stands before it."""
    models = {f"MODELS_{purpose.upper()}": f"anthropic:{NAME}, openai:{NAME}" for purpose in Purpose}
    proxies = {name: ",".join(_direct(name)) for name in ("NO_PROXY", "no_proxy")}
    return {
        **models,
        **proxies,
        "ANTHROPIC_API_KEY": NAME,
        "ANTHROPIC_BASE_URL": address,
        "OPENAI_API_KEY": NAME,
        "OPENAI_BASE_URL": f"{address}/v1",
        "MODEL_PRICES": f"{NAME}=0/0",
    }


def _direct(name: str) -> Iterator[str]:
    if already := os.environ.get(name):
        yield already
    yield LOOPBACK
