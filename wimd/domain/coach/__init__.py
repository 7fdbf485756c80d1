"""The coach without a model: what it goes by, what it can do, and which answer it gives."""

from wimd.domain.coach.kinds import Choice, Kind, Move, Noticed, Stage, Topic
from wimd.domain.coach.parts import Part, Reply
from wimd.domain.coach.replying import opening, reply
from wimd.domain.coach.state import Memory, Notice, Open, Spoken, State, Understood
from wimd.domain.coach.told import AGENDA_TAGS, SPARE_TAGS
from wimd.domain.sentences import telling_part

__all__ = [
    "AGENDA_TAGS",
    "SPARE_TAGS",
    "Choice",
    "Kind",
    "Memory",
    "Move",
    "Notice",
    "Noticed",
    "Open",
    "Part",
    "Reply",
    "Spoken",
    "Stage",
    "State",
    "Topic",
    "Understood",
    "opening",
    "reply",
    "telling_part",
]
