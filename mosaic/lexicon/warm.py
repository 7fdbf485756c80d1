"""`python -m mosaic.lexicon.warm`: work out what processes load, for an image in which nothing can be written later."""

from mosaic.lexicon.loose import loose_skill_finder
from mosaic.lexicon.nearness import nearness
from mosaic.lexicon.phrases import occupation_finder, skill_finder
from mosaic.lexicon.typos import meant_by


def main() -> None:
    """Build every finder once; each keeps what it worked out."""
    for finder in (skill_finder, occupation_finder, loose_skill_finder, nearness):
        finder()
    meant_by("warming")


if __name__ == "__main__":
    main()
