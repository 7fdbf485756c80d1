"""Which work somebody says was theirs: by a title, by a place, or by what they kept."""

from pathlib import Path

import pytest

from mosaic.facts.domain.kinds import FactKind, Polarity
from mosaic.facts.domain.reading import read_own_words
from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.store import DATA, lexicon
from mosaic.lexicon.workplaces import FILE, places_by_occupation, workplace_findings


def roles(text: str) -> set[tuple[Polarity, str]]:
    return {(one.polarity, one.lexicon_id) for one in read_own_words(text) if one.kind is FactKind.ROLE}


def held(text: str) -> set[str]:
    return {role for polarity, role in roles(text) if polarity is Polarity.HAS}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("School cook, three hundred dinners a day and never a one sent back", "school-cook"),
        ("retired bus driver from Hull, I miss the early shift", "bus-driver"),
        ("Forklift driver at a cold store, minus twenty", "forklift-driver"),
        ("Thirty years a nurse and my knees know it", "registered-nurse"),
        ("started out as a KP, then nothing for ages", "kitchen-porter"),
        ("I was only a foreman, nobody special", "site-supervisor"),
    ],
)
def test_a_title_that_opens_a_sentence_is_the_writers(text: str, role: str) -> None:
    assert role in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "The school cook told me to go home",
        "Bus driver was rude to me again",
        "Nurse at the clinic said it would pass",
        "My dad was a bus driver",
        "Forklift driver jobs are all nights here",
        "ask the foreman",
    ],
)
def test_titles_of_others_are_not(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("worked three summers in a big call centre outside Leeds", "call-centre-agent"),
        ("did nights at a nursing home", "care-home-assistant"),
        ("years on the bins and I never missed a round", "refuse-collector"),
        ("My first job was on the tills", "cashier"),
        ("I ran my own salon until the rent doubled", "salon-manager"),
        ("had our own little fruit stall on the market", "market-trader"),
    ],
)
def test_a_place_tells_the_usual_work(text: str, role: str) -> None:
    assert role in held(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have never worked in a call centre",
        "I never want to work in a warehouse again",
        "my mum worked in a nursing home",
        "I'd like to open my own salon one day",
        "we met at the pub",
        "I worked in a warehouse as a nurse",
    ],
)
def test_places_alone_tell_no_work_of_the_writer(text: str) -> None:
    assert not held(text) - {"registered-nurse"}


@pytest.mark.parametrize("text", ["I'd love to become a nurse", "I want to do some nurse work"])
def test_a_title_may_be_hoped_for(text: str) -> None:
    assert roles(text) == {(Polarity.WANTS, "registered-nurse")}


def test_workplaces_name_known_occupations_once() -> None:
    assert list(workplace_findings(DATA / FILE, lexicon().occupations)) == []


def test_short_titles_are_no_names_already() -> None:
    titles = [title for places in places_by_occupation().values() for title in places.called]
    assert [title for title in titles if occupation_finder().find(title)] == []


@pytest.mark.parametrize(
    ("more", "words"),
    [('[no-such-work]\nat = ["moon base"]\n', "no occupation"), ('[sommelier]\nat = ["call centres"]\n', "is said of")],
)
def test_the_linter_finds_what_is_wrong(tmp_path: Path, more: str, words: str) -> None:
    path = tmp_path / FILE
    path.write_text(
        (DATA / FILE).read_text(encoding="utf-8").replace("[sommelier]", "") + "\n" + more, encoding="utf-8"
    )
    assert any(words in sentence for _, sentence in workplace_findings(path, lexicon().occupations))
