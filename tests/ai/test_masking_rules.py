"""What holds for masking whatever the text: it can be undone, leaves nothing known behind, and fails closed."""

import unicodedata

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from mosaic.ai.domain.masking import Known, Masking, MaskingFailed
from mosaic.ai.domain.masking.masking import MOST_LETTERS

JANE = Known(
    names=("Jane Doe", "Jane", "José García Márquez", "Will"),
    contacts=("jane@example.org", "+44 7700 900123", "linkedin.com/in/jane-doe", "12 Mill Lane, Leeds LS1 4AB"),
)
BITS = st.sampled_from(
    [
        "Jane", "jane", "JANE DOE", "Doe", "Will", "will", "my name is", "Priya", "Dr", "Mr", ".", ",", " ", "\n", "-", "@", "[", "]",
        "[NAME 1]", "[name_1]", "[TEXT 1]", "NAME", "jane@example.org", "07700", "900123", "+44", "12", "Mill Lane", "linkedin.com/in/jane-doe",
        "\u200b", "\u0301", "é", "ß", "İ", "ﬁ", "王芳", "born", "1984", "Name:", "at", "dot", "example", "call", "LS1 4AB", "%40", "&#64;", "'s",
        "Kind regards,\n", "García", "Garcı\u0301a", "https://", "\\[NAME 1\\]", "0", "7", "one", "seven",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(BITS, max_size=25).map("".join), st.lists(BITS, max_size=25).map(" ".join)
)


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@settings(max_examples=400, deadline=None)
@given(text=TEXTS.map(composed))
def test_restoring_gives_back_any_text(text: str) -> None:
    for masking in (Masking(), Masking(JANE), Masking(JANE, always=True)):
        try:
            masked = masking.mask(text)
        except MaskingFailed:
            # Only what itself looks like a placeholder may be refused, as “NAME0S[NAME0]” does; then nothing is sent.
            assert "[" in text
            reject()
        assert masking.restore(masked) == text


@settings(max_examples=200, deadline=None)
@given(before=TEXTS, after=TEXTS, secret=st.sampled_from([*JANE.contacts, "Jane Doe", "José García Márquez"]))
def test_nothing_known_is_left_in_any_text(before: str, after: str, secret: str) -> None:
    masked = Masking(JANE).mask(f"{before} {secret} {after}")
    assert secret not in masked
    assert Masking(JANE).leaks(masked) == ()


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=4))
def test_masking_the_same_again_gives_the_same(texts: list[str]) -> None:
    masking = Masking(JANE)
    masking.notice(*texts)
    first = [masking.mask(text) for text in texts]
    assert [masking.mask(text) for text in texts] == first
    assert [masking.restore(masked) for masked in first] == texts


@settings(max_examples=150, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=3))
def test_a_masking_made_again_continues_the_first(texts: list[str]) -> None:
    masking = Masking(JANE)
    masked = [masking.mask(text) for text in texts]
    later = Masking.again(JANE, masking.placeholders())
    assert later.placeholders() == masking.placeholders()
    assert [later.restore(one) for one in masked] == texts


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_a_masked_text_masked_again_holds_nothing_known_and_comes_back(text: str) -> None:
    masking = Masking(JANE)
    twice = masking.mask(masking.mask(text))
    assert masking.leaks(twice) == ()
    assert masking.restore(masking.restore(twice)) == text


def test_the_same_person_has_one_number_and_each_spelling_comes_back() -> None:
    masking = Masking(Known(names=("Jane Doe",)))
    assert masking.mask("Jane Doe came. Jane left. Jane Doe came.") == "[NAME 1] came. [NAME 1b] left. [NAME 1] came."
    assert masking.restore("[NAME 1] and [NAME 1b]") == "Jane Doe and Jane"


def test_a_name_told_once_is_masked_in_the_texts_after_it() -> None:
    masking = Masking()
    masking.mask("My manager is called Xyla Vorn.")
    assert masking.mask("Xyla left, and Vorn stayed.") == "[NAME 1b] left, and [NAME 1c] stayed."


def test_noticing_texts_makes_their_order_unimportant() -> None:
    masking = Masking()
    masking.notice("My manager is called Xyla Vorn.")
    assert masking.mask("Xyla left.") == "[NAME 1] left."


@pytest.mark.parametrize(
    "written",
    ["[NAME 1]", "[Name 1]", "[name-1]", "[NAME_1]", "[NAME1]", "[ NAME 1 ]", "【NAME 1】", "\\[NAME 1\\]", "[NAME #1]", "[*NAME 1*]", "[NAME:1]"],
)  # fmt: skip
def test_placeholders_are_known_however_a_model_writes_them(written: str) -> None:
    masking = Masking(Known(names=("Jane",)))
    masking.mask("Jane")
    assert (
        masking.restore(f"Hello {written}, this is {written}'s and **{written}**.")
        == "Hello Jane, this is Jane's and **Jane**."
    )


def test_a_placeholder_nobody_gave_out_becomes_a_neutral_mark() -> None:
    masking = Masking(Known(names=("Jane",)))
    masking.mask("Jane")
    assert masking.restore("[NAME 7] and [PHONE 1] and [NAME 1z]") == "[…] and […] and Jane"


