"""Small numbers in postings: the lexicon's, under the name the readers of postings know them by."""

from mosaic.lexicon.numbers import NUMBER, value_of

__all__ = ["NUMBER", "value_of"]
