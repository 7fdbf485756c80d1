"""Finds what the work is called: the piece of the first lines that names a kind of work, or what is looked for."""

import re

from mosaic.lexicon.phrases import occupation_finder
from opportunity_bridge.domain.pieces import LONGEST, Piece, is_prose

BEGINNING = 900
_MARKED = re.compile(r"\((?:[mfdwxi/ |*]{3,9}|all genders|gn)\)|\b[mfwdx](?:/[mfwdx]){2}\b", re.IGNORECASE)
# Endings of what somebody is by trade, in English.
_TRADE = re.compile(
    r"\b(?:\w{2,}(?:ers?|ors?|ists?|ians?|ants?|eers?|wrights?|smiths?|man|men|woman|women|persons?|people|stresses|stress|graphers?|keepers?|nurses?|guides?)"
    r"|nurses?|chefs?|cooks?|guards?|clerks?|analysts?|apprentices?|interns?|guides?|aides?|hands?|stewards?|architects?|pilots?|executives?|leads?|heads?|operatives?|representatives?|associates?|agents?|students?|barbers?|barista|mates?|hosts?|porters?|nanny|nannies|au pair|reps?|trainees?|graduates?|dentists?|vets?|help|coach|coaches|crew|staff|judge|priest|model|valet|groom|diver|fellow|postdoc|director|chief|principal|dean|registrar|consultant|solicitor|counsel)\b(?=\s*(?:$|[,;:/(!|–—-]|\W*(?:of|for|in|to|at|with|on|and|or|m/|f/|wanted|needed|required)\b|\d|£|€|\$))",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?:chester|cester|caster|minster|münster)$", re.IGNORECASE)
_FIRST = re.compile(r"^(?:\w+(?:eer|ist|ian|ager|inator|sultant|veloper|nician)s?)\b", re.IGNORECASE)
_NO_TRADE = frozenset(
    "after other over under never per order offer number paper water summer winter december november october september center centre closer better together experience environment permanent employment apartment department current different client clients customer customers your our answer outdoor outdoors indoor floor door labor color honor error mirror motor major minor doctor's former their member members user users partner partners letter newsletter newer older senior junior for more store october power quarter".split()
)
_CONDITION = re.compile(
    r"[£€$₹]|\b\d+ ?(?:hours|hrs|h|k)\b|\b(?:per (?:hour|annum|week)|full[- ]?time|part[- ]?time|permanent|temporary|contract|closing|deadline|salary|hybrid|remote|posted|hours|band|wage|rate|start date|ref|years?)\b",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:looking (?:for|to (?:hire|recruit|appoint))|seek(?:s|ing)?|hiring|recruit(?:s|ing)?(?: for)?|need(?:s|ed)?|require(?:s|d)?|vacancy for|opening for|want(?:s|ed)?|after|casting|appoint(?:s|ing)?|invited for|role for|position (?:of|for|as)|job as|work as|we (?:have|[’']ve) (?:space|room|a vacancy|an opening) for|know|thought of a role[^.]{0,40}it[’']s|in need of|on the lookout for|take on)\s+"
    r"(?:up to )?(?:(?:an?|one|another|some|two|three|four|five|six|\d+|our|their|the next|new|an? additional|good|experienced|lovely|friendly|reliable|full[- ]time|part[- ]time|fixed[- ]term|permanent|registered)\s+){1,4}"
    r"(?P<words>[^\W\d_][^\n.;:!?()]{2,60}?)(?=\s+(?:to|who|for|position|role|job|needed|wanted|with|in|at|from|on|that|has|is|and|based|near|team|as|because|willing|we|which|of our|retires|left)\b|[.;:!?,()]|\s*\n|$)",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"^(?P<words>[^\n.;:!?,]{3,50}?)\s+(?:is |are )?(?:urgently )?(?:wanted|needed|required|sought)\b",
    re.IGNORECASE | re.MULTILINE,
)
_TAIL = re.compile(
    r"\s*(?:,|\bwanted\b|\bneeded\b|\brequired\b|\bto join\b|\s[-–]\s*(?=immediate|start|urgent)|\bimmediate start).*$|\s*\((?:[^)]*(?:experience|remote|hybrid|welcome|male|leave|cover)[^)]*)\)?\s*$|\s+from\s+\d.*$|\s+for (?:the|our|two|three|four|my|an?)\s.*$",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)?")