def test_words_that_only_look_like_a_placeholder_survive() -> None:
    masking = Masking(Known(names=("Jane",)))
    text = "Jane wrote [NAME 1], [name_1] and [EMAIL 12] into her template."
    masked = masking.mask(text)
    assert "Jane" not in masked
    assert masking.restore(masked) == text


def test_brackets_without_a_number_are_not_placeholders() -> None:
    masking = Masking(Known(names=("Jane",)))
    masking.mask("Jane")
    assert masking.restore("Dear [Name], [NAME]") == "Dear [Name], [NAME]"


def test_always_masks_a_name_that_is_also_a_word_everywhere() -> None:
    assert Masking(Known(names=("Will",)), always=True).mask("I will go") == "I [NAME 1] go"


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (JANE, "ring 0 7 7 0 0 9 0 0 1 2 3"),
        (JANE, "ring (+44) 7700-900-123"),
        (JANE, "JANE@EXAMPLE.ORG"),
        (JANE, "jane (at) example (dot) org"),
        (JANE, "Jose Garcia"),
        (JANE, "see LinkedIn.com/in/Jane-Doe/"),
        (JANE, "12, mill lane"),
        (JANE, "the jаne of old"),
    ],
)
def test_leaks_finds_other_spellings(known: Known, text: str) -> None:
    assert Masking(known).leaks(text)


def test_leaks_finds_nothing_in_placeholders() -> None:
    assert Masking(JANE).leaks("[NAME 1] [EMAIL 1] and a will") == ()


def test_masking_fails_closed_when_something_known_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    masking = Masking(JANE)
    monkeypatch.setattr(masking, "_spans", lambda _view: [])
    with pytest.raises(MaskingFailed):
        masking.mask("Jane Doe is here.")


def test_a_text_that_is_too_long_is_not_sent() -> None:
    with pytest.raises(MaskingFailed):
        Masking().mask("a" * (MOST_LETTERS + 1))


def test_a_text_with_too_much_to_mask_is_not_sent() -> None:
    with pytest.raises(MaskingFailed):
        Masking().mask("\n".join(f"a{number}@example.org" for number in range(3_000)))


def test_a_contact_beside_other_letters_is_masked_where_it_stands_again() -> None:
    text = "Employee number: 0045-882 and Ms0045-882 Hartley"
    masked = Masking().mask(text)
    assert "0045" not in masked


def test_again_refuses_what_is_no_placeholder() -> None:
    with pytest.raises(ValueError, match="no placeholder"):
        Masking.again(Known(), {"NAME": "Jane"})


PLANTED = (
    "jane.doe@example.org", "jane at work-place dot example dot com", "+44 7700 900123", "(020) 7946 0958", "linkedin.com/in/jane-doe-7",
    "https://github.com/janedoe", "@jane_paints", "12 Mill Lane", "LS1 4AB", "Hauptstraße 12", "QQ 12 34 56 C", "DE89 3704 0044 0532 0130 00",
    "3 May 1984", "Jane Doe", "Tom Fielding", "Priya", "Okafor", "Ayşe", "PO Box 77", "oh seven seven double nine one two three four five",
)  # fmt: skip


def test_twenty_details_planted_in_one_long_text_are_all_gone() -> None:
    filler = "I stacked shelves at Tesco from 2014 to 2020 and trained new people on the tills. " * 20
    said = [
        "My mail is {}.", "Or {} at work.", "Call {} please.", "My landline is {}.", "See {} too.", "Code at {}.", "I post as {}.", "I live at {}, Leeds.",
        "The postcode is {}.", "Before, {} in Bremen.", "NI number {}.", "IBAN {}.", "I was born on {}.", "My name is {}.", "My manager {} helped.",
        "Ask for {} there.", "My GP is Dr {}.", "My friend {} knows.", "Letters to {}.", "Or ring {}.",
    ]  # fmt: skip
    text = filler.join(sentence.format(detail) for sentence, detail in zip(said, PLANTED, strict=True))
    masking = Masking()
    masked = masking.mask(text)
    assert [detail for detail in PLANTED if detail in masked] == []
    assert masking.restore(masked) == text
    assert masked.count("Tesco from 2014 to 2020") == text.count("Tesco from 2014 to 2020")


RESUME = """Xanthe Quillfeather
Warehouse Operative
Leeds | xq@example.org | 07700 900123

Profile
Reliable picker. Quillfeather is known for it.

Experience
2019 - 2023 Picker, Harlow Foods, Leeds
"""


def test_the_head_of_a_pasted_resume_gives_the_name() -> None:
    masked = Masking().mask(RESUME)
    assert "Quillfeather" not in masked
    assert "Xanthe" not in masked
    assert "Picker, Harlow Foods, Leeds" in masked
    assert "Warehouse Operative" in masked


def test_the_head_behind_a_fence_gives_the_name_too() -> None:
    masked = Masking().mask("What is wrong with this?\n```\n" + RESUME + "```\n")
    assert "Quillfeather" not in masked
