"""The prompt library: every row is worth saying, no two are alike, and a file that is not as it should be says where."""

import csv
import re
import statistics
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from mosaic.ai.domain.manners import manner_faults
from wimd import loading, queries
from wimd.domain.coach import AGENDA_TAGS, SPARE_TAGS
from wimd.domain.cues import cues
from wimd.domain.library import LEAST_SCORE, Library, Row
from wimd.domain.rows import TAGS, alike
from wimd.models import PromptRow, PromptSet

ROWS = loading.rows_in(loading.decoded(loading.FILE.read_bytes()))
LIBRARY = Library(ROWS)
JUDGED = Path(__file__).parent / "relevance.csv"
HEADER = "id,prompt,completion,tag\n"
GOOD = "boss-01,My boss shouts,What happens right before?,boss\n"
# Kinds of work a library for everybody speaks of, each by some words of its prompts.
KINDS_OF_WORK = {
    "care": "care home|nurs|ward|carer|patients|hospice",
    "trades": "electrician|plumb|mechanic|roof|foreman|builder|construction|workshop|fitter|site",
    "hospitality": "chef|kitchen|waite|café|hotel|restaurant|bar job|barman|bakery",
    "retail": "till|shop|salon|customers|selling|stall|market",
    "teaching": "teach|school|class|nursery",
    "office": "office|admin|spreadsheet|meeting|email",
    "public service": "council|fire|civil service|army|navy|regiment|town hall|tax office|police|social worker",
    "arts": "music|photograph|novel|pottery|actor|danc|draw|illustrat|paint|theatre|write at night",
    "farming": "farm|harvest|garden|fruit|seed|vines|dairy|milking|herd|growing food|allotment|orchard",
    "transport": "drive|lorry|lorries|taxi|van|train driver|courier",
    "technology": "coding|code|apps?\\b|software|program|developer|servers|network tech|machine",
    "unpaid work": "volunteer|household|home with the kids|food bank|look after|looked after|youth club",
}


class TestRows:
    def test_there_are_enough_of_them_under_enough_tags(self) -> None:
        tags = Counter(row.tag for row in ROWS)
        print(f"\n{len(ROWS)} rows under {len(tags)} tags:", dict(sorted(tags.items())))
        assert len(ROWS) >= 900
        assert len(tags) >= 40
        assert min(tags.values()) >= 8

    def test_every_tag_somebody_asks_for_is_there(self) -> None:
        used = {row.tag for row in ROWS}
        named = {tag for cue in cues().cues.values() for tag in cue.tags}
        assert used == TAGS
        assert named | set(AGENDA_TAGS.values()) | set(SPARE_TAGS) <= used

    @pytest.mark.parametrize(("part", "most"), [("prompt", 0.6), ("completion", 0.5)])
    def test_no_two_are_alike(self, part: str, most: float) -> None:
        texts = [getattr(row, part) for row in ROWS]
        close = [
            (ROWS[one].key, ROWS[other].key, round(share, 2)) for one, other, share in alike(texts) if share >= most
        ]
        assert close == []

    def test_no_two_are_the_same_but_for_a_word(self) -> None:
        assert next(iter(alike(["I lost my job in May", "I lost my job in June", "The cat sleeps"])))[:2] == (0, 1)

    def test_none_gives_orders_by_the_coachs_own_measure(self) -> None:
        found = [
            (row.key, [one.fault for one in manner_faults(re.sub(r"“[^”]*”", "", row.completion), own=row.prompt.casefold(), is_question="?" in row.completion, may_direct=False)])
            for row in ROWS
        ]  # fmt: skip
        assert [one for one in found if one[1]] == []

    def test_they_are_short_enough_to_read_tired(self) -> None:
        words = [len(row.completion.split()) for row in ROWS]
        sentences = [[len(one.split()) for one in row.completion.replace("?", ".").split(". ")] for row in ROWS]
        assert statistics.median(words) <= 25
        assert max(words) <= 45
        assert max(max(one) for one in sentences) <= 32

    def test_they_speak_of_all_kinds_of_work(self) -> None:
        said = [row.prompt.casefold() for row in ROWS]
        counts = {kind: sum(bool(re.search(rf"\b(?:{words})", one)) for one in said) for kind, words in KINDS_OF_WORK.items()}  # fmt: skip
        print("\n", counts)
        assert min(counts.values()) >= 12, counts

    def test_no_tag_follows_one_pattern(self) -> None:
        """A reader who gets several of one tag does not hear the same beginning again and again."""
        first = Counter(" ".join(row.completion.split()[:3]) for row in ROWS)
        assert max(first.values()) <= 0.05 * len(ROWS), first.most_common(3)


