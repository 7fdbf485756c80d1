"""What goes out of a text before a model sees it, and what stays."""

import re

import pytest

from mosaic.ai.domain.masking import Known, Masking
from tests.ai.masking_cases import GONE, KNOWN_GONE, KNOWN_STAYS, STAYS
from tests.ai.masking_strangers import LATER, MESSAGES, PLAIN
from tests.evaluation.labels import SENTENCES, sentences_in
from tests.resumes.as_text import as_text
from tests.resumes.layouts import laid_out
from tests.resumes.truth import cases

MARKED = re.compile(r"«([^»]*)»")
PLACEHOLDER = re.compile(r"\[[A-Z]+ \d+[a-z]*\]")


def unmarked(sentence: str) -> str:
    return sentence.replace("«", "").replace("»", "")


def parts_that_stay(sentence: str) -> list[str]:
    """Return the words outside of the marks, without the signs beside them."""
    return [part.strip(" ,.:;()&\n") for part in MARKED.split(sentence)[::2]]


def assert_masked(masking: Masking, sentence: str) -> None:
    text = unmarked(sentence)
    masked = masking.mask(text)
    for secret in MARKED.findall(sentence):
        assert secret not in masked
    kept = [part.strip(" ,.:;()&\n") for part in PLACEHOLDER.split(masked)]
    assert [part for part in kept if part] == [part for part in parts_that_stay(sentence) if part]
    assert masking.restore(masked) == text


@pytest.mark.parametrize(("kind", "sentence"), [(kind, each) for kind, listed in GONE.items() for each in listed])
def test_details_go_and_the_rest_stays(kind: str, sentence: str) -> None:
    assert_masked(Masking(), sentence)


@pytest.mark.parametrize(("name", "sentence"), KNOWN_GONE)
def test_a_known_name_goes_in_every_shape(name: str, sentence: str) -> None:
    assert_masked(Masking(Known(names=(name,))), sentence)


@pytest.mark.parametrize("sentence", [each for listed in STAYS.values() for each in listed])
def test_a_sentence_without_details_stays_as_it_is(sentence: str) -> None:
    assert Masking().mask(sentence) == sentence


@pytest.mark.parametrize(("name", "sentence"), KNOWN_STAYS)
def test_a_word_that_is_no_name_here_stays(name: str, sentence: str) -> None:
    assert Masking(Known(names=(name,))).mask(sentence) == sentence


def test_the_tables_are_as_large_as_promised() -> None:
    assert sum(map(len, GONE.values())) + len(KNOWN_GONE) >= 150
    assert sum(map(len, STAYS.values())) + len(KNOWN_STAYS) >= 100


def words_left(secret: str, masked: str) -> list[str]:
    """Return the words of a detail that still stand in a masked text."""
    rest = PLACEHOLDER.sub(" ", masked)
    return [word for word in re.findall(r"\w{2,}", secret) if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", rest)]


def test_nearly_all_details_in_strangers_messages_go() -> None:
    planted = gone = 0
    for message in MESSAGES + LATER:
        masked = Masking().mask(unmarked(message))
        outside = " ".join(MARKED.split(message)[::2])
        for secret in MARKED.findall(message):
            planted += 1
            gone += all(words_left(word, outside) for word in words_left(secret, masked))
    assert planted >= 300
    assert gone / planted >= 0.97


def test_resumes_lose_who_it_is_and_keep_what_was_done() -> None:
    for case in cases("development"):
        for layout in ("classic", "no_headings"):
            sheet, truth = laid_out(case, layout)
            text = as_text(sheet)
            masked = Masking().mask(text)
            for secret in (truth.name, truth.email, truth.phone, truth.place.address, truth.place.postal):
                assert not secret or secret not in masked
            for job in truth.work:
                assert [kept for kept in (job.title, job.employer) if kept in text and kept not in masked] == []


@pytest.mark.parametrize("message", PLAIN)
def test_strangers_messages_without_details_stay(message: str) -> None:
    assert Masking().mask(message) == message


def test_hardly_any_sentence_about_work_is_changed() -> None:
    texts = [sentence.text for sentence in sentences_in(SENTENCES, "development")]
    changed = [text for text in texts if Masking().mask(text) != text]
    assert len(changed) / len(texts) <= 0.01
