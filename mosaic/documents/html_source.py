"""The source of a page before it is parsed: decoded, and without what would take for ever."""

import re

from mosaic.documents.decoding import decoded

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{1,40})",
    re.IGNORECASE,
)
HEAD = 4_096


def source_of(data: bytes) -> str | None:
    """Decode as the page says, if the page is right about it."""
    match = _CHARSET.search(data[:HEAD])
    named = (match[1] or match[2]).decode("ascii") if match else ""
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode(named)
        except (LookupError, UnicodeError):
            pass  # the page names an encoding it does not have
    return decoded(data)


def without_traps(text: str) -> str:
    """Cut out comments and a last tag that never ends: the parser would look for their end again and again."""
    pieces, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        pieces.append(text[position:start])
        end = text.find("-->", start + 4)
        position = end + 3 if end >= 0 else len(text)
    whole = "".join((*pieces, text[position:]))
    last = whole.rfind(">") + 1
    return whole[:last] + whole[last:].replace("<", " ")
