"""Checks the lexicon's data as a whole: `python -m mosaic.lexicon.lint [FIELD …]`.

Prints one line per finding and exits 1 when there is one. With field names, only findings of
those files are shown; the whole is read all the same, because entries point at each other.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from mosaic.lexicon.entries import Interest, Licence, Occupation, Skill
from mosaic.lexicon.place_lint import place_counts, place_findings
from mosaic.lexicon.store import DATA, Lexicon, LexiconError, load
from mosaic.lexicon.verb_lint import verb_counts, verb_findings
from mosaic.lexicon.words import keys_of
from mosaic.lexicon.workplaces import FILE, workplace_findings

FEWEST_ALIASES = 2


def findings(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield (field, sentence) for everything that is wrong."""
    yield from _twice_named(lexicon.skills.values())
    yield from _twice_named(lexicon.occupations.values())
    yield from _twice_named(lexicon.licences.values())
    for skill in lexicon.skills.values():
        for problem in (*_skill(skill, lexicon), *_names(skill)):
            yield skill.field, f"skill {skill.id}: {problem}"
    for occupation in lexicon.occupations.values():
        for problem in (*_occupation(occupation, lexicon), *_names(occupation)):
            yield occupation.field, f"occupation {occupation.id}: {problem}"
    for licence in lexicon.licences.values():
        yield from ((licence.field, f"licence {licence.id}: {problem}") for problem in _names(licence))
    yield from _words(lexicon)
    yield from _circles(lexicon)


def _twice_named(entries: Iterable[Skill] | Iterable[Occupation] | Iterable[Licence]) -> Iterator[tuple[str, str]]:
    owners: dict[tuple[str, ...], list[tuple[str, str, str]]] = defaultdict(list)
    for entry in entries:
        for name in {entry.label, *entry.aliases}:
            owners[keys_of(name)].append((entry.field, entry.id, name))
    for named in owners.values():
        if len({owner for _, owner, _ in named}) > 1:
            places = ", ".join(f"{owner} ({field}: “{name}”)" for field, owner, name in named)
            yield named[-1][0], f"one phrase for several entries: {places}"


def _names(entry: Skill | Occupation | Licence) -> Iterator[str]:
    seen = {keys_of(entry.label)}
    for alias in entry.aliases:
        keys = keys_of(alias)
        if keys in seen:
            yield f"alias “{alias}” adds nothing to an earlier name (same words after stemming)"
        if len("".join(keys)) < 3:
            yield f"alias “{alias}” is too short; put it under `exact`"
        seen.add(keys)
    if entry.meaning[0].islower():
        yield "meaning begins with a small letter"


def _words(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield words of values and interests that stand twice, and interest letters that are missing."""
    for field, entries in (("values", lexicon.values), ("interests", lexicon.interests)):
        owners: dict[tuple[str, ...], str] = {}
        for entry in entries.values():
            for word in entry.words:
                owner = owners.setdefault(keys_of(word), entry.id)
                if owner != entry.id:
                    yield field, f"“{word}” is said of {owner} and of {entry.id}"
    for letter in Interest:
        if letter.value not in lexicon.interests:
            yield "interests", f"the letter {letter.value} is missing"


def _skill(skill: Skill, lexicon: Lexicon) -> Iterator[str]:
    if len(skill.aliases) + len(skill.exact) < FEWEST_ALIASES:
        yield f"fewer than {FEWEST_ALIASES} aliases"
    for other in (*skill.parents, *skill.related):
        if other not in lexicon.skills:
            yield f"names an unknown skill {other}"
        if other == skill.id:
            yield "names itself"


def _occupation(occupation: Occupation, lexicon: Lexicon) -> Iterator[str]:
    groups = (
        ("skill", (*occupation.essential, *occupation.optional), lexicon.skills),
        ("value", occupation.values, lexicon.values),
        ("licence", occupation.licences, lexicon.licences),
        ("education", (occupation.education,), lexicon.education),
    )
    for what, named, known in groups:
        for other, count in Counter(named).items():
            if other not in known:
                yield f"names an unknown {what} {other}"
            if count > 1:
                yield f"names {what} {other} twice"


def _circles(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    for start in lexicon.skills.values():
        reached: set[str] = set()
        ahead = list(start.parents)
        while ahead:
            other = ahead.pop()
            if other in reached or other not in lexicon.skills:
                continue
            reached.add(other)
            ahead.extend(lexicon.skills[other].parents)
        if start.id in reached:
            yield start.field, f"skill {start.id}: is its own ancestor"


def _counts(lexicon: Lexicon) -> Iterator[str]:
    skills = Counter(skill.field for skill in lexicon.skills.values())
    occupations = Counter(occupation.field for occupation in lexicon.occupations.values())
    for field in sorted({*skills, *occupations}):
        yield f"{field:24} {skills[field]:4} skills {occupations[field]:4} occupations"
    yield f"{'all':24} {skills.total():4} skills {occupations.total():4} occupations"


def main(fields: list[str], folder: Path = DATA) -> int:
    """Print findings and counts; return the exit code."""
    try:
        lexicon = load(folder)
    except LexiconError as error:
        print(error)
        return 1
    found = chain(
        findings(lexicon),
        place_findings(folder / "places"),
        verb_findings(folder / "verbs.toml"),
        workplace_findings(folder / FILE, lexicon.occupations),
    )
    shown = [text for field, text in found if not fields or field in fields]
    counts = (_counts(lexicon), place_counts(folder / "places"), verb_counts(folder / "verbs.toml"))
    print(*shown, *chain.from_iterable(counts), sep="\n")
    print(f"{len(shown)} findings")
    return 1 if shown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
