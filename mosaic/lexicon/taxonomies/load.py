"""Loads a classification: read, place, keep. One concept at a time; only names and codes stay in memory."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mosaic.lexicon.entries import Occupation, Skill
from mosaic.lexicon.store import shipped
from mosaic.lexicon.taxonomies import kept
from mosaic.lexicon.taxonomies.esco import ESCO
from mosaic.lexicon.taxonomies.kept import Addition
from mosaic.lexicon.taxonomies.official import Heard, Source
from mosaic.lexicon.taxonomies.onet import ONET
from mosaic.lexicon.taxonomies.placing import More, Placing

SOURCES = {source.id: source for source in (ESCO, ONET)}


class Loading:
    """One run; `added` and `left` count what became of the concepts. Raises TaxonomyError for wrong files."""

    def __init__(self, source: Source, files: Path, keep_in: Path, heard: Heard) -> None:
        self.added: Counter[str] = Counter()
        self._source, self._files, self._keep_in, self._heard = source, files, keep_in, heard
        self._placing = Placing(kept.extend(shipped(), keep_in, without=source.id), source.id)

    @property
    def left(self) -> Counter[str]:
        """What found no place, by reason."""
        return self._placing.left

    def run(self, *, dry_run: bool) -> None:
        """Read everything and, unless it is a dry run, keep it in place of an earlier run."""
        additions = self._counted(self._additions())
        if dry_run:
            for _ in additions:
                continue
        else:
            kept.write(self._keep_in, self._source, additions)

    def _additions(self) -> Iterator[Addition]:
        for concept in self._source.read(self._files, self._heard):
            placed = self._placing.place(concept)
            if placed is not None:
                yield placed
        yield from self._placing.occupations(self._source.links(self._files, self._heard))

    def _counted(self, additions: Iterator[Addition]) -> Iterator[Addition]:
        for one in additions:
            match one:
                case Skill():
                    self.added["new skills"] += 1
                case Occupation():
                    self.added["new occupations"] += 1
                case More():
                    self.added[f"{one.what}s that are ours"] += 1
                    self.added["further names of ours"] += len(one.aliases)
            yield one
