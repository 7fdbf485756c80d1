"""An answer of a model that broke off: what was said of it, and the built-in question where it had not asked one."""

from collections.abc import Sequence

from mosaic.lexicon.sentences import sentences_of


def finished(said: str, built_in: str, *, is_whole: bool) -> str:
    """Return what is shown: the model's sentences, and the question of the built-in answer where they end without one."""
    said = said.strip()
    if is_whole or "?" in said:
        return said
    return "\n\n".join(filter(None, (said, _question_in(built_in))))


def _question_in(text: str) -> str:
    spans = [text[span.start : span.end] for span in sentences_of(text)]
    return next((sentence for sentence in reversed(spans) if sentence.endswith("?")), "")


def pieces(said: Sequence[str], text: str, *, is_open: bool) -> list[str]:
    """Return an answer as it came: a model's sentences, then whatever ended it. None is taken back by a later one."""
    if is_open or not said:
        return list(said) if is_open else [text]
    rest = text.removeprefix("".join(said).strip())
    return [*said, rest] if rest else list(said)
