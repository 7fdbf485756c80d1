"""How fast Mosaic reads: `script/bench_reading`. Figures, not a test.

Each figure is the best of some rounds, on one core, with the time of a plain loop of this Python beside it, so that figures
of different machines can be compared. Sentences are timed in processor time, in a mix of what people write: half of it
sentences about work they did, wished for or refused, each alone as a message is, half answers of five such sentences. All
are of the development parts; a quarter was written to say something of years, schooling, hours, pay or place.
"""

import hashlib
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from unittest.mock import patch

from mosaic.documents.child import read_bytes
from mosaic.documents.kinds import kind_of
from mosaic.documents.limits import Limits
from mosaic.documents.model import Document
from mosaic.documents.reading import read_document
from mosaic.documents.resume.parse import parse_resume
from mosaic.facts.domain import guesses
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.nearness import Near, near_skills
from tests.evaluation.labels import SENTENCES, sentences_in
from tests.evaluation.own import OWN_WORDS, told_in
from tests.resumes.as_pdf import as_pdf
from tests.resumes.layouts import laid_out
from tests.resumes.truth import cases

TODAY = date(2026, 11, 1)
ROUNDS = 5
PAGES = 2
LOADING = """
import time
began = time.perf_counter()
from mosaic.lexicon.store import lexicon
imported = time.perf_counter()
lexicon()
read = time.perf_counter()
from mosaic.lexicon.phrases import licence_finder, occupation_finder, skill_finder, value_finder
from mosaic.lexicon.loose import loose_skill_finder
for finder in (skill_finder, occupation_finder, licence_finder, value_finder, loose_skill_finder):
    finder()
print(imported - began, read - imported, time.perf_counter() - read)
from pathlib import Path
print(next(line.split()[1] for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def main() -> None:
    """Print the figures."""
    print(f"a loop of a million additions: {1000 * best(_loop):.0f} ms")
    pdf = a_pdf()
    document = read(pdf)
    print(f"\na PDF of {PAGES} pages, {len(document.text.split())} words")
    print(f"  read in a child process of its own, started for it: {1000 * best(lambda: read_bytes(pdf)):.0f} ms")
    print(f"  read: {1000 * best(lambda: read(pdf)):.0f} ms")
    print(f"  parsed as a résumé: {1000 * best(lambda: parse_resume(document, today=TODAY)):.0f} ms")
    reading_sentences()
    print(f"  peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("\nthe lexicon in a new process")
    loading()


def reading_sentences() -> None:
    """Print how fast sentences are read, with and without what is near in meaning."""
    alone, answers = mix()
    texts, count = [*alone, *answers], 2 * len(alone)
    print(f"\n{len(alone)} sentences alone and in {len(answers)} answers; processor time of one, and in such additions")
    whole = partial(read_own_words, today=TODAY)
    _told("skills by name and in any order", skills_said, texts, count)
    _told("everything said of oneself", whole, texts, count)
    with patch.object(guesses, "near_skills", _nothing_near):
        _told("everything said of oneself but what is near in meaning", whole, texts, count)
    _told("skills near in meaning", near_skills, alone, len(alone))


def mix() -> tuple[list[str], list[str]]:
    """Return sentences alone, and the same in answers of five, always in the same order."""
    sentences = [one.text for one in sentences_in(SENTENCES, "development")]
    sentences += [one.text for one in told_in(OWN_WORDS, "development")]
    sentences.sort(key=lambda text: hashlib.sha256(text.encode()).digest())
    return sentences, [" ".join(sentences[place : place + 5]) for place in range(0, len(sentences), 5)]


def _told(name: str, reader: Callable[[str], object], texts: list[str], count: int) -> None:
    """Print the processor time of one sentence, beside that of an addition in a plain loop measured just before."""
    addition = best(_loop, time.process_time) / 1_000_000
    each = best(partial(_each, reader, texts), time.process_time) / count
    print(f"  {name}: {1 / each:,.0f} sentences/s, {1_000_000 * each:.0f} µs, {each / addition:,.0f} additions")


def _nothing_near(_text: str, **_bar: float) -> list[Near]:
    return []


def best(run: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """Return the least number of seconds that some rounds took."""
    took = []
    for _ in range(ROUNDS):
        began = clock()
        run()
        took.append(clock() - began)
    return min(took)


def read(data: bytes) -> Document:
    """Read a document in this process."""
    limits = Limits()
    return read_document(data, kind_of(data, limits), limits)


def a_pdf() -> bytes:
    """Return a made résumé of two pages: one with its work told again until it fills them."""
    case = cases("all")[0]
    for times in range(2, 10):
        longer = replace(case, truth=replace(case.truth, work=case.truth.work * times))
        data = as_pdf(laid_out(longer, "classic")[0])
        if read(data).pages == PAGES:
            return data
    raise LookupError("no length fills two pages")


def loading() -> None:
    """Print what loading costs a process that finds the outcome of an earlier one."""
    rows = []
    for _ in range(ROUNDS):
        done = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True)
        times, memory = done.stdout.splitlines()
        rows.append((*map(float, times.split()), int(memory) / 1024))
    imported, loaded, built = (1000 * min(row[place] for row in rows) for place in range(3))
    print(f"  modules {imported:.0f} ms, lexicon {loaded:.0f} ms, finders {built:.0f} ms; memory {rows[0][3]:.0f} MB")


def _each(reader: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        reader(text)


def _loop() -> int:
    total = 0
    for number in range(1_000_000):
        total += number
    return total


if __name__ == "__main__":
    main()
