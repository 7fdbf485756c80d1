"""An answer as lines: sentences, items of a list, parts that begin anew; and a line as a label without its padding."""

import re
from collections.abc import Iterable, Iterator

from mosaic.lexicon.sentences import Span, sentences_of

LONGEST_LABEL = 120
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?(?P<mark>\d{1,2}|[a-h])[.)]\s+(?=\S)", re.MULTILINE)
_SEMICOLON = re.compile(r";\s+")
# Where somebody goes on to the next thing: what a sentence holds two of is two lines.
_BURDEN = r"I (?:can(?:['’]?t|not)|could(?:n['’]?t| not)|have no\b|have(?:n['’]?t| not)|don['’]?t|do not|am (?:too|afraid|scared|not|worried|ashamed|tired)|feel|doubt|fear|worry|need)"
_PART = re.compile(
    r"(?<=\S)(?:,? but (?=I\b|my\b|the\b)|, (?:and|also) (?=I\b|my\b|the\b|there\b)|\s[-–—]\s| and that (?=\w)"
    rf"|,? and (?={_BURDEN})|, (?={_BURDEN}))",
)
_BEGINS_BELOW = re.compile(r"^\W*(?:when|if|since|because|as|although|though|while|after|before)\b", re.IGNORECASE)
_PADDING = re.compile(
    r"^\W*(?:(?:and|but|so|well|also|then|plus|because|cause|cos|maybe|perhaps|honestly|basically|actually|probably|anyway|besides|mainly|mostly|next|firstly|secondly|finally"
    r"|to be honest|to be fair|first of all|in the end|at the end of the day|the fact(?: is)? that|the problem is(?: that)?|it is (?:just )?that|that is|i mean"
    r"|hi|hello|ok|okay|yes|no)(?:\b\s*[,:–-]?\s+|$)"
    r"|(?:i|we) (?:think|guess|suppose|believe|reckon|would say|'d say|’d say|must say)(?: that|,)?\s+(?=\S+ \S)"
    r"|that (?=(?:i|my|we|they|he|she|people|nobody|everybody|there|it|the|a|no)\b)"
    r"|\d{1,2}(?: ?/ ?10| (?:out )?of (?:10|ten))?\s*[,.:–-]\s*)",
    re.IGNORECASE,
)
# “My sister would say …” and “they would also see that …” lead to what is said.
_SEEN = re.compile(
    r"^\W*(?:my \w+|she|he|they|people|others|everybody|everyone|somebody|someone|you)(?: (?:who \w+ me(?: well)?))? (?:would|will|might|could)(?: (?:also|probably|always|maybe))? "
    r"(?:say|see|notice|tell (?:you|me|them))(?: (?:also|that))* (?=\w+ \w)",
    re.IGNORECASE,
)
_TAIL = re.compile(r",?\s+(?:because|cause|cos|lol|haha|though|anyway|or so|i think|i guess|you know)\b[^;]*$|\s*\([^()]*\)$", re.IGNORECASE)  # fmt: skip
_KEPT_WORDS = 3
"""A tail is cut only where so many words stand before it."""


def lines_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a text; items of a list without their numbers, parts between semicolons."""
    return tuple(_lines(text))


def parts_of(text: str) -> tuple[Span, ...]:
    """Return the lines of a text, cut where somebody begins anew: “…, and I …”, “… but my …”."""
    return tuple(part for line in lines_of(text) for part in _parts(text, line))


def is_list(text: str) -> bool:
    """Whether a text lists things: by numbers, by lines or by semicolons."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(_items(text)) or len(lines) > 1 or bool(_SEMICOLON.search(text))


def label_of(words: str) -> str:
    """Return a line as a label: in its person's words, without what leads to it or trails off, cut when it is long."""
    label = " ".join(words.split())
    while (shorter := _SEEN.sub("", _PADDING.sub("", label, count=1), count=1)) != label and shorter:
        label = shorter
    tail = _TAIL.search(label)
    if tail and len(label[: tail.start()].split()) >= _KEPT_WORDS:
        label = label[: tail.start()]
    label = label.strip().strip(" ,;:–—-").rstrip(".!")
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 2].rsplit(" ", 1)[0] + " …"


def _lines(text: str) -> Iterator[Span]:
    for item in _items(text) or [Span(0, len(text))]:
        for sentence in sentences_of(text[item.start : item.end]):
            yield from _cut(text, _SEMICOLON, Span(item.start + sentence.start, item.start + sentence.end))


def _items(text: str) -> list[Span]:
    """Return the items of a list numbered 1, 2 … or a, b …, with what stands before it; nothing when there is none."""
    marks = list(_in_order(_NUMBER.finditer(text)))
    if len(marks) < 2:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    found = [Span(0, marks[0].start()), *(Span(mark.end(), end) for mark, end in zip(marks, ends, strict=True))]
    return [span for span in found if text[span.start : span.end].strip()]


def _in_order(marks: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    wanted = {"1", "a"}
    for mark in marks:
        said = mark["mark"]
        if said in wanted:
            wanted = {str(int(said) + 1) if said.isdigit() else chr(ord(said) + 1)}
            yield mark


def _parts(text: str, line: Span) -> Iterator[Span]:
    if _BEGINS_BELOW.match(text[line.start : line.end]):
        yield line
    else:
        yield from _cut(text, _PART, line)


def _cut(text: str, border: re.Pattern[str], line: Span) -> Iterator[Span]:
    start = line.start
    for found in border.finditer(text, line.start, line.end):
        if text[start : found.start()].strip():
            yield Span(start, found.start())
        start = found.end()
    if text[start : line.end].strip():
        yield Span(start, line.end)
