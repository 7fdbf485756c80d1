"""What a place is called: the shape of a name, and whether it is one of the places that are known."""

import re

from mosaic.lexicon.phrases import occupation_finder
from mosaic.lexicon.places import PlaceKind
from opportunity_bridge.domain.pieces import Piece
from opportunity_bridge.domain.places import Place, place_of
from opportunity_bridge.domain.title_lines import names_work

NAME = r"(?:St\.|[A-ZÀ-ÞŁŚŽČ][\w’'-]+)"
WORDS = rf"{NAME}(?:[ -](?:(?:am|an der|on|upon|in|of|the|de|la|le|by|sur|da|do) (?:the )?)?{NAME}){{0,4}}"
NO_PLACE = re.compile(
    r"^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|Mon|Tue|Wed|Thu|Fri|Sat|Sun|English|German|French|Dutch|Excel|Word|Microsoft|Java|Python|SAP|SQL|CSCS|NMC|PDF|ONE|Level|Year|Band|Route|NVQ|GCSE|WhatsApp|Telegram|Western|Our|Your|The|You|We|I|Health|Word|IT|HR|AI|English|Spanish|Scots|Gaelic|Danish|Swedish|Soil|Early|Social|Marketing|Sales|PHP|Kafka|Polish|Italian|Portuguese|Welsh|Irish|Norwegian|Finnish|Arabic|Turkish|Russian|Mandarin|Hindi|Urdu|Easter|Christmas|Training|Class|PowerPoint|QuickBooks)\b",
)
CONDITION = re.compile(
    r"[£€$@\d:]|\b(?:full|part|time|permanent|temporary|contract|hybrid|remote|on-?site|hours?|salary|per|posted|apply|band|shift|fixed|term|immediate|starts?|no|we|you|our|the|job|role|days?|week|mid|rest|level|urgent|for|with|outside|inside)\b",
    re.IGNORECASE,
)
FIRM = re.compile(
    r"\b(?:Ltd|LLP|LLC|Inc|GmbH|AG|BV|Trust|Council|University|College|School|Hospital|Hotel|Group|Company|Co|Sons|Daughters|Clinic|Nursery|Bakery|Salon|Services?|Solutions|Agency|Recruitment|Search|Museum|Theatre|Charity|Foundation|Studio|Partners|Transport|Foods|Tools?|Dental|Lettings|Windows|Electrical|Leisure|Orchards|Housing|Vets|Initiative|Facilities|People|FM|Constabulary|Yard|Cover|Interiors|Toys|Pharma|Pharmacy|Retail|Research|Outdoor|Sport|Radio|Moss|Delight|Municipality|City of)\b"
)
# “No” and “To” are short for places too, but not in a sentence.
_SMALL = re.compile(
    r"\b(?:No|To|Be|In|Is|It|At|My|Me|So|Us|We|Do|Go|On|Or|An|As|By|Of|If|Up|Am|He|Hi|no|to|be|is|it|my|me|so|us|we|do|go|or|he|hi|if|as"
    r"|(?:NO|TO|BE|IS|IT|MY|ME|SO|WE|DO|GO|OR)(?![\W\d]*$))\b"
)
_WITHIN = re.compile(rf"(?<=[a-z,] )(?P<words>{NAME}(?: {NAME})?)\b")
_BETWEEN = frozenset(
    "am an and at auf by central close de der des di do du en im in la le near nearby of on or outside sous sur the to upon ai".split()
)
MOST_WORDS = 3


def listed(words: str) -> Place | None:
    """Return the place, or the places of one name standing alone, that words stand for and that is known."""
    found = place_of(_SMALL.sub("", words))
    return found if found.place or (found.candidates and "," not in words) else None


def looks_like_names(words: str) -> bool:
    """Whether all words are names or stand between names: “Nice, France”, not “Nice to have: French”."""
    return ":" not in words and all(
        one[:1].isupper() or one in _BETWEEN for one in re.findall(r"[^\W\d_][^\W_]*", words)
    )


def ending(pieces: list[Piece]) -> Piece | None:
    """Return the known city that ends a name: “Wallace Pharmacy Stirling”."""
    for one in pieces:
        words = re.findall(r"\S+", one.words)
        for length in range(min(MOST_WORDS, len(words) - 1), 0, -1):
            tail = one.words[-len(" ".join(words[-length:])) :]
            if is_city(tail) and words[-length - 1][:1].isupper():
                return Piece(one.end - len(tail), one.end, tail, one.line, one.place, one.count)
    return None


def only_known(text: str) -> Piece | None:
    """Return the one known city that stands within the sentences of a text, when there is no other."""
    found: dict[str, Piece] = {}
    for match in _WITHIN.finditer(text):
        words = match["words"].rstrip(".’'-")
        if is_city(words) and not FIRM.match(text, match.end() + 1):
            found.setdefault(words.casefold(), Piece(match.start("words"), match.start("words") + len(words), words))
    return next(iter(found.values())) if len(found) == 1 else None


def is_city(words: str) -> bool:
    """Whether words are the name of a city we know and of nothing else."""
    place = listed(words)
    kinds = {one.kind for one in ((place.place,) if place.place else place.candidates)} if place else set()
    return kinds == {PlaceKind.CITY} and is_name(words) and not is_work(words)


def is_work(words: str) -> bool:
    """Whether words name a kind of work; one word alone only if the lexicon knows it: Manchester is no trade."""
    return names_work(words) if " " in words else bool(occupation_finder().find(words))


def is_name(words: str) -> bool:
    """Whether words are a short proper name without anything that speaks of conditions."""
    return (
        len(words) > 2
        and bool(re.fullmatch(WORDS + rf"(?:, {WORDS})?", words))
        and not CONDITION.search(words)
        and not NO_PLACE.match(words)
    )
