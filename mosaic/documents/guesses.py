"""What a file without a plain signature is: audio, video, a picture, or some sort of text."""

import re

import filetype

from mosaic.documents.decoding import decoded
from mosaic.documents.markdown import is_markdown
from mosaic.documents.model import FileKind, Outcome
from mosaic.documents.refusal import Refusal

FAMILIES = {"image": FileKind.IMAGE, "audio": FileKind.AUDIO, "video": FileKind.VIDEO}
SIGNATURE = 8_192
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|p|table|span|h[1-6]|ul|ol|article|section|main)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(r"\s*<(?:\?xml|!DOCTYPE|svg)\b", re.IGNORECASE)


def guess(data: bytes) -> FileKind:
    """Return what a file probably is. Raises Refusal for what is neither media nor text."""
    found = filetype.guess(data[:SIGNATURE])
    family = found.mime.partition("/")[0] if found else ""
    text = decoded(data)
    # Some signatures are two plain letters: a text about BMW is no bitmap.
    if family in FAMILIES and (text is None or not data[:SIGNATURE].isascii()):
        return FAMILIES[family]
    if text is None or (_XML.match(text) and not _HTML.match(text)):
        raise Refusal(Outcome.UNSUPPORTED)
    if _HTML.match(text):
        return FileKind.HTML
    return FileKind.MARKDOWN if is_markdown(text) else FileKind.TEXT
