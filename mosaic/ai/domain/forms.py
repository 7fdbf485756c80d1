"""Links, marks of layout, placeholders and hidden signs: what a plain answer does not hold."""

import re
import unicodedata
from collections.abc import Iterator

from mosaic.ai.domain.disguises import without_hidden
from mosaic.ai.domain.faults import Fault, Finding, Grounds

_ENDINGS = "com|org|net|info|biz|io|co|ai|app|dev|me|uk|de|fr|es|it|pt|nl|pl|eu|us|ca|au|ch|at|be|se|ie|in|jobs|work|edu|gov|example|test|xyz|online|site|shop|club|tv|cc|ru|cn"
_LINK = re.compile(
    r"\bh(?:tt|xx)ps?\s?(?::|\[:\])|\bwww\s?\.|\b(?:mailto|tel|data|javascript|ftp):\S"
    rf"|(?<![\w@])[a-z0-9-]{{2,60}}(?:\.[a-z0-9-]{{2,60}}){{0,4}}\.(?:{_ENDINGS})\b(?!\.\w)"
    r"|[\w.+-]{1,60}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,60}|\b[\w.+-]{1,60} at [\w-]{1,60} (?:dot|punkt|point|punto) [a-z]{2,8}\b"
    r"|(?<!\w)@\w{3,}|\[[^\]\n]{0,200}\]\([^)\n]{0,400}\)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w£$€])[+(]?\d[\d\s().\-/–]{5,24}\d(?!\w)")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:19|20)\d\d)?")
_FORM = re.compile(
    r"</?[a-z][^<>\n]{0,200}>|<!--|&[a-z]{2,8};|&#\d|!\[|```|`|~~~|\*\*|__|^\s{0,3}#{1,6}(?:\s|\w)|^\s*(?:[-=*_]\s?){3,}$|\|[^|\n]{0,200}\||\|\s*:?-{2,}"
    r"|^\s*[\[{]\s*[\"'{\[]|^\s*(?:user|assistant|system|human|ai|model|coach|bot)\s*:|[⟦⟧〚〛]|<\||\|>|\$\$|\\\w+\{",
    re.IGNORECASE | re.MULTILINE,
)
_BLOB = re.compile(r"\S{46,}|(?=[A-Za-z+/]{0,40}\d)(?=[\d+/a-z]{0,40}[A-Z])[A-Za-z0-9+/_-]{24,}={0,2}")
_PLACEHOLDER = re.compile(
    r"\[[^\[\]\n]{1,40}\]|\{\{?[^{}\n]{1,40}\}\}?|<[A-Z][A-Z _]{1,30}\d*>|_{3,}|\b[A-Z]{2,}_[A-Z_\d]{1,30}\b|\bX{3,}\b|\[…\]"
)
_MEANT_IN_BRACKETS = re.compile(r"\[(?:\.{3}|…|sic|[a-z]{1,12})\]")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_WORD = re.compile(r"[^\W\d_]{2,}")


def form_faults(raw: str, text: str, grounds: Grounds) -> Iterator[Finding]:
    """Yield what is wrong with the looks of a sentence: `raw` as it came, `text` normalised."""
    if len(without_hidden(raw)) != len(raw.replace("\r", "")):
        yield Finding(Fault.FORM, raw)
    yield from _links(text)
    for pattern in (_FORM, _BLOB):
        for found in pattern.finditer(text):
            yield Finding(Fault.FORM, found[0])
    for found in _PLACEHOLDER.finditer(text):
        if found[0] not in grounds.placeholders and not _MEANT_IN_BRACKETS.fullmatch(found[0]):
            yield Finding(Fault.PLACEHOLDER, found[0])
    if not text.isascii():
        yield from _mixed(text)


def _links(text: str) -> Iterator[Finding]:
    for found in _LINK.finditer(text):
        yield Finding(Fault.LINK, found[0])
    for found in _PHONE.finditer(text):
        if sum(letter.isdigit() for letter in found[0]) >= 7 and not _YEARS.fullmatch(found[0].strip()):
            yield Finding(Fault.LINK, found[0])


def _mixed(text: str) -> Iterator[Finding]:
    """Yield words in which letters of another alphabet pass for Latin ones."""
    for found in _WORD.finditer(text):
        if not found[0].isascii() and len({script for one in found[0] if (script := _script(one))}) > 1:
            yield Finding(Fault.FORM, found[0])


def _script(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return next((script for script in _SCRIPTS if name.startswith(script)), "")