_FIRM = re.compile(
    r"\b(?:Ltd|Limited|LLP|LLC|Inc|GmbH|AG|BV|PLC|plc|Trust|Services?|Solutions|Group|Council|University|Hospitals?|Partners|Sons|Daughters|Recruitment|Agents|Solicitors|Accountants|Merchants|Company|Supermarkets?|S\.L\.|S\.A\.|Crew|Clinics?)(?:$|[\s,(])|\s&\s[A-Z]\w+$"
)
_HEAD = re.compile(r"^(?:the|an?|our|one|two|three|four|\d+|new|urgent:?|we are hiring!?)\s+", re.IGNORECASE)


def title_in(text: str, pieces: list[Piece]) -> Piece | None:
    """Return what the work is called, or None."""
    weight, best = max(
        ((_weight(one), one) for one in pieces), key=lambda each: (each[0], -each[1].start), default=(0, None)
    )
    sure = 3 if best and best.line <= 1 and text[best.end : best.end + 1] != "." else 4
    if best and weight >= sure:
        return _trimmed(text, best)
    sought = _sought(text)
    if sought or (best and weight >= 1):
        return sought or (_trimmed(text, best) if best else None)
    return _first(text, pieces) or _named(text)


def _first(text: str, pieces: list[Piece]) -> Piece | None:
    """Return what the first line begins with, when it has the look of a title."""
    for one in pieces:
        looks = one.count > 1 or _is_capital(one.words)
        if one.line == 0 and looks and not is_prose(one.words) and not _CONDITION.search(one.words):
            return _trimmed(text, one)
    return None


def names_work(words: str) -> bool:
    """Whether words name a kind of work: by the lexicon, or by the ending of a trade."""
    return bool(occupation_finder().find(words)) or _has_trade(words)


def _has_trade(words: str) -> bool:
    """Whether a word with such an ending stands where the head of a name stands: last before “of …”, or first."""
    found = [one.group() for one in (*_TRADE.finditer(words), *_FIRST.finditer(words))]
    return any(one.casefold() not in _NO_TRADE and not _TOWN.search(one) for one in found)


def _weight(piece: Piece) -> int:
    """Return how much speaks for a piece being the title; from 4 on it is one."""
    words = _BRACKETS.sub("", piece.words) or piece.words
    head = re.split(r",\s", words)[0]
    words = head if names_work(head) else words
    if is_prose(words) or len(words) > LONGEST or not re.search(r"[^\W\d_]{3}", words):
        return 0
    weight = 4 * bool(_MARKED.search(piece.words)) + 3 * bool(occupation_finder().find(words)) + 2 * _has_trade(words)
    weight += _covered(words) - 3 * bool(_FIRM.search(words))
    weight += piece.line == 0
    weight += 3 * (piece.place == 0 and piece.count > 1)
    weight += _is_capital(words)
    weight -= 3 * bool(_CONDITION.search(words)) + piece.line // 3 + 2 * bool(re.search(r"[,;:?]\s", words))
    weight -= 2 * words.endswith((".", "!", "?", ":")) + max(0, len(words.split()) - 6)
    return weight if names_work(words) or _MARKED.search(piece.words) else 0


def _covered(words: str) -> int:
    """Return 2 when the name of a kind of work is all of some words, 1 when it is half of them."""
    named = sum(one.end - one.start for one in occupation_finder().find(words))
    return round(2 * named / len(words))


def _is_capital(words: str) -> bool:
    found = re.findall(r"[^\W\d_]{4,}", words)
    return bool(found) and all(one[0].isupper() for one in found)


def _sought(text: str) -> Piece | None:
    """Return what “looking for a …” or “… wanted” asks for, when it names a kind of work."""
    for pattern in (_WANTED, _SOUGHT):
        for match in pattern.finditer(text[:BEGINNING]):
            words = match["words"].strip(" ,")
            head = _HEAD.match(words)
            at = match.start("words") + (head.end() if head else 0)
            piece = Piece(at, match.start("words") + len(words), text[at : match.start("words") + len(words)])
            if len(piece.words.split()) <= 7 and names_work(piece.words):
                return _trimmed(text, piece)
    return None


def _named(text: str) -> Piece | None:
    """Return the first kind of work a text begins with."""
    mention = next(iter(occupation_finder().find(text[:BEGINNING])), None)
    return Piece(mention.start, mention.end, text[mention.start : mention.end]) if mention else None


def _trimmed(text: str, piece: Piece) -> Piece:
    """Return a title without what else its line says."""
    words = piece.words
    head = _HEAD.match(words)
    start = piece.start + (head.end() if head else 0)
    words = words[head.end() :] if head else words
    tail = _TAIL.search(words)
    shorter = words[: tail.start()].rstrip(" -–,:") if tail and names_work(words[: tail.start()]) else words
    return Piece(start, start + len(shorter), shorter, piece.line, piece.place, piece.count)
