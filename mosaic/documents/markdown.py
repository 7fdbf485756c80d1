"""Markdown: the marks become kinds of blocks, bold and links; the rest stays as written."""

import re
from collections.abc import Iterator

from mosaic.documents.decoding import decoded
from mosaic.documents.limits import Limits
from mosaic.documents.model import BlockKind, FileKind, Outcome
from mosaic.documents.parts import Part, Reading, Run
from mosaic.documents.plain import goes_on
from mosaic.documents.refusal import Refusal

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*?)\s*#*\s*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(.*)")
_RULE = re.compile(r"\s{0,3}([-=*_])(?:\s*\1){2,}\s*|\s*[`~]{3,}.*|\|?[\s:|-]*---[\s:|-]*")
_UNDERLINE = re.compile(r"\s{0,3}(?:={2,}|-{2,})\s*")
_INLINE = re.compile(
    r"(?P<bold>\*\*|__)(?=\S)(?P<strong>[^*_\n]{1,500}?)(?P=bold)|!?\[(?P<words>[^\]\n]{0,500})\]\((?P<url>[^)\s]{0,2000})[^)\n]{0,200}\)|<(?P<auto>https?://[^>\s]{1,2000}|[^@>\s]{1,100}@[^>\s]{1,100})>"
)
_EMPHASIS = re.compile(
    r"(?<![\w*])[*_](?=\S)([^*_\n]{1,300}?)(?<=\S)[*_](?![\w*])|`([^`\n]{1,300})`|\\([\\`*_{}\[\]()#+\-.!|>])"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SIGNS = re.compile(
    r"^ {0,3}#{1,6} \S|^\s*[-*+] \*\*|\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|^```|^\|.*\|.*\|\s*$", re.MULTILINE
)
FEWEST_SIGNS = 2


def is_markdown(text: str) -> bool:
    """Whether a text has marks of Markdown."""
    return sum(1 for _ in zip(range(FEWEST_SIGNS), SIGNS.finditer(text), strict=False)) == FEWEST_SIGNS


def read(data: bytes, limits: Limits) -> Reading:
    """Read Markdown. Raises Refusal."""
    text = decoded(data)
    if text is None:
        raise Refusal(Outcome.UNSUPPORTED, FileKind.UNKNOWN)
    return Reading(list(_parts(_COMMENT.sub("", text))))


def _parts(text: str) -> Iterator[Part]:
    lines: list[str] = []
    kind, gap = BlockKind.PARAGRAPH, False
    for line in text.splitlines():
        if lines and _UNDERLINE.fullmatch(line) and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.HEADING
        elif line.strip() and not _RULE.fullmatch(line):
            here, words = _kind(line)
            if lines and here is BlockKind.PARAGRAPH and goes_on(lines[-1], line):
                lines.append(words)
                continue
            if lines:
                yield Part(kind, tuple(_runs(" ".join(lines))), after_gap=gap)
                gap = False
            kind, lines = here, [words]
            continue
        if lines:
            yield Part(kind, tuple(_runs(" ".join(lines))), after_gap=gap)
        kind, lines, gap = BlockKind.PARAGRAPH, [], True
    if lines:
        yield Part(kind, tuple(_runs(" ".join(lines))), after_gap=gap)


def _kind(line: str) -> tuple[BlockKind, str]:
    line = line.lstrip("> \t") if line.lstrip().startswith(">") else line
    if match := _HEADING.fullmatch(line):
        return BlockKind.HEADING, match[1]
    if match := _ITEM.fullmatch(line):
        return BlockKind.BULLET, match[1]
    if line.strip().startswith("|") and line.strip().endswith("|"):
        return BlockKind.ROW, "\t".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return BlockKind.PARAGRAPH, line.strip()


def _runs(text: str) -> Iterator[Run]:
    position = 0
    for match in _INLINE.finditer(text):
        yield Run(_bare(text[position : match.start()]))
        position = match.end()
        if match["strong"]:
            yield Run(_bare(match["strong"]), bold=True)
        elif match["auto"]:
            yield Run(match["auto"], url=match["auto"] if ":" in match["auto"] else f"mailto:{match['auto']}")
        else:
            yield Run("" if match[0].startswith("!") else _bare(match["words"]), url=match["url"])
    yield Run(_bare(text[position:]))


def _bare(text: str) -> str:
    return _EMPHASIS.sub(lambda match: match[1] or match[2] or match[3], text)
