"""Addresses on the web and names on networks that lead to a person."""

import re
from collections.abc import Iterable, Iterator

from mosaic.ai.domain.masking.plain import Plain, folded_words
from mosaic.ai.domain.masking.spans import Found, Kind
from mosaic.ai.domain.masking.vocabulary import cues, single, table
from mosaic.documents.resume.clues import title_clue
from mosaic.documents.resume.vocabulary import table as parser_table

_URL = re.compile(
    r"(?:https?|ftp|hxxps?)(?:://|%3a%2f%2f)[^\s<>\"\ufffc]{1,2000}|www\.[^\s<>\"\ufffc]{1,2000}", re.IGNORECASE
)
_HOST = re.compile(r"(?<![\w@.-])[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>\"\ufffc]{0,500})?")
_HANDLE = re.compile(r"(?<![\w@./])@ ?(?=[\w.-]*[^\W\d])[\w][\w.-]{1,39}")
_ACCOUNT = re.compile(r"[ \t]{0,3}(?:[:=@-]|is|name|handle|id|account|[ \t]){0,4}[ \t]{0,3}@?([\w][\w.:-]{2,39})")
_QUOTES = ("'", '"')
_PUNCTUATION = ".,:;!?'\")]}>*"


def links_in(view: Plain, names: Iterable[str] = ()) -> Iterator[Found]:
    """Yield links, handles and account names; `names` are the person's, by which a site is seen to be theirs."""
    owners = [name for name in names if len(name) > 3]
    for match in _URL.finditer(view.plain):
        yield Found(match.start(), match.start() + len(match.group().rstrip(_PUNCTUATION)), Kind.LINK)
    for match in _HOST.finditer(view.plain):
        literal = match.group().rstrip(_PUNCTUATION)
        if _is_theirs(view, literal, match.start(), owners):
            yield Found(match.start(), match.start() + len(literal), Kind.LINK)
    for match in _HANDLE.finditer(view.plain):
        if _is_handle(view, match.start(), match.end()):
            yield Found(match.start(), match.start() + len(match.group().rstrip(_PUNCTUATION + "-")), Kind.LINK)
    yield from view.once(_all_accounts)


def _is_theirs(view: Plain, literal: str, start: int, owners: list[str]) -> bool:
    """Whether something written like a site leads to a person: a path, their name, or words that say so."""
    host, _, path = literal.casefold().partition("/")
    ending = host.rpartition(".")[2]
    if host in table("words")["not_sites"]["words"] or ending not in _endings():
        return False
    if path or _is_network_page(host):
        return True
    squeezed = re.sub(r"[\W_]", "", host)
    return (
        any(owner in squeezed for owner in owners)
        or (ending in single("own_endings") and literal == literal.lower())
        or _is_called(view, start)
    )


def _endings() -> frozenset[str]:
    return frozenset(parser_table("networks")["endings"]["words"])


def _is_network_page(host: str) -> bool:
    """Whether a host is a page of one's own on a network: jane.tumblr.com."""
    return any(
        host.endswith("." + domain) and host != "www." + domain for domain in parser_table("networks")["domains"]
    )


def _is_called(view: Plain, start: int) -> bool:
    index = view.word_at(start)
    fillers = single("site_fillers")
    while index > 1 and view.words[index - 1].folded in fillers:
        index -= 1
    return index > 0 and start - view.words[index - 1].end < 24 and cues("sites").before(view.words, index) > 0


def _is_handle(view: Plain, start: int, end: int) -> bool:
    """Whether @something is a person rather than a sign in a program or “barista @Costa”."""
    name = view.folded[start + 1 : end].strip(" .")
    is_key = view.plain[max(0, start - 1) : start] in _QUOTES and view.plain[end : end + 1] in _QUOTES
    if is_key or name in single("not_handles") or view.plain[end : end + 1] in ("(", "/"):
        return False
    if not view.plain[start + 1].isupper() and view.plain[start + 1] != " ":
        return True
    before = " ".join(view.plain[max(0, start - 40) : start].split()[-2:])
    is_spaced = view.plain[start + 1] == " "
    is_work = bool(before) and (title_clue(before) >= 1.5 or folded_words(before)[-1:] in _WORKING)
    return not is_work and not is_spaced


_WORKING = {("work",), ("worked",), ("working",), ("job",), ("jobs",), ("intern",), ("shifts",), ("now",)}


def _all_accounts(view: Plain) -> tuple[Found, ...]:
    return tuple(_accounts(view))


def _accounts(view: Plain) -> Iterator[Found]:
    """Yield the name in “Instagram: jane.bakes”, where it looks like one: with a digit or a sign, or named as a handle."""
    for index in range(len(view.words)):
        length = cues("accounts").at(view.words, index)
        if not length:
            continue
        match = _ACCOUNT.match(view.plain, view.words[index + length - 1].end)
        if not match:
            continue
        literal = match[1].rstrip(_PUNCTUATION + "-:")
        if (
            re.search(r"[\d._]|(?<=\w)-(?=\w)", literal)
            and re.search(r"[^\W\d_]", literal)
            and "." not in literal[-4:-1]
        ):
            yield Found(match.start(1), match.start(1) + len(literal), Kind.LINK)
