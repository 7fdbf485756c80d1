"""The data model in words, made from the models: `docs/data-model.md`."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Field, ForeignKey, Model

from mosaic.people.models import Owned
from mosaic.people.sealed import SealedField

OURS = ("people", "journal", "facts", "ps101", "wimd", "opportunity_bridge", "resume", "ai", "mosaic")
HEAD = """# Data model

Made by `manage.py describe_data` from the models; a test compares. *Personal* tables belong to one person and fall with
them. *Sealed* columns are encrypted under that person's own key; everything else in them is codes, numbers, dates and ids.
"""


def data_model() -> str:
    """Return the page."""
    return HEAD + "".join(f"\n{part}" for label in OURS for part in _app(label))


def _app(label: str) -> Iterator[str]:
    config = apps.get_app_config(label)
    models = sorted(config.get_models(), key=lambda model: model.__name__)
    if models:
        yield f"## {label}\n"
    for model in models:
        yield _model(model)


def _model(model: type[Model]) -> str:
    personal = " · personal" if issubclass(model, Owned) else ""
    about = (model.__doc__ or "").strip().splitlines()[0]
    rows = "\n".join(_field(field) for field in model._meta.fields)
    rules = [constraint.name for constraint in model._meta.constraints]
    kept = f"\nRules: {', '.join(f'`{name}`' for name in rules)}.\n" if rules else ""
    return f"### {model.__name__}{personal}\n\n{about}\n\n| column | type | |\n|---|---|---|\n{rows}\n{kept}"


def _field(field: "Field[object, object]") -> str:
    kind = field.get_internal_type().removesuffix("Field").lower()
    if isinstance(field, SealedField):
        kind = "sealed"
    if isinstance(field, ForeignKey):
        kind = f"→ {field.related_model.__name__}"
    marks = [
        word
        for word, is_so in (
            ("key", field.primary_key),
            ("unique", field.unique and not field.primary_key),
            ("may be empty", field.null),
        )
        if is_so
    ]
    return f"| {field.name} | {kind} | {', '.join(marks)} |"
