"""Parts of a text that play something else: hidden text, turns of a conversation, answers of tools, closing marks."""

import re
from collections.abc import Iterator

from mosaic.ai.domain.disguises import View

Stretch = tuple[int, int]
MOST_HIDDEN = 4_000

_PLAYED = r"system|assistant|user|human|tool|tool_?results?|tool_?outputs?|tool_?calls?|function|function_?results?|function_?calls?|invoke|instructions?|prompt|ai|hidden|thinking"
_HIDING = r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])|color\s*:\s*(?:white|#fff(?:fff)?|transparent)"
_STAGED = re.compile(
    rf"<!--.{{0,{MOST_HIDDEN}}}?(?:-->|\Z)"
    r"|\[//\]:\s*#[^\n]*"
    rf"|<(\w+)[^<>\n]{{0,200}}?(?:{_HIDING}|\bhidden\b)[^<>\n]{{0,200}}>.{{0,{MOST_HIDDEN}}}?(?:</\1\s*>|\Z)"
    rf"|<({_PLAYED})\b[^<>\n]{{0,200}}>.{{0,{MOST_HIDDEN}}}?</\2\s*>"
    rf"|</?(?:{_PLAYED})\b[^<>\n]{{0,200}}>"
    rf"|<\|im_start\|>\s*(?:system|assistant|tool).{{0,{MOST_HIDDEN}}}?(?:<\|im_end\|>|\Z)"
    r"|<\|[^|\n]{1,40}\|>|\[/?inst\]|</?<?sys>>|</s>"
    r"|```\s*(?:system|assistant|tool|prompt|instructions?)\b.{0,2000}?(?:```|\Z)"
    r"|\{\{\s*#?\s*(?:system|assistant|user|tool)[^}\n]{0,40}\}\}.{0,600}?(?:\{\{\s*/[^}\n]{0,40}\}\}|(?=\n)|\Z)"
    r"|\[(?:system|assistant|developer|instructions?)\]\s*\([^)\n]{0,80}\)[^\n.]{0,300}"
    r"|^[ \t]*[-=*_#\[(<{ ]*system[ _-](?:override|message|prompt|notice|update|alert)[ \t\])>}*=_-]*\n[^\n]{0,400}"
    r"|\[(?:tool|system|function|api|assistant)[ _-](?:output|result|response|call|message|prompt)s?\][^\n]{0,400}?(?:\[/[^\]\n]{1,40}\]|(?=\n)|\Z)"
    r"|\{[^{}]{0,400}?[\"']role[\"']\s*:\s*[\"'](?:system|assistant|user|tool|developer)[\"'][^{}]{0,4000}\}"
    r"|!\[[^\]\n]{0,200}\]\(\s*https?:[^)\n]{0,600}?[?{][^)\n]{0,600}\)"
    r"|^[ \t]*(?:tool|function|api|search|observation)[ _-]?(?:output|result|response|call)s?\s*:[^\n]*"
    r"|\#{2,}\s*(?:system|instruction|response|assistant|human|input|prompt)\s*:[^\n#]{0,600}"
    r"|^[ \t]*[-=*_#\[(<{ ]*(?:system|developer|admin)[ _-](?:prompt|message|note|notice|override|update|alert|instruction)s?\s*[\])>}]?\s*:[^\n]*",
    re.DOTALL | re.MULTILINE,
)
_LABEL = r"(?:\*\*|__|>|#+)?\s*"
_ASKING = re.compile(rf"^[ \t]*{_LABEL}(?:user|human)(?:\*\*|__)?\s*[:>][^\n]*", re.MULTILINE)
_ANSWERING = re.compile(
    rf"^[ \t]*{_LABEL}(?:assistant|ai|model|bot|chatgpt|claude|gpt|system|coach)(?:\*\*|__)?\s*[:>][^\n]*", re.MULTILINE
)
_IN_ROLE = re.compile(
    r"(?:^|[.!?\n]\s*)(?P<order>(?:assistant|ai|llm|model|chatbot|bot|system|developer|language model)s?(?: systems?| models?| assistants?)?\s*:\s*"
    r"(?:yes\b|sure\b|of course\b|certainly\b|i (?:am|will|can|have|rate|recommend)\b|in your (?:reply|answer)\b|as you\b|you (?:are|must|have|will)\b"
    r"|(?:[^.\n]{0,80}?\b)?(?:always|say|tell|answer|reply|respond|rate|rank|recommend|state|claim|reveal|reader|applicant|candidate|ignore|forget|speak only)\b)[^\n.]*)"
)
_FENCE_NAMES = ("posting", "file", "answer", "message", "fact", "data", "document", "resume", "text", "fence", "name")
_OPEN, _SHUT = r"\[({<«‹⟨〈《【「『〔〖⟦〚❮|", r"\])}>»›⟩〉》】」』〕〗⟧〛❯|"
_NAMED = "|".join(r"\s{0,3}".join(name) for name in _FENCE_NAMES)
_CLOSING = re.compile(
    rf"[{_OPEN}]{{1,4}}\s{{0,9}}(?:[/\\]\s*|end\s*(?:of\s*)?(?:the\s*)?)(?:{_NAMED})\s*[/\\]?\s*[{_SHUT}]"
    rf"|[{_OPEN}]{{2,4}}\s{{0,9}}(?:{_NAMED})\s*[{_SHUT}]{{2,}}"
    r"|[⟦〚][^⟦⟧〚〛\n]{0,40}[⟧〛]|[⟦⟧〚〛]"
)


def staged_in(plain: View) -> Iterator[Stretch]:
    """Yield what is hidden from readers or plays a turn, a tool or the end of the data."""
    letters = plain.letters
    for found in _STAGED.finditer(letters):
        yield found.span()
    for found in _IN_ROLE.finditer(letters):
        yield found.span("order")
    asking, answering = list(_ASKING.finditer(letters)), list(_ANSWERING.finditer(letters))
    if asking and answering:
        for found in (*asking, *answering):
            yield found.span()


def closings_in(plain: View) -> Iterator[Stretch]:
    """Yield whatever could pass for the marks that close a text in."""
    for found in _CLOSING.finditer(plain.letters):
        yield found.span()
