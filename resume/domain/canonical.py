"""A person's first résumé: from a résumé that was read, or from facts alone.

Nothing of the source gets lost and nothing is added: every part of the document names its source.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy

from mosaic.documents.model import Document, FileKind, Outcome
from mosaic.documents.resume.headings import kind_of
from mosaic.documents.resume.lines import lines_of
from mosaic.documents.resume.vocabulary import phrases
from mosaic.facts.domain.profile import Known, Profile
from mosaic.lexicon.words import Token, tokens_of
from resume.domain.document import SECTIONS, Provenance, Source, Sourced, items_of
from resume.domain.lived import FORMS, Lived, entry_of, latest_first, sources_of
from resume.domain.pointers import JSON, at, is_within, join, leaves, text_at

Spans = Mapping[str, Sequence[int]]
Place = tuple[int, int]

_EDGES = " \t•▪◦‣·–—-*|"
AROUND_DATES = ("current", "to", "since", "until", "open_since")
LONGEST_LABEL = 3
SHORTEST_QUOTE, LONGEST_QUOTE = 24, 220


def from_reading(
    document: JSON,
    spans: Spans,
    text: str,
    *,
    upload_id: str = "",
    by_hand: Iterable[str] = (),
    settled: Iterable[Place] = (),
) -> Sourced:
    """Return a read résumé as a document of its own, with the words that found no place under `other`.

    `spans` say where in `text` each value of the document stands, [start, end) by its path.
    Section headings are not carried over: every face writes its own. Values `by_hand` are their person's
    words and no file's; places `settled` were read, and corrected or left out since.
    """
    whole = deepcopy(document)
    places = {"/" + path: (start, end) for path, (start, end) in spans.items()}
    lost = list(_unplaced([*places.values(), *settled], text))
    if lost:
        pointer = join("/other", len(_listed(whole, "other")), "highlights")
        whole["other"] = [*_listed(whole, "other"), {"highlights": [text[start:end] for start, end in lost]}]
        places |= {join(pointer, number): place for number, place in enumerate(lost)}
    provenance: Provenance = {
        pointer: (Source(text[start:end], upload_id=upload_id, start=start, end=end),)
        for pointer, (start, end) in places.items()
    }
    said: Provenance = {"/" + path: (Source(text_at(whole, "/" + path)),) for path in by_hand}
    return Sourced(whole, _by_item(whole, provenance | said, upload_id) | provenance | said)


def _by_item(document: JSON, provenance: Provenance, upload_id: str) -> Provenance:
    """Return a source for whole entries, so that what is in another form than the text has one too."""
    pointers = ["/basics"] + [item.pointer for section in SECTIONS for item in items_of(document, section)]
    found: Provenance = {}
    for pointer in pointers:
        inner = [sources for place, sources in provenance.items() if is_within(place, pointer)]
        words = next((words for _, words in leaves(at(document, pointer))), "")
        if inner or words:
            found[pointer] = inner[0] if inner else (Source(words, upload_id=upload_id),)
    return found


def from_profile(profile: Profile, told: Sequence[Lived] = ()) -> Sourced:
    """Return what is known about a person as a document, every entry resting on its fact or on what they told.

    A fact whose words stand in something `told` has no entry of its own: that one says more.
    """
    building = _FromFacts()
    building.lived(sorted(told, key=latest_first, reverse=True))
    building.section("work", _untold(profile.roles, told), "position")
    building.quotes(profile.roles + profile.skills, told)
    building.section("education", _untold(profile.education, told), "studyType")
    building.section("certificates", profile.licences, "name")
    building.section("skills", profile.skills, "name")
    building.section("languages", profile.languages, "language")
    return Sourced(building.document, building.provenance)


class _FromFacts:
    def __init__(self) -> None:
        self.document: JSON = {"basics": {}}
        self.provenance: Provenance = {}

    def section(self, section: str, known: Sequence[Known], field: str) -> None:
        """Add one item for each fact."""
        if not known:
            return
        listed = _listed(self.document, section)
        self.document[section] = [*listed, *({field: _capitalised(one.label)} for one in known)]
        for place, one in enumerate(known, start=len(listed)):
            self.provenance[join("", section, place)] = (_source(one, one.quotes[0] if one.quotes else one.label),)

    def lived(self, told: Iterable[Lived]) -> None:
        """Add an entry for each thing somebody has done."""
        for one in told:
            section = FORMS[one.account.kind].section
            listed = _listed(self.document, section)
            self.document[section] = [*listed, entry_of(one)]
            for place, source in sources_of(one):
                self.provenance[join("", section, len(listed)) + place] = (source,)

    def quotes(self, known: Sequence[Known], told: Sequence[Lived]) -> None:
        """Add the person's own sentences, each once, as lines they can move to where they belong."""
        lines = [quote for one in known for quote in one.quotes if _is_a_line(quote)]
        free = {quote for quote in lines if not any(one.says(quote) for one in told)}
        said = {quote: one for one in reversed(known) for quote in one.quotes if quote in free}
        lines = [quote for one in known for quote in one.quotes if said.get(quote) is one]
        lines = list(dict.fromkeys(lines))
        if not lines:
            return
        self.document["other"] = [{"highlights": lines}]
        for number, quote in enumerate(lines):
            supported = [one for one in known if quote in one.quotes]
            self.provenance[join("/other/0/highlights", number)] = tuple(_source(one, quote) for one in supported)


def _untold(known: Sequence[Known], told: Sequence[Lived]) -> list[Known]:
    """Return the facts none of whose words stand in something told."""
    return [one for one in known if not any(lived.says(quote) for lived in told for quote in one.quotes)]


def _source(known: Known, quote: str) -> Source:
    return Source(quote, fact_id=str(known.fact_id))


def _is_a_line(quote: str) -> bool:
    return SHORTEST_QUOTE <= len(quote) <= LONGEST_QUOTE and "\n" not in quote


def _capitalised(label: str) -> str:
    return label[:1].upper() + label[1:]


def _listed(document: JSON, section: str) -> list[object]:
    found = document.get(section)
    return list(found) if isinstance(found, list) else []


def _unplaced(places: Iterable[Place], text: str) -> Iterator[Place]:
    """Yield the stretches of a text that stand nowhere in the document."""
    covered = bytearray(len(text))
    for start, end in places:
        covered[start:end] = b"\1" * (min(end, len(text)) - start)
    for line in lines_of(Document(kind=FileKind.TEXT, outcome=Outcome.READ, text=text)):
        if kind_of(line.text.strip(_EDGES)) and not line.text.endswith("."):
            continue
        for start, end in _stretches(line.text, covered[line.start : line.end]):
            if _says_something(line.text, start, end):
                yield line.start + start, line.start + end


def _stretches(line: str, covered: bytearray) -> Iterator[Place]:
    """Yield the runs of words that nothing covers, with the signs at the end of the line."""
    run: list[Token] = []
    for token in [*tokens_of(line), None]:
        if token is not None and not covered[token.start]:
            run.append(token)
            continue
        if run:
            yield run[0].start, len(line.rstrip(_EDGES)) if token is None else run[-1].end
        run = []


def _says_something(line: str, start: int, end: int) -> bool:
    """Whether a stretch is more than a label before its value, a joint, or what stands around a date."""
    words = [token.text for token in tokens_of(line[start:end])]
    if line[end:].lstrip().startswith(":") and len(words) <= LONGEST_LABEL:
        return False
    return any(
        (len(word) > 2 or not word.islower())
        and not any(word in phrases("dates", "words", key) for key in AROUND_DATES)
        for word in words
    )
