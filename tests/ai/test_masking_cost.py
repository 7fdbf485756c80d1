"""Masking takes steps in proportion to the text, whatever the text: counted, not timed."""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from mosaic.ai.domain import masking as package
from mosaic.ai.domain.masking import Known, Masking, MaskingFailed, masking
from mosaic.ai.domain.masking.introduced import introduced_in
from mosaic.ai.domain.masking.plain import Plain
from mosaic.ai.domain.masking.spans import Found
from tests.ai.masking_cases import GONE
from tests.ai.regex_steps import Counted, TooManySteps

if TYPE_CHECKING:
    from _typeshed import TraceFunction

BITS = (
    "a", "A", "1", " ", "\n", "@", ".", "-", "_", "+", "(", "[", "%40", "a@", "a.", "a-", "1 ", "1-", "1,", "A ", "A1 ", "a b ", "Aa ", "at ", " dot a",
    "a at a dot ", "a.b@c-d.e_f ", "https://", "www.", "[NAME ", "[NAME 1", "Jane ", "J.", "1 Abc ", "12 rue de la ", "Rue De La ", "GB29", "0700 900 ",
    "born ", "regards,\n", "Name: ", "- - -\n", "```\n", "王", "王路", "は", "instagram : ", "tel 1", "one two ", "e\u0301", "\u200b", "A1A 1A1", "No. ", "n. 1",
)  # fmt: skip
MOST_PER_LETTER = 1_000
KNOWN = Known(names=("Jane Doe",), contacts=("jane@example.org", "+44 7700 900123", "12 Mill Lane, Leeds"))


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for name, value in vars(module).items():
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, re.Pattern):
                    yield f"{info.name}.{name}", each


PATTERNS = sorted({pattern.pattern: (name, pattern) for name, pattern in patterns()}.values(), key=lambda each: each[0])


def hostile(length: int) -> list[str]:
    return [(bit * length)[:length] for bit in BITS]


def test_the_counter_sees_what_backtracks_without_end() -> None:
    with pytest.raises(TooManySteps):
        Counted(re.compile(r"(?:a+)+b")).over("a" * 30, most=100_000)


def test_the_counter_finds_what_the_library_finds() -> None:
    counted = Counted(re.compile(r"(?<!\w)[a-c]{2,3}(?:-d|e){1,2}(?!\w)"))
    assert counted.over("abce-d", most=1_000) < counted.over("abcabcabc", most=1_000)


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[name for name, _ in PATTERNS])
def test_no_pattern_takes_more_than_so_many_steps_a_letter(pattern: re.Pattern[str]) -> None:
    for text in hostile(120):
        Counted(pattern).over(text, most=MOST_PER_LETTER * len(text))


def lines_run(text: str) -> int:
    """Return how many lines of the package run to mask a text."""
    count = 0

    def traced(frame: FrameType, event: str, _argument: object) -> "TraceFunction | None":
        nonlocal count
        if "masking" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return traced

    masking = Masking(KNOWN)
    sys.settrace(traced)
    try:
        masking.mask(text)
    except MaskingFailed:
        return 0
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("bit", BITS)
def test_twice_the_text_takes_about_twice_the_steps(bit: str) -> None:
    short, long = lines_run((bit * 400)[:400]), lines_run((bit * 800)[:800])
    assert long <= 2.6 * short + 800


def test_twice_a_text_full_of_details_takes_about_twice_the_steps() -> None:
    text = "\n".join(sentence.replace("«", "").replace("»", "") for listed in GONE.values() for sentence in listed)
    lines_run(text)
    short, long = lines_run(text), lines_run(f"{text}\n{text}")
    assert long <= 2.6 * short


def test_what_was_noticed_is_not_read_again_when_it_is_masked(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(view: Plain) -> Iterator[Found]:
        read.append(view.source)
        return introduced_in(view)

    monkeypatch.setattr(masking, "introduced_in", counted)
    one, other = "My manager Priya rang me.", "I like the night shift."
    covering = Masking(KNOWN)
    covering.notice(one, other, one)
    masked = [covering.mask(text) for text in (one, other, one)]
    assert sorted(read) == [other, one]
    assert masked[0] == masked[2]
    assert "Priya" not in masked[0]
