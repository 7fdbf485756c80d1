"""E-mail addresses, links, and the labels people put before them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import urlsplit

from mosaic.documents.model import Link as DocumentLink
from mosaic.documents.resume.model import Field, Link
from mosaic.documents.resume.vocabulary import by_phrase, phrases, table, words_of

_EMAIL = re.compile(r"[\w.+%'-]*[\w+]@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_AT = r"[ \t]{0,2}(?:@|[(\[{]\s?at\s?[)\]}]| at )[ \t]{0,2}"
_DOT = r"[ \t]{0,2}(?:\.|[(\[{]\s?dot\s?[)\]}]| dot )[ \t]{0,2}"
_HIDDEN_AT = re.compile(r"[(\[{]\s?at\s?[)\]}]| at \w+(?: dot |[(\[{])", re.IGNORECASE)
_LOOSE_EMAIL = re.compile(rf"[\w+-]+(?:{_DOT}[\w+-]+)*{_AT}[\w-]+(?:{_DOT}[a-z\d-]+)+", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]|,;•·\"“”]+", re.IGNORECASE)
_BARE_URL = re.compile(
    r"(?<![@\w./-])(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,12}(?:/[^\s<>()|,;•·\"]*)?(?![\w@])", re.IGNORECASE
)
_WRAPPED = re.compile(r"\s*\n\s*([\w-]+)(?=\s*(?:\(|$|\n))")
_ORCID = re.compile(r"\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b")
_HANDLE = re.compile(r"@?[\w.\-/]{3,60}$")


def emails_in(text: str, start: int, end: int) -> Iterator[Field]:
    """Yield the e-mail addresses of a stretch, also those written with blanks or "(at)"."""
    if "@" not in text[start:end] and not _HIDDEN_AT.search(text, start, end):
        return
    taken: list[tuple[int, int]] = []
    for match in _EMAIL.finditer(text, start, end):
        taken.append(match.span())
        yield Field(
            match.group().strip("'."), match.start() + len(match.group()) - len(match.group().lstrip("'.")), match.end()
        )
    for match in _LOOSE_EMAIL.finditer(text, start, end):
        if any(match.start() < other[1] and other[0] < match.end() for other in taken):
            continue
        literal = _until_ending(match.group())
        value = _spelled(literal)
        if literal and _EMAIL.fullmatch(value):
            yield Field(value, match.start(), match.start() + len(literal))


def hints_of(email: str) -> list[str]:
    """Return the parts of an address that may be made of its owner's name."""
    local, _, domain = email.partition("@")
    return [local, domain.split(".")[0]]


def _until_ending(literal: str) -> str:
    """Return the literal up to the last part that can end a domain."""
    dots = [match.start() for match in re.finditer(_DOT, literal, re.IGNORECASE)] + [len(literal)]
    ends = [(dots[i], literal[dots[i - 1] : dots[i]]) for i in range(1, len(dots))]
    good = [end for end, label in ends if re.sub(_DOT, "", label, flags=re.IGNORECASE).strip().casefold() in _endings()]
    has_at = re.search(_AT, literal, re.IGNORECASE)
    return literal[: good[-1]] if good and has_at and good[-1] > has_at.end() else ""


def _spelled(literal: str) -> str:
    value = re.sub(_AT, "@", literal, flags=re.IGNORECASE)
    return re.sub(_DOT, ".", value, flags=re.IGNORECASE).replace(" ", "")


@cache
def _endings() -> frozenset[str]:
    return frozenset(table("networks")["endings"]["words"])


def links_in(text: str, start: int, end: int, *, any_site: bool) -> Iterator[Link]:
    """Yield the links of a stretch. A bare "name.dev" counts only where `any_site` is set."""
    for match in _ORCID.finditer(text, start, end):
        if text[max(0, match.start() - 1) : match.start()] != "/":
            yield link_of(f"https://orcid.org/{match.group()}", match.start(), match.end())
    emails = list(emails_in(text, start, end))
    for pattern in (_URL, _BARE_URL):
        for match in pattern.finditer(text, start, end):
            literal = match.group().rstrip(".,:;!?'’/") if pattern is _URL else match.group().rstrip(".,:;!?'’")
            stop = match.start() + len(literal)
            if any(match.start() < email.end and email.start < stop for email in emails):
                continue
            if pattern is _BARE_URL and (
                _is_behind_scheme(text, match.start()) or not _is_site(literal, any_site=any_site)
            ):
                continue
            wrapped = _WRAPPED.match(text, stop) if literal.endswith("-") else None
            yield (
                link_of(literal + wrapped[1], match.start(), wrapped.end(1))
                if wrapped
                else link_of(literal, match.start(), stop)
            )


def _is_behind_scheme(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start] == "://" or text[max(0, start - 4) : start].casefold() == "www."


def _is_site(literal: str, *, any_site: bool) -> bool:
    host, _, path = literal.partition("/")
    if _network(host):
        return bool(path) or host.count(".") > 1
    ending = host.rsplit(".", 1)[-1].casefold()
    return (
        (ending in _endings() or len(ending) == 2)
        and (any_site or bool(path))
        and len(host) > 5
        and not host[0].isupper()
    )


def _network(host: str) -> str:
    host = host.casefold().removeprefix("www.")
    known = table("networks")["domains"]
    return next((names[0] for domain, names in known.items() if host == domain or host.endswith("." + domain)), "")


def link_of(literal: str, start: int, end: int) -> Link:
    """Return the link with its network and the person's name there."""
    url = literal if "://" in literal else f"https://{literal}"
    split = urlsplit(url)
    network = _network(split.netloc)
    steps = [step for step in split.path.split("/") if step and step not in table("networks")["paths"]["words"]]
    return Link(Field(url, start, end), network, steps[0].removeprefix("@") if network and steps else "")


def labelled_link(label: str, literal: str, start: int, end: int) -> Link | None:
    """Return the link of "LinkedIn: jane-doe"."""
    words = words_of(label)
    for network, labels in table("networks")["labels"].items():
        if (
            words
            and words in {words_of(each) for each in labels}
            and _HANDLE.fullmatch(literal)
            and not literal.isdigit()
        ):
            domain = next((domain for domain, names in table("networks")["domains"].items() if names[0] == network), "")
            path = "in/" if network == "LinkedIn" and not literal.startswith("in/") else ""
            return link_of(f"https://{domain}/{path}{literal.removeprefix('@')}", start, end) if domain else None
    return None


def document_links(links: Sequence[DocumentLink], known: Sequence[Link]) -> Iterator[Link]:
    """Yield the document's own hyperlinks that its text does not spell out."""
    for link in links:
        is_told = any(other.url.start < link.end and link.start < other.url.end for other in known)
        if link.url.startswith(("http://", "https://")) and link.start < link.end and not is_told:
            yield link_of(link.url, link.start, link.end)


def is_any_label(text: str) -> bool:
    """Whether a text is a label of something personal."""
    return any(is_label(text, key) for key in table("names")["labels"])


def is_personal(text: str) -> bool:
    """Whether a line begins with a label of something personal: "Date of birth", "Née le"."""
    return phrases("names", "labels", "other").start(text) > 0 or any(
        phrases("names", "labels", key).start(text) and ":" in text[:30] for key in table("names")["labels"]
    )


def is_network(text: str) -> bool:
    """Whether a text is only the name of a network."""
    return words_of(text.strip(" :")) in by_phrase("networks", "labels")


def is_label(text: str, key: str) -> bool:
    """Whether a text is a label of names.labels: "Tel.", "E-mail", "Address"."""
    return text.strip(" .:-–") in phrases("names", "labels", key)
