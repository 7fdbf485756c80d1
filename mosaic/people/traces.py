"""What staff left about somebody's rows: the admin's log goes with the rows it speaks of."""

from collections import defaultdict

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from mosaic.people.models import Person

BATCH = 500


def personal_models() -> list[type[Model]]:
    """Return the person's model and every model whose rows belong to one."""
    relations = Person._meta.related_objects
    return [Person, *(one.related_model for one in relations if one.field.name == "person")]


def forget() -> int:
    """Delete the admin's log entries about personal rows that are gone; return how many."""
    kinds = {kind.pk: model for model, kind in ContentType.objects.get_for_models(*personal_models()).items()}
    entries = LogEntry.objects.filter(content_type_id__in=kinds).order_by("pk")
    after, removed = 0, 0
    while chunk := list(entries.filter(pk__gt=after).values_list("pk", "content_type_id", "object_id")[:BATCH]):
        after = chunk[-1][0]
        named: dict[int, dict[int, str]] = defaultdict(dict)
        for pk, kind, object_id in chunk:
            named[kind or 0][pk] = object_id or ""
        for kind, about in named.items():
            removed += _forget_gone(kinds[kind], about)
    return removed


def _forget_gone(model: type[Model], about: dict[int, str]) -> int:
    """Delete those entries (by their key: the row they speak of) whose row is not there."""
    present = model._default_manager.filter(pk__in=set(about.values())).values_list("pk", flat=True)
    alive = {str(pk) for pk in present}
    gone = [pk for pk, object_id in about.items() if object_id not in alive]
    return LogEntry.objects.filter(pk__in=gone).delete()[0]
