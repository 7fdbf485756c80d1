"""The short form as pages show it: what is unknown first, what is known filled in."""

from mosaic.facts.domain.kinds import FactKind
from mosaic.facts.words import kind_words
from mosaic.people.models import Person
from wimd.domain.agenda import open_items
from wimd.domain.short_form import ITEMS, Field
from wimd.domain.stated import plain
from wimd.pages.talk import Shown
from wimd.queries import known_of
from wimd.queries.short_form import Filled


def short_form(person: Person, filled: Filled) -> Shown:
    """Return the fields of the form, those of unknown things first, and what was said in words no field holds."""
    opened = open_items(known_of(person))
    order = {item: place for place, item in enumerate(opened)}
    fields = sorted(Field, key=lambda field: order.get(ITEMS[field], len(order)))
    return {
        "unknown": [_template(field) for field in fields if ITEMS[field] in order],
        "known": [_template(field) for field in fields if ITEMS[field] not in order],
        "said": [{"fact": fact, "kind": kind_words(FactKind(fact.kind))} for fact in filled.said],
    }


def initial_of(filled: Filled) -> dict[str, object]:
    """Return what the facts behind the fields put into them."""
    held = filled.answers
    lines: dict[str, object] = {name: "\n".join(getattr(held, name)) for name in ("own_values", "people")}
    plainly = {name: getattr(held, name) for name in ("values", "goal", "place", "remote", "hours", "money", "time")}
    pay, allowed = held.pay, held.permission
    return (
        plainly
        | lines
        | {
            "pay": plain(pay.amount) if pay else "",
            "currency": pay.currency if pay else "",
            "period": pay.period if pay else "",
            "permission": ("has" if allowed.is_held else "lacks") if allowed else "",
            "permission_where": allowed.where if allowed else "",
            "shown": " ".join(str(one.fact.pk) for row in filled.fields.values() for one in row),
        }
    )


def _template(field: Field) -> str:
    return f"wimd/short/_{field.value}.html"
