"""Words of the coach's pages: plain, warm, never directive."""

from wimd.words.fixed import fixed_words
from wimd.words.labels import NO_ROOM, label_for, metric_label
from wimd.words.talk import message_for

__all__ = ["NO_ROOM", "fixed_words", "label_for", "message_for", "metric_label"]
