"""The JobPosting that a page carries as data (schema.org in JSON-LD), wherever in the page and however nested."""

import html
import json
import re
from collections.abc import Iterator, Mapping

Node = Mapping[str, object]

_SCRIPT = re.compile(r"<script\b[^>]{0,400}\bapplication/ld\+json\b[^>]{0,400}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_LAST_COMMA = re.compile(r",(\s*[}\]])")
KIND = "jobposting"
MOST_NODES = 20_000


def job_data_in(page: str) -> Node | None:
    """Return the JobPosting a page or a bare piece of JSON holds; of several the one that says most."""
    scripts = [page] if page.lstrip()[:1] in ("{", "[") else _scripts(page)
    found = [node for script in scripts for node in _nodes(_loaded(script)) if _is_job(node)]
    return max(found, key=lambda node: len(words_of(node.get("description"))), default=None)


def words_of(value: object) -> str:
    """Return the words of a value: a string or number itself, of an object its name, of a list all of them."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:g}" if abs(value) < 1_000_000 else f"{value:.0f}"
    if isinstance(value, Mapping):
        return words_of(value.get("name") or value.get("value") or value.get("@value"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(words_of, value)))
    return ""


def object_of(value: object) -> Node:
    """Return an object, or the first of a list of objects; an empty one for anything else."""
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, Mapping)), None)
    return value if isinstance(value, Mapping) else {}


def _scripts(page: str) -> Iterator[str]:
    for start in _SCRIPT.finditer(page):
        end = _SCRIPT_END.search(page, start.end())
        yield page[start.end() : end.start() if end else len(page)]


def _loaded(script: str) -> object:
    """Return what a script holds; broken JSON is tried once more without commas before a closing bracket."""
    words = _WRAPPED.sub("", _WRAPPED.sub("", script)).strip()
    for each in (words, _LAST_COMMA.sub(r"\1", html.unescape(words))):
        try:
            return json.loads(each, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(root: object) -> Iterator[Node]:
    """Yield every object inside, outermost first, whatever holds it: a list, `@graph`, `mainEntity`."""
    waiting, seen = [root], 0
    while waiting and seen < MOST_NODES:
        one, seen = waiting.pop(0), seen + 1
        if isinstance(one, Mapping):
            yield one
            waiting += [each for each in one.values() if isinstance(each, Mapping | list)]
        elif isinstance(one, list):
            waiting += [each for each in one if isinstance(each, Mapping | list)]


def _is_job(node: Node) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and re.split(r"[/#:]", name.casefold())[-1] == KIND for name in names)
