"""Finds known names in a text, in every shape, and tells the name Will from the word will."""

import re
from collections.abc import Iterable, Iterator

from mosaic.ai.domain.masking.forms import SHORT, Care, Form, forms_of, is_without_capitals, name_of
from mosaic.ai.domain.masking.plain import Plain, folded
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues, single

_GAP = re.compile(r"[ \t\n'.,_\-\xa0/+]{1,4}|[ \t]{0,20}\n[ \t]{0,20}")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…:\n•*>\-\"'(“„«]|\d[.)])[ \t\"'(“„«]*$")
_FEWEST_FOR_ENDINGS = 5
_MOST_ENDING = 3


class KnownNames:
    """Names that are known, each under the one it belongs to."""

    def __init__(self, *, always: bool) -> None:
        self._always = always
        self._by_first: dict[str, list[Form]] = {}
        self._stems: dict[str, str] = {}
        self._inside: dict[str, str] = {}
        self._known: set[str] = set()
        self.owners: dict[tuple[str, ...], str] = {}

    def learn(self, name: str, owner: str) -> None:
        """Look out for a name from now on."""
        if name in self._known or not name_of(name):
            return
        self._known.add(name)
        self.owners.setdefault(name_of(name), owner)
        for form in forms_of(name, owner):
            listed = self._by_first.setdefault(form.words[0], [])
            if not any(one.words == form.words for one in listed):
                listed.append(form)
                listed.sort(key=lambda one: -len(one.words))
            if len(form.words) == 1 and form.care is Care.NONE and len(form.words[0]) >= _FEWEST_FOR_ENDINGS:
                self._stems.setdefault(form.words[0].rstrip("aeioyjьй") or form.words[0], owner)
        if is_without_capitals(name):
            whole = folded("".join(Plain(name).plain.split()))
            for part in (whole, *name_of(name)):
                if len(part) >= 2:
                    self._inside.setdefault(part, owner)

    def squeezed(self) -> Iterable[str]:
        """Return the names run together, by which a site is seen to be somebody's."""
        return {"".join(words) for words in self.owners if len(words) > 1} | {
            words[0] + words[-1] for words in self.owners if len(words) > 1
        }

    def found_in(self, view: Plain) -> Iterator[Found]:
        """Yield where the names stand."""
        for index, word in enumerate(view.words):
            found = self._at(view, index)
            if found:
                yield found
            elif word.is_big and len(word.folded) >= _FEWEST_FOR_ENDINGS:
                yield from self._with_ending(view, index)
        for part, owner in self._inside.items():
            yield from (
                Found(match.start(), match.end(), Kind.NAME, owner)
                for match in re.finditer(re.escape(part), view.folded)
            )

    def _at(self, view: Plain, index: int) -> Found | None:
        for form in self._by_first.get(view.words[index].folded, ()):
            last = _follow(view, index, form.words)
            if last >= 0 and (self._always or _is_meant(view, index, last, form)):
                return Found(view.words[index].start, view.words[last].end, Kind.NAME, form.owner)
        return None

    def _with_ending(self, view: Plain, index: int) -> Iterator[Found]:
        """Yield a name with the ending of a case: Kowalskiego, Айгулем."""
        word = view.words[index]
        if word.folded in single("never"):
            return
        for cut in range(_MOST_ENDING + 1):
            owner = self._stems.get(word.folded[: len(word.folded) - cut])
            if owner is not None:
                yield Found(word.start, word.end, Kind.NAME, owner)
                return


def _follow(view: Plain, index: int, words: tuple[str, ...]) -> int:
    """Return the index of the last word of a row that begins at one, -1 when it is another row."""
    for step, word in enumerate(words):
        if index + step >= len(view.words) or view.words[index + step].folded != word:
            return -1
        if step:
            before = view.words[index + step - 1]
            if not _GAP.fullmatch(view.plain, before.end, view.words[index + step].start):
                return -1
    return index + len(words) - 1


