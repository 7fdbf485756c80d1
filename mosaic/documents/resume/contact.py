"""The head of a résumé: name, headline, e-mail, telephone, links, place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mosaic.documents.model import Document
from mosaic.documents.resume.address import Span, find_place
from mosaic.documents.resume.headline import headline_of
from mosaic.documents.resume.lines import Line
from mosaic.documents.resume.model import Contact, Field, Link
from mosaic.documents.resume.names import NameFound
from mosaic.documents.resume.phones import phones_in
from mosaic.documents.resume.reach import (
    document_links,
    emails_in,
    is_any_label,
    is_label,
    is_network,
    labelled_link,
    links_in,
)
from mosaic.documents.resume.runs import is_prose
from mosaic.documents.resume.source import Source
from mosaic.documents.resume.spans import literal_at

_ICONS = "\u2600-\u27bf\U0001f300-\U0001faff\ue000-\uf8ff"
_CUT = re.compile(rf"\s*[|•·∙‖●▪⋄◆{_ICONS}]+\ufe0f?\s*|(?<![:\s])(?:\t|[ \u00a0]{(3,)})|\s+[–—]\s+|\s+-\s+|\s*;\s*|\n")
_LABELLED = re.compile(r"\s*([^\W\d_][^:\t]{0,24}?)\s*(?::|\t|[ \u00a0]{2,})\s*")


@dataclass(frozen=True, slots=True)
class Reached:
    """What leads to the person, and the stretches of the head that it takes."""

    emails: tuple[Field, ...]
    phones: tuple[Field, ...]
    links: tuple[Link, ...]

    def spans(self) -> list[Span]:
        """Return the stretches taken."""
        fields = [*self.emails, *self.phones, *(link.url for link in self.links)]
        return sorted((field.start, field.end) for field in fields)


def contact_of(
    document: Document, source: Source, lines: Sequence[Line], name: NameFound | None, *, own: Sequence[Line]
) -> Contact:
    """Return the contact from the head's lines (`own`), or from anywhere when they lack something."""
    reached = _reached(document, source, lines, own)
    taken = reached.spans()
    titles: tuple[Field, ...] = ()
    if name:
        taken = sorted([*taken, (name.start, name.end), *name.titles])
        titles = tuple(field for span in name.titles if (field := literal_at(source.text, *span)))
    stretches = [(line, stretch) for line in own for stretch in _free(source.text, line, taken)]
    place = find_place(source.text, [span for line, span in stretches if not _is_told(line, span)])
    headline = headline_of(source, own, name, [span for _, span in stretches], place.whole if place else None)
    return Contact(
        name=Field(name.value, name.start, name.end) if name else None,
        titles=titles,
        headline=headline,
        emails=reached.emails,
        phones=reached.phones,
        links=reached.links,
        place=place,
    )


def _is_told(line: Line, span: Span) -> bool:
    return is_prose(line) and len(line.text.split()) > 10 and span[1] - span[0] > 60


def _reached(document: Document, source: Source, lines: Sequence[Line], own: Sequence[Line]) -> Reached:
    text = source.text
    known = {line.start for line in own}
    emails = _unique([field for line in own for field in emails_in(text, line.start, line.end)])
    emails = emails or _unique([field for line in lines for field in emails_in(text, line.start, line.end)])[:1]
    links = [link for line in own for link in _links(text, line)]
    links += [
        link
        for line in lines
        if line.start not in known
        for link in links_in(text, line.start, line.end, any_site=False)
        if link.network
    ]
    heads = [link for link in document.links if any(line.start <= link.start < line.end for line in own)]
    links += list(document_links(heads, [*links, *(Link(email) for email in emails)]))
    taken = [*emails, *(link.url for link in links)]
    phones = [phone for line in own for phone in _phones(source, line, taken)]
    if not phones:
        labelled = [line for line in lines if (match := _LABELLED.match(line.text)) and is_label(match[1], "phone")]
        phones = [phone for line in labelled for phone in _phones(source, line, taken)][:1]
    return Reached(tuple(emails), tuple(_unique(phones)), tuple(_unique_links(links)))


def _phones(source: Source, line: Line, taken: Sequence[Field]) -> Iterator[Field]:
    labelled = any(is_label(word, "phone") for word in re.split(r"[\s|•·]+", line.text)[:40])
    for phone in phones_in(line, source.region, labelled=labelled):
        if not any(phone.start < field.end and field.start < phone.end for field in taken):
            yield phone


def _links(text: str, line: Line) -> Iterator[Link]:
    yield from links_in(text, line.start, line.end, any_site=True)
    for start, end in _pieces(line):
        match = _LABELLED.match(text, start, end)
        if (
            match
            and (link := labelled_link(match[1], text[match.end() : end].strip(), match.end(), end))
            and "." not in text[match.end() : end].split("/", maxsplit=1)[0]
        ):
            yield link


def _unique(fields: Sequence[Field]) -> list[Field]:
    seen: dict[str, Field] = {}
    for field in fields:
        seen.setdefault(field.value.casefold(), field)
    return list(seen.values())


def _unique_links(links: Sequence[Link]) -> list[Link]:
    seen: dict[str, Link] = {}
    for link in links:
        key = re.sub(r"^https?://(www\.)?", "", link.url.value.casefold()).rstrip("/")
        seen.setdefault(key, link)
    return list(seen.values())


def _pieces(line: Line) -> Iterator[Span]:
    start = 0
    for match in _CUT.finditer(line.text):
        if is_any_label(line.text[start : match.start()]):
            continue
        yield line.start + start, line.start + match.start()
        start = match.end()
    yield line.start + start, line.end


def _free(text: str, line: Line, taken: Sequence[Span]) -> Iterator[Span]:
    """Yield the pieces of a line that nothing has taken yet, labels of what was taken left out."""
    for begin, end in _pieces(line):
        start = begin
        for first, last in taken:
            if start <= first < end:
                yield from _worthy(text, start, first)
                start = min(end, last)
        yield from _worthy(text, start, end)


def _worthy(text: str, start: int, end: int) -> Iterator[Span]:
    literal = text[start:end].strip(" ,;:|()-–\t")
    is_alone = is_label(literal, "phone") or is_label(literal, "email") or is_network(literal)
    if len(literal) > 1 and not is_alone:
        yield start, end
