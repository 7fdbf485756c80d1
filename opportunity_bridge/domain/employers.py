"""Finds who offers the work: by the address they own, by the way their sentences begin, by the first lines."""

import re
from collections.abc import Iterator

from opportunity_bridge.domain.pieces import REST, Piece, hosts_in, is_prose, owns
from opportunity_bridge.domain.places import place_of
from opportunity_bridge.domain.title_lines import names_work

_NAME = r"(?:[A-ZÀ-ÞĀŁŚŽČ][\w’'.&-]*|[A-Z]\.)"
_PROPER = rf"(?:The )?{_NAME}(?: (?:& |and |of |the |for |de |van |von )?{_NAME}){{0,5}}"
_DOES = r"(?:is (?:looking|seeking|recruiting|hiring|an?|the|one|your|casting|remote|growing)|are (?:looking|seeking|recruiting|hiring|an?)|has (?:an?|been|looked|space)|have (?:an?|been|looked)|seeks?|makes?|offers|sends|connects|cooks|schedules|delivers|provides|needs|wants|brings|runs|works with|invites|takes on|was founded)"
_SUBJECT = re.compile(
    rf"(?:^|[.!?)]\s+|\n[\s>]*|\b(?:here at|[Aa]t|[Jj]oin|[Ww]e[’']re|[Ww]e are|I[’']m at|on behalf of)\s+)(?P<words>{_PROPER})(?P<aside>\s*\([^)]{{2,40}}\)|, [^.\n]{{2,70}},| in [A-Z][^.\n,]{{2,30}}?(?:, [A-Z]\w+)?)?(?P<behind>\s+{_DOES}\b|,|\.|:| and )",
    re.MULTILINE,
)
_INTRODUCED = re.compile(
    rf"\b(?:[Ww]e[’']re|[Ww]e are|[Jj]oin|[Hh]ere at|[Ww]orking (?:at|for))\s+(?P<words>{_PROPER})(?=[,.\n!]| (?:in|and|as|is)\b)"
)
_SEEKER = re.compile(
    r"(?:^|[.!?]\s+|\n)\W*(?P<words>[A-ZÀ-ÞĀŁŚŽČ][^.\n,;:()]{1,60}?(?:, [A-Z][^.\n,;:()]{2,25})?)(?: in [A-ZÀ-Þ][^.\n]{2,40}?| \([^)\n]{2,40}\)|, [^.\n]{2,70},)? (?:is|are)(?: currently| now| always)? (?:looking|seeking|recruiting|hiring|casting|searching)\b",
    re.MULTILINE,
)
_NO_FIRM = re.compile(
    r"^(?:The (?:job|role|position|post|work|successful|salary|board|team|company|opportunity|person|ideal|following)|This|There|You|Your|We|Our|It|If|What|Who|Where|When|How|Please|Everyone|Everybody|Nobody|Applications?|Applicants?|Candidates?|Interviews?|Essential|Desirable|Hours?|Pay|Salary|Contract|Experience|Benefits|Requirements|Previous|Knowledge|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Hybrid|Remote|English|German|Training|Accommodation|Last|Every|All|Both|No|Newly|Women|Overalls|Position|Location|January|February|March|April|May|June|July|August|September|October|November|December|Hi|Mods|They|He|She|I|Is|Do|Does|Can|Are|Have|Work|Based|Start|Send|Call|Must|Full|Part|Permanent|Temporary|Seasonal|Casual|Apply|Posted|For|In|On|At|To|Of|And|But|Or|With|From|After|Before|Between|Urgent|Flexible|Ideally|Some|Any|(?:One|Two|Three|Four|Five|Six|Second|First|Good)(?! [A-Z])|Call|Phone|Level|Fee|Rate|Start|Dear|Thanks|Best|Job|NHS)\b(?! (?:People|Outdoor|Group|Ltd|Electrical|Foods|Housing))",
)
_CONDITION = re.compile(
    r"[£€$@:?]|\b\d+(?:[.,]\d+)?\s?(?:k|h|hrs?|hours?|days?|%|per)\b|^\W*\d|\b(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|hybrid|remote|remotely|on-?site|hours|salary|per|posted|apply|band|shift|fixed|starts?|urgent|wanted|immediate|month|months|outside IR35|people needed|in English)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?:The (?:job|role|position|post|work|successful|salary|board|team|company|opportunity|person|ideal|following)|This|There|You|Your|We|Our|It|If|What|Who|Where|When|How|Please|Everyone|Everybody|Nobody|Applications?|Applicants?|Candidates?|Interviews?|Essential|Desirable|Hours?|Pay|Salary|Contract|Experience|Benefits|Requirements|Previous|Knowledge|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Hybrid|Remote|English|German|Training|Accommodation|Last|Every|All|Both|No|Newly|Women|Overalls|Position|Location|January|February|March|April|May|June|July|August|September|October|November|December|Hi|Mods|They|He|She|I|Is|Do|Does|Can|Are|Have|Work|Based|Start|Send|Call|Must|Full|Part|Permanent|Temporary|Seasonal|Casual|Apply|Posted|For|In|On|At|To|Of|And|But|Or|With|From|After|Before|Between|Urgent|Flexible|Ideally|Some|Any|(?:One|Two|Three|Four|Five|Six|Second|First|Good)(?! [A-Z])|Call|Phone|Level|Fee|Rate|Start|Dear|Thanks|Best|Job|NHS)\b(?! (?:People|Outdoor|Group|Ltd|Electrical|Foods|Housing))",
)
_CONDITION = re.compile(
    r"[£€$@\d:?]|\b(?:full[- ]?time|part[- ]?time|permanent|temporary|contract|hybrid|remote|remotely|on-?site|hours|salary|per|posted|apply|band|shift|fixed|starts?|urgent|wanted|immediate|month|months|outside IR35|people needed|in English)\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(r"(?:@|https?://(?:www\.)?)(?P<host>[\w.-]+)", re.IGNORECASE)
_FREE = re.compile(
    r"^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|aol|gmx|web|proton\w*|mail|t|wa|bit|forms|docs|linkedin|indeed|boards?|jobs?|apprentice|findwork)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"\b(?:Ltd|LLP|LLC|Inc|GmbH|AG|BV|PLC|plc|Trust|Council|University|College|School|Hospital|Hotel|Group|Company|Sons|Daughters|Clinic|Nursery|Bakery|Salon|Services|Solutions|Agency|Museum|Theatre|Foundation|Studio|Municipality|City of|Constabulary|Pharmacy|Association|Church|Ministry|Institute|Bank|Restaurant|Café|Practice|Farm|Orchards|Academy|Society|Initiative|Centre|Center)\b"
)
# Who finds people for somebody else is not who offers the work.
_AGENCY = re.compile(r"\b(?:Recruitment|Recruiting|Staffing|Search|Personnel|Resourcing|Talent)$")
_CLIENT = re.compile(r"\bclients?\b", re.IGNORECASE)
BEGINNING = 2_500


def employer_in(text: str, pieces: list[Piece], role: Piece | None = None) -> Piece | None:
    """Return who offers the work, or None: the likeliest of what the first lines and sentences name."""
    hosts = hosts_in(text)
    lines = list(_from_pieces(text, pieces, role))
    named = [*lines, *_from_sentences(text)]
    if _CLIENT.search(text):
        named = [(weight, one) for weight, one in named if not _AGENCY.search(one.words)]
    ranked = sorted(
        ((_weight(one, weight, hosts), one) for weight, one in named), key=lambda one: (-one[0], one[1].start)
    )
    if not ranked or ranked[0][0] < 3:
        return None
    best = ranked[0][1]
    # “Klaro Eye Clinics” above, “Klaro is …” below: the longer name is the whole one.
    longer = [one for _, one in lines if one.words.startswith(f"{best.words} ") and len(one.words.split()) <= 6]
    return longer[0] if longer else best


def _from_pieces(text: str, pieces: list[Piece], role: Piece | None) -> Iterator[tuple[int, Piece]]:
    """Yield the names among the first lines: before a comma, or a whole piece, the second piece of a line most likely."""
    for one in pieces:
        words = re.split(r", | \(|(?<=\w{3})[.;] ", one.words)[0].strip(" .,!")
        is_label = one.count == 2 and one.place == 0 and "\t" in text[one.end : one.end + 2]
        if (
            is_label
            or is_prose(one.words)
            or _CONDITION.search(words)
            or _NO_FIRM.match(words)
            or not words[:1].isupper()
        ):
            continue
        if len(words.split()) <= 7 and not place_of(words).country and re.search(r"[^\W\d_]{2}", words):
            weight = (
                3
                - one.line // 2
                + 2 * (role is not None and abs(one.line - role.line) <= 1)
                + (one.count > 1 and one.place in (0, 1))
                - 2 * (names_work(words) and not _FIRM.search(words))
                - 3 * (one.place == REST)
            )
            yield weight, Piece(one.start, one.start + len(words), words, one.line, one.place, one.count)


def _from_sentences(text: str) -> Iterator[tuple[int, Piece]]:
    """Yield what sentences speak of as somebody who acts: “Pells Bakery is looking for”, “We’re Marram Housing, …”."""
    for match in _SEEKER.finditer(text[:BEGINNING]):
        words = match["words"]
        if not _NO_FIRM.match(words) and len(words.split()) <= 8:
            yield 6, Piece(match.start("words"), match.end("words"), words)
    for pattern, weight in ((_INTRODUCED, 4), (_SUBJECT, 4)):
        for match in pattern.finditer(text[:BEGINNING]):
            words = match["words"].rstrip(".,")
            behind = match.groupdict().get("behind") or ""
            acts = pattern is _INTRODUCED or bool(re.search(_DOES, behind))
            if not _NO_FIRM.match(words) and (acts or _FIRM.search(words)) and not names_work(words.split()[-1]):
                yield weight - (not acts), Piece(match.start("words"), match.start("words") + len(words), words)


def _weight(piece: Piece, weight: int, hosts: list[str]) -> int:
    return weight + 4 * owns(piece.words, hosts) + 2 * bool(_FIRM.search(piece.words))
