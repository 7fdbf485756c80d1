"""A wish as it may leave: every text masked, and the way back for what is answered."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from mosaic.ai.domain.calls import Ask, Said, Speaker
from mosaic.ai.domain.checks import Grounds
from mosaic.ai.domain.masking import Known, Masking

NOTE = (
    "Marks such as [NAME 1] or [EMAIL 1] stand for something private. Use one as it is where it is needed; "
    "never guess what is behind it and never make up another."
)
_WHO = {Speaker.PERSON: "person", Speaker.MODEL: "answer"}


@dataclass(frozen=True, slots=True)
class Covered:
    """What leaves, what its answer may rest on in the same masks, and the masks."""

    ask: Ask
    grounds: Grounds
    masking: Masking

    @property
    def payload(self) -> str:
        """Everything that leaves, word for word, for a person to read: the talk, then the instructions to the model."""
        parts = [f"[{_WHO[one.by]}]\n{one.text}" for one in self.ask.said]
        return "\n\n".join((*parts, f"[instructions]\n{self.ask.system}"))

    def kept(self) -> dict[str, object]:
        """Return what is needed to send the same later, as JSON; it holds what the masks stand for."""
        return {
            "system": self.ask.system,
            "said": [[one.by.value, one.text] for one in self.ask.said],
            "most_tokens": self.ask.most_tokens,
            "placeholders": self.masking.placeholders(),
        }


def covered(ask: Ask, grounds: Grounds, known: Known) -> Covered:
    """Return a wish masked. Raises MaskingFailed, and then nothing may be sent."""
    masking = Masking(known)
    masking.notice(ask.system, *(one.text for one in ask.said), *grounds.own, *grounds.data)
    said = tuple(Said(one.by, masking.mask(one.text)) for one in ask.said)
    system = masking.mask(ask.system)
    if masking.placeholders():
        system = f"{system}\n\n{NOTE}"
    return Covered(replace(ask, system=system, said=said), masked_grounds(grounds, system, masking), masking)


def again(kept: Mapping[str, object], grounds: Grounds, known: Known) -> Covered:
    """Return what was kept for later, word for word; only what its answer may rest on is masked anew."""
    placeholders, said = kept["placeholders"], kept["said"]
    assert isinstance(placeholders, dict)
    assert isinstance(said, list)
    masking = Masking.again(known, placeholders)
    masking.notice(*grounds.own, *grounds.data)
    system = str(kept["system"])
    ask = Ask(system, tuple(Said(Speaker(by), text) for by, text in said), int(str(kept["most_tokens"])))
    return Covered(ask, masked_grounds(grounds, system, masking), masking)


def masked_grounds(grounds: Grounds, system: str, masking: Masking) -> Grounds:
    """Return what an answer may rest on, in the words a model was given."""
    own = tuple(masking.mask(text) for text in grounds.own)
    data = tuple(masking.mask(text) for text in grounds.data)
    return replace(grounds, own=own, data=data, system=system, placeholders=frozenset(masking.placeholders()))
