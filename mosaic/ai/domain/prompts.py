"""Instructions for models: files with a version, filled with what a call is about."""

import re
from dataclasses import dataclass
from pathlib import Path

_HEAD = re.compile(r"version: ([1-9]\d{0,4})\n\n")
_GAP = re.compile(r"\{\{ ([a-z_]+) \}\}")


class BadPrompt(ValueError):
    """A file that is no prompt, or gaps that are filled with something else than they ask for."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One version of the instructions for a purpose; `{{ name }}` is a gap."""

    name: str
    number: int
    text: str

    @property
    def version(self) -> str:
        """Its name and number, as receipts keep it."""
        return f"{self.name}-{self.number}"

    def filled(self, **given: str) -> str:
        """Return the instructions with every gap filled. Raises BadPrompt unless all are, and nothing else is given."""
        gaps = set(_GAP.findall(self.text))
        if gaps != set(given):
            raise BadPrompt(f"{self.version} has {sorted(gaps)} to fill and was given {sorted(given)}")
        # In one go, so that nothing that is put in is taken for a gap.
        return _GAP.sub(lambda gap: given[gap[1]], self.text).strip()


def prompt_in(path: Path) -> Prompt:
    """Read a prompt: a line `version: 3`, an empty line, and the instructions. Raises BadPrompt."""
    text = path.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise BadPrompt(f"{path.name} does not begin with a version")
    return Prompt(path.stem, int(head[1]), text[head.end() :])