class TestLookingUp:
    def test_a_look_up_takes_less_than_five_milliseconds(self) -> None:
        said = [row.prompt for row in ROWS] + [one["message"] for one in judged()]
        LIBRARY.search("to warm up")
        took = []
        for text in said:
            began = time.thread_time()
            LIBRARY.search(text)
            took.append(time.thread_time() - began)
        half, most = statistics.median(took), statistics.quantiles(took, n=20)[-1]
        print(f"\n{len(took)} look-ups among {len(ROWS)} rows: p50 {half * 1000:.2f} ms, p95 {most * 1000:.2f} ms")
        assert most < 0.005

    def test_its_own_prompt_finds_a_row(self) -> None:
        missed = [row.key for row in ROWS if LIBRARY.search(row.prompt)[0].row.key != row.key]
        assert len(missed) <= 0.03 * len(ROWS), missed

    def test_the_same_words_find_the_same_rows_in_the_same_order(self) -> None:
        again = Library(ROWS)
        for one in judged():
            assert LIBRARY.search(one["message"])[:20] == again.search(one["message"])[:20]

    def test_what_an_answer_takes_up_was_said(self) -> None:
        small = Library([
            Row("family-01", "I am to take over the farm", "If the farm were for sale, which part would you buy?", "family"),
            Row("family-02", "My parents and my work", "Which part of their view is about you?", "family"),
        ])  # fmt: skip
        assert small.search("My father wants me to take over the shop")[0].row.key == "family-02"

    def test_readers_accept_most_of_the_first_rows(self) -> None:
        """Judged by one careful reader, `fits` 1 or 0; what nobody has judged counts as not fitting."""
        verdicts = {(one["message"], one["row"]): one["fits"] == "1" for one in judged()}
        sets: dict[str, list[str]] = {}
        for one in judged():
            sets.setdefault(one["set"], []).append(one["message"])
        for name, messages in sets.items():
            first = [(text, hits[0]) for text in dict.fromkeys(messages) if (hits := LIBRARY.search(text))]
            said = [(text, hit.row.key) for text, hit in first if hit.score >= LEAST_SCORE]
            fitting = sum(verdicts.get(one, False) for one in said)
            unjudged = [one for one in said if one not in verdicts]
            print(
                f"\n{name}: {fitting} of {len(said)} first rows fit; {len(set(messages)) - len(said)} of {len(set(messages))} messages are near no row"
            )
            assert not unjudged, unjudged
            assert fitting >= LEAST_SHARE[name] * len(said)


LEAST_SHARE = {"development": 0.65, "later": 0.55}
"""Of the first rows; what the measure was when it was made, less what one changed row of many may cost."""


def judged() -> list[dict[str, str]]:
    with JUDGED.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.django_db
class TestImport:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("id,prompt,completion\n", "line 1: the columns are id, prompt, completion, tag; tag missing"),
            ("id,prompt,completion,tag,note\n", "note unknown"),
            (HEADER, "line 2: there are no rows"),
            (HEADER + GOOD + GOOD, "line 3: the same id as in line 2"),
            (HEADER + GOOD + GOOD.replace("01", "02"), "line 3: the same prompt as in line 2"),
            (HEADER + GOOD + "boss-02,,What then?,boss\n", "line 3: prompt empty"),
            (HEADER + GOOD.replace(",boss\n", ",bosses\n"), "line 2: an unknown tag"),
            (HEADER + GOOD.replace("boss-01", "Boss 1"), "line 2: an id is small letters"),
            (HEADER + GOOD.replace("What happens", "You should ask what happens"), "an order: “should”"),
            (HEADER + GOOD.replace("What happens right before?", "Write it down. What then?"), "an order: “write”"),
            (HEADER + GOOD.replace("before?", "before? And after?"), "more than one question"),
            (HEADER + GOOD.replace("shouts", "shouts " * 60), "characters, 200 are the most"),
            (HEADER + GOOD.replace(",boss\n", ",boss,more\n"), "line 2: more cells than columns"),
            (HEADER + 'boss-01,"My boss\nshouts,What then?,boss\n', "line 2: unexpected end of data"),
        ],
    )
    def test_a_file_that_is_not_as_it_should_be_says_where(self, tmp_path: Path, text: str, said: str) -> None:
        file = tmp_path / "prompts.csv"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(CommandError) as error:
            call_command("import_prompts", file)
        assert said in str(error.value)
        assert not PromptSet.objects.exists()

    def test_another_encoding_is_named_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "prompts.csv"
        file.write_bytes((HEADER + GOOD).encode() + "boss-02,Café,What then?,boss\n".encode("latin-1"))
        with pytest.raises(CommandError, match="line 3: this is not UTF-8"):
            call_command("import_prompts", file)

    def test_every_fault_is_named_at_once(self, tmp_path: Path) -> None:
        file = tmp_path / "prompts.csv"
        file.write_text(HEADER + GOOD.replace(",boss\n", ",x\n") + "boss-02,Words,You must go. Why?,boss\n")
        with pytest.raises(CommandError) as error:
            call_command("import_prompts", file)
        assert [line.partition(":")[0] for line in str(error.value).splitlines()[1:]] == ["line 2", "line 3"]

    def test_a_mark_of_byte_order_and_other_line_ends_do_no_harm(self, tmp_path: Path) -> None:
        file = tmp_path / "prompts.csv"
        file.write_bytes(("\ufeff" + HEADER + GOOD).replace("\n", "\r\n").encode("utf-8"))
        call_command("import_prompts", file)
        assert PromptRow.objects.get().key == "boss-01"

    def test_a_file_loaded_twice_changes_nothing_and_an_earlier_one_comes_back_by_choice(self, tmp_path: Path) -> None:
        file = tmp_path / "prompts.csv"
        call_command("import_prompts")
        shipped = queries.active_prompts()
        file.write_text(HEADER + GOOD)
        call_command("import_prompts", file)
        other = queries.active_prompts()
        assert shipped
        assert other
        assert (other.count, queries.library().rows[0].key) == (1, "boss-01")
        call_command("import_prompts")
        assert queries.active_prompts() == other
        loading.use(shipped)
        assert len(queries.library().rows) == shipped.count == len(ROWS)
        assert PromptSet.objects.count() == 2


def test_no_tag_repeats_its_own_completion() -> None:
    ordered = sorted(ROWS, key=lambda row: (row.tag, row.completion))
    assert all(one.completion != other.completion for one, other in pairwise(ordered))
