"""Words of talk that claim nothing."""

from mosaic.lexicon.words import FILLERS, key_of

_LOOSE = FILLERS | frozenset(
    "have has had been do did does not no i we they i've you've yourself himself herself themselves myself and or in on at of to for with from as by over about into job work working year years time times people person lot long hard good real great role place week "
    "day night month life thing way whole front end start line first last many much more most such very is are be was were it that this what who you "
    "today tomorrow yesterday now then still here there together home team side part all both each every one two kind sort".split()
)
LOOSE = frozenset(key_of(word) for word in _LOOSE)
