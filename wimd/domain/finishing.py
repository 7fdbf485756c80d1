"""An answer of a model that broke off: what was said of it, and the built-in question where it had not asked one."""

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
