"""How fast Mosaic reads: `script/bench_reading`. Figures, not a test.

Each figure is the best of some rounds, on one core, with the time of a plain loop of this Python beside it, so that figures
of different machines can be compared.
"""

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from mosaic.documents.child import read_bytes
from mosaic.documents.kinds import kind_of
from mosaic.documents.limits import Limits
from mosaic.documents.model import Document
from mosaic.documents.reading import read_document
from mosaic.documents.resume.parse import parse_resume
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.loose import skills_said
from mosaic.lexicon.nearness import near_skills
from tests.evaluation.labels import SENTENCES, sentences_in
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
    texts = [sentence.text for sentence in sentences_in(SENTENCES)]
    print(f"\n{len(texts)} sentences, each alone")
    readers: dict[str, Callable[[str], object]] = {
        "skills by name and in any order": skills_said,
        "everything said of oneself": read_own_words,
        "skills near in meaning": near_skills,
    }
    for name, reader in readers.items():
        print(f"  {name}: {len(texts) / best(partial(_each, reader, texts)):,.0f} sentences/s")
    print(f"  peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("\nthe lexicon in a new process")
    loading()


def best(run: Callable[[], object]) -> float:
    """Return the least number of seconds that some rounds took."""
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        took.append(time.perf_counter() - began)
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
