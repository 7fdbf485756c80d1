"""The sets that are measured. Each returns its rows: a name and a tally of what was right, wrong and missed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mosaic.documents.child import read_bytes
from mosaic.documents.resume.parse import parse_resume
from tests.evaluation import own
from tests.evaluation.answers import SAID, answers
from tests.evaluation.labels import SENTENCES, Sentence, sentences_in
from tests.evaluation.posting_reading import posting_read
from tests.evaluation.posting_scores import FIELDS, compared_by_field
from tests.evaluation.posting_truth import POSTINGS, postings_in
from tests.evaluation.ranking import RANKING, ranked
from tests.evaluation.reading import occupations_read, skills_read
from tests.resumes.measure import measured
from tests.resumes.score import TODAY, Scores, score
from tests.resumes.tally import Tally, compared
from tests.resumes.truth import CASES, Truth, cases

Pairs = set[tuple[str, str]]
Rows = dict[str, Tally]
RESUME_FILES = (".pdf", ".docx", ".odt", ".rtf", ".txt")


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one kind of label is read: the true pairs, the found pairs, the word for any of them."""

    true: Callable[[Sentence], Pairs]
    found: Callable[[str], Pairs]
    named: str


_SKILLS = _Reading(Sentence.skills, skills_read, "skill, whatever is said of it")
_OCCUPATIONS = _Reading(Sentence.occupations, occupations_read, "occupation, held or hoped for")


def skills(split: str, folder: Path = SENTENCES) -> Rows:
    """Measure the skills of labelled sentences."""
    return _sentence_rows(sentences_in(folder, split), _SKILLS, ("has", "wants", "lacks", "avoids"))


def occupations(split: str, folder: Path = SENTENCES) -> Rows:
    """Measure the occupations of labelled sentences."""
    return _sentence_rows(sentences_in(folder, split), _OCCUPATIONS, ("held", "hoped"))


def resumes(split: str, folder: Path = CASES) -> Rows:
    """Measure résumés: files lying beside their truth, else the truth laid out in all layouts as text."""
    beside = [path for path in folder.iterdir() if path.suffix in RESUME_FILES]
    return _files(split, folder, beside).groups if beside else score(split, folder=folder).groups


def facts(split: str, folder: Path = own.OWN_WORDS) -> Rows:
    """Measure what else labelled sentences say about their writers, kind by kind."""
    kinds = tuple(own.KINDS.values())
    rows = {"any kind": Tally(), **{kind: Tally() for kind in kinds}, "nothing there, nothing found": Tally()}
    slips = Tally()
    for told in own.told_in(folder, split):
        found = own.read(told.text)
        for kind in kinds:
            tally = own.compared(told, found, kind)
            for row in (rows["any kind"], rows[kind], slips):
                row.add(tally)
        if not any(told.of(kind) for kind in kinds):
            wrong = any(own.compared(told, found, kind).wrong for kind in kinds)
            rows["nothing there, nothing found"].add(Tally(right=not wrong, wrong=wrong, missed=wrong))
    return {**rows, "in all files": slips}


def postings(split: str, folder: Path = POSTINGS) -> Rows:
    """Measure each field of labelled postings; the slips of a posting stand in a row of its own."""
    rows: Rows = {"every field": Tally(), **{name: Tally() for name in FIELDS}}
    slips: Rows = {}
    for one in postings_in(folder, split):
        mine = slips.setdefault(f"in {one.name}", Tally())
        for name, tally in compared_by_field(one.truth, posting_read(one.truth.text, one.truth.today)).items():
            tally.slips = [f"{name:15} {one.name:40} {slip}" for slip in tally.slips]
            for row in (rows["every field"], rows[name], mine):
                row.add(tally)
    return {**rows, **slips}


SETS: dict[str, tuple[Callable[[str, Path], Rows], Path]] = {
    "skills": (skills, SENTENCES),
    "occupations": (occupations, SENTENCES),
    "resumes": (resumes, CASES),
    "facts": (facts, own.OWN_WORDS),
    "postings": (postings, POSTINGS),
    "ranking": (ranked, RANKING),
    "answers": (answers, SAID),
}


def _sentence_rows(sentences: list[Sentence], reading: _Reading, kinds: Iterable[str]) -> Rows:
    rows = {reading.named: Tally(), **{kind: Tally() for kind in kinds}}
    empty = Tally()
    fields: Rows = {f"in {field}": Tally() for field in sorted({each.field for each in sentences})}
    for sentence in sentences:
        true = reading.true(sentence)
        found = {pair for pair in reading.found(sentence.text) if pair[1] not in sentence.also}
        tally = _compared(sentence, {("", each) for _, each in true}, {("", each) for _, each in found})
        rows[reading.named].add(tally)
        fields[f"in {sentence.field}"].add(_compared(sentence, true, found))
        for kind in kinds:
            rows[kind].add(_compared(sentence, _only(true, kind), _only(found, kind)))
        if not true:
            empty.add(Tally(right=not found, wrong=bool(found), missed=bool(found)))
    return {**rows, "nothing there, nothing found": empty, **fields}


def _only(pairs: Pairs, kind: str) -> Pairs:
    return {pair for pair in pairs if pair[0] == kind}


def _compared(sentence: Sentence, true: Pairs, found: Pairs) -> Tally:
    tally = compared(sorted(true), sorted(found))
    tally.slips = [f"{slip:45} {sentence.text}" for slip in tally.slips]
    return tally


def _files(split: str, folder: Path, beside: list[Path]) -> Scores:
    scores = Scores()
    for name, path, truth in _with_truth(split, folder, beside):
        parsed = parse_resume(read_bytes(path.read_bytes()), today=TODAY)
        scores.add(name, path.suffix, measured(truth, parsed, path.suffix))
    return scores


def _with_truth(split: str, folder: Path, beside: list[Path]) -> Iterator[tuple[str, Path, Truth]]:
    for case in cases(split, folder):
        for path in beside:
            if path.stem == case.name:
                yield path.name, path, case.truth