def _is_meant(view: Plain, index: int, last: int, form: Form) -> bool:
    """Whether words in the shape of a name are meant as one."""
    if form.care is Care.HANDLE:
        return _is_account(view, index)
    if form.care is Care.NONE or not all(view.words[place].is_big for place in range(index, last + 1)):
        return form.care is Care.NONE
    if form.care is Care.BIG:
        return _is_close(view, index, last)
    return not _is_where(view, index) if form.care is Care.PLACE else _is_no_word(view, index)


def _is_no_word(view: Plain, index: int) -> bool:
    """Whether a word written large is the name Will rather than the word."""
    word = view.words[index]
    if len(word.folded) > 1 and view.plain[word.start : word.end].isupper() and not _is_shouted(view, index):
        return len(word.folded) > SHORT and _is_named(view, index)
    if word.folded in single("months") and _is_when(view, index):
        return False
    return not begins_sentence(view, index) or _is_named(view, index)


def _is_account(view: Plain, index: int) -> bool:
    """Whether jdoe stands like a name on some machine."""
    word = view.words[index]
    around = view.plain[max(0, word.start - 1) : word.start] + view.plain[word.end : word.end + 1]
    return any(sign in "@_/.0123456789" for sign in around.rstrip(".")) or (
        index > 0 and view.words[index - 1].folded in _ACCOUNTS
    )


_ACCOUNTS = frozenset(("user", "username", "login", "account", "handle", "id"))


def _is_close(view: Plain, index: int, last: int) -> bool:
    """Whether initials stand with their name in one line."""
    return "\n" not in view.plain[view.words[index].start : view.words[last].end]


def begins_sentence(view: Plain, index: int) -> bool:
    """Whether a word stands at the beginning of a sentence, a line or a quotation."""
    before = view.plain[max(0, view.words[index].start - 6) : view.words[index].start]
    return bool(_ENDS_SENTENCE.search(before)) if view.words[index].start else True


def _is_shouted(view: Plain, index: int) -> bool:
    """Whether the words around are in capitals too."""
    around = [*view.words[max(0, index - 2) : index], *view.words[index + 1 : index + 3]]
    return all(view.plain[word.start : word.end].isupper() for word in around if len(word.folded) > 1)


def _is_named(view: Plain, index: int) -> bool:
    """Whether what stands around a word at the beginning of a sentence shows that it is a name."""
    word = view.words[index]
    line_start = view.plain.rfind("\n", 0, word.start) + 1
    line_end = view.plain.find("\n", word.end)
    line = view.plain[line_start : line_end if line_end >= 0 else len(view.plain)]
    if line.strip(" \t-*.,!~") == view.plain[word.start : word.end]:
        return True
    if any(section.before(view.words, index) for section in (cues("titles"), cues("told"), cues("regards"))):
        return True
    after = view.words[index + 1] if index + 1 < len(view.words) else None
    if after is None:
        return False
    between = view.plain[word.end : after.start]
    if between == "'" and after.folded == "s":
        return True
    return between in (" ", ", ") and after.folded in single("behind_names")


def _is_where(view: Plain, index: int) -> bool:
    """Whether a town or country is meant: in Jordan, moved to Florence."""
    if index == 0 or view.plain[view.words[index - 1].end : view.words[index].start] != " ":
        return False
    return cues("wheres").before(view.words, index) > 0


def _is_when(view: Plain, index: int) -> bool:
    """Whether a month is meant: in May, May 2019, 3rd of June."""
    word = view.words[index]
    if re.match(r"[ ,.'-]{1,2}\d", view.plain[word.end : word.end + 3]) or re.search(
        r"\d(?:st|nd|rd|th)?\.?[ ]$", view.plain[max(0, word.start - 5) : word.start]
    ):
        return True
    return index > 0 and view.words[index - 1].folded in single("whens")
