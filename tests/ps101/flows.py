"""Flows for tests: as small as a flow can be, and changed at one place."""

PLAIN = """key = "tiny"
version = {version}
language = "en"
title = "Tiny"
purpose = "Two short questions."
{flow}
[[steps]]
key = "first"
title = "The first step"
purpose = "Say what is so."
{first}
[[steps.prompts]]
key = "now"
chip = "now"
text = "{text}"
hint = "A few words are enough."
example = "I drive the night bus."
min_chars = {least}
minutes = 1
required = true
feeds = ["problem_definition"]

[[steps]]
key = "second"
title = "The second step"
purpose = "Say what comes next."
{second}
[[steps.prompts]]
key = "{key}"
chip = "next"
text = "What comes next?"
hint = "One small thing."
example = "I will ask at the depot."
min_chars = 3
minutes = {minutes}
required = false
"""


def flow_text(
    version: int = 1,
    *,
    flow: str = "",
    first: str = "",
    second: str = "",
    text: str = "How is it now?",
    least: int = 3,
    key: str = "next",
    minutes: str = "1.5",
) -> str:
    """Return a flow of two steps and two questions as text."""
    return PLAIN.format(
        version=version, flow=flow, first=first, second=second, text=text, least=least, key=key, minutes=minutes
    )
